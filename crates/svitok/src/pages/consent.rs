//! `/connect/authorize`: a program of OpenID Connect asks to be let in, and the person says yes or no. The provider has looked at
//! the request at its own address already; here it is looked at again, since an address can be typed by anybody.

use super::Pages;
use super::parts::entry::{Entry, told};
use super::visit::{Posted, Visit};
use account::AccountRefusal;
use account::lent_sign_in::ProgramCard;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::No;
use web::{EdgeRefusal, Problem};
use wire_openid::authorize::{AuthorizeRequest, Read, agree, read};
use wire_openid::{OpenidRefusal, Scope};

/// Where the page is.
pub const PLACE: &str = "/connect/authorize";
/// Of the button that says yes.
pub const ALLOW: &str = "allow";

/// Who asks and what for. Nobody is led to sign in first.
pub async fn show(State(pages): State<Pages>, visit: Visit, RawQuery(query): RawQuery) -> Result<Response, Problem> {
    demand_signed_in(&visit)?;
    let query = query.unwrap_or_default();
    let person = person(&pages, &visit).await?;
    let request = match looked_at(&pages, &visit, &query).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let asked = asked(&visit, (&request.program, request.scope), &person);
    let entry = Entry::of(&visit, "pages-consent-title", PLACE, None).above(asked).leads_to(request.origin());
    let fields = html! {
        input type="hidden" name="query" value=(query);
        (buttons(&visit))
    };
    Ok(entry.shown(&fields, &html! { p.dim { (visit.say("pages-consent-end", &[])) } }))
}

/// Leads the browser back to the program, with a code or with the person's no.
pub async fn submit(State(pages): State<Pages>, Posted { visit, fields }: Posted) -> Result<Response, Problem> {
    demand_signed_in(&visit)?;
    let request = match looked_at(&pages, &visit, fields.get("query")).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let issuer = pages.openid.issuer.clone();
    let place = if fields.get("act") == ALLOW {
        let asked = (*request, issuer);
        pages.app.store.write(&visit.cx, asked, |tx, cx, asked| Box::pin(agree(tx, cx, asked))).await?
    } else {
        request.denied(&issuer)
    };
    Ok(Redirect::to(&place).into_response())
}

/// Refuses nobody: a browser is led to sign in and back.
pub fn demand_signed_in(visit: &Visit) -> Result<(), Problem> {
    if visit.is_signed_in() { Ok(()) } else { Err(EdgeRefusal::SignInNeeded.into()) }
}

/// The request, or the answer that says why it is none.
async fn looked_at(
    pages: &Pages,
    visit: &Visit,
    query: &str,
) -> Result<Result<Box<AuthorizeRequest>, Response>, Problem> {
    let mut reader = pages.app.store.reader().await?;
    match read(&mut reader, &pages.openid, query).await {
        Ok(Read::Request(request)) => Ok(Ok(request)),
        Ok(Read::Back(place)) => Ok(Err(Redirect::to(&place).into_response())),
        Err(No::Refused(refusal)) => Ok(Err(refused(visit, &refusal))),
        Err(fault) => Err(fault.into()),
    }
}

/// Told on a page of its own: a program that is not known is no reason to sign in again.
fn refused(visit: &Visit, refusal: &OpenidRefusal) -> Response {
    let text = match refusal {
        OpenidRefusal::Client => "openid-client-refused",
        OpenidRefusal::Redirect => "openid-redirect-unknown",
        OpenidRefusal::Missing { .. } => "openid-parameter-missing",
        _ => "openid-request-form",
    };
    let mut answer = told(visit, "pages-consent-refused", text, ("/", "pages-problem-first"));
    *answer.status_mut() = StatusCode::BAD_REQUEST;
    answer
}

/// The name of who is signed in.
pub async fn person(pages: &Pages, visit: &Visit) -> Result<String, No<AccountRefusal>> {
    let mut reader = pages.app.store.reader().await?;
    Ok(account::read::me(&mut reader, &visit.cx).await?.name)
}

/// Which program of whom asks, what for, and who would let it in.
pub fn asked(visit: &Visit, (program, scope): (&ProgramCard, Scope), person: &str) -> Markup {
    let named = [("program", program.name.as_str()), ("organization", program.organization.as_str())];
    let texts = scope.words().map(|word| match word {
        "openid" => "pages-consent-openid",
        "profile" => "pages-consent-profile",
        _ => "pages-consent-api",
    });
    html! {
        p { (visit.say("pages-consent-asks", &named)) }
        ul { @for text in texts { li { (visit.say(text, &[])) } } }
        p.dim { (visit.say("pages-consent-person", &[("person", person)])) }
    }
}

/// Yes and no.
pub fn buttons(visit: &Visit) -> Markup {
    html! {
        button.button type="submit" name="act" value=(ALLOW) { (visit.say("pages-consent-allow", &[])) }
        button.quiet.other type="submit" name="act" value="deny" { (visit.say("pages-consent-deny", &[])) }
    }
}
