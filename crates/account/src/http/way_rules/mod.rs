pub(super) mod left_out;
pub(super) mod mine;
pub(super) mod of_organization;

use crate::model::{AccountRefusal, ClosedWay, WayRule};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::RequestBody;

/// A rule, and why it holds.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct WayRuleView {
    /// `password`, `certificate`, `phone`, `passkey` are closed; `without-second`: a second step is compulsory.
    pub rule: &'static str,
    /// The organization whose rule it is; absent where it is the person's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// Who set it.
    pub set_by: String,
    /// When, RFC 3339.
    pub set_at: String,
}

impl From<ClosedWay> for WayRuleView {
    fn from(closed: ClosedWay) -> Self {
        Self {
            rule: closed.rule.word(),
            organization: closed.organization,
            set_by: closed.set_by_name,
            set_at: closed.set_at.to_rfc3339(),
        }
    }
}

/// The rules from now on: those left out hold no more.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct WayRulesBody {
    /// `password`, `certificate`, `phone`, `passkey`, `without-second`.
    pub rules: Vec<String>,
}

impl RequestBody for WayRulesBody {}

impl WayRulesBody {
    /// Refuses a word nobody knows.
    fn read(&self) -> Result<Vec<WayRule>, AccountRefusal> {
        read_rules(self.rules.iter().map(String::as_str))
    }
}

/// Each once. Refuses a word nobody knows.
fn read_rules<'a>(words: impl Iterator<Item = &'a str>) -> Result<Vec<WayRule>, AccountRefusal> {
    let unknown =
        AccountRefusal::TextForm { field: "rules", accepted: "password, certificate, phone, passkey, without-second" };
    let read = words.map(|word| WayRule::parse(word).ok_or_else(|| unknown.clone()));
    let mut rules = read.collect::<Result<Vec<_>, _>>()?;
    rules.sort_unstable();
    rules.dedup();
    Ok(rules)
}
