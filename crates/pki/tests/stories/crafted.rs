//! Certificates put together by hand, with whatever extensions a story needs.

use crate::attributes::tlv;
use crate::cast::{key, noon};
use gost::{ParamSet, PrivateKey};
use kernel::Chance;
use pki::{Anchors, Certificate, Check, Demands, Name, Oid, PolicyDemands, PublicKeyInfo, Revocation, oid};

/// A key, its name and its certificate.
pub struct Crafted {
    pub key: PrivateKey,
    pub name: Name,
    pub certificate: Certificate,
}

pub fn oid_der(oid: Oid) -> Vec<u8> {
    tlv(0x06, &[oid.as_bytes()])
}

pub fn extension(oid: Oid, critical: bool, value: &[u8]) -> Vec<u8> {
    let flag: &[u8] = if critical { &[0x01, 0x01, 0xff] } else { &[] };
    tlv(0x30, &[&oid_der(oid), flag, &tlv(0x04, &[value])])
}

pub fn authority() -> Vec<Vec<u8>> {
    vec![
        extension(oid::EXT_BASIC_CONSTRAINTS, true, &tlv(0x30, &[&[0x01, 0x01, 0xff]])),
        extension(oid::EXT_KEY_USAGE, true, &[0x03, 0x02, 0x01, 0x06]),
    ]
}

/// digitalSignature.
pub fn signer() -> Vec<Vec<u8>> {
    vec![extension(oid::EXT_KEY_USAGE, true, &[0x03, 0x02, 0x07, 0x80])]
}

pub fn named(common_name: &str) -> Name {
    Name::builder().c("RU").o("Свиток").cn(common_name).build().unwrap()
}

/// Signs a certificate for `name` and `own` by `issuer` (itself when absent).
pub fn craft(
    chance: &Chance,
    name: &Name,
    own: PrivateKey,
    issuer: Option<&Crafted>,
    extensions: &[Vec<u8>],
) -> Crafted {
    let algorithm = tlv(0x30, &[&oid_der(oid::SIGNATURE_256)]);
    let issuer_name = issuer.map_or(name, |issuer| &issuer.name);
    let issuer_key = issuer.map_or(&own, |issuer| &issuer.key);
    let mut serial = chance.octets::<8>();
    serial[0] = serial[0] & 0x3f | 0x40;
    let tbs = tlv(
        0x30,
        &[
            &tlv(0xa0, &[&[0x02, 0x01, 0x02]]),
            &tlv(0x02, &[&serial]),
            &algorithm,
            issuer_name.to_der(),
            &tlv(0x30, &[&tlv(0x17, &[b"200101000000Z"]), &tlv(0x17, &[b"481231235959Z"])]),
            name.to_der(),
            PublicKeyInfo::of(&own.public_key()).to_der(),
            &tlv(0xa3, &[&tlv(0x30, &[&extensions.concat()])]),
        ],
    );
    let signature = issuer_key.sign_digest(&gost::hash::streebog256(&tbs), &[3; 32]).unwrap();
    let der = tlv(0x30, &[&tbs, &algorithm, &tlv(0x03, &[&[0], signature.as_octets()])]);
    Crafted { key: own, name: name.clone(), certificate: Certificate::from_der(&der).unwrap() }
}

pub fn fresh(chance: &Chance, common_name: &str, issuer: Option<&Crafted>, extensions: &[Vec<u8>]) -> Crafted {
    craft(chance, &named(common_name), key(chance, ParamSet::XA), issuer, extensions)
}

/// The chain of `signer` under `root` with these others known.
pub fn chain_of(signer: &Crafted, root: &Crafted, known: &[&Crafted], policies: PolicyDemands) -> Check {
    let anchors = Anchors {
        roots: vec![root.certificate.clone()],
        intermediates: known.iter().map(|one| one.certificate.clone()).collect(),
        ..Anchors::default()
    };
    let demands = Demands { revocation: Revocation::NotAsked, policies, ..Demands::new(noon()) };
    pki::judge_certificate(&signer.certificate, &anchors, &demands).chain
}
