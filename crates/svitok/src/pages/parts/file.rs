//! One file of a document: what it is, its signatures with their verdicts, and both to download.

use super::super::visit::Visit;
use super::state::Names;
use super::timeline::file_words;
use super::verdict;
use super::words::bytes_size;
use exchange::ops::verification::FileCheck;
use exchange::{Entity, EntityKind};
use maud::{Markup, html};

/// The name a file is downloaded under; one that came without a name is called by what it is.
#[must_use]
pub fn name(file: &Entity) -> String {
    file.file_name.clone().unwrap_or_else(|| format!("{}.bin", file.kind.as_str()))
}

/// The name a signature is downloaded under: beside its file. Another side's signature under the same file names it.
#[must_use]
pub fn signature_name(file: &Entity, signature: &Entity) -> String {
    let whose = if file.author == signature.author { "" } else { signature.author.as_str() };
    let dot = if whose.is_empty() { "" } else { "." };
    format!("{}{dot}{whose}.sig", name(file))
}

/// A file that opens to its signatures. `place` is the address of its document.
#[must_use]
pub fn shown(visit: &Visit, file: &FileCheck, names: &Names, place: &str) -> Markup {
    let entity = &file.entity;
    let is_main =
        matches!(entity.kind, EntityKind::Title | EntityKind::NonformalizedDocument | EntityKind::AnswerTitle);
    html! {
        details.file open[is_main] {
            summary {
                span.what { (capital(&file_words(visit, entity.kind))) span.dim { " · " (names.of(entity.author)) } }
                @for check in &file.signatures { span.short { (verdict::short(visit, &check.verdict)) } }
                @if file.signatures.is_empty() { span.short.dim { (visit.say("pages-unsigned", &[])) } }
                @if !file.bytes_unchanged { span.mark.stop { (visit.say("pages-bytes-changed", &[])) } }
            }
            div.downloads {
                p {
                    (link(visit, ("pages-download-file", name(entity)), entity, place))
                    @for check in &file.signatures {
                        (link(visit, ("pages-download-signature", signature_name(entity, &check.entity)), &check.entity, place))
                    }
                }
                p.dim { (name(entity)) }
            }
            @for check in &file.signatures {
                h3 { (visit.say("pages-signature-of", &[("who", names.of(check.entity.author))])) }
                (verdict::whole(visit, &check.verdict))
            }
        }
    }
}

/// A sentence's beginning.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn link(visit: &Visit, (key, name): (&str, String), entity: &Entity, place: &str) -> Markup {
    let (text, size) = (visit.say(key, &[]), entity.content.map_or(0, |content| content.size_bytes));
    html! {
        a href={ (place) "/files/" (entity.id) } download aria-label={ (text) ": " (name) } { (text) }
        " " span.dim { (bytes_size(visit, size)) } " "
    }
}
