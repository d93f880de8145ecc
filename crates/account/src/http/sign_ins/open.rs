//! `POST /api/v1/account/sign-ins`

use crate::http::views::SignInView;
use crate::http::{Room, problem};
use crate::model::{DeviceWords, Door, SignInKind};
use crate::ops::sign_in::{ClientProof, OpenedSignIn, PasswordSignIn, with_password};
use axum::extract::State;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use web::{Answer, Asking, Limited, PeerAddress, RequestBody, created};

/// Login and password.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct SignInBody {
    /// E-mail address.
    pub login: String,
    /// Password.
    pub password: String,
    /// The integrator's program, if one signs the person in.
    #[serde(default)]
    pub client: Option<ClientBody>,
}

impl RequestBody for SignInBody {}

/// Key of an integrator's program.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(in crate::http) struct ClientBody {
    /// Its public name.
    pub client_id: String,
    /// Its secret.
    pub secret: String,
}

impl From<ClientBody> for ClientProof {
    fn from(client: ClientBody) -> Self {
        Self { client_id: client.client_id, secret: Some(client.secret) }
    }
}

/// A new sign-in.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct OpenedView {
    /// For `Authorization: Bearer …`; shown this once.
    pub token: String,
    /// What the token stands for.
    pub sign_in: SignInView,
}

impl From<OpenedSignIn> for OpenedView {
    fn from(opened: OpenedSignIn) -> Self {
        Self { token: opened.token.reveal().to_owned(), sign_in: opened.sign_in.into() }
    }
}

/// Signs in with a password. Whether the login exists is not told, neither by the answer nor by its time. Who has a second
/// factor begins at `POST …/sign-ins/password`.
#[utoipa::path(post, path = "/api/v1/account/sign-ins", tag = "account", request_body = SignInBody,
    responses((status = 201, description = "The token, for 24 hours.", body = OpenedView)))]
pub(in crate::http) async fn open(
    State(room): State<Room>,
    Asking(cx): Asking,
    PeerAddress(address): PeerAddress,
    device: DeviceWords,
    body: Limited<SignInBody>,
) -> Answer<OpenedView> {
    let SignInBody { login, password, client } = body.into_inner();
    let client = client.map(ClientProof::from);
    let door = Door::new(SignInKind::Api, address, device);
    let shown = PasswordSignIn { login, password, door, client };
    let opened = with_password(&room.app.store, &room.passwords, &cx, shown).await.map_err(problem)?;
    Ok(created(opened.into()))
}
