//! An authority makes one answer: composes the document, signs it, seals it to the subscriber, packs the container.

use crate::desk::Regulator;
use crate::jobs::AnswerJob;
use crate::model::receipts::{self, Answered, PROGRAM, Receipt};
use crate::model::{AUTHORITIES, Authority, Case, Judgement, Objection, Reply, Step};
use crate::ops::examine::case_of;
use crate::ops::pack::{AnswerFault, Parcel, made};
use crate::ops::publish::Made;
use crate::store::containers::{self, Kept};
use crate::store::subscribers;
use ::store::Fault;
use kernel::{Chance, Cx, uuid::Uuid};
use pki::Certificate;
use transport::fns::Container;
use transport::technical::{ContainerError, ReceiptNotice, Received};

/// The file that wrong answers speak of.
const NOBODYS_FILE: &str = "NO_USN_0087_0087_0000000000000000000_20000101_00000000-0000-0000-0000-000000000000";
/// Where errors of containers come from: the flow of errors, its transaction, its document.
const ERROR: Reply = Reply { flow: "07", after: "", step: Step::Error, transaction: "01", document: "01" };

/// Makes the container of an answer, its bytes durable. The same job gives the same bytes at the same moment of the clock.
pub async fn prepare(regulator: &Regulator, cx: &Cx, job: &AnswerJob) -> Result<Made, AnswerFault> {
    let store = &regulator.app.store;
    let cause = containers::find(&mut store.reader().await?, &job.container_id).await?;
    let cause = cause.ok_or_else(|| Fault::Decode("a container to answer is not there".to_owned()))?;
    let cause_bytes = containers::bytes(store, &cause).await?;
    let read = Container::read(&cause_bytes)?;
    let chance = regulator.chance_of(&format!("{} {:?}", job.container_id, job.step));
    let act = Act { regulator, cx, job, cause: &cause, read: &read, chance };
    let container = if job.step == Step::Error { act.error()? } else { act.reply().await? };
    made(store, &container, (&cause.operator, &cause.subscriber), cx.now).await
}

/// One answer being made.
struct Act<'a> {
    regulator: &'a Regulator,
    cx: &'a Cx,
    job: &'a AnswerJob,
    cause: &'a Kept,
    read: &'a Container,
    chance: Chance,
}

impl Act<'_> {
    async fn reply(&self) -> Result<Container, AnswerFault> {
        let reply = Reply::find(&self.cause.flow, &self.cause.transaction, self.job.step);
        let reply = reply.ok_or(AnswerFault::NoReply)?;
        let authority = Authority::find(&self.cause.authority).ok_or(AnswerFault::NoReply)?;
        let mut reader = self.regulator.app.store.reader().await?;
        let subscriber = subscribers::find(&mut reader, &self.cause.subscriber).await?;
        let to: Vec<Certificate> = subscriber.map(|known| known.certificates).unwrap_or_default();
        let receipt = if self.job.step == Step::Notice {
            self.notice(authority)?
        } else {
            self.receipt(authority, case_of(&mut reader, &self.cause.docflow).await?)?
        };
        self.pack(authority, reply, (receipt, &to))
    }

    fn notice(&self, authority: &'static Authority) -> Result<Receipt, AnswerFault> {
        let notice = ReceiptNotice {
            id: self.unique(),
            from: authority.code.to_owned(),
            to: self.cause.subscriber.clone(),
            program: PROGRAM.to_owned(),
            received_at: self.cause.at,
            documents: self.read.documents.iter().map(Received::of).collect(),
        };
        Ok(Receipt { file_name: notice.file_name(), bytes: notice.write()? })
    }

    fn receipt(&self, authority: &'static Authority, case: Case) -> Result<Receipt, AnswerFault> {
        let mut filing = case.filing.clone();
        if self.job.trouble.wrong_answer {
            filing.file_id = NOBODYS_FILE.to_owned();
        }
        let unique = self.unique();
        let answered = Answered {
            authority,
            filing: &filing,
            sender: &case.sender,
            filed_at: case.filed_at(),
            received_at: case.received_at(),
            now: self.cx.now,
            unique: &unique,
        };
        let number = self.number(authority);
        let objections: &[Objection] = match &case.judgement {
            Judgement::Accepted => &[],
            Judgement::ToCorrect(objections) | Judgement::Refused(objections) => objections,
        };
        Ok(match self.job.step {
            Step::Acceptance => receipts::acceptance(&answered, &number)?,
            Step::Refusal => receipts::refusal(&answered, objections)?,
            Step::Entry => receipts::entry(&answered)?,
            Step::Clarification => {
                receipts::clarification(&answered, objections, (&number, &self.own_number(authority)))?
            }
            Step::Notice | Step::Error => return Err(AnswerFault::NoReply),
        })
    }

    /// Says to the operator that the container cannot be worked on; there is nobody to seal it to.
    fn error(&self) -> Result<Container, AnswerFault> {
        let authority = AUTHORITIES.first().ok_or(AnswerFault::NoReply)?;
        let error = ContainerError {
            id: self.unique(),
            program: PROGRAM.to_owned(),
            container: self.read.id,
            text: self.job.reason.clone().unwrap_or_default(),
        };
        let receipt = Receipt { file_name: error.file_name(), bytes: error.write()? };
        self.pack(authority, &ERROR, (receipt, &[]))
    }

    fn pack(
        &self,
        authority: &'static Authority,
        reply: &Reply,
        (receipt, to): (Receipt, &[Certificate]),
    ) -> Result<Container, AnswerFault> {
        let parcel = Parcel {
            authority,
            docflow: self.read.docflow,
            step: (reply.flow, reply.transaction),
            operator: &self.cause.operator,
            subscriber: &self.cause.subscriber,
            documents: vec![(reply.document, receipt)],
            to,
            wrong_signature: self.job.trouble.wrong_signature,
        };
        parcel.pack(self.regulator, &self.chance, self.cx.now)
    }

    fn unique(&self) -> String {
        Uuid::from_bytes(self.chance.octets()).hyphenated().to_string()
    }

    /// The number under which the authority took the report: the same in every answer to it.
    fn number(&self, authority: &Authority) -> String {
        let digits: String = self.cause.docflow.chars().take(12).collect();
        format!("{}-{digits}", authority.code)
    }

    /// The request's own number, 20 digits.
    fn own_number(&self, authority: &Authority) -> String {
        let digits = u64::from_le_bytes(self.chance.octets()) % 10_u64.pow(16);
        format!("{}{digits:016}", authority.code)
    }
}
