//! A signer whose certificate claims a tool class. `pki` never writes that policy, so the certificate is put together by hand.

use crate::cast::Cast;
use gost::{ParamSet, PrivateKey};
use pki::{Certificate, KeySigner, Name, PublicKeyInfo, Signer as _, oid};

fn tlv(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let body = parts.concat();
    let head = match u8::try_from(body.len()) {
        Ok(short) if short < 0x80 => vec![tag, short],
        Ok(one) => vec![tag, 0x81, one],
        Err(_) => [&[tag, 0x82], u16::try_from(body.len()).unwrap().to_be_bytes().as_slice()].concat(),
    };
    [head, body].concat()
}

/// A signer below the cast's issuing authority, with the policy КС1.
pub fn qualified_signer(cast: &Cast, name: &str) -> KeySigner {
    let key = PrivateKey::from_le(ParamSet::A, &[5; 32]).unwrap();
    let name = Name::builder().with(oid::COMMON_NAME, name).build().unwrap();
    let algorithm = tlv(0x30, &[&tlv(0x06, &[oid::SIGNATURE_256.as_bytes()])]);
    let class = pki::Oid::new(&format!("{}1", trust::TOOL_CLASS_ARC)).unwrap();
    let policies = tlv(0x30, &[&tlv(0x30, &[&tlv(0x06, &[class.as_bytes()])])]);
    let extension = |oid: pki::Oid, value: &[u8]| tlv(0x30, &[&tlv(0x06, &[oid.as_bytes()]), &tlv(0x04, &[value])]);
    let extensions =
        [extension(oid::EXT_KEY_USAGE, &[0x03, 0x02, 0x06, 0xc0]), extension(oid::EXT_POLICIES, &policies)];
    let tbs = tlv(
        0x30,
        &[
            &tlv(0xa0, &[&[0x02, 0x01, 0x02]]),
            &[0x02, 0x01, 0x7f],
            &algorithm,
            cast.issuing.certificate().subject().to_der(),
            &tlv(0x30, &[&tlv(0x17, &[b"200101000000Z"]), &tlv(0x17, &[b"301231235959Z"])]),
            name.to_der(),
            PublicKeyInfo::of(&key.public_key()).to_der(),
            &tlv(0xa3, &[&tlv(0x30, &[&extensions.concat()])]),
        ],
    );
    let signature = cast.issuing.sign_digest(&gost::hash::streebog256(&tbs)).unwrap();
    let der = tlv(0x30, &[&tbs, &algorithm, &tlv(0x03, &[&[0], &signature])]);
    let certificate = Certificate::from_der(&der).unwrap();
    KeySigner::new(key, certificate, Vec::new(), Box::new(|octets| octets.fill(6))).unwrap()
}
