//! OpenSSL and GnuTLS agree with what is issued and with what is revoked.

use crate::world::{Host, Start, catalogue, key, request};
use certification::{RevocationReason, Revoking, check_journals};
use kernel::Clock as _;
use pki::Certificate;
use std::path::Path;
use std::process::Command;
use testkit::{Database, HandClock};

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

/// The machine's own moment, by which `certtool` judges.
#[expect(clippy::disallowed_methods, reason = "certtool of this generation takes no other moment")]
fn machine_now() -> kernel::Moment {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    kernel::Moment::EPOCH.plus(since)
}

/// `certtool --verify` of the chain with its lists. GnuTLS wants the whole chain in one file, the leaf first.
fn verify_gnutls(folder: &Path) -> (bool, String) {
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    std::fs::write(folder.join("chain.pem"), text("leaf.pem") + &text("issuing.pem") + &text("root.pem")).unwrap();
    let output = Command::new("certtool")
        .args(["--verify", "--load-ca-certificate", "root.pem", "--load-crl", "lists.pem", "--infile", "chain.pem"])
        .current_dir(folder)
        .output()
        .expect("certtool is needed: apt-get install gnutls-bin");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success() && text.contains("The certificate is trusted"), text)
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

    async fn others_verify_the_chain_and_see_the_revocation(db: Database) {
        let start = Start { clock: HandClock::at(machine_now()), ..Start::usual() };
        let host = Host::open(&db, &start).await.unwrap();
        let watch = host.jobs();
        let (romashka, director) = host.romashka().await;
        let issued = host.room.issue(&host.cx(director), romashka, "one", request(&key(60)).to_der()).await.unwrap();
        write_files(&host, db.folder(), &issued.certificate, &issued.chain).await;
        let (good, text) = verify(db.folder(), host.clock.now());
        assert!(good, "{text}");
        let (good, text) = verify_gnutls(db.folder());
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
        let (good, text) = verify_gnutls(db.folder());
        assert!(!good && text.contains("revoked"), "{text}");
    }
}
