//! The kept corpus of the fuzz targets `document` and `schema` (`fuzz/`), replayed by every run of the tests.

#[path = "../../../fuzz/src/documents.rs"]
mod documents;
#[path = "../../../fuzz/src/replay.rs"]
mod replay;

#[test]
fn every_kept_input_is_read_or_refused_without_a_panic() {
    replay::replay(documents::TARGETS);
}
