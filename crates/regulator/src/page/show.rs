//! `GET /`

use super::journal::journal;
use super::{STYLE_PATH, Words, dressed};
use crate::desk::Regulator;
use crate::limits::JOURNAL_ROWS;
use crate::model::{AUTHORITIES, Faults, Pace, Subscriber, Temper};
use crate::ops::turn;
use crate::store::{containers, subscribers};
use axum::extract::State;
use axum::response::Response;
use kernel::Moment;
use maud::{DOCTYPE, Markup, html};
use web::{Language, Problem};

/// Steps of the clock: text and seconds.
const STEPS: &[(&str, u32)] = &[
    ("regulator-page-hour", 60 * 60),
    ("regulator-page-day", 24 * 60 * 60),
    ("regulator-page-three-days", 3 * 24 * 60 * 60),
    ("regulator-page-week", 7 * 24 * 60 * 60),
    ("regulator-page-month", 30 * 24 * 60 * 60),
];

/// Subscribers that the forms offer.
const SUBSCRIBERS_SHOWN: i64 = 100;

/// The whole page.
pub async fn show(State(regulator): State<Regulator>, language: Language) -> Result<Response, Problem> {
    let words = Words { texts: &regulator.app.texts, language };
    let mut reader = regulator.app.store.reader().await?;
    let faults = turn::faults(&mut reader).await?;
    let pace = turn::pace(&regulator, &mut reader).await?;
    let subscribers = subscribers::list(&mut reader, SUBSCRIBERS_SHOWN).await?;
    let kept = containers::list_latest(&mut reader, JOURNAL_ROWS).await?;
    drop(reader);
    let main = html! {
        h1 { (words.say("regulator-page-title")) }
        p.warning { (words.say("regulator-page-warning")) }
        (clock(words, regulator.app.clock.now(), pace))
        (authorities(words))
        (journal(words, &kept))
        (faults_form(words, &faults))
        (script_form(words, &subscribers))
    };
    Ok(dressed(framed(words, &main)))
}

fn framed(words: Words<'_>, main: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(words.language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (words.say("regulator-page-mark")) }
                link rel="stylesheet" href=(STYLE_PATH);
            }
            body {
                a.skip href="#main" { (words.say("regulator-page-skip")) }
                header.top { strong { (words.say("regulator-page-mark")) } }
                main #main { (main) }
                footer.bottom { p { (words.say("regulator-page-footer")) } }
            }
        }
    }
}

fn clock(words: Words<'_>, now: Moment, pace: Pace) -> Markup {
    let shown = now.civil_datetime_msk().strftime("%d.%m.%Y %H:%M").to_string();
    html! {
        section aria-labelledby="clock" {
            h2 #clock { (words.say("regulator-page-clock")) }
            p { time datetime=(now.to_rfc3339()) { strong { (words.with("regulator-page-now", &[("now", &shown)])) } } }
            form.actions method="post" action="/hands/clock" {
                @for (key, seconds) in STEPS {
                    button.quiet type="submit" name="seconds" value=(seconds) { (words.say(key)) }
                }
            }
            form.actions method="post" action="/hands/pace" {
                label for="pace" { (words.say("regulator-page-pace")) }
                select #pace name="pace" {
                    option value="at_once" selected[pace == Pace::AtOnce] { (words.say("regulator-page-at-once")) }
                    option value="real" selected[pace == Pace::Real] { (words.say("regulator-page-real")) }
                }
                button.quiet type="submit" { (words.say("regulator-page-set")) }
            }
        }
    }
}

fn authorities(words: Words<'_>) -> Markup {
    let temper = |temper| match temper {
        Temper::Accepts => ("mark good", "regulator-page-accepts"),
        Temper::Refuses => ("mark stop", "regulator-page-refuses"),
        Temper::Corrects => ("mark play", "regulator-page-corrects"),
    };
    html! {
        section aria-labelledby="authorities" {
            h2 #authorities { (words.say("regulator-page-authorities")) }
            div.sheet {
                table {
                    thead { tr {
                        th scope="col" { (words.say("regulator-page-code")) }
                        th scope="col" { (words.say("regulator-page-name")) }
                        th scope="col" { (words.say("regulator-page-answer")) }
                    } }
                    tbody { @for authority in AUTHORITIES {
                        @let (class, key) = temper(authority.temper);
                        tr {
                            td { (authority.code) }
                            td { (authority.name) }
                            td { span class=(class) { (words.say(key)) } }
                        }
                    } }
                }
            }
            p.dim { a href="/v1/root" { (words.say("regulator-page-root")) } }
        }
    }
}

fn faults_form(words: Words<'_>, faults: &Faults) -> Markup {
    let numbers = [
        ("lose", "regulator-page-lose", faults.lose),
        ("double", "regulator-page-double", faults.double),
        ("out_of_order", "regulator-page-out-of-order", faults.out_of_order),
        ("wrong_signature", "regulator-page-wrong-signature", faults.wrong_signature),
        ("wrong_answer", "regulator-page-wrong-answer", faults.wrong_answer),
        ("delay_seconds", "regulator-page-delay-seconds", faults.delay_seconds),
    ];
    html! {
        section aria-labelledby="faults" {
            h2 #faults { (words.say("regulator-page-faults")) }
            form.card method="post" action="/hands/faults" {
                @for (name, key, value) in numbers {
                    label for=(name) { (words.say(key)) }
                    input id=(name) name=(name) type="number" min="0" value=(value) required;
                }
                label for="outage_until" { (words.say("regulator-page-outage")) }
                input #outage_until name="outage_until" placeholder="2026-11-28T18:00:00Z"
                    value=(faults.outage_until.as_deref().unwrap_or_default());
                button.button type="submit" { (words.say("regulator-page-set")) }
            }
        }
    }
}

fn script_form(words: Words<'_>, subscribers: &[Subscriber]) -> Markup {
    let kinds = ["demand", "letter", "broadcast"];
    html! {
        section aria-labelledby="scripts" {
            h2 #scripts { (words.say("regulator-page-scripts")) }
            @if subscribers.is_empty() { p.dim { (words.say("regulator-page-nobody")) } }
            @else {
                form.card method="post" action="/hands/scripts" {
                    label for="kind" { (words.say("regulator-page-kind")) }
                    select #kind name="kind" { @for kind in kinds {
                        option value=(kind) { (words.say(&format!("regulator-page-{kind}"))) }
                    } }
                    label for="authority" { (words.say("regulator-page-from")) }
                    select #authority name="authority" { @for authority in AUTHORITIES {
                        option value=(authority.code) { (authority.name) }
                    } }
                    label for="subscriber" { (words.say("regulator-page-to")) }
                    select #subscriber name="subscriber" { @for one in subscribers {
                        option value=(one.id) { (one.name) " (" (one.inn) ")" }
                    } }
                    label for="title" { (words.say("regulator-page-subject")) }
                    input #title name="title" required maxlength="300";
                    label for="text" { (words.say("regulator-page-text")) }
                    input #text name="text" required maxlength="2000";
                    button.button type="submit" { (words.say("regulator-page-send")) }
                }
            }
        }
    }
}
