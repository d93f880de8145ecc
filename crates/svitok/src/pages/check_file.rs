//! `/check-file`: anybody drops an official document and reads what is wrong with it. The page's script checks it where it lies;
//! without scripts the file comes here, is checked in memory and forgotten.

use super::visit::Visit;
use super::{Pages, parts, upload};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use bytes::Bytes;
use formats::form::{Crumb, Explained, Phrase, explain, title};
use formats::ratios::check_with;
use formats::{Finding, Findings, Layer, Registry, Severity};
use maud::{Markup, html};
use web::{EdgeRefusal, Problem, RawBody};

/// The script of the page in the client's build.
const SCRIPT: &str = "check-file";
/// The file and the form around it: no larger file is checked anywhere.
pub const FORM_BYTES_MAX: usize = formats::limits::FILE_BYTES_MAX + 4096;

/// The empty form.
pub async fn show(State(pages): State<Pages>, visit: Visit) -> Response {
    page(&pages, &visit, &html! {})
}

/// Checks what was sent by a browser without scripts.
pub async fn submit(
    State(pages): State<Pages>,
    visit: Visit,
    headers: HeaderMap,
    body: RawBody<FORM_BYTES_MAX>,
) -> Result<Response, Problem> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some((name, content)) = sent(kind, &body.bytes) else {
        let refusal = html! { p.refusal role="alert" { (visit.say("pages-check-file-incomplete", &[])) } };
        let mut answer = page(&pages, &visit, &refusal);
        *answer.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(answer);
    };
    let _place = pages.checks.place().ok_or(EdgeRefusal::Busy)?;
    let (asked, registry) = (name.clone(), pages.shelf.current());
    let rules = pages.shelf.rules();
    let check = move || explained(&registry, check_with(&registry, &rules.ratios, &content, Some(&asked)));
    let checked = tokio::task::spawn_blocking(check);
    let checked = checked.await.map_err(|why| store::Fault::Panicked(format!("checking a file: {why}")))?;
    Ok(page(&pages, &visit, &shown(&visit, &name, &checked)))
}

fn sent(kind: &str, body: &Bytes) -> Option<(String, Bytes)> {
    let uploads = upload::read(kind, body)?;
    let file = uploads.into_iter().find(|upload| upload.field == "file" && !upload.file_name.is_empty())?;
    Some((file.file_name, file.content))
}

/// Findings with their places in words.
struct Checked {
    found: Findings,
    explained: Vec<Explained>,
}

fn explained(registry: &Registry, found: Findings) -> Checked {
    let definition = found.format.as_ref().and_then(|format| registry.definition(format).ok());
    let explained = found.findings.iter().map(|finding| explain(definition, finding)).collect();
    Checked { found, explained }
}

fn page(pages: &Pages, visit: &Visit, result: &Markup) -> Response {
    let title = visit.say("pages-check-file-title", &[]);
    let script = pages.ui.page_script(SCRIPT);
    let main = html! {
        section.narrow.card.wide {
            h1 { (title) }
            p { (visit.say("pages-check-file-lead", &[])) }
            form #check-file method="post" action="/check-file" enctype="multipart/form-data" {
                label for="file" { (visit.say("pages-check-file-file", &[])) }
                input #file name="file" type="file" accept=".xml,text/xml" required;
                button.button type="submit" { (visit.say("pages-check-submit", &[])) }
            }
            @if script.is_some() {
                p.dim data-with-script hidden { (visit.say("pages-check-file-stays", &[])) }
            }
            p.dim data-without-script { (visit.say("pages-check-file-goes", &[])) }
        }
        div #result.narrow.wide aria-live="polite" { (result) }
        @if script.is_some() { (samples(visit)) }
    };
    match script {
        Some(script) => parts::scripted(visit, &title, &main, script),
        None => parts::shown(visit, &title, &main),
    }
}

/// What the script makes its own result of: the same parts with nothing in them, and the words of it.
fn samples(visit: &Visit) -> Markup {
    let empty = |severity| item(visit, (severity, "", ("1", "1")), ("", &[]), &Values::All);
    let head = |is_clean| head(visit, "", "", (is_clean, false));
    html! {
        template #finding-error { (empty(Severity::Error)) }
        template #finding-warning { (empty(Severity::Warning)) }
        template #head-clean { (head(true)) }
        template #head-wrong { (head(false)) }
        template #cut { (cut(visit)) }
    }
}

fn shown(visit: &Visit, name: &str, checked: &Checked) -> Markup {
    let found = &checked.found;
    let known = found.format.as_ref();
    let form = known.map_or_else(
        || visit.say("pages-check-file-unknown", &[]),
        |format| format!("{} · {format}", title(&format.prefix).unwrap_or_default()),
    );
    html! {
        (head(visit, name, &form, (found.findings.is_empty(), true)))
        @if found.cut { (cut(visit)) }
        @if !found.findings.is_empty() {
            ol.findings { @for (one, told) in found.findings.iter().zip(&checked.explained) { (of(visit, one, told)) } }
        }
    }
}

fn head(visit: &Visit, name: &str, form: &str, (is_clean, is_filled): (bool, bool)) -> Markup {
    let key = if is_clean { "pages-check-file-clean" } else { "pages-check-file-wrong" };
    html! {
        h2.verdict-line { span class=(if is_clean { "mark good" } else { "mark stop" }) { (visit.say(key, &[])) } }
        p { strong data-part="name" { (name) } }
        p.dim data-part="form" { @if is_filled { (form) } }
    }
}

fn cut(visit: &Visit) -> Markup {
    html! { p.warning { (visit.say("pages-check-file-cut", &[])) } }
}

fn of(visit: &Visit, finding: &Finding, told: &Explained) -> Markup {
    let what = visit.texts.of_code(visit.language, &finding.code);
    let what = what.unwrap_or_else(|| phrase(visit, &told.found));
    let source = if finding.layer == Layer::Embedded {
        format!("{} · {}", finding.norm, finding.code)
    } else {
        finding.norm.clone()
    };
    let (line, column) = (finding.line.to_string(), finding.column.to_string());
    let values = match (&finding.sides, finding.layer) {
        (Some(sides), _) => Values::Sides(&sides.left, &sides.right),
        (None, Layer::Embedded | Layer::Ratio) => Values::None,
        (None, _) => Values::Shapes(&told.found, &told.accepted),
    };
    item(visit, (finding.severity, &source, (&line, &column)), (&what, &told.crumbs), &values)
}

/// What stands beside a finding: what was found and what would be accepted, or both sides of a control ratio.
enum Values<'t> {
    Shapes(&'t Phrase, &'t Phrase),
    Sides(&'t str, &'t str),
    /// All rows, empty: the sample of the script, which takes away what a finding has not.
    All,
    None,
}

fn item(
    visit: &Visit,
    (severity, source, (line, column)): (Severity, &str, (&str, &str)),
    (what, crumbs): (&str, &[Crumb]),
    values: &Values<'_>,
) -> Markup {
    let (mark, key) = match severity {
        Severity::Error => ("mark stop", "pages-check-file-error"),
        Severity::Warning => ("mark", "pages-check-file-warning"),
    };
    html! {
        li.card.wide {
            p { span class=(mark) { (visit.say(key, &[])) } " " strong data-part="what" { (what) } }
            p.crumbs data-part="crumbs" { @for (at, one) in crumbs.iter().enumerate() { (crumb(at, one)) } }
            dl.verdict {
                div { dt { (visit.say("pages-check-file-place", &[])) }
                    dd { (visit.say("pages-check-file-line", &[])) " " span data-part="line" { (line) } ", "
                        (visit.say("pages-check-file-column", &[])) " " span data-part="column" { (column) } } }
                (value_rows(visit, values))
                div { dt { (visit.say("pages-check-file-norm", &[])) } dd data-part="norm" { (source) } }
            }
        }
    }
}

fn value_rows(visit: &Visit, values: &Values<'_>) -> Markup {
    let row = |part: &str, key: &str, value: &str| {
        html! { div data-row=(part) { dt { (visit.say(key, &[])) } dd data-part=(part) { (value) } } }
    };
    let shapes = |found: &str, accepted: &str| {
        html! { (row("found", "pages-check-file-found", found)) (row("accepted", "pages-check-file-accepted", accepted)) }
    };
    let sides = |left: &str, right: &str| {
        html! { (row("left", "pages-check-file-left", left)) (row("right", "pages-check-file-right", right)) }
    };
    match values {
        Values::Shapes(found, accepted) => shapes(&phrase(visit, found), &phrase(visit, accepted)),
        Values::Sides(left, right) => sides(left, right),
        Values::All => html! { (shapes("", "")) (sides("", "")) },
        Values::None => html! {},
    }
}

fn crumb(at: usize, one: &Crumb) -> Markup {
    html! { @if at > 0 { " › " } span title=(one.name) { (one.title) @if one.number > 1 { " № " (one.number) } } }
}

fn phrase(visit: &Visit, phrase: &Phrase) -> String {
    let kinds: Vec<String> = phrase.kinds.iter().map(|key| visit.say(key, &[])).collect();
    let kinds = kinds.join(", ");
    let given = phrase.arguments.iter().map(|(name, value)| (*name, value.as_str()));
    let arguments: Vec<(&str, &str)> = given.chain([("kinds", kinds.as_str())]).collect();
    visit.say(phrase.key, &arguments)
}
