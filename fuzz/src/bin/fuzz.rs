//! libFuzzer over the target that `SVITOK_FUZZ` names.
#![no_main]

#[path = "../documents.rs"]
mod documents;

use std::sync::OnceLock;

libfuzzer_sys::fuzz_target!(|octets: &[u8]| {
    static TARGET: OnceLock<fuzz::Target> = OnceLock::new();
    let target = TARGET.get_or_init(|| {
        let asked = std::env::var("SVITOK_FUZZ").unwrap_or_default();
        let found = fuzz::TARGETS.iter().chain(documents::TARGETS).find(|(name, _)| *name == asked);
        found.map(|(_, target)| *target).unwrap_or_else(|| panic!("SVITOK_FUZZ={asked}: no such target"))
    });
    target(octets);
});
