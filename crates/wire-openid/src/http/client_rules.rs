//! `GET` and `PUT /api/v1/openid/organizations/{organization_id}/programs/{integrator_key_id}`

use crate::model::{ClientRules, checked_redirects};
use crate::refusal::OpenidRefusal;
use crate::store::clients;
use crate::surface::Surface;
use account::lent_sign_in::client_id_of;
use account::{AccountRefusal, Permission, authorize};
use axum::extract::State;
use kernel::{Cx, IntegratorKeyId, OrganizationId};
use serde::{Deserialize, Serialize};
use store::{Fetch, No, Tx};
use utoipa::ToSchema;
use web::{Answer, Ids, Limited, Problem, RequestBody, SignedIn, ok};

/// How a program signs people in by OpenID Connect.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProgramRules {
    /// Addresses to return to, compared letter by letter: `https`, `http` of the device itself, or a scheme of the program's
    /// own with a dot in it. At most 10 of 300 characters.
    pub redirect_uris: Vec<String>,
    /// A program on people's devices: it keeps no secret, and proves each code by PKCE.
    pub is_public: bool,
}

impl RequestBody for ProgramRules {}

impl From<ClientRules> for ProgramRules {
    fn from(rules: ClientRules) -> Self {
        Self { redirect_uris: rules.redirect_uris, is_public: rules.is_public }
    }
}

type Key = (OrganizationId, IntegratorKeyId);

/// Rules of the organization's program; needs `administer`.
#[utoipa::path(get, path = "/api/v1/openid/organizations/{organization_id}/programs/{integrator_key_id}", tag = "openid",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("integrator_key_id" = String, Path)),
    responses((status = 200, description = "The rules.", body = ProgramRules)))]
pub async fn show(State(surface): State<Surface>, SignedIn(cx): SignedIn, Ids(key): Ids<Key>) -> Answer<ProgramRules> {
    let mut reader = surface.app.store.reader().await?;
    let client_id = client_id(&mut reader, &cx, key).await?;
    Ok(ok(clients::find(&mut reader, &client_id).await?.into()))
}

/// Sets them; needs `administer`. They hold for sign-ins from now on.
#[utoipa::path(put, path = "/api/v1/openid/organizations/{organization_id}/programs/{integrator_key_id}", tag = "openid",
    security(("token" = [])),
    params(("organization_id" = String, Path), ("integrator_key_id" = String, Path)),
    request_body = ProgramRules, responses((status = 200, description = "The rules.", body = ProgramRules)))]
pub async fn set(
    State(surface): State<Surface>,
    SignedIn(cx): SignedIn,
    Ids(key): Ids<Key>,
    body: Limited<ProgramRules>,
) -> Answer<ProgramRules> {
    let ProgramRules { redirect_uris, is_public } = body.into_inner();
    let shape = checked_redirects(&redirect_uris);
    let asked = (key, ClientRules { redirect_uris, is_public }, shape);
    let rules = surface.app.store.write(&cx, asked, |tx, cx, asked| Box::pin(set_within(tx, cx, asked)));
    Ok(ok(rules.await?.map_err(Problem::refused)?.into()))
}

type Asked = (Key, ClientRules, Result<(), OpenidRefusal>);

/// Who asks comes before what is asked, so that a stranger learns nothing of it.
async fn set_within(
    tx: &mut Tx<'_>,
    cx: &Cx,
    (key, rules, shape): &Asked,
) -> Result<Result<ClientRules, OpenidRefusal>, No<AccountRefusal>> {
    let client_id = client_id(tx, cx, *key).await?;
    if let Err(refusal) = shape {
        return Ok(Err(refusal.clone()));
    }
    clients::set(tx, &client_id, rules, cx.now).await?;
    Ok(Ok(rules.clone()))
}

async fn client_id(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    (organization_id, key_id): Key,
) -> Result<String, No<AccountRefusal>> {
    let scope = authorize(from, cx, organization_id, Permission::Administer).await?;
    client_id_of(from, &scope, key_id).await
}
