//! What a delivery cannot cost less than: the signature checks, the operator's signatures, the reading of the document
//! and its share of a grouped durable commit, each measured alone by processor time on one thread.
//!
//! Hashing is inside the first two; the record is a bare append of what both boxes keep, with one sync for many.

use super::super::Failure;
use super::figures::{Figures, ms};
use super::machine::thread_time;
use super::parcels::Parcel;
use super::traffic::failed;
use crate::clock::MachineClock;
use formats::utd::SellerTitle;
use kernel::Clock;
use pki::{Anchors, Revocation, SignForm, Signer, sign_detached, verify_detached};
use std::hint::black_box;
use std::io::Write;
use std::time::Duration;

/// How often each part is done.
const TIMES: u32 = 400;
/// Octets of an operator's confirmation, near enough.
const CONFIRMATION_OCTETS: usize = 2_000;
/// Octets kept beside a document in a box: its signature, two confirmations with theirs, rows and an event.
const BESIDE_OCTETS: usize = 12_000;
/// Records that share a sync.
const GROUP: u32 = 64;
/// Boxes that keep a document.
const BOXES: usize = 2;

/// The parts.
pub(super) struct Floor {
    verify: Duration,
    sign: Duration,
    read: Duration,
    record: Duration,
}

impl Floor {
    /// A delivery: one signature to check, two confirmations to sign, one title to read, one record.
    fn delivery(&self) -> Duration {
        self.verify + self.sign * 2 + self.read + self.record
    }

    /// As figures.
    pub(super) fn tell(&self, figures: &mut Figures) {
        for (name, part) in [
            ("delivery.floor_ms", self.delivery()),
            ("docflow.floor_ms", self.docflow()),
            ("floor.verify_ms", self.verify),
            ("floor.sign_ms", self.sign),
            ("floor.read_ms", self.read),
            ("floor.record_ms", self.record),
        ] {
            figures.set(name, ms(part));
        }
    }

    /// A docflow of a СЧФДОП: three signatures to check, six confirmations to sign, two titles to read, three records.
    fn docflow(&self) -> Duration {
        self.verify * 3 + self.sign * 6 + self.read * 2 + self.record * 3
    }
}

/// Measures them with a document of the load.
pub(super) fn measure(parcel: &Parcel) -> Result<Floor, Failure> {
    let at = MachineClock.now();
    let signer = &parcel.pair.sides(parcel.turn).0.person.signer;
    let sign = |content: &[u8]| sign_detached(content, signer, SignForm::CadesBes { at });
    let signature = sign(&parcel.title).map_err(|why| Failure::failed("a signature", why))?;
    let chain = signer.chain().to_vec();
    let anchors =
        Anchors { roots: chain.last().cloned().into_iter().collect(), intermediates: chain, crls: Vec::new() };
    let confirmation = vec![b'x'; CONFIRMATION_OCTETS];
    Ok(Floor {
        verify: each(|| {
            let report = verify_detached(parcel.title.as_slice(), &signature, &anchors, at, Revocation::NotAsked);
            report.is_ok_and(|report| report.outcome().is_yes())
        })?,
        sign: each(|| sign(&confirmation).is_ok())?,
        read: each(|| black_box(SellerTitle::read(&parcel.title)).is_ok())?,
        record: record(parcel)?,
    })
}

fn each(mut part: impl FnMut() -> bool) -> Result<Duration, Failure> {
    let begun = thread_time()?;
    for _ in 0..TIMES {
        if !part() {
            return Err(failed(crate::story::StoryFault::Missing("a part of the floor failed".to_owned())));
        }
    }
    Ok(thread_time()?.saturating_sub(begun) / TIMES)
}

fn record(parcel: &Parcel) -> Result<Duration, Failure> {
    let mut file = tempfile::tempfile().map_err(|why| Failure::failed("the record of the floor", why))?;
    let record = vec![0; (parcel.title.len().saturating_add(BESIDE_OCTETS)).saturating_mul(BOXES)];
    let mut done = 0u32;
    each(|| {
        done = done.wrapping_add(1);
        let synced = |file: &mut std::fs::File| if done.is_multiple_of(GROUP) { file.sync_data() } else { Ok(()) };
        file.write_all(&record).and_then(|()| synced(&mut file)).is_ok()
    })
}
