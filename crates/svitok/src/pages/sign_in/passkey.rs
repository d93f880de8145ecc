//! `/sign-in/passkey`: the script asks the device and fills the form in; the answer to a challenge opens the sign-in.

use super::{Tab, below, card, entered};
use crate::pages::Pages;
use crate::pages::form::Fields;
use crate::pages::visit::{Posted, Visit, local};
use account::AccountRefusal;
use account::passkey::{ShownPasskey, sign_in};
use axum::extract::State;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use maud::{Markup, html};
use store::No;
use web::Problem;

/// Signs in with what the device answered.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let back = local(fields.get("back"));
    let signed = match read(&fields, &visit) {
        Ok(shown) => sign_in(&pages.app.store, &pages.account.settings, &visit.cx, shown).await,
        Err(refusal) => Err(refusal.into()),
    };
    match signed {
        Ok(opened) => Ok(entered(&visit, &opened, back)),
        Err(No::Refused(refusal)) => Ok(form(&pages, &visit, back, Some(&refusal))),
        Err(fault) => Err(fault.into()),
    }
}

/// What the script put into the form; octets are in base64url.
pub fn read(fields: &Fields, visit: &Visit) -> Result<ShownPasskey, AccountRefusal> {
    let octets = |name| URL_SAFE_NO_PAD.decode(fields.get(name)).map_err(|_| AccountRefusal::PasskeyRefused);
    Ok(ShownPasskey {
        challenge: fields.get("challenge").to_owned(),
        credential_id: octets("credential_id")?,
        client_data: octets("client_data")?,
        authenticator_data: octets("authenticator_data")?,
        signature: octets("signature")?,
        door: visit.door(),
    })
}

/// The button that asks the device.
pub fn form(pages: &Pages, visit: &Visit, back: &str, refusal: Option<&AccountRefusal>) -> Response {
    let entry = card(pages, visit, (Tab::Passkey, back), "/sign-in/passkey", refusal).named("by-passkey");
    let fields = html! {
        input type="hidden" name="back" value=(back);
        p { (visit.say("pages-passkey-about", &[])) }
        (answers(visit))
        button.button type="submit" { (visit.say("pages-passkey-ask", &[])) }
    };
    entry.shown(&fields, &below(visit, back))
}

/// Fields that the script fills in, and the place where it says what went wrong.
pub fn answers(visit: &Visit) -> Markup {
    html! {
        @for name in ["challenge", "credential_id", "client_data", "authenticator_data", "signature"] {
            input type="hidden" name=(name);
        }
        p.refusal data-trouble role="alert" hidden { (visit.say("pages-passkey-none", &[])) }
    }
}
