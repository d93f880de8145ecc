//! The outbox's SMS.

use crate::ledger::{self, Ledger, Which};
use crate::outbox::page;
use crate::refusal::PostRefusal;
use crate::sms::{NewSms, Phone, Sms, SmsId};
use kernel::{Cx, Moment, OrganizationId, Page, PageRequest};
use serde::{Deserialize, Serialize};
use store::{Fault, Fetch, NewJob, No, Row, Sql, Tx, binds};

pub(crate) const ADD: Sql = Sql::org(
    "post.add_sms",
    "INSERT INTO post_sms
       (organization_id, sms_id, phone, text, state, outcome, cause, detail, attempts, tried_at, useful_until,
        created_at, settled_at)
     VALUES ($1, $2, $3, $4, 'waiting', NULL, NULL, NULL, 0, NULL, $5, $6, NULL)",
);
pub(crate) const FIND: Sql = Sql::org(
    "post.find_sms",
    "SELECT sms_id, phone, text, created_at,
       state, outcome, cause, detail, attempts, tried_at, settled_at, useful_until
     FROM post_sms WHERE organization_id = $1 AND sms_id = $2",
);
pub(crate) const LIST: Sql = Sql::org(
    "post.list_sms",
    "SELECT sms_id, phone, text, created_at,
       state, outcome, cause, detail, attempts, tried_at, settled_at, useful_until
     FROM post_sms WHERE organization_id = $1 AND sms_id > $2 ORDER BY sms_id LIMIT $3",
);
pub(crate) const SWEEP: Sql = Sql::global(
    "post.sweep_sms",
    "DELETE FROM post_sms WHERE (organization_id, sms_id) IN
       (SELECT organization_id, sms_id FROM post_sms WHERE created_at < $1 LIMIT $2)",
);
pub(crate) const LEDGER: Ledger = Ledger {
    settle: Sql::org(
        "post.settle_sms",
        "UPDATE post_sms SET state = $3, outcome = $4, settled_at = $5
         WHERE organization_id = $1 AND sms_id = $2 AND state = 'waiting' AND outcome IS NULL",
    ),
    forget: Sql::org("post.forget_sms", "UPDATE post_sms SET text = '' WHERE organization_id = $1 AND sms_id = $2"),
    note: Sql::org(
        "post.note_sms",
        "UPDATE post_sms SET attempts = attempts + 1, cause = $3, detail = $4, tried_at = $5
         WHERE organization_id = $1 AND sms_id = $2 AND state = 'waiting' AND outcome IS NULL",
    ),
    again: Sql::org(
        "post.again_sms",
        "UPDATE post_sms SET state = 'waiting', outcome = NULL, settled_at = NULL
         WHERE organization_id = $1 AND sms_id = $2 AND text <> ''
           AND ((state = 'unsent' AND outcome IS NULL) OR outcome IN ('refused', 'gave-up'))",
    ),
};

/// Kind of the job that sends an SMS.
pub(crate) const SEND_SMS: &str = "post.send-sms";

/// Payload of the job, version 1.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct SendSmsPayload {
    pub sms_id: SmsId,
}

/// Writes the SMS and the job that sends it, in the transaction of what it tells about.
pub async fn queue_sms(tx: &mut Tx<'_>, cx: &Cx, new: &NewSms) -> Result<SmsId, Fault> {
    let sms_id: SmsId = cx.new_id();
    let (organization_id, text) = (new.organization_id, new.text.as_str());
    let binds = binds![organization_id, sms_id, new.phone.as_str(), text, new.useful_until, cx.now];
    tx.execute(&ADD, binds).await?;
    queue_send(tx, cx, organization_id, sms_id).await?;
    Ok(sms_id)
}

async fn queue_send(tx: &mut Tx<'_>, cx: &Cx, organization: OrganizationId, sms_id: SmsId) -> Result<(), Fault> {
    let payload = serde_json::to_vec(&SendSmsPayload { sms_id });
    let payload = payload.map_err(|error| Fault::Decode(format!("payload of {SEND_SMS}: {error}")))?;
    tx.queue(NewJob::now(cx, organization, SEND_SMS, payload)).await
}

/// Sends an SMS once more; see [`resend_letter`](crate::resend_letter).
pub async fn resend_sms(
    tx: &mut Tx<'_>,
    cx: &Cx,
    organization_id: OrganizationId,
    sms_id: SmsId,
) -> Result<Option<Sms>, No<PostRefusal>> {
    if find_sms(tx, organization_id, sms_id).await?.is_none() {
        return Ok(None);
    }
    if !LEDGER.again(tx, Which { organization_id, id: *sms_id.as_bytes() }).await? {
        return Err(No::Refused(PostRefusal::NotAgain));
    }
    queue_send(tx, cx, organization_id, sms_id).await?;
    Ok(find_sms(tx, organization_id, sms_id).await?)
}

/// SMS of an organization, or of the installation, in the order they were written; see
/// [`list_letters`](crate::list_letters) on who may read them.
pub async fn list_sms(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    request: &PageRequest,
) -> Result<Page<Sms>, Fault> {
    let after = request.after().and_then(|cursor| cursor.position().ok()).unwrap_or_default();
    let limit = i64::from(request.limit());
    let rows = from.fetch_all(&LIST, binds![organization_id, after, limit + 1]).await?;
    let items = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    Ok(page(items, request, |sms| *sms.sms_id.as_bytes()))
}

/// An SMS of an organization.
pub async fn find_sms(
    from: &mut (impl Fetch + ?Sized),
    organization_id: OrganizationId,
    sms_id: SmsId,
) -> Result<Option<Sms>, Fault> {
    from.fetch_optional(&FIND, binds![organization_id, sms_id]).await?.as_ref().map(read).transpose()
}

fn read(row: &Row) -> Result<Sms, Fault> {
    Ok(Sms {
        sms_id: row.parsed(0, Row::bytes, |bytes| SmsId::from_bytes(&bytes))?,
        phone: row.parsed(1, Row::text, |text| Phone::parse(&text))?,
        text: row.text(2)?,
        created_at: Moment::from_micros(row.i64(3)?),
        fate: ledger::read(row, 4)?,
    })
}
