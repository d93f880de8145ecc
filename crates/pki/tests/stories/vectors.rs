//! The files of `../shared/vectors/gost/openssl`, made with OpenSSL and by plain JavaScript.

use crate::cast::moment;
use pki::{
    Anchors, Certificate, CertificateRequest, Check, Reason, Revocation, RevocationList, RevocationReason, Serial,
    SignatureForm, SignedMessage, VerificationReport, keys, verify_detached,
};
use std::path::{Path, PathBuf};

pub struct Files(PathBuf);

impl Files {
    pub fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.0.join(name)).unwrap()
    }

    /// A DER or content file. Where the name of the project's earlier working title was replaced in the copies by the longer present one,
    /// inside DER and without mending the lengths, the replacement is undone: what was signed is the original.
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        let bytes = std::fs::read(self.0.join(name)).unwrap();
        let (now, then) = (b"Svitok", b"Abris");
        let mut original = Vec::with_capacity(bytes.len());
        let mut rest = bytes.as_slice();
        while let [first, after @ ..] = rest {
            if let Some(after) = rest.strip_prefix(now) {
                original.extend_from_slice(then);
                rest = after;
            } else {
                original.push(*first);
                rest = after;
            }
        }
        original
    }

    pub fn certificate(&self, name: &str) -> Certificate {
        Certificate::from_pem(&self.text(name)).unwrap()
    }

    fn anchors(&self) -> Anchors {
        let roots = vec![self.certificate("ca256.crt"), self.certificate("ca512.crt")];
        Anchors { roots, crls: vec![RevocationList::from_pem(&self.text("ca256.crl")).unwrap()], ..Anchors::default() }
    }

    fn report(&self, signature: &str, content: &str, anchors: &Anchors, revocation: Revocation) -> VerificationReport {
        let at = moment("2026-11-23T00:00:00Z");
        verify_detached(&self.bytes(content), &self.bytes(signature), anchors, at, revocation).unwrap()
    }

    fn names(&self, ending: &str) -> Vec<String> {
        let entries = std::fs::read_dir(&self.0).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().to_str().unwrap().to_owned());
        names.filter(|name| Path::new(name).extension().is_some_and(|extension| extension == ending)).collect()
    }
}

pub fn files(test: &str) -> Option<Files> {
    crate::oracle::shared(test, "vectors/gost/openssl").map(Files)
}

#[test]
fn detached_signatures_of_every_parameter_set_verify() {
    let Some(files) = files("detached_signatures_of_every_parameter_set_verify") else { return };
    let anchors = files.anchors();
    let mut seen = 0;
    for name in files.names("p7s") {
        let content = match name.as_str() {
            "det_256_A_4k.p7s" => "msg4k.bin",
            "det_256_A_empty.p7s" => "empty.bin",
            "det_qual_nocerts.p7s" => continue,
            _ => "msg.bin",
        };
        let report = files.report(&name, content, &anchors, Revocation::NotAsked);
        assert_eq!(report.outcome(), Check::Yes, "{name}: {report:#?}");
        let tampered = files.report(&name, "tampered.bin", &anchors, Revocation::NotAsked);
        assert!(tampered.signers.iter().all(|signer| signer.integrity.is_no()), "{name}");
        seen += 1;
    }
    assert_eq!(seen, 20);
}

#[test]
fn forms_and_attributes_are_told() {
    let Some(files) = files("forms_and_attributes_are_told") else { return };
    let anchors = files.anchors();
    let form = |name: &str| files.report(name, "msg.bin", &anchors, Revocation::NotAsked).signers[0].form;
    assert_eq!(form("det_256_A.p7s"), SignatureForm::SignedAttributes);
    assert_eq!(form("det_256_A_noattr.p7s"), SignatureForm::NoAttributes);
    for name in ["det_qual_cades.p7s", "js_cades.p7s"] {
        let report = files.report(name, "msg.bin", &anchors, Revocation::IfPresent);
        assert_eq!(report.signers[0].form, SignatureForm::CadesBes);
        assert_eq!(report.signers[0].cades_attribute, Check::Yes, "{name}");
        assert!(report.signers[0].signing_time.is_some());
    }
    let two = files.report("det_two_signers.p7s", "msg.bin", &anchors, Revocation::NotAsked);
    assert_eq!(two.signers.len(), 2);
    assert!(two.signers.iter().all(|signer| signer.integrity.is_yes() && signer.chain.is_yes()));
}

#[test]
fn an_enclosing_message_is_compared_with_the_content() {
    let Some(files) = files("an_enclosing_message_is_compared_with_the_content") else { return };
    let report = files.report("att_qual_cades.p7m", "msg.bin", &files.anchors(), Revocation::IfPresent);
    assert_eq!(report.outcome(), Check::Yes);
    let message = SignedMessage::parse(&files.bytes("att_qual_cades.p7m")).unwrap();
    assert_eq!(message.content(), Some(files.bytes("msg.bin").as_slice()));
    let other = files.report("att_qual_cades.p7m", "tampered.bin", &files.anchors(), Revocation::IfPresent);
    assert_eq!(other.signers[0].integrity, Check::No { reason: Reason::ContentDiffers });
}

#[test]
fn a_missing_certificate_may_be_supplied() {
    let Some(files) = files("a_missing_certificate_may_be_supplied") else { return };
    let mut anchors = files.anchors();
    let without = files.report("det_qual_nocerts.p7s", "msg.bin", &anchors, Revocation::NotAsked);
    assert_eq!(without.outcome(), Check::Unknown { reason: Reason::SignerCertificateMissing });
    let tampered = files.report("det_qual_nocerts.p7s", "tampered.bin", &anchors, Revocation::NotAsked);
    assert_eq!(tampered.signers[0].integrity, Check::No { reason: Reason::DigestDiffers });
    anchors.intermediates.push(files.certificate("qual.crt"));
    let with = files.report("det_qual_nocerts.p7s", "msg.bin", &anchors, Revocation::NotAsked);
    assert_eq!(with.outcome(), Check::Yes);
}

#[test]
fn the_revoked_signer_is_good_only_when_revocation_is_not_asked() {
    let Some(files) = files("the_revoked_signer_is_good_only_when_revocation_is_not_asked") else { return };
    let anchors = files.anchors();
    let report = |revocation| files.report("det_revoked.p7s", "msg.bin", &anchors, revocation);
    assert_eq!(report(Revocation::Require).outcome(), Check::No { reason: Reason::Revoked });
    assert_eq!(report(Revocation::IfPresent).outcome(), Check::No { reason: Reason::Revoked });
    assert_eq!(report(Revocation::NotAsked).outcome(), Check::Yes);
    let list = &anchors.crls[0];
    let revoked = list.is_revoked(&Serial::from_hex("3003").unwrap()).unwrap();
    assert_eq!(revoked.reason, RevocationReason::KeyCompromise);
    assert_eq!((list.len(), list.number()), (1, Some([1_u8].as_slice())));
    let good = files.report("det_256_A.p7s", "msg.bin", &anchors, Revocation::Require);
    assert_eq!(good.outcome(), Check::Yes);
    // the 512-bit authority has no list
    let unknown = files.report("det_512_A.p7s", "msg.bin", &anchors, Revocation::Require);
    assert_eq!(unknown.outcome(), Check::Unknown { reason: Reason::NoList });
}

#[test]
fn the_qualified_profile_is_read() {
    let Some(files) = files("the_qualified_profile_is_read") else { return };
    let certificate = files.certificate("qual.crt");
    let subject = certificate.subject();
    assert_eq!((subject.inn(), subject.inn_le()), (Some("000000000000"), Some("0000000000")));
    assert_eq!((subject.ogrn(), subject.snils()), (Some("0000000000000"), Some("00000000000")));
    assert_eq!(subject.st(), Some("77 Тест"));
    let policies: Vec<String> = certificate.policies().iter().map(ToString::to_string).collect();
    assert_eq!(policies, ["1.2.643.100.113.1", "1.2.643.100.113.2"]);
    assert_eq!(certificate.subject_sign_tool(), Some("Test signature tool, class KS1"));
    assert_eq!(certificate.issuer_sign_tool().unwrap().ca_tool, "Test CA tool");
    assert_eq!(certificate.identification_kind(), Some(0));
    assert_eq!(certificate.crl_urls(), ["http://test.invalid/ca.crl"]);
    assert_eq!(certificate.ocsp_urls(), ["http://test.invalid/ocsp"]);
    assert_eq!(certificate.issuer_urls(), ["http://test.invalid/ca.cer"]);
    assert_eq!(certificate.authority_key_id().unwrap().serial, Some(Serial::from_bytes(&[0x10, 0x01]).unwrap()));
    assert!(!certificate.is_ca() && files.certificate("ca256.crt").is_ca());
}

#[test]
fn keys_fit_their_certificates_and_are_written_as_they_were() {
    let Some(files) = files("keys_fit_their_certificates_and_are_written_as_they_were") else { return };
    let mut seen = 0;
    for name in files.names("key") {
        let text = files.text(&name);
        let key = keys::private_key_from_pem(&text).unwrap();
        let certificate = files.certificate(&name.replace(".key", ".crt"));
        assert_eq!(certificate.public_key().gost_key().unwrap().to_octets(), key.public_key().to_octets(), "{name}");
        // for 512 bit the engine writes digestParamSet as well, which is left out here
        if key.set().size_bytes() == 32 {
            assert_eq!(keys::private_key_to_pem(&key).unwrap().as_str(), text, "{name}");
            assert_eq!(pki::PublicKeyInfo::of(&key.public_key()), *certificate.public_key(), "{name}");
        }
        seen += 1;
    }
    assert_eq!(seen, 18);
}

#[test]
fn requests_and_every_certificate_are_read() {
    let Some(files) = files("requests_and_every_certificate_are_read") else { return };
    for name in files.names("csr") {
        assert_eq!(CertificateRequest::from_pem(&files.text(&name)).unwrap().verify(), Ok(()), "{name}");
    }
    let (small, large) = (files.certificate("ca256.crt"), files.certificate("ca512.crt"));
    for name in files.names("crt") {
        let certificate = files.certificate(&name);
        let good = [&small, &large].iter().filter(|ca| certificate.check_signature(ca.public_key()).is_yes()).count();
        assert_eq!(good, 1, "{name}");
        let at = moment("2030-01-01T00:00:00Z");
        let report = pki::check_certificate(&certificate, &files.anchors(), at, Revocation::NotAsked);
        let expected = match name.as_str() {
            "ocsp.crt" | "tsa.crt" => report.chain,
            _ => Check::Yes,
        };
        assert_eq!(report.chain, expected, "{name} {:#?}", report.checks);
        assert_eq!(Certificate::from_pem(&certificate.to_pem().unwrap()).unwrap(), certificate);
    }
}
