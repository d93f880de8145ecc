//! Keys as the judges read them: PKCS#8 and its parts in DER.

use gost::{ParamSet, PrivateKey};

pub fn der(tag: u8, content: &[u8]) -> Vec<u8> {
    let length = u8::try_from(content.len()).unwrap();
    let head = if length < 0x80 { vec![tag, length] } else { vec![tag, 0x81, length] };
    [&head[..], content].concat()
}

pub fn der_oid(dotted: &str) -> Vec<u8> {
    let arcs: Vec<u32> = dotted.split('.').map(|arc| arc.parse().unwrap()).collect();
    let mut octets = vec![u8::try_from(arcs[0] * 40 + arcs[1]).unwrap()];
    for arc in &arcs[2..] {
        let (high, low) = (u8::try_from(arc >> 7).unwrap(), u8::try_from(arc & 0x7f).unwrap());
        if high > 0 {
            octets.push(0x80 | high);
        }
        octets.push(low);
    }
    der(0x06, &octets)
}

/// The algorithm of a key as gost-engine writes it: the digest is named for the CryptoPro sets only.
pub fn algorithm(set: ParamSet) -> Vec<u8> {
    let long = set.size_bytes() == 64;
    let mut parameters = der_oid(set.oid());
    if set.oid().starts_with("1.2.643.2.2.") {
        parameters.extend(der_oid("1.2.643.7.1.1.2.2"));
    }
    let key = if long { "1.2.643.7.1.1.1.2" } else { "1.2.643.7.1.1.1.1" };
    der(0x30, &[der_oid(key), der(0x30, &parameters)].concat())
}

pub fn private_der(key: &PrivateKey) -> Vec<u8> {
    der(0x30, &[der(0x02, &[0]), algorithm(key.set()), der(0x04, &key.to_le())].concat())
}
