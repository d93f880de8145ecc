//! `/sign-in/certificate`: the script signs a challenge with a key that never leaves the browser, and fills the form in.
//! A known certificate opens the sign-in, to the holder of another one an account is proposed.

use super::{Tab, below, card, entered, proposal};
use crate::pages::Pages;
use crate::pages::form::Fields;
use crate::pages::visit::{Posted, Visit, local};
use account::AccountRefusal;
use account::CertificateCause::Unreadable;
use account::certificate_sign_in::{Shown, SignedChallenge, run};
use axum::extract::State;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::html;
use store::No;
use web::Problem;

/// A signature with the certificates of its chain in it takes 2 to 10 KiB, in base64 and escaped half as much again.
const SIGNED_BYTES_MAX: usize = 32 * 1024;

/// Signs in, or proposes an account.
pub async fn submit(
    State(pages): State<Pages>,
    Posted { visit, fields }: Posted<SIGNED_BYTES_MAX>,
) -> Result<Response, Problem> {
    let back = local(fields.get("back"));
    match shown(&pages, &visit, &fields).await {
        Ok(Shown::Opened(opened)) => Ok(entered(&visit, &opened, back)),
        Ok(Shown::Proposed(proposed)) => {
            let offer = proposal::Offer::of(proposed.token.reveal(), &proposed.holder);
            Ok(proposal::form(&visit, (&offer, back), None))
        }
        Err(No::Refused(refusal)) => Ok(form(&pages, &visit, back, Some(&refusal))),
        Err(fault) => Err(fault.into()),
    }
}

async fn shown(pages: &Pages, visit: &Visit, fields: &Fields) -> Result<Shown, No<AccountRefusal>> {
    let signature = STANDARD.decode(fields.get("signature"));
    let signature = signature.map_err(|_| AccountRefusal::CertificateRefused { cause: Unreadable })?;
    let signed = SignedChallenge { code: fields.get("challenge").to_owned(), signature, door: visit.door() };
    run(&pages.app.store, (&pages.trust, &pages.account.settings), &visit.cx, signed).await
}

/// Where the key is: in this browser, or in a file. What names no field of the form stays in the browser.
pub fn form(pages: &Pages, visit: &Visit, back: &str, refusal: Option<&AccountRefusal>) -> Response {
    let entry = card(pages, visit, (Tab::Certificate, back), "/sign-in/certificate", refusal).named("by-certificate");
    let fields = html! {
        input type="hidden" name="back" value=(back);
        input type="hidden" name="challenge";
        input type="hidden" name="signature";
        fieldset.kept hidden {
            legend { (visit.say("pages-certificate-kept", &[])) }
        }
        div data-from-file {
            label for="files" { (visit.say("pages-certificate-files", &[])) }
            input #files type="file" multiple accept=".pfx,.p12,.pem,.key,.cer,.crt,.der" aria-describedby="files-rule";
            p.rule #files-rule { (visit.say("pages-certificate-files-rule", &[])) }
        }
        label for="secret" { (visit.say("pages-certificate-password", &[])) }
        input #secret type="password" autocomplete="off" aria-describedby="secret-rule";
        p.rule #secret-rule { (visit.say("pages-certificate-password-rule", &[])) }
        p.refusal data-trouble role="alert" hidden {}
        button.button type="submit" { (visit.say("pages-sign-in", &[])) }
    };
    entry.shown(&fields, &below(visit, back))
}
