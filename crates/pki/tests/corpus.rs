//! The kept corpus of the fuzz targets (`fuzz/`), replayed by every run of the tests.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop at the first surprise")]

#[path = "../../../fuzz/src/replay.rs"]
mod replay;
#[expect(dead_code, reason = "the first corpus is made of the rest")]
#[path = "../../../fuzz/src/lib.rs"]
mod targets;

#[test]
fn every_kept_input_is_read_or_refused_without_a_panic() {
    replay::replay(targets::TARGETS);
}
