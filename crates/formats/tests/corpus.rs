//! The kept corpus of the fuzz targets `document` and `schema` (`fuzz/`), replayed by every run of the tests, each input
//! also cut and flipped.

#[path = "../../../fuzz/src/documents.rs"]
mod documents;

use std::path::Path;

#[test]
fn every_kept_input_is_read_or_refused_without_a_panic() {
    for (name, target) in documents::TARGETS {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/corpus").join(name);
        let mut inputs = 0;
        for file in std::fs::read_dir(&folder).unwrap() {
            let octets = std::fs::read(file.unwrap().path()).unwrap();
            target(&octets);
            target(octets.get(..octets.len() / 2).unwrap());
            let mut flipped = octets.clone();
            if let Some(octet) = flipped.get_mut(octets.len() / 3) {
                *octet ^= 0x20;
                target(&flipped);
            }
            inputs += 1;
        }
        assert!(inputs >= 3, "{name}: {inputs} inputs");
    }
}
