//! Signatures of the generation before: GOST R 34.10-2001 keys over GOST R 34.11-94, as OpenSSL's engine makes them.

use crate::oracle::Bench;
use pki::{
    Anchors, Certificate, CertificateRequest, Check, DigestAlgorithm, Evidence, KeyKind, KeySigner, PkiRefusal, Reason,
    Revocation, RevocationList, SignForm, keys, sign_detached, verify_detached,
};

const CONTENT: &[u8] = "Договор поставки № 1\r\n".as_bytes();

/// A root and an owner with keys of 2001 on a set, and what they signed.
fn made(set: &str) -> (Bench, Anchors, Certificate) {
    let bench = Bench::new();
    bench.put("content", CONTENT);
    bench.openssl_does(&format!(
        "req -x509 -newkey gost2001 -pkeyopt paramset:{set} -md_gost94 -nodes -keyout ca.key -out ca.pem -subj /CN=Root -days 30"
    ));
    bench.openssl_does(&format!(
        "req -newkey gost2001 -pkeyopt paramset:{set} -md_gost94 -nodes -keyout leaf.key -out leaf.csr -subj /CN=Leaf"
    ));
    bench.openssl_does(
        "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 20 -md_gost94 -out leaf.pem",
    );
    let root = Certificate::from_pem(&bench.take_text("ca.pem")).unwrap();
    let leaf = Certificate::from_pem(&bench.take_text("leaf.pem")).unwrap();
    (bench, Anchors { roots: vec![root], ..Anchors::default() }, leaf)
}

#[test]
fn old_certificates_and_messages_are_verified() {
    for set in ["A", "B", "C", "XA", "XB"] {
        let (bench, anchors, leaf) = made(set);
        assert!(matches!(leaf.public_key().kind(), KeyKind::Gost2001(_)), "{set}");
        assert_eq!(leaf.check_signature(anchors.roots[0].public_key()), Check::Yes);
        assert_eq!(CertificateRequest::from_pem(&bench.take_text("leaf.csr")).unwrap().verify(), Ok(()));
        let at = leaf.not_before().plus(crate::cast::DAY);
        for options in ["", "-noattr", "-cades", "-nodetach"] {
            bench.openssl_does(&format!(
                "cms -sign -binary -in content -signer leaf.pem -inkey leaf.key -md md_gost94 -outform DER -out sig {options}"
            ));
            let sig = bench.take("sig");
            let report = verify_detached(CONTENT, &sig, &anchors, at, Revocation::NotAsked).unwrap();
            assert_eq!(report.outcome(), Check::Yes, "{set} {options} {report:#?}");
            assert_eq!(report.signers[0].digest, DigestAlgorithm::Gost94);
            let other = verify_detached(b"other", &sig, &anchors, at, Revocation::NotAsked).unwrap();
            assert!(other.outcome().is_no());
            // the report is made again from digests of both kinds
            let demands = pki::Demands { revocation: Revocation::NotAsked, ..pki::Demands::new(at) };
            let evidence = Evidence::gather(CONTENT, &sig, &anchors, &demands).unwrap();
            assert_eq!(evidence.content.len(), 2);
            assert_eq!(evidence.report().unwrap().report, report);
        }
        // the signature's own octets: each changed is bad
        let sig = bench.take("sig");
        for at_octet in sig.len() - 64..sig.len() {
            let mut flipped = sig.clone();
            flipped[at_octet] ^= 1 << (at_octet % 8);
            let report = verify_detached(CONTENT, &flipped, &anchors, at, Revocation::NotAsked).unwrap();
            assert_eq!(report.signers[0].integrity, Check::No { reason: Reason::SignatureDiffers });
        }
    }
}

#[test]
fn every_changed_byte_of_an_old_certificate_is_refused_or_bad() {
    let (_, anchors, leaf) = made("A");
    let root = &anchors.roots[0];
    for at in 0..leaf.to_der().len() {
        let mut flipped = leaf.to_der().to_vec();
        flipped[at] ^= 1 << (at % 8);
        let Ok(flipped) = Certificate::from_der(&flipped) else { continue };
        let shape = pki::check_certificate(&flipped, &anchors, leaf.not_before(), Revocation::NotAsked);
        assert!(!flipped.check_signature(root.public_key()).is_yes() || !shape.chain.is_yes(), "byte {at}");
    }
}

#[test]
fn old_lists_count_and_nothing_old_is_made() {
    let (bench, anchors, leaf) = made("A");
    bench.put(
        "ca.cnf",
        "[ca]\ndefault_ca=x\n[x]\ndatabase=index.txt\ncrlnumber=number\ndefault_md=md_gost94\ndefault_crl_days=9\n",
    );
    bench.put("index.txt", "");
    bench.put("number", "0A");
    bench.openssl_does(
        "cms -sign -binary -in content -signer leaf.pem -inkey leaf.key -md md_gost94 -outform DER -out sig",
    );
    bench.openssl_does("ca -config ca.cnf -keyfile ca.key -cert ca.pem -revoke leaf.pem -crl_reason keyCompromise");
    bench.openssl_does("ca -config ca.cnf -gencrl -keyfile ca.key -cert ca.pem -out list.pem");
    let list = RevocationList::from_pem(&bench.take_text("list.pem")).unwrap();
    assert_eq!(list.check_signature(anchors.roots[0].public_key()), Check::Yes);
    let at = list.this_update().plus(std::time::Duration::from_secs(60));
    let with_list = Anchors { crls: vec![list], ..anchors };
    let report = verify_detached(CONTENT, &bench.take("sig"), &with_list, at, Revocation::Require).unwrap();
    assert_eq!(report.outcome(), Check::No { reason: Reason::Revoked });
    // an old certificate names a key that signs nothing here
    assert_eq!(keys::private_key_from_pem(&bench.take_text("leaf.key")).unwrap_err(), PkiRefusal::UnknownAlgorithm);
    let key = gost::PrivateKey::from_le(gost::ParamSet::A, &[3; 32]).unwrap();
    let signer = KeySigner::new(key, leaf.clone(), vec![], Box::new(|octets| octets.fill(1)));
    assert!(matches!(signer, Err(PkiRefusal::BadKey)));
    struct Old(Certificate);
    impl pki::Signer for Old {
        fn certificate(&self) -> &Certificate {
            &self.0
        }
        fn chain(&self) -> &[Certificate] {
            &[]
        }
        fn sign_digest(&self, _: &[u8]) -> Result<Vec<u8>, pki::SignerFault> {
            Ok(vec![0; 64])
        }
    }
    let made = sign_detached(CONTENT, &Old(leaf), SignForm::NoAttributes);
    assert_eq!(made.unwrap_err(), PkiRefusal::UnknownAlgorithm);
}
