//! `/sign-in`: one page with a tab for each way in, then back to the page that was asked for. Password and phone work
//! without scripts; a certificate and a passkey need the page's script, which only fills in the form that is sent.

pub mod certificate;
pub mod passkey;
pub mod password;
pub mod phone;
pub mod proposal;

use super::Pages;
use super::parts::entry::{Entry, Field};
use super::parts::escaped;
use super::visit::{Visit, local};
use super::{revoke, second};
use account::AccountRefusal;
use account::second_sign_in::Begun;
use account::sign_in::OpenedSignIn;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use serde::Deserialize;
use web::QueryOf;

/// Script of the pages where one comes in: `ui/pages/sign-in.ts`.
pub const SCRIPT: &str = "sign-in";

/// Where to go after.
#[derive(Debug, Deserialize)]
pub struct BackQuery {
    /// A place of this site.
    pub back: Option<String>,
}

/// Where to go after, and by which way.
#[derive(Debug, Deserialize)]
pub struct WayQuery {
    way: Option<String>,
    back: Option<String>,
}

/// A tab of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Login and password.
    #[default]
    Password,
    /// The key of a certificate.
    Certificate,
    /// A code sent to the phone.
    Phone,
    /// A passkey.
    Passkey,
}

impl Tab {
    const ALL: [Self; 4] = [Self::Password, Self::Certificate, Self::Phone, Self::Passkey];

    /// As it stands in the address, in the cookie, and in the key of its name.
    const fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Certificate => "certificate",
            Self::Phone => "phone",
            Self::Passkey => "passkey",
        }
    }

    fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tab| tab.word() == word)
    }

    fn place(self, back: &str) -> String {
        format!("/sign-in?way={}&back={}", self.word(), escaped(back))
    }
}

/// The empty form of the way that is asked for, or was chosen the last time; who is signed in already goes on.
pub async fn show(
    State(pages): State<Pages>,
    visit: Visit,
    headers: HeaderMap,
    QueryOf(query): QueryOf<WayQuery>,
) -> Response {
    let back = local(query.back.as_deref().unwrap_or("/"));
    if visit.is_signed_in() {
        return Redirect::to(back).into_response();
    }
    let asked = query.way.as_deref().and_then(Tab::parse);
    let last = || visit.jar.way(&headers).as_deref().and_then(Tab::parse);
    let mut answer = form(&pages, &visit, (asked.or_else(last).unwrap_or_default(), back), None);
    if let Some(tab) = asked {
        visit.jar.keep_way(answer.headers_mut(), tab.word());
    }
    answer
}

/// A step of the page was opened by its address: it begins with the first.
pub async fn from_the_beginning() -> Redirect {
    Redirect::to("/sign-in")
}

/// The form of a way with what was refused, for who begins again.
pub fn form(pages: &Pages, visit: &Visit, (tab, back): (Tab, &str), refusal: Option<&AccountRefusal>) -> Response {
    match tab {
        Tab::Password => password::form(pages, visit, (back, ""), refusal),
        Tab::Phone => phone::form(pages, visit, (back, ""), refusal),
        Tab::Certificate => certificate::form(pages, visit, back, refusal),
        Tab::Passkey => passkey::form(pages, visit, back, refusal),
    }
}

/// The card of a way: tabs above, the other things one may want below.
fn card<'a>(
    pages: &'a Pages,
    visit: &'a Visit,
    (tab, back): (Tab, &str),
    action: &'static str,
    refusal: Option<&AccountRefusal>,
) -> Entry<'a> {
    let entry = Entry::of(visit, "pages-sign-in-title", action, refusal).above(tabs(visit, tab, back));
    match tab {
        Tab::Certificate | Tab::Passkey => entry.by_script(pages.ui.page_script(SCRIPT)),
        Tab::Password | Tab::Phone => entry,
    }
}

fn tabs(visit: &Visit, shown: Tab, back: &str) -> Markup {
    html! {
        nav.ways aria-label=(visit.say("pages-sign-in-ways", &[])) {
            @for tab in Tab::ALL {
                a href=(tab.place(back)) aria-current=[(tab == shown).then_some("page")] {
                    (visit.say(&format!("pages-way-{}", tab.word()), &[]))
                }
            }
        }
    }
}

fn below(visit: &Visit, back: &str) -> Markup {
    html! {
        p { a href={ "/register?back=" (escaped(back)) } { (visit.say("pages-sign-in-register", &[])) } }
        p { a href=(revoke::PLACE) { (visit.say("pages-revoke-title", &[])) } }
    }
}

/// The sign-in goes into the cookie, and the person goes on.
pub fn entered(visit: &Visit, opened: &OpenedSignIn, back: &str) -> Response {
    let mut answer = Redirect::to(back).into_response();
    visit.jar.keep_session(answer.headers_mut(), opened.token.reveal());
    answer
}

/// The same, or the second step.
fn went_on(pages: &Pages, visit: &Visit, begun: &Begun, back: &str) -> Response {
    match begun {
        Begun::Opened(opened) => entered(visit, opened, back),
        Begun::Second(waiting) => {
            let step = second::Step { token: waiting.token.reveal(), back, code_id: None, ways: &waiting.ways };
            second::form(pages, visit, &step, None)
        }
    }
}

/// The field of a login.
pub const LOGIN: Field<'static> = Field {
    name: "login",
    label: "pages-sign-in-login",
    kind: "email",
    autocomplete: "username",
    value: "",
    chars_max: 254,
    rule: "",
    is_required: true,
};

/// The field of a password.
pub const PASSWORD: Field<'static> = Field {
    name: "password",
    label: "pages-sign-in-password",
    kind: "password",
    autocomplete: "new-password",
    value: "",
    chars_max: 256,
    rule: "",
    is_required: true,
};

/// The field of a phone.
pub const PHONE: Field<'static> = Field {
    name: "phone",
    label: "pages-phone",
    kind: "tel",
    autocomplete: "tel",
    value: "",
    chars_max: 30,
    rule: "pages-phone-rule",
    is_required: true,
};

/// The field of a code that was sent to a phone.
pub const PHONE_CODE: Field<'static> = Field {
    name: "code",
    label: "pages-phone-code",
    kind: "text",
    autocomplete: "one-time-code",
    value: "",
    chars_max: 16,
    rule: "pages-phone-code-rule",
    is_required: true,
};
