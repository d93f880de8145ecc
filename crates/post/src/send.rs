//! The jobs that send: one for letters, one for SMS.

use crate::fate::{Fate, SendState};
use crate::ledger::{Ledger, Which};
use crate::outbox::{self, SEND, SendPayload, find_letter};
use crate::sms_box::{self, SEND_SMS, SendSmsPayload, find_sms};
use crate::transport::{Gateways, OutgoingLetter, OutgoingSms, SendTrouble};
use std::convert::Infallible;
use std::time::Duration;
use store::{Fault, Handlers, JobCx, JobOutcome, KindLimits, No, Store};

/// Attempts before sending is given up: with the pauses below, over a day. A gateway that lies for a night and a morning
/// is awaited; what is a day late nobody waits for.
pub const ATTEMPTS_MAX: i64 = 20;
/// Pause after the first attempt; doubles each time.
const PAUSE_FIRST: Duration = Duration::from_secs(30);
/// The longest pause.
const PAUSE_MAX: Duration = Duration::from_secs(2 * 60 * 60);
/// Letters and SMS on their way at once: more only queue at the same gateway.
const PARALLEL_MAX: u32 = 4;

/// Adds this crate's handlers.
#[must_use]
pub fn handlers(handlers: Handlers, store: Store, gateways: Gateways) -> Handlers {
    // One more than we count: the last attempt is written down by the handler itself.
    let limits = KindLimits { parallel_max: PARALLEL_MAX, attempts_max: ATTEMPTS_MAX + 1, ..KindLimits::default() };
    let (mail, by_mail) = (store.clone(), gateways.clone());
    handlers.on(SEND, limits, move |job, payload| send_letter(mail.clone(), by_mail.clone(), job, payload)).on(
        SEND_SMS,
        limits,
        move |job, payload| send_sms(store.clone(), gateways.clone(), job, payload),
    )
}

fn unreadable() -> JobOutcome {
    JobOutcome::GiveUp("a payload that this version cannot read".to_owned())
}

async fn send_letter(store: Store, by: Gateways, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let Ok(SendPayload { letter_id }) = serde_json::from_slice(&payload) else { return Ok(unreadable()) };
    let organization_id = job.organization_id();
    let found = find_letter(&mut store.reader().await?, organization_id, letter_id).await?;
    let Some(letter) = found.filter(|letter| letter.state() == SendState::Waiting) else {
        return Ok(JobOutcome::Done);
    };
    let row = RowAtWork { store, job, ledger: &outbox::LEDGER, id: *letter_id.as_bytes() };
    let Some(transport) = by.letters.filter(|_| !is_late(&letter.fate, &row.job)) else {
        return row.settle(unsent(&letter.fate, &row.job), None).await;
    };
    let (address, subject, body, created_at) = (letter.address, letter.subject, letter.body, letter.created_at);
    let outgoing = OutgoingLetter { letter_id, address, subject, body, created_at };
    row.conclude(transport.send(&outgoing).await).await
}

async fn send_sms(store: Store, by: Gateways, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let Ok(SendSmsPayload { sms_id }) = serde_json::from_slice(&payload) else { return Ok(unreadable()) };
    let found = find_sms(&mut store.reader().await?, job.organization_id(), sms_id).await?;
    let Some(sms) = found.filter(|sms| sms.state() == SendState::Waiting) else { return Ok(JobOutcome::Done) };
    let row = RowAtWork { store, job, ledger: &sms_box::LEDGER, id: *sms_id.as_bytes() };
    let Some(transport) = by.sms.filter(|_| !is_late(&sms.fate, &row.job)) else {
        return row.settle(unsent(&sms.fate, &row.job), None).await;
    };
    let outgoing = OutgoingSms { sms_id, phone: sms.phone, text: sms.text };
    row.conclude(transport.send(&outgoing).await).await
}

fn is_late(fate: &Fate, job: &JobCx) -> bool {
    fate.useful_until.is_some_and(|until| until <= job.cx.now)
}

fn unsent(fate: &Fate, job: &JobCx) -> SendState {
    if is_late(fate, job) { SendState::Late } else { SendState::NoGateway }
}

/// Doubled after each attempt up to the longest.
fn pause_after(attempt: i64) -> Duration {
    let doublings = u32::try_from(attempt.clamp(1, 31) - 1).unwrap_or(0);
    PAUSE_FIRST.saturating_mul(1 << doublings).min(PAUSE_MAX)
}

/// The row a job works at.
struct RowAtWork {
    store: Store,
    job: JobCx,
    ledger: &'static Ledger,
    id: [u8; 16],
}

impl RowAtWork {
    async fn conclude(self, sent: Result<(), SendTrouble>) -> Result<JobOutcome, Fault> {
        let attempt = self.job.attempt();
        match sent {
            Ok(()) => self.settle(SendState::Sent, None).await,
            Err(trouble) if trouble.is_final => self.settle(SendState::Refused, Some(trouble)).await,
            Err(trouble) if attempt >= ATTEMPTS_MAX => self.settle(SendState::GaveUp, Some(trouble)).await,
            Err(trouble) => self.note(trouble).await,
        }
    }

    /// Decides what became of the row and ends the job in one transaction.
    async fn settle(&self, state: SendState, trouble: Option<SendTrouble>) -> Result<JobOutcome, Fault> {
        let (which, ledger) = (self.which(), self.ledger);
        let cx = self.job.cx.clone();
        let settled = self.store.write(&cx, (self.job.ticket, trouble), move |tx, cx, (ticket, trouble)| {
            Box::pin(async move {
                ledger.settle(tx, cx, which, (state, trouble.as_ref())).await?;
                tx.finish_job(ticket).await?;
                Ok::<_, No<Infallible>>(())
            })
        });
        never_refused(settled.await)?;
        tracing::info!(?state, attempt = self.job.attempt(), "a letter or an SMS is settled");
        Ok(JobOutcome::Finished)
    }

    /// Writes down why this attempt failed, and waits for the next.
    async fn note(&self, trouble: SendTrouble) -> Result<JobOutcome, Fault> {
        let (which, ledger) = (self.which(), self.ledger);
        let reason = format!("the gateway did not take it: {}", trouble.cause.name());
        let cx = self.job.cx.clone();
        let noted = self.store.write(&cx, trouble, move |tx, cx, trouble| {
            Box::pin(async move { Ok::<_, No<Infallible>>(ledger.note(tx, cx, which, trouble).await?) })
        });
        never_refused(noted.await)?;
        Ok(JobOutcome::RetryAfter { after: pause_after(self.job.attempt()), reason })
    }

    fn which(&self) -> Which {
        Which { organization_id: self.job.organization_id(), id: self.id }
    }
}

fn never_refused(done: Result<(), No<Infallible>>) -> Result<(), Fault> {
    match done {
        Ok(()) => Ok(()),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(never)) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_all_of_them_are_a_day() {
        let pauses: Vec<u64> = (1..ATTEMPTS_MAX).map(|attempt| pause_after(attempt).as_secs()).collect();
        assert_eq!(pauses[..9], [30, 60, 120, 240, 480, 960, 1920, 3840, 7200]);
        assert!(pauses.windows(2).all(|pair| pair[0] <= pair[1]));
        let hours = pauses.iter().sum::<u64>() / 3600;
        assert!((20..=30).contains(&hours), "{hours} h");
    }
}
