//! Several signers in one message, and messages around their content.

use crate::cast::{Cast, Member, noon};
use crate::oracle::{Bench, seconds};
use pki::{
    Certificate, Enclosing, PkiRefusal, Revocation, SignForm, SignedMessage, Signer, enclose, join, limits,
    sign_detached, verify_detached,
};

const CONTENT: &[u8] = "Акт № 5\r\n".as_bytes();

fn signed_by(member: &Member) -> Vec<u8> {
    sign_detached(CONTENT, &member.signer, SignForm::CadesBes { at: noon() }).unwrap()
}

fn around(enclosing: &Enclosing, content: &[u8]) -> Vec<u8> {
    [&enclosing.before, content, &enclosing.after].concat()
}

fn pems(members: &[&Member]) -> String {
    members.iter().map(|member| member.signer.certificate().to_pem().unwrap()).collect()
}

#[test]
fn two_signers_in_one_message_are_both_judged_here_and_by_openssl() {
    let cast = Cast::new(30);
    let one = signed_by(&cast.romashka);
    let both = join(&[one.clone(), signed_by(&cast.vasilek)]).unwrap();
    let report = verify_detached(CONTENT, &both, &cast.anchors(), noon(), Revocation::IfPresent).unwrap();
    assert!(report.outcome().is_yes(), "{report:?}");
    let mut who: Vec<_> = report.signers.iter().map(|it| it.certificate.clone().unwrap().serial_hex()).collect();
    who.sort();
    let mut expected = [&cast.romashka, &cast.vasilek].map(|it| it.signer.certificate().serial_hex());
    expected.sort();
    assert_eq!(who, expected);
    // the issuing authority came with both and stands once
    assert_eq!(SignedMessage::parse(&both).unwrap().certificates().len(), 3);
    assert_eq!(join(&[both.clone(), one.clone()]).unwrap(), both);
    assert_eq!(join(std::slice::from_ref(&one)).unwrap(), one);

    let bench = Bench::new();
    bench.put("sig", &both);
    bench.put("content", CONTENT);
    bench.put("flipped", "акт № 5\r\n");
    bench.put("chain.pem", pems(&[&cast.root, &cast.issuing]));
    let ask = |content: &str| {
        let at = seconds(noon());
        format!(
            "cms -verify -binary -cades -inform DER -in sig -content {content} -CAfile chain.pem -attime {at} -purpose any -out out"
        )
    };
    bench.openssl_does(&ask("content"));
    assert!(!bench.openssl(&ask("flipped")).good);
}

#[test]
fn an_enclosing_message_is_read_here_and_by_openssl() {
    let cast = Cast::new(31);
    let bench = Bench::new();
    bench.put("chain.pem", pems(&[&cast.root, &cast.issuing]));
    // lengths around every change of the number of length octets
    for length in [0, 1, 126, 127, 128, 255, 256, 65_535, 65_536, 1_000_000] {
        let content = vec![0x5a_u8; length];
        let der = sign_detached(&content, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
        let whole = around(&enclose(&der, length).unwrap(), &content);
        let read = SignedMessage::parse(&whole).unwrap();
        assert_eq!(read.content(), Some(content.as_slice()), "{length}");
        let report = verify_detached(&content, &whole, &cast.anchors(), noon(), Revocation::IfPresent).unwrap();
        assert!(report.outcome().is_yes(), "{length}: {report:?}");
        bench.put("sig", &whole);
        let at = seconds(noon());
        bench.openssl_does(&format!(
            "cms -verify -binary -cades -inform DER -in sig -CAfile chain.pem -attime {at} -purpose any -out out"
        ));
        assert_eq!(bench.take("out"), content, "{length}");
        assert_eq!(enclose(&whole, length), Err(PkiRefusal::TrailingBytes("signed data")), "{length}");
    }
}

#[test]
fn an_enclosing_message_of_openssl_is_no_detached_one() {
    let cast = Cast::new(32);
    let bench = Bench::new();
    bench.put("key.pem", &cast.romashka.key_pem);
    bench.put("cert.pem", cast.romashka.signer.certificate().to_pem().unwrap());
    bench.put("content", CONTENT);
    bench.openssl_does("cms -sign -binary -nodetach -in content -signer cert.pem -inkey key.pem -outform DER -out sig");
    assert!(join(&[signed_by(&cast.vasilek), bench.take("sig")]).is_err());
    bench.openssl_does("cms -sign -binary -in content -signer cert.pem -inkey key.pem -outform DER -out sig");
    let both = join(&[signed_by(&cast.vasilek), bench.take("sig")]).unwrap();
    let anchors = pki::Anchors { intermediates: vec![cast.issuing.signer.certificate().clone()], ..cast.anchors() };
    let report = verify_detached(CONTENT, &both, &anchors, noon(), Revocation::IfPresent).unwrap();
    assert!(report.outcome().is_yes() && report.signers.len() == 2, "{report:?}");
}

#[test]
fn what_cannot_be_put_together_is_refused() {
    let cast = Cast::new(33);
    let one = signed_by(&cast.romashka);
    assert_eq!(join(&[]), Err(PkiRefusal::NoSigner));
    let too_long = limits::SIGNED_MESSAGE_BYTES_MAX - one.len();
    assert!(matches!(enclose(&one, too_long), Err(PkiRefusal::OverLimit { .. })));
    assert!(enclose(&one, too_long - 64).is_ok());
    assert!(matches!(enclose(&one, usize::MAX), Err(PkiRefusal::OverLimit { .. })));
    for cut in 0..one.len() {
        assert!(enclose(&one[..cut], 3).is_err() && join(&[one[..cut].to_vec()]).is_err(), "{cut}");
    }
    let certificate: &Certificate = cast.romashka.signer.certificate();
    assert!(enclose(certificate.to_der(), 3).is_err());
    // one signer more than a message may have
    let sign = |at: u64| {
        let form = SignForm::CadesBes { at: noon().plus(std::time::Duration::from_secs(at)) };
        sign_detached(CONTENT, &cast.romashka.signer, form).unwrap()
    };
    let many: Vec<Vec<u8>> = (0..=u64::try_from(limits::SIGNERS_MAX).unwrap()).map(sign).collect();
    assert!(join(&many[1..]).is_ok());
    assert_eq!(join(&many), Err(PkiRefusal::OverLimit { what: "signers", limit: limits::SIGNERS_MAX }));
}
