//! `/documents/{box_id}/{document_id}`: one document with all that is known of it.

use super::Pages;
use super::authorities::NAME as AUTHORITIES;
use super::parts::file::{name, shown as file_shown, signature_name};
use super::parts::state::{self, Names};
use super::parts::{self, shell_quoted, timeline};
use super::visit::{SignedVisit, Visit};
use axum::extract::State;
use axum::response::Response;
use exchange::EntityId;
use exchange::ops::read::{DocumentReport, LegalReport};
use exchange::ops::verification::{VerificationReport, verify};
use kernel::BoxId;
use maud::{Markup, html};
use web::{Ids, Problem};

/// The document; every signature is verified again now.
pub async fn show(
    State(pages): State<Pages>,
    SignedVisit(visit): SignedVisit,
    Ids((box_id, document_id)): Ids<(BoxId, EntityId)>,
) -> Result<Response, Problem> {
    let report = verify(&pages.exchange, &visit.cx, box_id, document_id).await?;
    let mut reader = pages.app.store.reader().await?;
    let own = account::read::find_card(&mut reader, box_id).await?.map(|card| card.name).unwrap_or_default();
    drop(reader);
    let names = Names::of_report(&visit, &report.document, &own);
    let title = state::heading(&visit, &(&report.document).into());
    let place = format!("/documents/{box_id}/{document_id}");
    let main = html! {
        p.back { a href={ "/?box=" (box_id) } { (visit.say("pages-back", &[])) } }
        (heading(&visit, &report.document, &title))
        div.columns {
            div {
                (state::of_document(&visit, &report.document, &names))
                (legal(&visit, report.document.legal.as_ref()))
                (timeline::shown(&visit, &report.document, &names))
            }
            div {
                (files(&visit, &report, &names, &place))
                (yourself(&visit, &report))
            }
        }
    };
    Ok(parts::shown(&visit, &title, &main))
}

fn heading(visit: &Visit, report: &DocumentReport, title: &str) -> Markup {
    let other = state::party_name(visit, report.counteragent.as_ref());
    let inn = report.counteragent.as_ref().map(|party| visit.say("pages-inn", &[("inn", party.inn.as_str())]));
    let key = if report.copy.side == exchange::Side::Sender { "pages-to" } else { "pages-from" };
    html! {
        div.heading.document {
            div {
                h1 { (title) }
                p.dim { (parts::function_words(visit, report.facts.kind)) }
                p {
                    (visit.say(key, &[])) " " strong { (other) } " "
                    @if let Some(inn) = inn { span.dim.whole { (inn) } }
                }
                @if report.copy.is_test { p.warning { (visit.say("pages-test-document", &[])) } }
            }
            @if let Some(total) = parts::money(&report.facts) { p.total { (total) } }
        }
    }
}

fn legal(visit: &Visit, legal: Option<&LegalReport>) -> Markup {
    html! {
        section aria-labelledby="law" {
            h2 #law { (visit.say("pages-law", &[])) }
            @match legal {
                None => p { (visit.say("pages-law-unknown", &[])) },
                Some(legal) => (asked(visit, legal)),
            }
        }
    }
}

/// What the law asks beside what there is.
fn asked(visit: &Visit, legal: &LegalReport) -> Markup {
    let required = visit.say(required_key(legal.required), &[]);
    let has = visit.say(&format!("pages-has-{}", legal.has), &[]);
    let (tone, outcome) = if legal.suffices { ("good", "pages-law-suffices") } else { ("stop", "pages-law-short") };
    html! {
        dl.verdict {
            div { dt { (visit.say("pages-law-asks", &[])) } dd {
                (required)
                @if legal.by_agreement { "; " (visit.say("pages-law-agreement", &[])) }
                @if legal.operator_needed { "; " (visit.say("pages-law-operator", &[])) }
            } }
            div { dt { (visit.say("pages-law-has", &[])) } dd {
                (has) " " span class={ "mark " (tone) } { (visit.say(outcome, &[])) }
            } }
        }
        p.norm { (legal.norm) }
    }
}

fn required_key(required: rules::RequiredSignature) -> &'static str {
    match required {
        rules::RequiredSignature::None => "pages-asks-none",
        rules::RequiredSignature::Simple => "pages-asks-simple",
        rules::RequiredSignature::Unqualified => "pages-asks-unqualified",
        rules::RequiredSignature::Qualified => "pages-asks-qualified",
    }
}

fn files(visit: &Visit, report: &VerificationReport, names: &Names, place: &str) -> Markup {
    let signatures = report.files.iter().map(|file| file.signatures.len()).sum();
    html! {
        section aria-labelledby="files" {
            h2 #files { (visit.say("pages-files", &[])) }
            p.dim {
                (visit.count("pages-count-files", report.files.len())) ", "
                (visit.count("pages-count-signatures", signatures)) ". "
                (visit.say("pages-checked-at", &[("at", &parts::moment(visit, visit.cx.now))]))
            }
            @for file in &report.files { (file_shown(visit, file, names, place)) }
        }
    }
}

/// How to check the first signature with other people's tools.
fn yourself(visit: &Visit, report: &VerificationReport) -> Markup {
    let signed = report.files.iter().find_map(|file| {
        let check = file.signatures.first()?;
        Some((shell_quoted(&name(&file.entity)), shell_quoted(&signature_name(&file.entity, &check.entity))))
    });
    html! {
        @if let Some((file, signature)) = signed {
            section aria-labelledby="yourself" {
                h2 #yourself { (visit.say("pages-yourself", &[])) }
                p {
                    (visit.say("pages-yourself-how", &[])) " "
                    a href={ "/" (AUTHORITIES) } download { (AUTHORITIES) }
                }
                pre {
                    code {
                        "openssl cms -verify -engine gost -binary -inform DER \\\n  -in " (signature) " \\\n  -content " (file)
                        " \\\n  -CAfile " (AUTHORITIES) " -out /dev/null"
                    }
                }
                pre { code { "svitok verify " (file) " \\\n  " (signature) " \\\n  --ca " (AUTHORITIES) } }
            }
        }
    }
}
