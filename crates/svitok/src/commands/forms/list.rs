//! `svitok forms list`: the formats at hand, and the days they are in force as far as publications say.

use super::{Failure, ListArgs, definition, origin_key, tell_refused};
use crate::words::Words;
use formats::standing::{Force, InForce};
use std::process::ExitCode;

pub(super) fn run(words: &Words, args: &ListArgs) -> Result<ExitCode, Failure> {
    let (registry, refused) = args.place.open()?;
    tell_refused(words, &refused);
    for format in registry.formats() {
        let definition = definition(&registry, format)?;
        let in_force = &definition.standing.in_force;
        if args.on.is_some_and(|day| in_force.on(day) == Force::Out) {
            continue;
        }
        let origin = words.say(origin_key(&registry, definition), &[]);
        let days = match args.on.map(|day| in_force.on(day)) {
            Some(Force::Unknown) => words.say("svitok-forms-days-unknown", &[]),
            Some(Force::In | Force::Out) | None => days(words, in_force),
        };
        println!("{}\t{}\t{}\t{days}\t{origin}", format.official_name(), definition.knd.join(","), definition.title);
    }
    Ok(ExitCode::SUCCESS)
}

/// The days in words; what is not known is said to be so.
pub(super) fn days(words: &Words, in_force: &InForce) -> String {
    let told = [
        ("svitok-forms-days-from", in_force.from),
        ("svitok-forms-days-until", in_force.until),
        ("svitok-forms-days-seen", in_force.seen_on),
        ("svitok-forms-days-gone", in_force.gone_by),
    ];
    let told = told.into_iter().filter_map(|(key, day)| Some(words.say(key, &[("day", &day?.to_string())])));
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => words.say("svitok-forms-days-unknown", &[]),
        false => told.join(", "),
    }
}
