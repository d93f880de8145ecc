//! An application as the API shows it.

use crate::model::{Act, ApplicationKind, Identity, Point, PointState, Reason, Stage, Values};
use crate::ops::application::read::Whole;
use crate::store::application::ApplicationRow;
use crate::store::item::{ItemRow, StepRow};
use serde::Serialize;
use utoipa::ToSchema;

/// Where one item stands.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ApplicationItemState)]
pub(crate) enum ItemStateView {
    /// Nothing was given yet.
    Absent,
    /// Given, not looked at.
    Unseen,
    /// Found good.
    Accepted,
    /// To be given again.
    Refused,
}

/// One field or scan.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApplicationItem)]
pub(crate) struct ItemView {
    /// Which.
    item: Point,
    /// Whether it is a scan.
    is_scan: bool,
    /// Where it stands.
    state: ItemStateView,
    /// Why it was refused.
    reason: Option<Reason>,
    /// An operator's own words beside the reason.
    comment: Option<String>,
    /// The value of a field.
    value: Option<String>,
    /// Media type of a scan.
    format: Option<String>,
    /// Octets of a scan.
    size_bytes: Option<i64>,
    /// When it was judged.
    #[schema(format = DateTime)]
    judged_at: Option<String>,
}

impl ItemView {
    fn of(row: &ItemRow, values: &Values) -> Self {
        let (state, reason) = match row.state {
            PointState::Absent => (ItemStateView::Absent, None),
            PointState::Unseen => (ItemStateView::Unseen, None),
            PointState::Accepted => (ItemStateView::Accepted, None),
            PointState::Refused(reason) => (ItemStateView::Refused, Some(reason)),
        };
        Self {
            item: row.point,
            is_scan: row.point.is_scan(),
            state,
            reason,
            comment: row.comment.clone(),
            value: values.get(&row.point).cloned(),
            format: row.format.clone(),
            size_bytes: row.size_bytes,
            judged_at: row.judged_at.map(|at| at.to_rfc3339()),
        }
    }
}

/// One step of the timeline. Who of the desk did it is not said to the applicant.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApplicationStep)]
pub(crate) struct StepView {
    /// When.
    #[schema(format = DateTime)]
    at: String,
    /// What was done: the word of the act.
    act: String,
    /// With which item.
    item: Option<String>,
    /// Where the application stood afterwards.
    stage: Stage,
    /// Who did it; to the desk only.
    by_user_id: Option<String>,
}

/// The place in the queue.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApplicationPlace)]
pub(crate) struct PlaceView {
    /// How many wait before it.
    before: i64,
    /// The last day on which the check is in time; absent where the production calendar is not known.
    #[schema(format = Date)]
    due_on: Option<String>,
}

/// An application, without its items.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificateApplicationBrief)]
pub(crate) struct BriefView {
    /// Its id.
    application_id: String,
    /// For which organization.
    organization_id: String,
    /// Who will be named.
    holder_user_id: String,
    /// Why it is made.
    kind: ApplicationKind,
    /// Where it stands.
    stage: Stage,
    /// What is known of the identity.
    identity: Identity,
    /// The certificate that is renewed or replaced.
    predecessor_id: Option<String>,
    /// The certificate that was issued.
    certificate_id: Option<String>,
    /// When it was begun.
    #[schema(format = DateTime)]
    created_at: String,
    /// When it was handed in last.
    #[schema(format = DateTime)]
    submitted_at: Option<String>,
    /// When anything was done to it last.
    #[schema(format = DateTime)]
    changed_at: String,
    /// When the holder agreed to the certificate's content.
    #[schema(format = DateTime)]
    consented_at: Option<String>,
    /// When the test signature was good.
    #[schema(format = DateTime)]
    installed_at: Option<String>,
    /// When scans and the passport's number were deleted.
    #[schema(format = DateTime)]
    papers_deleted_at: Option<String>,
    /// Acts its holder can do now.
    acts: Vec<&'static str>,
}

impl BriefView {
    pub(crate) fn of(row: &ApplicationRow) -> Self {
        let application = &row.application;
        let moment = |at: Option<kernel::Moment>| at.map(|at| at.to_rfc3339());
        let own = [Act::Edit, Act::Upload, Act::SignStatement, Act::Submit, Act::Withdraw, Act::Issue, Act::Install];
        let acts = own.into_iter().filter(|act| act.may_be_done_in(application.stage)).map(Act::word);
        Self {
            application_id: row.application_id.to_string(),
            organization_id: row.organization_id.to_string(),
            holder_user_id: application.holder.to_string(),
            kind: application.kind,
            stage: application.stage,
            identity: application.identity,
            predecessor_id: row.predecessor_id.map(|id| id.to_string()),
            certificate_id: row.certificate_id.map(|id| id.to_string()),
            created_at: row.created_at.to_rfc3339(),
            submitted_at: moment(row.submitted_at),
            changed_at: row.changed_at.to_rfc3339(),
            consented_at: moment(row.consented_at),
            installed_at: moment(row.installed_at),
            papers_deleted_at: moment(row.papers_deleted_at),
            acts: acts.collect(),
        }
    }
}

/// An application with its items, its timeline and its place in the queue.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificateApplicationWhole)]
pub(crate) struct WholeView {
    /// The application.
    #[serde(flatten)]
    brief: BriefView,
    /// Fields and scans.
    items: Vec<ItemView>,
    /// What was done, in order.
    steps: Vec<StepView>,
    /// Its place, while it waits.
    place: Option<PlaceView>,
}

impl WholeView {
    /// For its holder: operators stay nameless.
    pub(crate) fn of(whole: &Whole) -> Self {
        let holder = whole.row.application.holder;
        Self::with_steps(whole, |step| step.by.filter(|by| *by == holder).map(|by| by.to_string()))
    }

    /// For the desk.
    pub(crate) fn for_desk(whole: &Whole) -> Self {
        Self::with_steps(whole, |step| step.by.map(|by| by.to_string()))
    }

    fn with_steps(whole: &Whole, by: impl Fn(&StepRow) -> Option<String>) -> Self {
        let step = |step: &StepRow| StepView {
            at: step.at.to_rfc3339(),
            act: step.act.clone(),
            item: step.item.clone(),
            stage: step.stage,
            by_user_id: by(step),
        };
        let place = whole.place.as_ref();
        Self {
            brief: BriefView::of(&whole.row),
            items: whole.items.iter().map(|item| ItemView::of(item, &whole.values)).collect(),
            steps: whole.steps.iter().map(step).collect(),
            place: place.map(|(place, before)| PlaceView { before: *before, due_on: place.due_on.clone() }),
        }
    }
}
