//! Writes the first corpus: one good thing of each kind on several parameter sets, all made from fixed seeds.

#[expect(dead_code, reason = "the cast plays in stories too")]
#[path = "../../../crates/pki/tests/stories/cast.rs"]
mod cast;

use cast::{Cast, key, noon};
use gost::ParamSet;
use pki::{CertificateRequest, KeyUsage, SignForm, Signer, keys, sign_detached};
use std::path::Path;

fn put(target: &str, name: &str, octets: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target);
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), octets).unwrap();
}

fn main() {
    for (seed, set) in [(1, ParamSet::XA), (2, ParamSet::TcA), (3, ParamSet::Tc512A)] {
        let cast = Cast::with_set(seed, set);
        let at = |name: &str| format!("{name}-{set:?}");
        let own = cast.romashka.signer.certificate();
        put("certificate", &at("root"), cast.root.signer.certificate().to_der());
        put("certificate", &at("owner"), own.to_der());
        put("name", &at("der"), own.subject().to_der());
        put("name", &at("text"), own.subject().to_string().as_bytes());
        put("pem", &at("chain"), format!("{}{}", own.to_pem().unwrap(), cast.romashka.key_pem).as_bytes());
        put("crl", &at("list"), cast.list(&cast.issuing, &[own]).to_der());
        let private = key(&cast.chance, set);
        put("private_key", &at("key"), &keys::private_key_to_der(&private));
        let usage = KeyUsage::DIGITAL_SIGNATURE;
        put(
            "request",
            &at("request"),
            CertificateRequest::create(&private, own.subject(), usage, &[7; 32]).unwrap().to_der(),
        );
        for (form, name) in [(SignForm::CadesBes { at: noon() }, "cades"), (SignForm::NoAttributes, "bare")] {
            put("cms", &at(name), &sign_detached(b"".as_slice(), &cast.romashka.signer, form).unwrap());
        }
    }
}
