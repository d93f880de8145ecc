use crate::http::applications::view::WholeView;
use crate::model::{ApplicationId, ApplicationRefusal, Point, Reason, Verdict};
use crate::ops::desk::check::{self, DeskAct};
use crate::ops::desk::read;
use crate::{Refusal, Room};
use axum::extract::State;
use kernel::Cx;
use serde::Deserialize;
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

/// An act without anything to say.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = DeskAct)]
pub(crate) enum ActWord {
    /// Take the application, or go on with it.
    Claim,
    /// Lay it back.
    Release,
    /// Doubt the identity: the person has to come.
    Doubt,
    /// The person was seen with his papers.
    ProveInPerson,
    /// All is good.
    Approve,
    /// Something is to be given again.
    Reject,
}

/// What is done.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DeskActBody)]
pub(crate) struct ActBody {
    /// The act.
    act: ActWord,
}

impl RequestBody for ActBody {}

async fn carry_out(room: &Room, cx: &Cx, application_id: ApplicationId, act: DeskAct) -> Answer<WholeView> {
    check::run(room, cx, application_id, act).await?;
    Ok(ok(WholeView::for_desk(&read::get(room, cx, application_id).await?.whole)))
}

/// Does one act of the desk. An office may only record that it has seen the person.
#[utoipa::path(
    post,
    path = "/api/v1/certification/desk/applications/{application_id}/acts",
    tag = "certification",
    security(("token" = [])),
    params(("application_id" = String, Path)),
    request_body = ActBody,
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn act_at_desk(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(application_id): Ids<ApplicationId>,
    body: Limited<ActBody>,
) -> Answer<WholeView> {
    let act = match body.act {
        ActWord::Claim => DeskAct::Claim,
        ActWord::Release => DeskAct::Release,
        ActWord::Doubt => DeskAct::Doubt,
        ActWord::ProveInPerson => DeskAct::ProveInPerson,
        ActWord::Approve => DeskAct::Approve,
        ActWord::Reject => DeskAct::Reject,
    };
    carry_out(&room, &cx, application_id, act).await
}

/// A verdict on one item.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DeskVerdict)]
pub(crate) struct VerdictBody {
    /// Why it is refused; absent where it is good.
    reason: Option<Reason>,
    /// Own words beside the reason, at most 500 characters.
    comment: Option<String>,
}

impl RequestBody for VerdictBody {}

/// Judges one field or one scan; no other item is touched.
#[utoipa::path(
    put,
    path = "/api/v1/certification/desk/applications/{application_id}/verdicts/{item}",
    tag = "certification",
    security(("token" = [])),
    params(("application_id" = String, Path), ("item" = String, Path)),
    request_body = VerdictBody,
    responses((status = 200, body = WholeView))
)]
pub(crate) async fn judge_item(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids((application_id, item)): Ids<(ApplicationId, String)>,
    body: Limited<VerdictBody>,
) -> Answer<WholeView> {
    read::get(&room, &cx, application_id).await?;
    let no_such = Refusal::Application(ApplicationRefusal::NoSuchItem);
    let point = Point::from_word(&item).ok_or(no_such).map_err(Problem::refused)?;
    let body = body.into_inner();
    let verdict = body.reason.map_or(Verdict::Accept, Verdict::Refuse);
    carry_out(&room, &cx, application_id, DeskAct::Judge { point, verdict, comment: body.comment }).await
}
