//! News that travel from a room to those that listen: one job for each listener, written by the publisher in the
//! transaction of what happened. This is the table of who listens to what, and what each does about it.

use account::certificate_stopped::{self, StoppedCertificate};
use certification::CertificateStopped;
use std::convert::Infallible;
use store::{Fault, Handlers, JobCx, JobOutcome, KindLimits, No, Store};

/// The account: whose way in it was.
const ACCOUNT_HEARS_STOPPED: &str = "account.hear_certificate_stopped";

/// Who listens to a certificate going out of force.
pub const CERTIFICATE_STOPPED: &[&str] = &[ACCOUNT_HEARS_STOPPED];

/// Adds what the listeners do.
pub fn handlers(handlers: Handlers, store: &Store, certification: &certification::Room) -> Handlers {
    let (store, certification) = (store.clone(), certification.clone());
    handlers.on(ACCOUNT_HEARS_STOPPED, KindLimits::default(), move |job, payload| {
        account_hears(store.clone(), certification.clone(), job, payload)
    })
}

/// The job ends in the transaction of what it does: told again, nobody hears it twice.
async fn account_hears(
    store: Store,
    certification: certification::Room,
    job: JobCx,
    payload: Vec<u8>,
) -> Result<JobOutcome, Fault> {
    let Some(news) = CertificateStopped::read(&payload) else {
        return Ok(JobOutcome::GiveUp("the payload cannot be read".to_owned()));
    };
    let thumbprint = hex::decode(&news.thumbprint).unwrap_or_default();
    let found = certification.find_certificate(&account::act_for(&job.ticket), &thumbprint).await?;
    let Some(certificate) = found else {
        return Ok(JobOutcome::GiveUp("no such certificate".to_owned()));
    };
    let stopped = StoppedCertificate::new(&certificate, news.holder_user_id, news.serial, news.is_revoked);
    let heard: Result<(), No<Infallible>> = store
        .write(&job.cx, (job.ticket, stopped), |tx, cx, (ticket, stopped)| {
            Box::pin(async move {
                tx.finish_job(ticket).await?;
                Ok(certificate_stopped::run(tx, cx, &account::act_for(ticket), stopped).await?)
            })
        })
        .await;
    match heard {
        Ok(()) => Ok(JobOutcome::Finished),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(never)) => match never {},
    }
}
