//! Items of applications, their sealed values and scans, and the steps that were taken.

use crate::model::{ApplicationId, Point, PointState, Stage};
use kernel::{Cx, Moment, OrganizationId, UserId};
use store::{Fault, Fetch, Row, Sql, Tx, binds};

kernel::typed_id!(
    /// One step of an application.
    pub struct StepId
);

/// Octets of one part of a scan: a row that both engines keep without strain; five MiB are eighty of them.
pub(crate) const PART_BYTES: usize = 64 * 1024;
/// Parts of one scan, the seal included.
const PARTS_MAX: usize = 128;
/// Steps of one application that are shown.
const STEPS_MAX: i64 = 500;

pub(crate) const INSERT: Sql = Sql::org(
    "certification.insert_item",
    "INSERT INTO certification_item (organization_id, application_id, item, state, reason, comment, judged_by, \
     judged_at, sealed_value, format, size_bytes) \
     VALUES ($1, $2, $3, $4, $5, NULL, NULL, NULL, $6, NULL, NULL)",
);

pub(crate) const LIST: Sql = Sql::org(
    "certification.list_items",
    "SELECT item, state, reason, comment, judged_by, judged_at, sealed_value, format, size_bytes \
     FROM certification_item WHERE organization_id = $1 AND application_id = $2 ORDER BY item",
);

pub(crate) const SET_STATE: Sql = Sql::org(
    "certification.set_item_state",
    "UPDATE certification_item SET state = $4, reason = $5 \
     WHERE organization_id = $1 AND application_id = $2 AND item = $3",
);

pub(crate) const SET_JUDGED: Sql = Sql::org(
    "certification.set_item_judged",
    "UPDATE certification_item SET comment = $4, judged_by = $5, judged_at = $6 \
     WHERE organization_id = $1 AND application_id = $2 AND item = $3",
);

pub(crate) const SET_VALUE: Sql = Sql::org(
    "certification.set_item_value",
    "UPDATE certification_item SET sealed_value = $4, comment = NULL, judged_by = NULL, judged_at = NULL \
     WHERE organization_id = $1 AND application_id = $2 AND item = $3",
);

pub(crate) const SET_FILE: Sql = Sql::org(
    "certification.set_item_file",
    "UPDATE certification_item SET format = $4, size_bytes = $5, comment = NULL, judged_by = NULL, judged_at = NULL \
     WHERE organization_id = $1 AND application_id = $2 AND item = $3",
);

pub(crate) const INSERT_PART: Sql = Sql::org(
    "certification.insert_scan_part",
    "INSERT INTO certification_scan_part (organization_id, application_id, item, part, sealed) \
     VALUES ($1, $2, $3, $4, $5)",
);

pub(crate) const LIST_PARTS: Sql = Sql::org(
    "certification.list_scan_parts",
    "SELECT sealed FROM certification_scan_part WHERE organization_id = $1 AND application_id = $2 AND item = $3 \
     ORDER BY part",
);

pub(crate) const DELETE_SCAN: Sql = Sql::org(
    "certification.delete_scan",
    "DELETE FROM certification_scan_part WHERE organization_id = $1 AND application_id = $2 AND item = $3",
);

pub(crate) const DELETE_PARTS: Sql = Sql::org(
    "certification.delete_scan_parts",
    "DELETE FROM certification_scan_part WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const DELETE_ITEMS: Sql = Sql::org(
    "certification.delete_items",
    "DELETE FROM certification_item WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const DELETE_STEPS: Sql = Sql::org(
    "certification.delete_steps",
    "DELETE FROM certification_application_step WHERE organization_id = $1 AND application_id = $2",
);

pub(crate) const INSERT_STEP: Sql = Sql::org(
    "certification.insert_step",
    "INSERT INTO certification_application_step (organization_id, application_id, step_id, at, act, item, by_user_id, \
     stage) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
);

pub(crate) const LIST_STEPS: Sql = Sql::org(
    "certification.list_steps",
    "SELECT at, act, item, by_user_id, stage FROM certification_application_step \
     WHERE organization_id = $1 AND application_id = $2 ORDER BY step_id LIMIT $3",
);

/// One item as kept.
#[derive(Clone, Debug)]
pub(crate) struct ItemRow {
    pub point: Point,
    pub state: PointState,
    pub comment: Option<String>,
    pub judged_at: Option<Moment>,
    pub sealed_value: Option<Vec<u8>>,
    pub format: Option<String>,
    pub size_bytes: Option<i64>,
}

fn read(row: &Row) -> Result<ItemRow, Fault> {
    let undecoded = |what: &str| Fault::Decode(format!("certification_item.{what}"));
    let reason = row.opt_text(2)?;
    Ok(ItemRow {
        point: Point::from_word(row.text_ref(0)?).ok_or_else(|| undecoded("item"))?,
        state: PointState::from_words(row.text_ref(1)?, reason.as_deref()).ok_or_else(|| undecoded("state"))?,
        comment: row.opt_text(3)?,
        judged_at: row.opt_i64(5)?.map(Moment::from_micros),
        sealed_value: row.opt_bytes(6)?,
        format: row.opt_text(7)?,
        size_bytes: row.opt_i64(8)?,
    })
}

/// Where items lie.
pub(crate) type Key = (OrganizationId, ApplicationId);

pub(crate) async fn insert(
    tx: &mut Tx<'_>,
    (organization_id, application_id): Key,
    (point, state): (Point, PointState),
    sealed_value: Option<&Vec<u8>>,
) -> Result<(), Fault> {
    let reason = state.reason().map(|reason| reason.word().to_owned());
    let sealed_value = sealed_value.cloned();
    let binds = binds![organization_id, application_id, point.word(), state.word(), reason, sealed_value];
    tx.execute(&INSERT, binds).await.map(drop)
}

pub(crate) async fn list(
    fetch: &mut dyn Fetch,
    organization_id: OrganizationId,
    application_id: ApplicationId,
) -> Result<Vec<ItemRow>, Fault> {
    fetch.fetch_all(&LIST, binds![organization_id, application_id]).await?.iter().map(read).collect()
}

pub(crate) async fn set_state(
    tx: &mut Tx<'_>,
    organization_id: OrganizationId,
    application_id: ApplicationId,
    (point, state): (Point, PointState),
) -> Result<(), Fault> {
    let reason = state.reason().map(|reason| reason.word().to_owned());
    let binds = binds![organization_id, application_id, point.word(), state.word(), reason];
    tx.execute(&SET_STATE, binds).await.map(drop)
}

/// Who judged an item, when, with which words.
#[derive(Clone, Debug)]
pub(crate) struct Judged {
    pub by: UserId,
    pub at: Moment,
    pub comment: Option<String>,
}

pub(crate) async fn set_judged(
    tx: &mut Tx<'_>,
    (organization_id, application_id): Key,
    point: Point,
    judged: &Judged,
) -> Result<(), Fault> {
    let binds = binds![organization_id, application_id, point.word(), judged.comment.clone(), judged.by, judged.at];
    tx.execute(&SET_JUDGED, binds).await.map(drop)
}

pub(crate) async fn set_value(
    tx: &mut Tx<'_>,
    (organization_id, application_id): Key,
    point: Point,
    sealed: &[u8],
) -> Result<(), Fault> {
    tx.execute(&SET_VALUE, binds![organization_id, application_id, point.word(), sealed]).await.map(drop)
}

/// A sealed scan.
#[derive(Clone, Debug)]
pub(crate) struct SealedScan {
    pub point: Point,
    pub format: &'static str,
    /// Octets before sealing.
    pub size_bytes: i64,
    pub sealed: Vec<u8>,
}

/// In the place of the former one, which is gone with this transaction.
pub(crate) async fn put_scan(
    tx: &mut Tx<'_>,
    (organization_id, application_id): Key,
    scan: &SealedScan,
) -> Result<(), Fault> {
    let item = scan.point.word();
    tx.execute(&DELETE_SCAN, binds![organization_id, application_id, item]).await?;
    for (part, sealed) in (0_i64..).zip(scan.sealed.chunks(PART_BYTES)) {
        tx.execute(&INSERT_PART, binds![organization_id, application_id, item, part, sealed]).await?;
    }
    let binds = binds![organization_id, application_id, item, scan.format, scan.size_bytes];
    tx.execute(&SET_FILE, binds).await.map(drop)
}

/// The sealed octets of a scan; empty where there is none.
pub(crate) async fn get_scan(
    fetch: &mut dyn Fetch,
    (organization_id, application_id): Key,
    point: Point,
) -> Result<Vec<u8>, Fault> {
    let binds = binds![organization_id, application_id, point.word()];
    let mut whole = Vec::new();
    for row in fetch.fetch_limited(&LIST_PARTS, binds, PARTS_MAX).await? {
        whole.extend_from_slice(row.bytes_ref(0)?);
    }
    Ok(whole)
}

/// One step, for the timeline.
#[derive(Clone, Debug)]
pub(crate) struct StepRow {
    pub at: Moment,
    pub act: String,
    pub item: Option<String>,
    pub by: Option<UserId>,
    pub stage: Stage,
}

pub(crate) async fn insert_step(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (organization_id, application_id): Key,
    step: &StepRow,
) -> Result<(), Fault> {
    let step_id: StepId = cx.new_id();
    let binds = binds![
        organization_id,
        application_id,
        step_id.to_vec(),
        step.at,
        &step.act,
        step.item.clone(),
        step.by,
        step.stage.word()
    ];
    tx.execute(&INSERT_STEP, binds).await.map(drop)
}

/// In the order they were taken.
pub(crate) async fn list_steps(
    fetch: &mut dyn Fetch,
    (organization_id, application_id): Key,
) -> Result<Vec<StepRow>, Fault> {
    let rows = fetch.fetch_all(&LIST_STEPS, binds![organization_id, application_id, STEPS_MAX]).await?;
    let step = |row: &Row| {
        let by = row.opt_bytes(3)?.map(|octets| UserId::from_bytes(&octets)).transpose();
        Ok(StepRow {
            at: Moment::from_micros(row.i64(0)?),
            act: row.text(1)?,
            item: row.opt_text(2)?,
            by: by.map_err(|_| Fault::Decode("certification_application_step.by_user_id".to_owned()))?,
            stage: row.parsed(4, Row::text, |word| Stage::from_word(&word).ok_or("not a stage"))?,
        })
    };
    rows.iter().map(step).collect()
}

pub(crate) const FORGET_VALUE: Sql = Sql::org(
    "certification.forget_item_value",
    "UPDATE certification_item SET sealed_value = NULL \
     WHERE organization_id = $1 AND application_id = $2 AND item = $3",
);

pub(crate) async fn forget_value(
    tx: &mut Tx<'_>,
    (organization_id, application_id): Key,
    point: Point,
) -> Result<(), Fault> {
    tx.execute(&FORGET_VALUE, binds![organization_id, application_id, point.word()]).await.map(drop)
}
