//! Forms of people who are not signed in yet: fields that say what is wrong with them and keep what was typed.

use super::super::form::TOKEN_FIELD;
use super::super::visit::Visit;
use crate::ui;
use account::{AccountRefusal, ClosedWay};
use axum::http::{StatusCode, header};
use axum::response::Response;
use maud::{Markup, html};
use web::Problem;

/// A refusal as a form shows it.
#[derive(Debug)]
struct Refused {
    text: String,
    field: Option<String>,
    status: StatusCode,
    wait_seconds: Option<u64>,
}

impl Refused {
    /// The problem's own text.
    fn by(visit: &Visit, problem: &Problem) -> Self {
        let text = visit.texts.of_code(visit.language, problem.code()).unwrap_or_default();
        // 401 would ask the browser for another way of signing in; the form itself is the way.
        let status = match problem.status() {
            StatusCode::UNAUTHORIZED => StatusCode::UNPROCESSABLE_ENTITY,
            other => other,
        };
        Self { text, field: problem.field().map(str::to_owned), status, wait_seconds: None }
    }

    /// The refusal's own text, and what to do about it.
    fn of(visit: &Visit, refusal: &AccountRefusal) -> Self {
        let told = Self::by(visit, &Problem::refused(refusal.clone()));
        let wait_seconds = match refusal {
            AccountRefusal::LockedOut { wait_seconds } | AccountRefusal::TooManyRegistrations { wait_seconds } => {
                Some(*wait_seconds)
            }
            _ => None,
        };
        let advice = match (refusal, wait_seconds) {
            (AccountRefusal::WayClosed(closed) | AccountRefusal::SecondDemanded(closed), _) => why(visit, closed),
            (AccountRefusal::WrongPassword, _) => visit.say("pages-sign-in-wrong-advice", &[]),
            (_, Some(seconds)) => {
                let minutes = usize::try_from(seconds.div_ceil(60)).unwrap_or(usize::MAX);
                visit.count("pages-sign-in-wait", minutes)
            }
            _ => String::new(),
        };
        let text = format!("{} {advice}", told.text).trim_end().to_owned();
        Self { text, wait_seconds, ..told }
    }
}

/// Whose rule it is, by whom and since when.
fn why(visit: &Visit, closed: &ClosedWay) -> String {
    let on = closed.day();
    match &closed.organization {
        Some(organization) => {
            let arguments = [("organization", organization.as_str()), ("by", &closed.set_by_name), ("on", &on)];
            visit.say("pages-way-closed-by", &arguments)
        }
        None => visit.say("pages-way-closed-by-you", &[("on", &on)]),
    }
}

/// A form on a card: heading, what was refused, fields.
#[derive(Debug)]
pub struct Entry<'a> {
    visit: &'a Visit,
    title: String,
    action: &'static str,
    refused: Option<Refused>,
    above: Markup,
    script: Script<'a>,
    name: Option<&'static str>,
    leads_to: Option<String>,
}

/// What the form needs of scripts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script<'a> {
    /// Nothing.
    None,
    /// It is hidden until this one shows it; nothing shows it where the program was built without its client.
    Shows(Option<&'a ui::Entry>),
    /// This one shows parts of it that were hidden.
    Adds(Option<&'a ui::Entry>),
}

/// One field of a form.
#[derive(Debug)]
pub struct Field<'a> {
    /// Its name, as refusals name it.
    pub name: &'a str,
    /// Key of its label.
    pub label: &'a str,
    /// `text`, `password`, `email`, `tel`.
    pub kind: &'a str,
    /// What a browser may fill in.
    pub autocomplete: &'a str,
    /// What was typed before; passwords are typed again.
    pub value: &'a str,
    /// Characters at most.
    pub chars_max: usize,
    /// Key of the rule said under it; empty for none.
    pub rule: &'a str,
    /// May not be left empty.
    pub is_required: bool,
}

impl Default for Field<'_> {
    fn default() -> Self {
        Self {
            name: "",
            label: "",
            kind: "text",
            autocomplete: "off",
            value: "",
            chars_max: 254,
            rule: "",
            is_required: true,
        }
    }
}

impl<'a> Entry<'a> {
    /// A form under a heading, sent to a place of ours, with what was refused before.
    pub fn of(visit: &'a Visit, title: &str, action: &'static str, refusal: Option<&AccountRefusal>) -> Self {
        Self {
            visit,
            title: visit.say(title, &[]),
            action,
            refused: refusal.map(|refusal| Refused::of(visit, refusal)),
            above: html! {},
            script: Script::None,
            name: None,
            leads_to: None,
        }
    }

    /// With what another room refused, about a field of this name.
    #[must_use]
    pub fn refused_by(self, problem: Option<(&Problem, &str)>) -> Self {
        let refused = problem
            .map(|(problem, field)| Refused { field: Some(field.to_owned()), ..Refused::by(self.visit, problem) });
        Self { refused, ..self }
    }

    /// What stands between the heading and the form.
    #[must_use]
    pub fn above(self, above: Markup) -> Self {
        Self { above, ..self }
    }

    /// The form is worth nothing without this script, and is hidden until it runs.
    #[must_use]
    pub fn by_script(self, script: Option<&'a ui::Entry>) -> Self {
        Self { script: Script::Shows(script), ..self }
    }

    /// The script adds to a form that works without it.
    #[must_use]
    pub fn with_script(self, script: Option<&'a ui::Entry>) -> Self {
        Self { script: Script::Adds(script), ..self }
    }

    /// The name by which the script finds the form.
    #[must_use]
    pub fn named(self, name: &'static str) -> Self {
        Self { name: Some(name), ..self }
    }

    /// The form may lead to a program's address: a browser stops a form's way to where the page's policy does not let it.
    #[must_use]
    pub fn leads_to(self, origin: String) -> Self {
        Self { leads_to: Some(origin), ..self }
    }

    /// A field with its label and rule; the one that was refused says so to a reader's program too.
    pub fn field(&self, field: &Field<'_>) -> Markup {
        let is_refused = self.refused.as_ref().is_some_and(|refused| refused.field.as_deref() == Some(field.name));
        let rule_id = format!("{}-rule", field.name);
        let described = [is_refused.then_some("refusal"), (!field.rule.is_empty()).then_some(rule_id.as_str())];
        let described: Vec<&str> = described.into_iter().flatten().collect();
        let described = (!described.is_empty()).then(|| described.join(" "));
        html! {
            label for=(field.name) { (self.visit.say(field.label, &[])) }
            input id=(field.name) name=(field.name) type=(field.kind) autocomplete=(field.autocomplete)
                autocapitalize=[(field.kind != "text").then_some("none")] spellcheck="false" value=(field.value)
                required[field.is_required] maxlength=(field.chars_max)
                aria-invalid=[is_refused.then_some("true")] aria-describedby=[described];
            @if !field.rule.is_empty() { p.rule id=(rule_id) { (self.visit.say(field.rule, &[])) } }
        }
    }

    /// The whole answer; `fields` end with the button, `after` stands below the form.
    pub fn shown(self, fields: &Markup, after: &Markup) -> Response {
        let Self { visit, title, action, refused, above, script, name, leads_to } = self;
        let waits = matches!(script, Script::Shows(_));
        let in_the_open = !visit.jar.is_secure && !visit.address.is_loopback();
        let main = html! {
            section.narrow.card.entry {
                h1 { (title) }
                (above)
                @if let Some(refused) = &refused { p.refusal #refusal role="alert" { (refused.text) } }
                @if in_the_open { p.warning { (visit.say("pages-sign-in-open-network", &[])) } }
                @if waits { p.warning data-without-script { (visit.say("pages-script-needed", &[])) } }
                form method="post" action=(action) data-way=[name] hidden[waits] {
                    input type="hidden" name=(TOKEN_FIELD) value=(visit.form.shown());
                    (fields)
                }
                (after)
            }
        };
        let mut answer = match script {
            Script::Shows(Some(script)) | Script::Adds(Some(script)) => super::scripted(visit, &title, &main, script),
            _ => match &leads_to {
                Some(origin) => super::leading(visit, &title, &main, origin),
                None => super::shown(visit, &title, &main),
            },
        };
        visit.jar.keep_form(answer.headers_mut(), &visit.form);
        if let Some(refused) = refused {
            *answer.status_mut() = refused.status;
            if let Some(wait) = refused.wait_seconds {
                answer.headers_mut().insert(header::RETRY_AFTER, wait.into());
            }
        }
        answer
    }
}

/// A card that only tells something, with one way on.
pub fn told(visit: &Visit, title: &str, text: &str, (place, way_on): (&str, &str)) -> Response {
    let title = visit.say(title, &[]);
    let main = html! {
        section.narrow.card {
            h1 { (title) }
            p { (visit.say(text, &[])) }
            p { a.button href=(place) { (visit.say(way_on, &[])) } }
        }
    };
    super::shown(visit, &title, &main)
}
