//! `POST /connect/token`: every grant.

use super::posted::{Head, Posted};
use super::tokens::{answer, given, unkept};
use crate::client::{self, KnownClient};
use crate::form::Form;
use crate::model::{Loaned, Scope};
use crate::ops::device::{self, Asked};
use crate::ops::issue::{self, Issued};
use crate::ops::redeem::{self, ShownCode};
use crate::ops::renew::{self, ShownRefresh};
use crate::refusal::OpenidRefusal;
use crate::surface::Surface;
use account::enveloped_challenge::{self, DecryptedChallenge, NamedCertificate};
use account::second_sign_in::{self, Begun, SecondFactor, SecondShown};
use account::sign_in::{ClientProof, OpenedSignIn, PasswordSignIn, begin_with_password};
use account::{AccountRefusal, Door, SecretHash, SignInKind};
use axum::extract::State;
use axum::response::Response;
use http::StatusCode;
use kernel::Cx;
use serde_json::json;
use std::convert::Infallible;
use store::No;
use web::Problem;

/// Grants that are carried out. The last one is this installation's own: the second step by a generator's or a recovery code.
pub const GRANTS: [&str; 6] = ["authorization_code", "refresh_token", DEVICE, "password", "certificate", SECOND];
const DEVICE: &str = "urn:ietf:params:oauth:grant-type:device_code";
const SECOND: &str = "totp";

pub async fn give(State(surface): State<Surface>, Posted { head, form }: Posted) -> Result<Response, Problem> {
    let client = client::find(&surface, &head.headers, &form).await?;
    let asked = Grant { surface: &surface, head: &head, form: &form, client: &client };
    let issued = match form.need("grant_type").map_err(Problem::refused)? {
        "authorization_code" => asked.code().await?,
        "refresh_token" => asked.refresh().await?,
        DEVICE => asked.device().await?,
        "password" => match asked.password().await? {
            Begun::Opened(opened) => asked.opened(opened).await?,
            Begun::Second(waiting) => return Ok(second_needed(&form, waiting.token.reveal())),
        },
        "certificate" => asked.certificate().await?,
        SECOND => asked.second().await?,
        _ => return Err(Problem::refused(OpenidRefusal::GrantType)),
    };
    answer(&surface, &head.cx, &issued).await
}

/// The vendor's word for a password that was right and is not enough.
fn second_needed(form: &Form, token: &str) -> Response {
    let identity = form.find("username").unwrap_or_default();
    let body = json!({
        "error": "invalid_grant",
        "error_description": "a second factor is needed",
        "partial_factor_token": token,
        "required_factors": [
            { "grant_type": SECOND, "identity": identity },
            { "grant_type": "certificate", "identity": identity },
        ],
    });
    unkept(StatusCode::BAD_REQUEST, &body)
}

struct Grant<'a> {
    surface: &'a Surface,
    head: &'a Head,
    form: &'a Form,
    client: &'a KnownClient,
}

impl Grant<'_> {
    fn door(&self) -> Door {
        self.head.door(SignInKind::Oidc)
    }

    fn cx(&self) -> &Cx {
        &self.head.cx
    }

    fn need(&self, name: &'static str) -> Result<String, Problem> {
        Ok(self.form.need(name).map_err(Problem::refused)?.to_owned())
    }

    /// The scope of a grant in which the program itself signs the person in: the API and whatever is told beside it.
    fn scope(&self) -> Result<Scope, OpenidRefusal> {
        let scope = self.form.find("scope").map_or(Ok(Scope::API), Scope::parse)?;
        if scope.api { Ok(scope) } else { Err(OpenidRefusal::Scope) }
    }

    /// The program's proof was looked at already; the account looks whether its key is still open.
    fn proof(&self) -> Option<ClientProof> {
        Some(ClientProof { client_id: self.client.client.client_id.clone(), secret: None })
    }

    async fn code(&self) -> Result<Issued, Problem> {
        let shown = ShownCode {
            code: SecretHash::of(&self.need("code")?),
            redirect_uri: self.need("redirect_uri")?,
            verifier: self.form.find("code_verifier").map(str::to_owned),
            client: self.client.client.clone(),
            door: self.door(),
        };
        let store = &self.surface.app.store;
        given(store.write(self.cx(), shown, |tx, cx, shown| Box::pin(redeem::run(tx, cx, shown))).await)
    }

    async fn refresh(&self) -> Result<Issued, Problem> {
        let scope = self.form.find("scope").map(Scope::parse).transpose().map_err(Problem::refused)?;
        let token = SecretHash::of(&self.need("refresh_token")?);
        let shown = ShownRefresh { token, client_id: Some(self.client.client.client_id.clone()), scope };
        let store = &self.surface.app.store;
        given(store.write(self.cx(), shown, |tx, cx, shown| Box::pin(renew::run(tx, cx, shown))).await)
    }

    async fn device(&self) -> Result<Issued, Problem> {
        let device = SecretHash::of(&self.need("device_code")?);
        let asked = Asked { device, client: self.client.client.clone(), door: self.door() };
        let store = &self.surface.app.store;
        given(store.write(self.cx(), asked, |tx, cx, asked| Box::pin(device::ask(tx, cx, asked))).await)
    }

    async fn password(&self) -> Result<Begun, Problem> {
        self.demand_seeing()?;
        let (login, password) = (self.need("username")?, self.need("password")?);
        let shown = PasswordSignIn { login, password, door: self.door(), client: self.proof() };
        let passwords = &self.surface.account.passwords;
        Ok(begin_with_password(&self.surface.app.store, passwords, self.cx(), shown).await?)
    }

    async fn certificate(&self) -> Result<Issued, Problem> {
        self.demand_seeing()?;
        let octets = self.form.octets("decrypted_key").map_err(Problem::refused)?;
        let certificate = NamedCertificate::Thumbprint(self.need("thumbprint")?);
        let shown = DecryptedChallenge { octets, certificate, door: self.door(), client: self.proof() };
        let account = &self.surface.account;
        let judges = (&account.trust, &*account.settings);
        let opened = enveloped_challenge::open(&self.surface.app.store, judges, self.cx(), shown).await?;
        self.opened(opened).await
    }

    /// The second step of a sign-in that this program began.
    async fn second(&self) -> Result<Issued, Problem> {
        self.demand_seeing()?;
        let (token, code) = (self.need("partial_factor_token")?, self.need("code")?);
        let factor = SecondFactor { token, shown: SecondShown::Code(code), remember: false, door: self.door() };
        let (store, settings) = (&self.surface.app.store, &self.surface.account.settings);
        let finished = second_sign_in::run(store, settings, self.cx(), factor).await?;
        self.opened(finished.opened).await
    }

    /// Refuses a program that keeps no secret, and a scope without the API, before a password or a key is looked at.
    fn demand_seeing(&self) -> Result<(), Problem> {
        self.client.demand_proven().map_err(Problem::refused)?;
        self.scope().map_err(Problem::refused).map(drop)
    }

    /// A sign-in that the account opened becomes tokens. One that another program began is ended, and refused.
    async fn opened(&self, opened: OpenedSignIn) -> Result<Issued, Problem> {
        let store = &self.surface.app.store;
        if opened.sign_in.integrator_key_id != Some(self.client.client.integrator_key_id) {
            let of = issue::of_person(&opened.sign_in);
            let ended = store.write(self.cx(), of, |tx, cx, of| {
                Box::pin(async move { Ok::<_, No<AccountRefusal>>(account::lent_sign_in::end(tx, cx, *of).await?) })
            });
            ended.await?;
            return Err(Problem::refused(OpenidRefusal::Grant));
        }
        let scope = self.scope().map_err(Problem::refused)?;
        let loaned = Loaned { scope, nonce: None, authenticated_at: self.cx().now };
        let client_id = self.client.client.client_id.clone();
        let begun = store.write(self.cx(), (opened, client_id, loaned), |tx, cx, (opened, client_id, loaned)| {
            Box::pin(async move {
                let of = (Some(client_id.as_str()), opened);
                Ok::<_, No<Infallible>>(issue::begin(tx, cx, of, (cx.new_id(), loaned.clone())).await?)
            })
        });
        Ok(begun.await.map_err(crate::ops::keys::of_fault)?)
    }
}
