//! `/sign-in`: login and password, then back to the page that was asked for.

use super::Pages;
use super::form::{FORM_BYTES_MAX, Fields, TOKEN_FIELD};
use super::parts;
use super::visit::{Visit, local};
use account::sign_in::{PasswordSignIn, with_password};
use account::{AccountRefusal, SignInKind};
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;
use serde::Deserialize;
use store::No;
use web::{Problem, QueryOf, RawBody};

/// Where to go after.
#[derive(Debug, Deserialize)]
pub struct BackQuery {
    back: Option<String>,
}

/// The empty form; who is signed in already goes on.
pub async fn show(visit: Visit, QueryOf(query): QueryOf<BackQuery>) -> Response {
    let back = local(query.back.as_deref().unwrap_or("/"));
    if visit.is_signed_in() { Redirect::to(back).into_response() } else { form(&visit, back, "", None) }
}

/// Signs in. A refusal shows the form again with what to do.
pub async fn submit(
    State(pages): State<Pages>,
    visit: Visit,
    body: RawBody<FORM_BYTES_MAX>,
) -> Result<Response, Problem> {
    let fields = Fields::read(&body.bytes);
    visit.form.check(&fields)?;
    let (login, back) = (fields.get("login"), local(fields.get("back")));
    let shown = PasswordSignIn {
        login: login.to_owned(),
        password: fields.get("password").to_owned(),
        kind: SignInKind::Page,
        address: visit.address,
        client: None,
    };
    match with_password(&pages.app.store, &pages.account.passwords, &visit.cx, shown).await {
        Ok(opened) => {
            let mut answer = Redirect::to(back).into_response();
            visit.jar.keep_session(answer.headers_mut(), opened.token.reveal());
            Ok(answer)
        }
        Err(No::Refused(refusal)) => Ok(form(&visit, back, login, Some(refusal))),
        Err(fault) => Err(fault.into()),
    }
}

fn form(visit: &Visit, back: &str, login: &str, refusal: Option<AccountRefusal>) -> Response {
    let title = visit.say("pages-sign-in-title", &[]);
    let told = refusal.as_ref().map(|refusal| told(visit, refusal));
    let in_the_open = !visit.jar.is_secure && !visit.address.is_loopback();
    let main = html! {
        section.narrow.card {
            h1 { (title) }
            @if let Some(told) = &told { p.refusal #refusal role="alert" { (told) } }
            @if in_the_open { p.warning { (visit.say("pages-sign-in-open-network", &[])) } }
            form method="post" action="/sign-in" {
                input type="hidden" name=(TOKEN_FIELD) value=(visit.form.shown());
                input type="hidden" name="back" value=(back);
                label for="login" { (visit.say("pages-sign-in-login", &[])) }
                input #login name="login" type="text" inputmode="email" autocomplete="username" autocapitalize="none"
                    spellcheck="false" required maxlength="254" value=(login) aria-describedby=[told.as_ref().map(|_| "refusal")];
                label for="password" { (visit.say("pages-sign-in-password", &[])) }
                input #password name="password" type="password" autocomplete="current-password" required maxlength="256"
                    aria-describedby=[told.as_ref().map(|_| "refusal")];
                button.button type="submit" { (visit.say("pages-sign-in", &[])) }
            }
            p.dim { (visit.say("pages-sign-in-help", &[])) }
        }
    };
    let mut answer = parts::shown(visit, &title, &main);
    visit.jar.keep_form(answer.headers_mut(), &visit.form);
    if let Some(refusal) = refusal {
        let problem = Problem::refused(refusal.clone());
        *answer.status_mut() = problem.status();
        if let AccountRefusal::LockedOut { wait_seconds } = refusal {
            answer.headers_mut().insert(header::RETRY_AFTER, wait_seconds.into());
        }
        if answer.status() == StatusCode::UNAUTHORIZED {
            // 401 would ask the browser for another way of signing in; the form itself is the way.
            *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        }
    }
    answer
}

/// The refusal's own text, and what to do about it.
fn told(visit: &Visit, refusal: &AccountRefusal) -> String {
    let text = Problem::refused(refusal.clone()).code();
    let text = visit.texts.of_code(visit.language, text).unwrap_or_default();
    let advice = match refusal {
        AccountRefusal::WrongPassword => visit.say("pages-sign-in-wrong-advice", &[]),
        AccountRefusal::LockedOut { wait_seconds } => {
            let minutes = usize::try_from(wait_seconds.div_ceil(60)).unwrap_or(usize::MAX);
            visit.count("pages-sign-in-wait", minutes)
        }
        _ => String::new(),
    };
    format!("{text} {advice}").trim_end().to_owned()
}
