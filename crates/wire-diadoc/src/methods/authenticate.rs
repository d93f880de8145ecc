//! Signing in.

use account::SignInKind;
use account::sign_in::{self, ClientProof, PasswordSignIn};

use crate::answer::Answer;
use crate::call::Call;
use crate::proto::api::proto::LoginPassword;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Clients, Methods, Surface};

/// Name of the message that holds login and password.
const LOGIN_PASSWORD: &str = "Diadoc.Api.Proto.LoginPassword";

pub fn on(methods: Methods) -> Methods {
    methods.on("/V3/Authenticate", |surface, call| Box::pin(authenticate(surface, call)))
}

/// `type=password`: login and password become a token. The other types (a certificate's challenge, a single sign-on's
/// text, a trusted service) belong to services that are not part of this installation.
async fn authenticate(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let client_id = call.shown.client_id.clone().ok_or(WireRefusal::NoClient)?;
    match call.query.text("type").map(str::to_ascii_lowercase).as_deref() {
        None | Some("password") => {}
        Some("certificate" | "sid" | "trust") => return Err(WireRefusal::NotConnected { method: call.row.path }.into()),
        Some(_) => {
            let accepted = "password, certificate, sid or trust";
            return Err(WireRefusal::ParameterForm { name: "type", accepted }.into());
        }
    }
    let LoginPassword { login, password } = call.message_of(LOGIN_PASSWORD)?;
    let shown = PasswordSignIn {
        login,
        password,
        kind: SignInKind::Diadoc,
        address: call.address,
        client: client(&surface, client_id).await?,
    };
    let opened = sign_in::with_password(&surface.app.store, &surface.account.passwords, &call.cx, shown).await?;
    Ok(Answer::Text(opened.token.reveal().to_owned()))
}

/// The program, when its key was made here. Where any program may sign people in, a key nobody knows proves nothing
/// and is passed over; a revoked one is refused.
async fn client(surface: &Surface, client_id: String) -> Result<Option<ClientProof>, Refused> {
    let mut reader = surface.app.store.reader().await?;
    let known = account::read::knows_client(&mut reader, &client_id).await?;
    let proof = ClientProof { client_id, secret: None };
    Ok((known || surface.settings.clients == Clients::Registered).then_some(proof))
}
