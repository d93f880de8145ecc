//! Whole docflows of a СЧФДОП: the title, its receipt notification, the buyer's title, each confirmed to both sides by
//! the operator: six documents of it, signed.

use super::super::Failure;
use super::machine::{now, process_time};
use super::parcels::Parcel;
use super::traffic::{Closed, failed};
use crate::client::{ClientFault, text};
use crate::clock::MachineClock;
use crate::story::{Person, Posted, StoryFault, outcome_is};
use kernel::Clock;
use serde_json::{Value, json};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::JoinSet;

/// Docflows under way at once.
const FLOWS: usize = 48;
/// How often a side looks at its document.
const LOOK_EVERY: Duration = Duration::from_millis(40);
/// Later than this a docflow was not finished at all.
const FLOW_TIME_MAX: Duration = Duration::from_secs(60);

type Queue = Arc<Mutex<VecDeque<Parcel>>>;

/// Carries flow after flow to its end until the time is over or nothing is left.
pub(super) async fn closed(parcels: Vec<Parcel>, time: Duration, server_pid: u32) -> Result<Closed, Failure> {
    let queue: Queue = Arc::new(Mutex::new(parcels.into()));
    let (before, begun) = (process_time(server_pid)?, now());
    let mut flows = JoinSet::new();
    for _ in 0..FLOWS {
        flows.spawn(one_after_another(Arc::clone(&queue), begun, time));
    }
    let mut done = 0;
    while let Some(ended) = flows.join_next().await {
        done += ended.map_err(|why| Failure::failed("a docflow", why))?.map_err(failed)?;
    }
    Ok(Closed { done, took: begun.elapsed(), server: process_time(server_pid)?.saturating_sub(before) })
}

async fn one_after_another(queue: Queue, begun: Instant, time: Duration) -> Result<usize, StoryFault> {
    let mut done = 0;
    while begun.elapsed() < time {
        let parcel = queue.lock().unwrap_or_else(PoisonError::into_inner).pop_front();
        let Some(parcel) = parcel else { break };
        one(&parcel).await?;
        done += 1;
    }
    Ok(done)
}

async fn one(parcel: &Parcel) -> Result<(), StoryFault> {
    let (seller, buyer) = parcel.pair.sides(parcel.turn);
    let (seller, buyer) = (&seller.person, &buyer.person);
    let path = format!("/api/v1/exchange/boxes/{}/messages", seller.box_id);
    let answer = seller.client.post(&path, &parcel.key, &parcel.body).await?;
    let posted = Posted {
        message_id: text(&answer, "/message_id")?.to_owned(),
        document_id: text(&answer, "/entity_ids/0")?.to_owned(),
    };
    wait(buyer, &posted, |_| true).await?;
    let signer = buyer.as_signer();
    buyer.answer(&posted, json!({ "kind": "receipt", "signer": signer }), MachineClock.now()).await?;
    let draft = json!({ "kind": "answer_title", "signer": signer, "text": "Товары приняты без расхождений" });
    buyer.answer(&posted, draft, MachineClock.now()).await?;
    wait(buyer, &posted, is_whole).await?;
    wait(seller, &posted, is_whole).await
}

/// Finished, and confirmed by the operator throughout.
fn is_whole(document: &Value) -> bool {
    let unconfirmed = document.pointer("/state/unconfirmed").and_then(Value::as_array);
    outcome_is(document, "finished") && unconfirmed.is_some_and(Vec::is_empty)
}

async fn wait(person: &Person, posted: &Posted, fits: fn(&Value) -> bool) -> Result<(), StoryFault> {
    let begun = now();
    while begun.elapsed() < FLOW_TIME_MAX {
        match person.document(posted).await {
            Ok(document) if fits(&document) => return Ok(()),
            Ok(_) | Err(StoryFault::Client(ClientFault::Refused { status: 404, .. })) => {}
            Err(fault) => return Err(fault),
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Err(StoryFault::Missing(format!("a docflow was not finished in {} s", FLOW_TIME_MAX.as_secs())))
}
