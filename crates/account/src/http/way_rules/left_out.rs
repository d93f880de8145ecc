//! `GET /api/v1/account/organizations/{organization_id}/way-rules/left-out`

use super::read_rules;
use crate::http::Room;
use crate::ops::way_rules::{LeftOut, left_out};
use axum::extract::State;
use kernel::OrganizationId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use web::{Answer, Ids, Problem, QueryOf, SignedIn, ok};

/// Rules that are thought of.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ThoughtOfQuery {
    /// `password`, `certificate`, `phone`, `passkey`, `without-second`, parted by commas; empty: none.
    #[serde(default)]
    pub rules: String,
}

/// A member without a way in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct LeftOutMemberView {
    /// Id.
    pub user_id: String,
    /// What they are called.
    pub name: String,
}

/// Members without a way in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct LeftOutView {
    /// How many, the caller among them.
    pub count: usize,
    /// The first hundred.
    pub members: Vec<LeftOutMemberView>,
    /// The caller is among them: such rules are refused.
    pub is_caller: bool,
}

impl From<LeftOut> for LeftOutView {
    fn from(left: LeftOut) -> Self {
        let named = left.named.into_iter();
        let members = named.map(|one| LeftOutMemberView { user_id: one.user_id.to_string(), name: one.name });
        Self { count: left.count, members: members.collect(), is_caller: left.is_caller }
    }
}

/// Which members such rules would leave without any way of signing in, with what they closed themselves; needs `administer`.
/// Nothing is changed.
#[utoipa::path(get, path = "/api/v1/account/organizations/{organization_id}/way-rules/left-out", tag = "account",
    security(("token" = [])), params(("organization_id" = String, Path), ThoughtOfQuery),
    responses((status = 200, description = "They.", body = LeftOutView)))]
pub(in crate::http) async fn tell(
    State(room): State<Room>,
    SignedIn(cx): SignedIn,
    Ids(organization_id): Ids<OrganizationId>,
    QueryOf(query): QueryOf<ThoughtOfQuery>,
) -> Answer<LeftOutView> {
    let words = query.rules.split(',').map(str::trim).filter(|word| !word.is_empty());
    let rules = read_rules(words).map_err(Problem::refused)?;
    let mut reader = room.app.store.reader().await?;
    Ok(ok(left_out(&mut reader, &cx, (organization_id, &rules)).await?.into()))
}
