//! Writes the first corpus: one good thing of each kind on several parameter sets, all made from fixed seeds.

#[path = "../document_seeds.rs"]
mod document_seeds;

use fuzz::cast::{Cast, key, noon};
use fuzz::{CASTS, CONTENT, PASSWORD, foreign};
use pki::cms::enveloped::{EnvelopeOrder, KeyDelivery, encrypt};
use pki::limits::PASSWORD_ITERATIONS_MIN;
use pki::pfx::PfxOrder;
use pki::{CertificateRequest, Cipher, KeyUsage, PasswordProtection, SignForm, Signer, keys, sign_detached};
use std::path::Path;

const CIPHERS: [(&str, Cipher); 5] = [
    ("kuznyechik", Cipher::Kuznyechik),
    ("kuznyechik-omac", Cipher::KuznyechikOmac),
    ("magma", Cipher::Magma),
    ("magma-omac", Cipher::MagmaOmac),
    ("gost89", Cipher::Gost89),
];

fn put(target: &str, name: &str, octets: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), octets).unwrap();
}

fn framed(parts: &[&[u8]]) -> Vec<u8> {
    let with_length = |part: &&[u8]| [&u16::try_from(part.len()).unwrap().to_be_bytes()[..], part].concat();
    parts.iter().flat_map(with_length).collect()
}

/// The safe of a file: the content of the first octet string after the identifier of data.
fn safe_of(pfx: &[u8]) -> &[u8] {
    let data = foreign::oid(foreign::DATA);
    let at = pfx.windows(data.len()).position(|window| window == data).unwrap() + data.len();
    // [0] and OCTET STRING, both with lengths of two octets
    let [0xa0, 0x82, _, _, 0x04, 0x82, high, low, rest @ ..] = &pfx[at..] else { panic!("another shape") };
    &rest[..usize::from(u16::from_be_bytes([*high, *low]))]
}

fn main() {
    for (seed, set) in CASTS {
        let cast = Cast::with_set(seed, set);
        plain(&cast, &format!("{set:?}"));
        protected(&cast, &format!("{set:?}"));
        containers(&cast, &format!("{set:?}"));
        envelopes(&cast, &format!("{set:?}"));
        evidence(&cast, &format!("{set:?}"));
    }
    examples(&Cast::with_set(1, gost::ParamSet::XA));
    document_seeds::write(put);
}

/// The files that the examples of `pki`'s documentation read.
fn examples(cast: &Cast) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/pki/doc");
    std::fs::create_dir_all(&folder).unwrap();
    let write = |name: &str, octets: &[u8]| std::fs::write(folder.join(name), octets).unwrap();
    let mut fill = |octets: &mut [u8]| cast.chance.fill(octets);
    let own = cast.romashka.signer.certificate();
    write("root.cer", cast.root.signer.certificate().to_der());
    write("authority.cer", cast.issuing.signer.certificate().to_der());
    write("authority.pem", cast.issuing.key_pem.as_bytes());
    write("romashka.cer", own.to_der());
    write("romashka.pem", cast.romashka.key_pem.as_bytes());
    write("authority.crl", cast.list(&cast.issuing, &[cast.vasilek.signer.certificate()]).to_der());
    let message = sign_detached(CONTENT, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    write("content.p7s", &message);
    let private = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    let files = foreign::folder(&private, Some(own.to_der()), "", &mut fill);
    write("header.key", &files.header);
    write("masks.key", &files.masks);
    write("primary.key", &files.primary);
}

fn plain(cast: &Cast, set: &str) {
    let at = |name: &str| format!("{name}-{set}");
    let own = cast.romashka.signer.certificate();
    put("certificate", &at("root"), cast.root.signer.certificate().to_der());
    put("certificate", &at("owner"), own.to_der());
    put("name", &at("der"), own.subject().to_der());
    put("name", &at("text"), own.subject().to_string().as_bytes());
    put("pem", &at("chain"), format!("{}{}", own.to_pem().unwrap(), cast.romashka.key_pem).as_bytes());
    put("crl", &at("list"), cast.list(&cast.issuing, &[own]).to_der());
    let private = key(&cast.chance, own.public_key().gost_key().unwrap().set());
    put("private_key", &at("key"), &keys::private_key_to_der(&private));
    let usage = KeyUsage::DIGITAL_SIGNATURE;
    let request = CertificateRequest::create(&private, own.subject(), usage, &[7; 32]).unwrap();
    put("request", &at("request"), request.to_der());
    for (form, name) in [(SignForm::CadesBes { at: noon() }, "cades"), (SignForm::NoAttributes, "bare")] {
        put("cms", &at(name), &sign_detached(b"".as_slice(), &cast.romashka.signer, form).unwrap());
    }
}

fn protected(cast: &Cast, set: &str) {
    let mut fill = |octets: &mut [u8]| cast.chance.fill(octets);
    let private = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    let own = cast.romashka.signer.certificate();
    for (cipher_name, cipher) in CIPHERS {
        let at = |name: &str| format!("{name}-{cipher_name}-{set}");
        let protection = PasswordProtection { cipher, iterations: PASSWORD_ITERATIONS_MIN };
        let der = keys::private_key_to_encrypted_der(&private, PASSWORD, protection, &mut fill).unwrap();
        put("encrypted_key", &at("key"), &der);
        let chain = cast.romashka.signer.chain();
        let order =
            PfxOrder {
                key: &private, certificate: Some(own), chain, friendly_name: Some("ООО Ромашка"), protection
            };
        let pfx = order.seal(PASSWORD, &mut fill).unwrap();
        put("pfx", &at("own"), &pfx);
        put("pfx_safe", &at("own"), safe_of(&pfx));
    }
    let shrouded = foreign::key_part(&foreign::shrouded(&private, PASSWORD, &[5; 16]));
    let parts = [foreign::certificate_part(own.to_der()), shrouded];
    put("pfx", &format!("crypto-pro-{set}"), &foreign::file(&parts, PASSWORD));
    put("pfx_safe", &format!("crypto-pro-{set}"), &foreign::safe(&parts));
}

fn containers(cast: &Cast, set: &str) {
    let private = keys::private_key_from_pem(&cast.romashka.key_pem).unwrap();
    for (name, certificate) in [("bare", None), ("certified", Some(cast.romashka.signer.certificate().to_der()))] {
        let folder = foreign::folder(&private, certificate, "", &mut |octets| cast.chance.fill(octets));
        let foreign::Folder { header, masks, primary, masks2, primary2, name: file } = &folder;
        put("key_container", &format!("{name}-{set}"), &framed(&[header, masks, primary, masks2, primary2, file]));
    }
}

fn envelopes(cast: &Cast, set: &str) {
    let recipients = vec![cast.vasilek.signer.certificate(), cast.romashka.signer.certificate()];
    for (cipher_name, cipher) in CIPHERS {
        for (name, delivery) in [("transport", KeyDelivery::Transport), ("agreement", KeyDelivery::Agreement)] {
            let order = EnvelopeOrder { cipher, delivery, ..EnvelopeOrder::for_recipients(recipients.clone()) };
            let message = encrypt(CONTENT, &order, &mut |octets| cast.chance.fill(octets)).unwrap();
            put("enveloped", &format!("{name}-{cipher_name}-{set}"), &message);
        }
    }
}

fn evidence(cast: &Cast, set: &str) {
    let anchors = cast.anchors_with_lists();
    let (root, issuing) = (cast.root.signer.certificate(), cast.issuing.signer.certificate());
    let asked = [&noon().micros().to_be_bytes()[..], &[0], b"1.2.643.100.113.1"].concat();
    for (form, name) in [(SignForm::CadesBes { at: noon() }, "cades"), (SignForm::NoAttributes, "bare")] {
        let message = sign_detached(CONTENT, &cast.romashka.signer, form).unwrap();
        let mut parts: Vec<&[u8]> = vec![&asked, CONTENT, &message, root.to_der(), issuing.to_der()];
        parts.extend(anchors.crls.iter().map(|list| list.to_der()));
        put("evidence", &format!("{name}-{set}"), &framed(&parts));
    }
}
