//! What a delivery cannot cost less than: the decoding of the request, the hash it is kept by, the signature checks, the
//! operator's signatures, the reading of the document and its share of a grouped durable commit, each measured alone by
//! processor time on one thread, in the very minute of the load.
//!
//! The hash of a signature is inside its check; the record is a bare append of what both boxes keep, with one sync for
//! many. What answers a title in a docflow (a receipt notification, the buyer's title) is small, and is measured small.
//! Nothing of HTTP, of composing, of the official checks or of a database is in it.

use super::super::Failure;
use super::figures::{Figures, ms};
use super::machine::thread_time;
use super::parcels::Parcel;
use super::traffic::failed;
use crate::clock::MachineClock;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use formats::service::{AnsweredFile, Confirmed, DateConfirmation, OperatorDetails, Participant, Requisites};
use formats::utd::SellerTitle;
use kernel::Clock;
use pki::{Anchors, Revocation, SignForm, Signer, sign_detached, verify_detached};
use serde::Deserialize;
use serde_json::json;
use std::hint::black_box;
use std::io::Write;
use std::time::Duration;

/// How often each part is done before the clock is looked at.
const TIMES: u32 = 200;
/// How long each part is done at the least: the system tells a thread's time to some milliseconds.
const TIME_MIN: Duration = Duration::from_millis(80);
/// Octets kept beside a document in a box: its signature, two confirmations with theirs, rows and an event.
const BESIDE_OCTETS: usize = 12_000;
/// Records that share a sync.
const GROUP: u32 = 64;
/// Boxes that keep a document.
const BOXES: usize = 2;

/// What one signed file costs at the least.
struct File {
    decode: Duration,
    hash: Duration,
    verify: Duration,
    read: Duration,
    record: Duration,
}

impl File {
    fn whole(&self) -> Duration {
        self.decode + self.hash + self.verify + self.read + self.record
    }
}

/// The parts.
pub(super) struct Floor {
    title: File,
    small: File,
    sign: Duration,
}

impl Floor {
    /// A delivery: one title and two confirmations to sign.
    fn delivery(&self) -> Duration {
        self.title.whole() + self.sign * 2
    }

    /// A docflow of a СЧФДОП: one title, two small files that answer it, six confirmations to sign.
    fn docflow(&self) -> Duration {
        self.title.whole() + self.small.whole() * 2 + self.sign * 6
    }

    /// As figures.
    pub(super) fn tell(&self, figures: &mut Figures) {
        for (name, part) in [
            ("delivery.floor_ms", self.delivery()),
            ("docflow.floor_ms", self.docflow()),
            ("floor.decode_ms", self.title.decode),
            ("floor.hash_ms", self.title.hash),
            ("floor.verify_ms", self.title.verify),
            ("floor.read_ms", self.title.read),
            ("floor.record_ms", self.title.record),
            ("floor.small_ms", self.small.whole()),
            ("floor.sign_ms", self.sign),
        ] {
            figures.set(name, ms(part));
        }
    }
}

/// Measures them with a document of the load.
pub(super) fn measure(parcel: &Parcel) -> Result<Floor, Failure> {
    let small = small(parcel)?;
    let sign = each(|| signed(parcel, &small).is_ok())?;
    Ok(Floor { title: file(parcel, &parcel.title, is_title)?, small: file(parcel, &small, is_document)?, sign })
}

fn is_title(content: &[u8]) -> bool {
    black_box(SellerTitle::read(content)).is_ok()
}

fn is_document(content: &[u8]) -> bool {
    black_box(formats::read(content)).is_ok()
}

fn signed(parcel: &Parcel, content: &[u8]) -> Result<Vec<u8>, Failure> {
    let signer = &parcel.pair.sides(parcel.turn).0.person.signer;
    let form = SignForm::CadesBes { at: MachineClock.now() };
    sign_detached(content, signer, form).map_err(|why| Failure::failed("a signature", why))
}

/// A service document about the title, of the size of a receipt notification.
fn small(parcel: &Parcel) -> Result<Vec<u8>, Failure> {
    let party = |id: &str, inn: &str| Participant {
        id: id.to_owned(),
        requisites: Requisites::Organization {
            name: "ООО «Ромашка»".to_owned(),
            inn: inn.to_owned(),
            kpp: "980101001".to_owned(),
        },
    };
    let (from, to) = parcel.pair.sides(parcel.turn);
    let confirmation = DateConfirmation {
        file_id: format!("DP_PDOTPR_{}_2XX_20261122_0193a000-0000-7000-8000-000000000000", to.person.participant_id),
        program: "bench".to_owned(),
        confirmed: Confirmed::Sending,
        operator: OperatorDetails {
            name: "ООО «Василёк»".to_owned(),
            inn: to.person.role.inn.clone(),
            id: "2XX".to_owned(),
        },
        at: MachineClock.now().civil_datetime_msk(),
        answered: AnsweredFile {
            file_id: "ON_NSCHFDOPPR".to_owned(),
            signatures: vec![STANDARD.encode(signed(parcel, &parcel.title)?)],
        },
        sender: party(&from.person.participant_id, &from.person.role.inn),
        recipient: party(&to.person.participant_id, &to.person.role.inn),
        signer: None,
    };
    confirmation.to_bytes().map_err(|why| Failure::failed("a small document", why))
}

fn file(parcel: &Parcel, content: &[u8], is_read: fn(&[u8]) -> bool) -> Result<File, Failure> {
    let signature = signed(parcel, content)?;
    let at = MachineClock.now();
    let chain = parcel.pair.sides(parcel.turn).0.person.signer.chain().to_vec();
    let anchors =
        Anchors { roots: chain.last().cloned().into_iter().collect(), intermediates: chain, ..Anchors::default() };
    let body = json!({ "content": STANDARD.encode(content), "signature": STANDARD.encode(&signature) }).to_string();
    Ok(File {
        decode: each(|| decoded(&body).is_some())?,
        hash: each(|| !black_box(blake3::hash(content)).as_bytes().is_empty())?,
        verify: each(|| {
            let report = verify_detached(content, &signature, &anchors, at, Revocation::NotAsked);
            report.is_ok_and(|report| report.outcome().is_yes())
        })?,
        read: each(|| is_read(content))?,
        record: record(content.len())?,
    })
}

/// The octets in a request's body.
fn decoded(body: &str) -> Option<[Vec<u8>; 2]> {
    #[derive(Deserialize)]
    struct Body<'a> {
        content: &'a str,
        signature: &'a str,
    }
    let body: Body<'_> = serde_json::from_str(body).ok()?;
    Some([STANDARD.decode(body.content).ok()?, STANDARD.decode(body.signature).ok()?])
}

fn each(mut part: impl FnMut() -> bool) -> Result<Duration, Failure> {
    let (begun, mut done, mut spent) = (thread_time()?, 0, Duration::ZERO);
    while spent < TIME_MIN {
        for _ in 0..TIMES {
            if !part() {
                return Err(failed(crate::story::StoryFault::Missing("a part of the floor failed".to_owned())));
            }
        }
        done += TIMES;
        spent = thread_time()?.saturating_sub(begun);
    }
    Ok(spent / done)
}

fn record(content_octets: usize) -> Result<Duration, Failure> {
    let mut file = tempfile::tempfile().map_err(|why| Failure::failed("the record of the floor", why))?;
    let record = vec![0; content_octets.saturating_add(BESIDE_OCTETS).saturating_mul(BOXES)];
    let mut done = 0u32;
    each(|| {
        done = done.wrapping_add(1);
        let synced = |file: &mut std::fs::File| if done.is_multiple_of(GROUP) { file.sync_data() } else { Ok(()) };
        file.write_all(&record).and_then(|()| synced(&mut file)).is_ok()
    })
}
