//! OpenSSL agrees with what is issued and with what is revoked.

use crate::world::{Host, Start, catalogue, key, request};
use certification::{RevocationReason, Revoking, check_journals};
use kernel::Clock as _;
use pki::Certificate;
use std::path::Path;
use std::process::Command;
use testkit::Database;

const INSTALL_LINE: &str = "openssl with the GOST engine is needed: apt-get install openssl libengine-gost-openssl";

/// `openssl verify` with revocation of the whole chain, at the story's moment.
fn verify(folder: &Path, at: kernel::Moment) -> (bool, String) {
    let output = Command::new("openssl")
        .args(["verify", "-engine", "gost", "-crl_check_all", "-x509_strict", "-attime", &at.seconds().to_string()])
        .args(["-CAfile", "root.pem", "-CRLfile", "lists.pem", "-untrusted", "issuing.pem", "leaf.pem"])
        .current_dir(folder)
        .output()
        .expect(INSTALL_LINE);
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), text)
}

async fn write_files(host: &Host, folder: &Path, leaf: &Certificate, chain: &[Certificate]) {
    let mut lists = String::new();
    for length in check_journals(host.store()).await.unwrap() {
        lists.push_str(&host.room.revocation_list(length.authority_id).await.unwrap().to_pem().unwrap());
    }
    for (name, text) in [
        ("leaf.pem", leaf.to_pem().unwrap()),
        ("issuing.pem", chain[0].to_pem().unwrap()),
        ("root.pem", chain[1].to_pem().unwrap()),
        ("lists.pem", lists),
    ] {
        std::fs::write(folder.join(name), text).unwrap();
    }
}

testkit::on_both_engines! {
    catalogue();

    async fn openssl_verifies_the_chain_and_sees_the_revocation(db: Database) {
        let host = Host::open(&db, &Start::usual()).await.unwrap();
        let watch = host.jobs();
        let (romashka, director) = host.romashka().await;
        let issued = host.room.issue(&host.cx(director), romashka, "one", request(&key(60)).to_der()).await.unwrap();
        write_files(&host, db.folder(), &issued.certificate, &issued.chain).await;
        let (good, text) = verify(db.folder(), host.clock.now());
        assert!(good, "{text}");
        let revoking = Revoking {
            organization_id: romashka,
            certificate_id: issued.certificate_id,
            reason: RevocationReason::KeyCompromise,
        };
        host.room.revoke(&host.cx(director), revoking).await.unwrap();
        watch.run_jobs().await;
        write_files(&host, db.folder(), &issued.certificate, &issued.chain).await;
        let (good, text) = verify(db.folder(), host.clock.now());
        assert!(!good && text.contains("certificate revoked"), "{text}");
    }
}
