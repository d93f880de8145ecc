//! Signing in.

use account::enveloped_challenge::{self, DecryptedChallenge, NamedCertificate};
use account::sign_in::{self, ClientProof, PasswordSignIn};
use account::{Door, SignInKind};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pki::Certificate;

use crate::answer::Answer;
use crate::call::Call;
use crate::proto::api::proto::LoginPassword;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Clients, Methods, Surface};

/// Name of the message that holds login and password.
const LOGIN_PASSWORD: &str = "Diadoc.Api.Proto.LoginPassword";

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V3/Authenticate", |surface, call| Box::pin(authenticate(surface, call)))
        .on("/V2/AuthenticateConfirm", |surface, call| Box::pin(confirm(surface, call)))
        .on("/V3/AuthenticateConfirm", |surface, call| Box::pin(confirm(surface, call)))
}

/// `type=password`: login and password become a token. `type=certificate`: DER of a certificate becomes a challenge
/// encrypted to it. The other types (a single sign-on's text, a trusted service) belong to services that are not part of
/// this installation.
async fn authenticate(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let client_id = call.shown.client_id.clone().ok_or(WireRefusal::NoClient)?;
    match call.query.text("type").map(str::to_ascii_lowercase).as_deref() {
        None | Some("password") => {}
        Some("certificate") => return challenge(&surface, &call),
        Some("sid" | "trust") => return Err(WireRefusal::NotConnected { method: call.row.path }.into()),
        Some(_) => {
            let accepted = "password, certificate, sid or trust";
            return Err(WireRefusal::ParameterForm { name: "type", accepted }.into());
        }
    }
    let LoginPassword { login, password } = call.message_of(LOGIN_PASSWORD)?;
    let shown = PasswordSignIn { login, password, door: door(&call), client: client(&surface, client_id).await? };
    let opened = sign_in::with_password(&surface.app.store, &surface.account.passwords, &call.cx, shown).await?;
    Ok(Answer::Text(opened.token.reveal().to_owned()))
}

fn door(call: &Call) -> Door {
    Door::new(SignInKind::Diadoc, call.address, call.device.clone())
}

fn challenge(surface: &Surface, call: &Call) -> Result<Answer, Refused> {
    let certificate = certificate(&call.body)?;
    let sealed = enveloped_challenge::seal(&surface.account.settings, &call.cx, &certificate)?;
    Ok(Answer::Octets { bytes: sealed.into(), file_name: None })
}

fn certificate(der: &[u8]) -> Result<Certificate, WireRefusal> {
    let unreadable = |_| WireRefusal::Body { message: "certificate", detail: "not a certificate in DER".to_owned() };
    Certificate::from_der(der).map_err(unreadable)
}

/// The decrypted challenge in base64, and the certificate by its thumbprint (which wins) or whole, become a token.
/// `saveBinding` changes nothing: a certificate is bound by its holder where he is signed in.
async fn confirm(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let client_id = call.shown.client_id.clone().ok_or(WireRefusal::NoClient)?;
    // A plus that was not escaped comes as a blank.
    let token = call.query.need("token")?.replace(' ', "+");
    let token_form = |_| WireRefusal::ParameterForm { name: "token", accepted: "base64 of the decrypted challenge" };
    let octets = STANDARD.decode(token).map_err(token_form)?;
    let certificate = match call.query.text("thumbprint").filter(|text| !text.is_empty()) {
        Some(thumbprint) => NamedCertificate::Thumbprint(thumbprint.to_owned()),
        None => NamedCertificate::Whole(Box::new(certificate(&call.body)?)),
    };
    let client = client(&surface, client_id).await?;
    let shown = DecryptedChallenge { octets, certificate, door: door(&call), client };
    let account = &surface.account;
    let opened =
        enveloped_challenge::open(&surface.app.store, (&account.trust, &account.settings), &call.cx, shown).await?;
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
