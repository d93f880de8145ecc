//! What came and what was answered, the latest first.

use super::Words;
use crate::store::containers::{Direction, Kept};
use maud::{Markup, html};
use transport::fns;

/// The table of the latest containers.
pub fn journal(words: Words<'_>, kept: &[Kept]) -> Markup {
    let columns = ["when", "way", "step", "from-to", "outcome"];
    html! {
        section aria-labelledby="journal" {
            h2 #journal { (words.say("regulator-page-journal")) }
            @if kept.is_empty() { p.dim { (words.say("regulator-page-empty")) } }
            @else {
                div.sheet { table {
                    thead { tr { @for column in columns {
                        th scope="col" { (words.say(&format!("regulator-page-{column}"))) }
                    } } }
                    tbody { @for one in kept { (row(words, one)) } }
                } }
            }
        }
    }
}

fn row(words: Words<'_>, one: &Kept) -> Markup {
    let way = if one.direction == Direction::In { "regulator-page-in" } else { "regulator-page-out" };
    let class = match one.outcome.as_str() {
        "accepted" | "confirmed" | "answered" | "sent" => "mark good",
        "refused" | "error" | "lost" => "mark stop",
        _ => "mark",
    };
    let step = fns::flow(&one.flow).and_then(|flow| flow.transaction(&one.transaction));
    html! {
        tr {
            td { (one.at.civil_datetime_msk().strftime("%d.%m.%Y %H:%M:%S").to_string()) }
            td { (words.say(way)) }
            td {
                (step.map_or(one.transaction.as_str(), |step| step.name.as_str()))
                details.more { summary { (words.say("regulator-page-ids")) } p { code { (one.id) } } p { code { (one.docflow) } } }
            }
            td { (one.authority) " · " (one.subscriber) }
            td { span class=(class) { (words.say(&format!("regulator-page-is-{}", one.outcome))) } }
        }
    }
}
