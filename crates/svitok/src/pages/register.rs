//! `/register`: at once where the host lets anybody in, else by the link of a letter. A phone, where one is given, is proven by
//! a code in the form.

use super::Pages;
use super::form::Fields;
use super::parts::entry::{Entry, Field, told};
use super::parts::escaped;
use super::sign_in::password::signed_in;
use super::sign_in::{BackQuery, LOGIN, PASSWORD, PHONE, PHONE_CODE};
use super::visit::{Posted, Visit, local};
use account::phone::{PhoneProof, ask_register, prove};
use account::register::NewUser;
use account::{AccountRefusal, PhoneCodeId, Registration, ask_registration, register};
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use store::No;
use web::{Problem, QueryOf};

/// The empty form; who is signed in already goes on.
pub async fn show(State(pages): State<Pages>, visit: Visit, QueryOf(query): QueryOf<BackQuery>) -> Response {
    let back = local(query.back.as_deref().unwrap_or("/"));
    if visit.is_signed_in() {
        return Redirect::to(back).into_response();
    }
    let refusal =
        (pages.account.settings.registration == Registration::Closed).then_some(AccountRefusal::RegistrationClosed);
    form(&visit, &Typed { back, ..Typed::default() }, refusal)
}

/// Has a code sent to the phone, or registers. A refusal shows the form again with what was typed, but the password.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    let mut typed = Typed::read(&fields);
    if typed.wants_code(fields.get("act") == SEND) {
        return match ask_register(&pages.app.store, &visit.cx, typed.phone, (visit.language, visit.address)).await {
            Ok(code_id) => {
                typed.sent = Some((code_id, typed.phone));
                Ok(form(&visit, &typed, None))
            }
            Err(No::Refused(refusal)) => Ok(form(&visit, &typed, Some(refusal))),
            Err(fault) => Err(fault.into()),
        };
    }
    match registered(&pages, &visit, &typed, fields.get("password")).await {
        Ok(answer) => Ok(answer),
        Err(No::Refused(refusal)) => {
            // A code that is over is asked for anew.
            typed.sent = typed.sent.filter(|_| !matches!(refusal, AccountRefusal::ChallengeOver));
            Ok(form(&visit, &typed, Some(refusal)))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Of the box that takes a number over.
const TAKE_OVER: &str = "take_over";
/// Of the button that has a code sent.
const SEND: &str = "send";

#[derive(Default)]
struct Typed<'a> {
    back: &'a str,
    login: &'a str,
    name: &'a str,
    phone: &'a str,
    /// The code that was sent, and to which phone.
    sent: Option<(PhoneCodeId, &'a str)>,
    /// The code as typed.
    code: &'a str,
    /// The phone is taken, be it another account's.
    takes_over: bool,
}

impl<'a> Typed<'a> {
    fn read(fields: &'a Fields) -> Self {
        let [login, name, phone] = ["login", "name", "phone"].map(|field| fields.get(field));
        let sent = fields.get("code_id").parse().ok().map(|code_id| (code_id, fields.get("sent_to")));
        let takes_over = fields.get(TAKE_OVER) == "yes";
        Self { back: local(fields.get("back")), login, name, phone, sent, code: fields.get("code"), takes_over }
    }

    /// A phone is registered only when it was proven: one that was typed and has no code yet gets one. Without a phone nothing
    /// is sent, for the Enter key presses the first button of a form.
    fn wants_code(&self, is_asked: bool) -> bool {
        let is_sent = self.sent.is_some_and(|(_, to)| to == self.phone);
        !self.phone.trim().is_empty() && (is_asked || !is_sent)
    }

    fn proof(&self) -> Option<PhoneProof> {
        let (code_id, _) = self.sent.filter(|_| !self.phone.trim().is_empty())?;
        Some(PhoneProof { code_id, digits: self.code.to_owned(), takes_over: self.takes_over })
    }
}

async fn registered(
    pages: &Pages,
    visit: &Visit,
    typed: &Typed<'_>,
    password: &str,
) -> Result<Response, No<AccountRefusal>> {
    let (store, passwords, settings) = (&pages.app.store, &pages.account.passwords, &pages.account.settings);
    let [login, name, chosen] = [typed.login, typed.name, password].map(str::to_owned);
    let (new, proof) = (NewUser { login, name, password: chosen }, typed.proof());
    let done = match settings.registration {
        Registration::Closed => Err(AccountRefusal::RegistrationClosed.into()),
        Registration::Confirmed => {
            let from = (visit.language, visit.address);
            ask_registration::run(store, (passwords, settings), &visit.cx, (new, proof), from).await
        }
        Registration::Open => at_once(pages, visit, new, proof).await,
    };
    match done {
        Ok(()) if settings.registration == Registration::Confirmed => {
            Ok(told(visit, "pages-register-asked", "pages-register-asked-text", ("/sign-in", "pages-sign-in")))
        }
        Ok(()) => signed_in(pages, visit, (typed.login, password), typed.back).await,
        // The button was pressed twice: the first press, or the link of its letter, made the user, the code is used up or over,
        // and this is the same person.
        Err(No::Refused(refusal @ (AccountRefusal::LoginTaken | AccountRefusal::ChallengeOver))) => {
            let again = signed_in(pages, visit, (typed.login, password), typed.back).await;
            again.map_err(|no| match no {
                No::Refused(AccountRefusal::WrongPassword) => refusal.into(),
                other => other,
            })
        }
        Err(no) => Err(no),
    }
}

/// Makes the user; the code of the phone is taken last, so that a refused form does not use it up.
async fn at_once(
    pages: &Pages,
    visit: &Visit,
    new: NewUser,
    proof: Option<PhoneProof>,
) -> Result<(), No<AccountRefusal>> {
    let (store, account) = (&pages.app.store, &pages.account);
    register::count(store, &visit.cx, visit.address).await?;
    let prepared = register::prepare(&account.passwords, &visit.cx, new).await?;
    let phone = match &proof {
        Some(proof) => Some(prove(store, &account.settings, &visit.cx, proof).await?),
        None => None,
    };
    let prepared = prepared.with_phone(phone);
    store.write(&visit.cx, prepared, |tx, cx, new| Box::pin(register::run(tx, cx, new))).await?;
    Ok(())
}

fn form(visit: &Visit, typed: &Typed<'_>, refusal: Option<AccountRefusal>) -> Response {
    let entry = Entry::of(visit, "pages-register-title", "/register", refusal.as_ref());
    let asks = typed.takes_over || matches!(refusal, Some(AccountRefusal::PhoneOfAnother));
    let fields = html! {
        input type="hidden" name="back" value=(typed.back);
        (entry.field(&Field { value: typed.login, label: "pages-register-login", ..LOGIN }))
        (entry.field(&Field {
            name: "name", label: "pages-register-name", autocomplete: "name", value: typed.name, chars_max: 200,
            rule: "pages-register-name-rule", ..Field::default()
        }))
        (entry.field(&Field { value: typed.phone, rule: "pages-register-phone-rule", is_required: false, ..PHONE }))
        @if let Some((code_id, to)) = &typed.sent {
            input type="hidden" name="code_id" value=(code_id);
            input type="hidden" name="sent_to" value=(to);
            p role="status" { (visit.say("pages-phone-sent", &[("phone", to)])) }
            (entry.field(&Field { is_required: false, value: typed.code, ..PHONE_CODE }))
            @if asks {
                label.check {
                    input type="checkbox" name=(TAKE_OVER) value="yes" checked[typed.takes_over];
                    " " (visit.say("pages-register-take-over", &[]))
                }
            }
        } @else {
            button.button.quiet type="submit" name="act" value=(SEND) formnovalidate { (visit.say("pages-phone-send", &[])) }
        }
        (entry.field(&Field { rule: "pages-password-rule", ..PASSWORD }))
        button.button type="submit" { (visit.say("pages-register", &[])) }
    };
    let after = html! {
        p { a href={ "/sign-in?back=" (escaped(typed.back)) } { (visit.say("pages-register-known", &[])) } }
    };
    entry.shown(&fields, &after)
}
