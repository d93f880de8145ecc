//! `/sign-in/phone`: a code is sent to the phone, then typed. Both forms are the same whether the phone is anybody's.

use super::{PHONE, PHONE_CODE, Tab, below, card, went_on};
use crate::pages::Pages;
use crate::pages::parts::entry::Field;
use crate::pages::visit::{Posted, Visit, local};
use account::phone::{TypedCode, ask_sign_in, sign_in};
use account::{AccountRefusal, PhoneCodeId};
use axum::extract::State;
use axum::response::Response;
use maud::html;
use store::No;
use web::Problem;

/// Has a code sent, or takes the one that was typed.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let (phone, back) = (fields.get("phone"), local(fields.get("back")));
    let Ok(code_id) = fields.get("code_id").parse::<PhoneCodeId>() else {
        let from = (visit.language, visit.address);
        return match ask_sign_in(&pages.app.store, &visit.cx, phone, from).await {
            Ok(code_id) => Ok(code_form(&pages, &visit, (back, phone), code_id, None)),
            Err(No::Refused(refusal)) => Ok(form(&pages, &visit, (back, phone), Some(&refusal))),
            Err(fault) => Err(fault.into()),
        };
    };
    let shown = TypedCode { code_id, digits: fields.get("code").to_owned(), door: visit.door() };
    match sign_in(&pages.app.store, &pages.account.settings, &visit.cx, shown).await {
        Ok(begun) => Ok(went_on(&pages, &visit, &begun, back)),
        // Another code has to be asked for.
        Err(No::Refused(refusal @ AccountRefusal::WrongCode)) => {
            Ok(code_form(&pages, &visit, (back, phone), code_id, Some(&refusal)))
        }
        Err(No::Refused(refusal)) => Ok(form(&pages, &visit, (back, phone), Some(&refusal))),
        Err(fault) => Err(fault.into()),
    }
}

/// Asks for the phone.
pub fn form(pages: &Pages, visit: &Visit, (back, phone): (&str, &str), refusal: Option<&AccountRefusal>) -> Response {
    let entry = card(pages, visit, (Tab::Phone, back), "/sign-in/phone", refusal);
    let fields = html! {
        input type="hidden" name="back" value=(back);
        (entry.field(&Field { value: phone, ..PHONE }))
        button.button type="submit" { (visit.say("pages-phone-send", &[])) }
    };
    entry.shown(&fields, &below(visit, back))
}

/// Asks for the code. A slip of the finger costs one of five tries, so the form stays.
fn code_form(
    pages: &Pages,
    visit: &Visit,
    (back, phone): (&str, &str),
    code_id: PhoneCodeId,
    refusal: Option<&AccountRefusal>,
) -> Response {
    let entry = card(pages, visit, (Tab::Phone, back), "/sign-in/phone", refusal);
    let fields = html! {
        input type="hidden" name="back" value=(back);
        input type="hidden" name="phone" value=(phone);
        input type="hidden" name="code_id" value=(code_id);
        p { (visit.say("pages-phone-sent", &[("phone", phone)])) }
        (entry.field(&PHONE_CODE))
        button.button type="submit" { (visit.say("pages-sign-in", &[])) }
    };
    let after = html! { p { a href=(Tab::Phone.place(back)) { (visit.say("pages-phone-again", &[])) } } };
    entry.shown(&fields, &after)
}
