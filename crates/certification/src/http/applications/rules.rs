use crate::Room;
use crate::model::{Point, Reason, SCAN_RULES, ScanRule};
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;
use web::{Answer, Language, ok};

/// A ready reason of a refusal, in both languages.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ApplicationReasonText)]
pub(crate) struct ReasonView {
    /// The reason.
    reason: Reason,
    /// Items it can be said of.
    items: Vec<Point>,
    /// In Russian.
    ru: String,
    /// In English.
    en: String,
}

/// What scans are held to, and the ready reasons of a refusal.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CertificateApplicationRules)]
pub(crate) struct RulesView {
    /// One rule a scan.
    scans: Vec<ScanRule>,
    /// In the order they are offered.
    reasons: Vec<ReasonView>,
}

/// The published rules: a browser checks by them before anything is sent.
#[utoipa::path(
    get,
    path = "/api/v1/certification/application-rules",
    tag = "certification",
    responses((status = 200, body = RulesView))
)]
pub(crate) async fn get_application_rules(State(room): State<Room>) -> Answer<RulesView> {
    let texts = &room.app().texts;
    let text = |language, reason: Reason| {
        let key = format!("certification-reason-{}", reason.word());
        texts.text(language, &key, &[]).unwrap_or_default()
    };
    let reason = |reason: Reason| ReasonView {
        reason,
        items: Point::ALL.into_iter().filter(|point| reason.concerns(*point)).collect(),
        ru: text(Language::Russian, reason),
        en: text(Language::English, reason),
    };
    Ok(ok(RulesView { scans: SCAN_RULES.to_vec(), reasons: Reason::ALL.into_iter().map(reason).collect() }))
}
