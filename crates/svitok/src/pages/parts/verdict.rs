//! The verdict on a signature in words: never a bare "valid".

use super::super::visit::Visit;
use maud::{Markup, html};
use trust::{SignerVerdict, Summary, Verdict};

/// What stands closed: the kind, and the parts together. Colour follows words, never replaces them.
#[must_use]
pub fn short(visit: &Visit, verdict: &Verdict) -> Markup {
    let kind = if verdict.kind.is_play() { "play" } else { "wait" };
    let found = match verdict.summary {
        Summary::Proven => "found good",
        Summary::ProvenWithoutRevocation | Summary::Undetermined => "found",
        Summary::Failed => "found stop",
    };
    html! {
        span class={ "mark " (kind) } { (visit.say(&format!("pages-signature-{}", verdict.kind.word()), &[])) }
        " " span class=(found) { (visit.say(verdict.summary.text_key(), &[])) }
    }
}

/// Everything that was found of each signer, and what was not checked.
#[must_use]
pub fn whole(visit: &Visit, verdict: &Verdict) -> Markup {
    html! {
        @if verdict.kind.is_play() { p.warning { (visit.say("pages-play", &[])) } }
        @for signer in &verdict.signers { (of_signer(visit, signer)) }
        @if verdict.signers.is_empty() { p { (visit.say("trust-report-signer-unknown", &[])) } }
    }
}

/// Who signed and the findings in sight, the certificate's particulars one step away.
fn of_signer(visit: &Visit, signer: &SignerVerdict) -> Markup {
    let findings = signer.finding_lines(&visit.texts, visit.language);
    let who = signer.signer_lines(&visit.texts, visit.language);
    let (first, particulars) = who.split_first().map_or((None, &[][..]), |(first, rest)| (Some(first), rest));
    html! {
        dl.verdict {
            @for line in first.into_iter().chain(&findings) {
                @let (name, found) = line.split_once(": ").unwrap_or(("", line));
                div { dt { (name) } dd { (found) } }
            }
        }
        details.more {
            summary { (visit.say("pages-certificate", &[])) }
            @for line in particulars { p { (line) } }
        }
    }
}
