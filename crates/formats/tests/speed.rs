//! A sanity figure, not a bench: how many УПД of 20 KB are parsed and checked in a second on one core.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod support;

use formats::{Document, Element, Node, check, read, write};
use std::time::Duration;
use support::shared;

/// Documents a second that even a debug build must reach; the figure itself is printed.
const FLOOR: u128 = 300;
/// Documents measured.
const ROUNDS: u32 = 500;

/// The sample of 5.02 with its rows repeated until the file has 20 KB.
fn document_of_20_kb(sample: &[u8]) -> Vec<u8> {
    let document = read(sample).unwrap();
    let mut rows = 1;
    loop {
        let bytes = write(&Document::new(document.format().clone(), with_rows(document.root(), rows))).unwrap();
        if bytes.len() >= 20_000 {
            return bytes;
        }
        rows += 1;
    }
}

fn with_rows(element: &Element, rows: usize) -> Element {
    let mut copy = Element::new(element.name());
    for (name, value) in element.attributes() {
        copy.set(name, value);
    }
    let mut repeated = false;
    for node in element.nodes() {
        match node {
            Node::Element(child) if child.name() == "СведТов" => {
                for _ in 0..if repeated { 1 } else { rows } {
                    copy.push(child.clone());
                }
                repeated = true;
            }
            Node::Element(child) => drop(copy.push(with_rows(child, rows)).name()),
            Node::Text(text) => drop(copy.push_text(text).name()),
        }
    }
    copy
}

/// Time this thread spent on a core, so that busy neighbours do not count; wall time where the system does not tell.
fn core_time(since: std::time::Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|t| t.split(' ').next().and_then(|n| n.parse().ok()));
    nanos.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

#[test]
#[expect(clippy::disallowed_methods, reason = "a measurement")]
fn a_document_of_20_kb_is_checked_fast_enough() {
    let Some(shared) = shared("a_document_of_20_kb_is_checked_fast_enough") else { return };
    let sample = std::fs::read(shared.join("edo-samples/masked_generate_utd970_05_02_01_title0_resp.xml")).unwrap();
    let bytes = document_of_20_kb(&sample);
    let rate = |work: &dyn Fn()| {
        work();
        let begun = std::time::Instant::now();
        let before = core_time(begun);
        (0..ROUNDS).for_each(|_| work());
        u128::from(ROUNDS) * 1_000_000 / (core_time(begun) - before).as_micros().max(1)
    };
    let checked = rate(&|| assert!(check(&bytes).is_schema_valid()));
    let trees = rate(&|| assert!(read(&bytes).is_ok()));
    eprintln!("{} bytes: parse and check {checked}/s, parse to a tree {trees}/s on one core", bytes.len());
    assert!(checked > FLOOR);
}
