//! Detached messages put around their content.

use crate::cast::{Cast, Member, noon};
use crate::oracle::{Bench, seconds};
use pki::{
    Demands, Enclosing, Enclosure, PkiRefusal, SignForm, SignedMessage, Signer, enclose, limits, sign_by_all,
    sign_detached, verify_attached,
};

fn around(enclosing: &Enclosing, content: &[u8]) -> Vec<u8> {
    [&enclosing.before, content, &enclosing.after].concat()
}

fn pems(members: &[&Member]) -> String {
    members.iter().map(|member| member.signer.certificate().to_pem().unwrap()).collect()
}

#[test]
fn an_enclosing_message_is_read_here_and_by_openssl() {
    let cast = Cast::new(71);
    let bench = Bench::new();
    bench.put("chain.pem", pems(&[&cast.root, &cast.issuing]));
    // lengths around every change of the number of length octets
    for length in [0, 1, 126, 127, 128, 255, 256, 65_535, 65_536, 1_000_000] {
        let content = vec![0x5a_u8; length];
        let der = sign_detached(&content, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
        let whole = around(&enclose(&der, length).unwrap(), &content);
        assert_eq!(SignedMessage::parse(&whole).unwrap().content(), Some(content.as_slice()), "{length}");
        let report = verify_attached(&whole, &cast.anchors(), &Demands::new(noon())).unwrap();
        assert!(report.signers[0].integrity.is_yes() && report.signers[0].chain.is_yes(), "{length}: {report:?}");
        bench.put("sig", &whole);
        let at = seconds(noon());
        bench.openssl_does(&format!(
            "cms -verify -binary -cades -inform DER -in sig -CAfile chain.pem -attime {at} -purpose any -out out"
        ));
        assert_eq!(bench.take("out"), content, "{length}");
        assert!(enclose(&whole, length).is_err(), "{length}");
    }
}

#[test]
fn what_is_around_is_what_the_signer_would_have_written() {
    let cast = Cast::new(72);
    let content = b"content";
    let whole =
        sign_by_all(content, &[&cast.romashka.signer], SignForm::CadesBes { at: noon() }, Enclosure::Attached).unwrap();
    let at = whole.windows(content.len()).position(|window| window == content).unwrap();
    let detached = sign_detached(content, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    let enclosing = enclose(&detached, content.len()).unwrap();
    assert_eq!(enclosing.before, whole[..at]);
    // the signatures differ by their nonces, and stand last
    let same = enclosing.after.len() - 64;
    assert_eq!(enclosing.after[..same], whole[at + content.len()..][..same]);
}

#[test]
fn what_cannot_be_put_around_a_content_is_refused() {
    let cast = Cast::new(73);
    let one = sign_detached(b"content", &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    let too_long = limits::SIGNED_MESSAGE_BYTES_MAX - one.len();
    assert!(matches!(enclose(&one, too_long), Err(PkiRefusal::OverLimit { .. })));
    assert!(matches!(enclose(&one, usize::MAX), Err(PkiRefusal::OverLimit { .. })));
    assert!(enclose(&one, too_long - 64).is_ok());
    for cut in 0..one.len() {
        assert!(enclose(&one[..cut], 3).is_err(), "{cut}");
    }
    assert!(enclose(&[one.as_slice(), &[0]].concat(), 3).is_err());
    assert!(enclose(cast.romashka.signer.certificate().to_der(), 3).is_err());
}
