//! What we make, OpenSSL and GnuTLS accept; what OpenSSL makes, we verify.

use crate::cast::{Cast, noon, owner_profile};
use crate::oracle::{Bench, seconds};
use kernel::Chance;
use pki::{
    Anchors, Certificate, CertificateRequest, Check, KeySigner, KeyUsage, Name, Reason, Revocation, RevocationList,
    SignForm, SignatureForm, Signer, keys, sign_detached, verify_detached,
};

const CONTENT: &[u8] = "Договор поставки № 1\r\n".as_bytes();

fn forms() -> [(&'static str, SignForm); 2] {
    [("cades", SignForm::CadesBes { at: noon() }), ("bare", SignForm::NoAttributes)]
}

fn chain_pem(cast: &Cast) -> String {
    let pem = |signer: &KeySigner| signer.certificate().to_pem().unwrap();
    format!("{}{}", pem(&cast.root.signer), pem(&cast.issuing.signer))
}

#[test]
fn openssl_and_gnutls_accept_our_signatures_on_every_parameter_set() {
    for (index, set) in gost::ParamSet::ALL.into_iter().enumerate() {
        let cast = Cast::with_set(u8::try_from(index).unwrap(), set);
        let bench = Bench::new();
        bench.put("content", CONTENT);
        bench.put("flipped", "договор поставки № 1\r\n");
        bench.put("chain.pem", chain_pem(&cast));
        for (name, form) in forms() {
            let der = sign_detached(CONTENT, &cast.romashka.signer, form).unwrap();
            bench.put("sig", &der);
            let at = seconds(noon());
            let ask = |content: &str| {
                format!(
                    "cms -verify -binary -inform DER -in sig -content {content} -CAfile chain.pem -attime {at} -purpose any -out out"
                )
            };
            bench.openssl_does(&ask("content"));
            assert_eq!(bench.take("out"), CONTENT, "{name} {set}");
            assert!(!bench.openssl(&ask("flipped")).good, "{name} {set}");
            if let SignForm::CadesBes { .. } = form {
                bench.openssl_does(&format!("{} -cades", ask("content")));
            }
            // GnuTLS 3.7 says of all others that the curve is unsupported
            let by_gnutls = [gost::ParamSet::A, gost::ParamSet::XA, gost::ParamSet::TcB, gost::ParamSet::Tc512A];
            if by_gnutls.contains(&set) {
                let ask = |content: &str| {
                    format!("--p7-verify --inder --infile sig --load-data {content} --load-ca-certificate chain.pem")
                };
                let verdict = bench.certtool(&ask("content"));
                assert!(verdict.said.contains("Signature status: ok"), "{name} {set}: {}", verdict.said);
                assert!(!bench.certtool(&ask("flipped")).said.contains("Signature status: ok"), "{name} {set}");
            }
        }
    }
}

#[test]
fn openssl_accepts_our_lists_with_every_certificate_checked() {
    let cast = Cast::new(20);
    let bench = Bench::new();
    bench.put("content", CONTENT);
    bench.put("sig", sign_detached(CONTENT, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap());
    let at = seconds(noon());
    let ask = format!(
        "cms -verify -binary -inform DER -in sig -content content -CAfile all.pem -attime {at} -purpose any -crl_check_all -out out"
    );
    let lists = |revoked: &[&Certificate]| {
        let pem = |list: RevocationList| list.to_pem().unwrap();
        format!("{}{}{}", chain_pem(&cast), pem(cast.list(&cast.root, &[])), pem(cast.list(&cast.issuing, revoked)))
    };
    bench.put("all.pem", lists(&[]));
    bench.openssl_does(&ask);
    bench.put("all.pem", lists(&[cast.vasilek.signer.certificate()]));
    bench.openssl_does(&ask);
    bench.put("all.pem", lists(&[cast.romashka.signer.certificate()]));
    let verdict = bench.openssl(&ask);
    assert!(!verdict.good && verdict.said.contains("certificate revoked"), "{}", verdict.said);
    bench.put("all.pem", chain_pem(&cast));
    assert!(!bench.openssl(&ask).good);
}

#[test]
fn openssl_reads_our_keys_and_requests() {
    for set in gost::ParamSet::ALL {
        let chance = Chance::from_seed([41; 32]);
        let key = crate::cast::key(&chance, set);
        let subject = crate::cast::company("ООО Ромашка", "7700000016");
        let request = CertificateRequest::create(&key, &subject, KeyUsage::DIGITAL_SIGNATURE, &[1; 32]).unwrap();
        assert_eq!(request.verify(), Ok(()));
        let bench = Bench::new();
        bench.put("key.pem", keys::private_key_to_pem(&key).unwrap().as_bytes());
        bench.put("request.pem", request.to_pem().unwrap());
        bench.openssl_does("req -verify -in request.pem -noout");
        bench.openssl_does("req -in request.pem -pubkey -noout -out from-request.pem");
        bench.openssl_does("pkey -in key.pem -pubout -out from-key.pem");
        assert_eq!(bench.take("from-request.pem"), bench.take("from-key.pem"), "{set}");
        // and what the engine writes back is what we wrote
        bench.openssl_does("pkey -in key.pem -out again.pem");
        let again = keys::private_key_from_pem(&bench.take_text("again.pem")).unwrap();
        assert_eq!(again.to_le(), key.to_le(), "{set}");
    }
}

#[test]
fn we_verify_what_openssl_makes() {
    let bench = Bench::new();
    bench.put("content", CONTENT);
    for (name, algorithm) in [("A", "gost2012_256"), ("TCA", "gost2012_256"), ("A", "gost2012_512")] {
        let digest = if algorithm.ends_with("512") { "md_gost12_512" } else { "md_gost12_256" };
        bench.openssl_does(&format!(
            "req -x509 -newkey {algorithm} -pkeyopt paramset:{name} -{digest} -nodes -keyout ca.key -out ca.pem -subj /CN=Root -days 30"
        ));
        bench.openssl_does(&format!(
            "req -newkey {algorithm} -pkeyopt paramset:{name} -{digest} -nodes -keyout leaf.key -out leaf.csr -subj /CN=Leaf"
        ));
        let request = CertificateRequest::from_pem(&bench.take_text("leaf.csr")).unwrap();
        assert_eq!(request.verify(), Ok(()));
        bench.openssl_does(&format!(
            "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 20 -{digest} -out leaf.pem"
        ));
        let root = Certificate::from_pem(&bench.take_text("ca.pem")).unwrap();
        let leaf = Certificate::from_pem(&bench.take_text("leaf.pem")).unwrap();
        let at = leaf.not_before().plus(crate::cast::DAY);
        let anchors = Anchors { roots: vec![root], ..Anchors::default() };
        for (options, form) in [
            ("", SignatureForm::SignedAttributes),
            ("-noattr", SignatureForm::NoAttributes),
            ("-cades", SignatureForm::CadesBes),
            ("-keyid", SignatureForm::SignedAttributes),
        ] {
            if options == "-keyid" && leaf.subject_key_id().is_none() {
                continue;
            }
            bench.openssl_does(&format!(
                "cms -sign -binary -in content -signer leaf.pem -inkey leaf.key -md {digest} -outform DER -out sig {options}"
            ));
            let sig = bench.take("sig");
            let report = verify_detached(CONTENT, &sig, &anchors, at, Revocation::NotAsked).unwrap();
            assert_eq!(report.outcome(), Check::Yes, "{name} {algorithm} {options} {report:#?}");
            assert_eq!(report.signers[0].form, form);
            assert_eq!(report.signers[0].revocation, Check::Unknown { reason: Reason::NotAsked });
            let other = verify_detached(b"other", &sig, &anchors, at, Revocation::NotAsked).unwrap();
            assert!(other.outcome().is_no());
        }
    }
}

#[test]
fn anchors_are_read_from_one_text() {
    let cast = Cast::new(22);
    let list = cast.list(&cast.issuing, &[]).to_pem().unwrap();
    let anchors = Anchors::from_pem(&format!("{}{list}", chain_pem(&cast))).unwrap();
    assert_eq!((anchors.roots.len(), anchors.crls.len()), (2, 1));
    assert_eq!(Anchors::from_pem(&chain_pem(&cast)).unwrap().crls.len(), 0);
    assert!(Anchors::from_pem(&list).is_err());
    assert!(Anchors::from_pem(&format!("{}{}", chain_pem(&cast), list.replace("MII", "M!!"))).is_err());
}

#[test]
fn an_rsa_signer_is_unknown_rather_than_bad() {
    let bench = Bench::new();
    bench.put("content", CONTENT);
    bench.openssl_does("req -x509 -newkey rsa:2048 -nodes -keyout rsa.key -out rsa.pem -subj /CN=Leaf -days 30");
    bench.openssl_does("cms -sign -binary -in content -signer rsa.pem -inkey rsa.key -outform DER -out sig");
    let certificate = Certificate::from_pem(&bench.take_text("rsa.pem")).unwrap();
    let at = certificate.not_before().plus(crate::cast::DAY);
    let anchors = Anchors { roots: vec![certificate], ..Anchors::default() };
    let report = verify_detached(CONTENT, &bench.take("sig"), &anchors, at, Revocation::NotAsked).unwrap();
    assert_eq!(report.signers[0].integrity, Check::Unknown { reason: Reason::UnknownAlgorithm });
    assert_eq!(report.outcome(), Check::Unknown { reason: Reason::UnknownAlgorithm });
}

#[test]
fn openssl_issues_on_our_request_and_we_on_its() {
    let cast = Cast::new(21);
    let bench = Bench::new();
    bench.openssl_does(
        "req -newkey gost2012_256 -pkeyopt paramset:XA -md_gost12_256 -nodes -keyout k.pem -out r.pem -subj /CN=Leaf",
    );
    let request = CertificateRequest::from_pem(&bench.take_text("r.pem")).unwrap();
    request.verify().unwrap();
    let key = keys::private_key_from_pem(&bench.take_text("k.pem")).unwrap();
    let mut order = crate::cast::order(&cast.chance, Name::from_der(request.subject().to_der()).unwrap(), &key);
    order.public_key = request.public_key().clone();
    let certificate = pki::issue(&owner_profile(), &order, &cast.issuing.signer).unwrap();
    bench.put("chain.pem", chain_pem(&cast));
    bench.put("leaf.pem", certificate.to_pem().unwrap());
    bench.openssl_does(&format!("verify -attime {} -x509_strict -CAfile chain.pem leaf.pem", seconds(noon())));
    // the engine signs with it, we verify
    bench.put("content", CONTENT);
    bench.openssl_does("cms -sign -binary -in content -signer leaf.pem -inkey k.pem -md md_gost12_256 -certfile chain.pem -outform DER -out sig");
    let report =
        verify_detached(CONTENT, &bench.take("sig"), &cast.anchors_with_lists(), noon(), Revocation::Require).unwrap();
    assert_eq!(report.outcome(), Check::Yes, "{report:#?}");
    assert_eq!(report.signers[0].path.len(), 3);
}

#[test]
fn a_streamed_message_is_read() {
    let bench = Bench::new();
    bench.put("content", CONTENT);
    bench.openssl_does("req -x509 -newkey gost2012_256 -pkeyopt paramset:XA -md_gost12_256 -nodes -keyout k.pem -out c.pem -subj /CN=Root -days 30");
    let certificate = Certificate::from_pem(&bench.take_text("c.pem")).unwrap();
    let at = certificate.not_before().plus(crate::cast::DAY);
    let anchors = Anchors { roots: vec![certificate], ..Anchors::default() };
    for options in ["-nodetach", ""] {
        bench.openssl_does(&format!(
            "cms -sign -binary -stream -in content -signer c.pem -inkey k.pem -md md_gost12_256 -outform DER -out sig {options}"
        ));
        let sig = bench.take("sig");
        let report = verify_detached(CONTENT, &sig, &anchors, at, Revocation::NotAsked).unwrap();
        assert_eq!(report.signers[0].integrity, Check::Yes, "{options}");
        if options == "-nodetach" {
            assert_eq!(sig[1], 0x80, "openssl streams with indefinite lengths");
            for length in 0..sig.len() {
                assert!(pki::SignedMessage::parse(&sig[..length]).is_err(), "{length}");
            }
        }
    }
}

#[test]
fn we_read_openssls_lists() {
    let bench = Bench::new();
    bench.put("ca.cnf", "[ca]\ndefault_ca=x\n[x]\ndatabase=index.txt\ncrlnumber=number\ndefault_md=md_gost12_256\ndefault_crl_days=9\ncrl_extensions=e\n[e]\nauthorityKeyIdentifier=keyid:always\n");
    bench.put("index.txt", "");
    bench.put("number", "0A");
    bench.put("content", CONTENT);
    bench.openssl_does("req -x509 -newkey gost2012_256 -pkeyopt paramset:XA -md_gost12_256 -nodes -keyout ca.key -out ca.pem -subj /CN=Root -days 30");
    bench.openssl_does("req -newkey gost2012_256 -pkeyopt paramset:XA -md_gost12_256 -nodes -keyout leaf.key -out leaf.csr -subj /CN=Leaf");
    bench.openssl_does(
        "x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -set_serial 0x7f01 -days 20 -md_gost12_256 -out leaf.pem",
    );
    bench.openssl_does(
        "cms -sign -binary -in content -signer leaf.pem -inkey leaf.key -md md_gost12_256 -outform DER -out sig",
    );
    let generate = "ca -config ca.cnf -gencrl -keyfile ca.key -cert ca.pem -out list.pem";
    let outcome = || {
        let anchors =
            Anchors::from_pem(&format!("{}{}", bench.take_text("ca.pem"), bench.take_text("list.pem"))).unwrap();
        let at = anchors.crls[0].this_update().plus(std::time::Duration::from_secs(60));
        let report = verify_detached(CONTENT, &bench.take("sig"), &anchors, at, Revocation::Require).unwrap();
        (report.outcome(), anchors.crls[0].clone())
    };
    bench.openssl_does(generate);
    let (good, list) = outcome();
    assert_eq!((good, list.number(), list.len()), (Check::Yes, Some([0x0a_u8].as_slice()), 0));
    bench.openssl_does("ca -config ca.cnf -keyfile ca.key -cert ca.pem -revoke leaf.pem -crl_reason keyCompromise");
    bench.openssl_does(generate);
    let (revoked, list) = outcome();
    assert_eq!((revoked, list.len()), (Check::No { reason: Reason::Revoked }, 1));
}
