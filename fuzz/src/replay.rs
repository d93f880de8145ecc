//! The kept corpus of a target, replayed without libFuzzer: each input whole, cut and flipped.

#![expect(clippy::unwrap_used, reason = "a replay stops at the first surprise")]

use std::path::Path;

/// Inputs a kept corpus has at least.
const INPUTS_MIN: usize = 3;

/// Replays the corpora of targets by their names. A panic is the fault that is looked for.
pub fn replay<'a>(targets: impl IntoIterator<Item = &'a (&'a str, fn(&[u8]))>) {
    for (name, target) in targets {
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
        assert!(inputs >= INPUTS_MIN, "{name}: {inputs} inputs");
    }
}
