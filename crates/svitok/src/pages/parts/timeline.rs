//! A document's life, oldest first: who did what and when.

use super::super::visit::Visit;
use super::state::{Names, words_of};
use super::words::moment;
use exchange::ops::read::DocumentReport;
use exchange::{Author, Entity, EntityKind};
use maud::{Markup, html};

/// Every entity of the docflow; an author's signature is told with the file it was posted with.
#[must_use]
pub fn shown(visit: &Visit, report: &DocumentReport, names: &Names) -> Markup {
    let entities = &report.entities;
    let steps = entities.iter().filter(|entity| is_step(entity, entities));
    html! {
        section aria-labelledby="life" {
            h2 #life { (visit.say("pages-life", &[])) }
            ol.life { @for entity in steps { (step(visit, entity, entities, names)) } }
        }
    }
}

fn is_step(entity: &Entity, entities: &[Entity]) -> bool {
    match entity.kind {
        EntityKind::Signature => !parent(entity, entities).is_some_and(|file| file.author == entity.author),
        EntityKind::Delivery => delivered(entity, entities).next().is_some(),
        _ => true,
    }
}

fn parent<'a>(entity: &Entity, entities: &'a [Entity]) -> Option<&'a Entity> {
    entities.iter().find(|other| Some(other.id) == entity.parent_id)
}

/// Files of this document that a delivery mark speaks of: it may speak of other documents of the message too.
fn delivered<'a>(mark: &'a Entity, entities: &'a [Entity]) -> impl Iterator<Item = &'a Entity> {
    let patch = mark.facts.delivery.as_ref().map(|delivery| delivery.patch_id);
    let is_file = |kind| !matches!(kind, EntityKind::Delivery | EntityKind::Signature);
    let alone = move |entity: &&Entity| Some(entity.patch_id) == patch && entity.author != Author::Operator;
    let has_file = entities.iter().filter(alone).any(|entity| is_file(entity.kind));
    entities.iter().filter(alone).filter(move |entity| is_file(entity.kind) || !has_file)
}

/// What a file is, inside a sentence.
#[must_use]
pub fn file_words(visit: &Visit, kind: EntityKind) -> String {
    visit.say(&format!("pages-file-{}", kind.as_str()), &[])
}

fn step(visit: &Visit, entity: &Entity, entities: &[Entity], names: &Names) -> Markup {
    let what = visit.say(&format!("pages-step-{}", entity.kind.as_str()), &[]);
    let of = match entity.kind {
        EntityKind::Delivery => delivered(entity, entities).map(|file| file_words(visit, file.kind)).collect(),
        EntityKind::Title | EntityKind::NonformalizedDocument | EntityKind::Notice => Vec::new(),
        _ => parent(entity, entities).map(|file| file_words(visit, file.kind)).into_iter().collect::<Vec<_>>(),
    };
    let is_operator = entity.author == Author::Operator;
    html! {
        li class=[is_operator.then_some("operator")] {
            time datetime=(entity.at.to_rfc3339()) { (moment(visit, entity.at)) }
            p {
                strong { (names.of(entity.author)) } " — " (what)
                @if !of.is_empty() { span.dim { ": " (of.join(", ")) } }
            }
            @if let Some(signer) = signer(visit, entity, entities) { p.dim { (signer) } }
            @if let Some(text) = words_of(entity) { p { q.said { (text) } } }
        }
    }
}

/// The person who signed, as the certificate names them; the operator's signatures are told in the list of files.
fn signer(visit: &Visit, entity: &Entity, entities: &[Entity]) -> Option<String> {
    let own = entities.iter().find(|other| {
        other.kind == EntityKind::Signature && other.parent_id == Some(entity.id) && other.author == entity.author
    });
    let signature = if entity.kind == EntityKind::Signature { Some(entity) } else { own }?;
    let facts = signature.facts.signature.as_ref()?;
    let person = facts.person.as_deref().unwrap_or(&facts.subject);
    let who = [Some(person), facts.title.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    Some(visit.say("pages-signed-by", &[("who", &who)]))
}
