//! `svitok due`: what a payer must file and pay in a year, when, and why.

use super::Failure;
use crate::clock::MachineClock;
use crate::obligations::{ObligationView, PayerWords};
use crate::words::Words;
use kernel::{Clock, Refusal};
use rules::{DutyKind, Obligation, Rules};
use std::path::PathBuf;
use std::process::ExitCode;

/// Of `svitok due`.
#[derive(Debug, clap::Args)]
pub struct DueArgs {
    #[command(flatten)]
    pub payer: PayerWords,
    /// Folder of own packs of rules, laid over the built-in ones.
    #[arg(long, env = "SVITOK_RULES", value_name = "FOLDER")]
    pub rules: Option<PathBuf>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Prints the list, earliest first. Exit code 0; a year without rules is refused with 1.
pub fn run(args: &DueArgs) -> Result<ExitCode, Failure> {
    let words = Words::open()?;
    let rules = args.rules.as_deref().map_or_else(Rules::embedded, Rules::load);
    let rules = rules.map_err(|why| Failure::Unreadable(why.to_string()))?;
    let year = args.payer.year.unwrap_or_else(|| MachineClock.now().civil_date_msk().year());
    let found = rules.obligations(&args.payer.payer(), year).map_err(|refusal| {
        let (texts, language) = words.texts();
        Failure::Failed(texts.of_code(language, refusal.code()).unwrap_or_else(|| refusal.to_string()))
    })?;
    if args.json {
        let list: Vec<_> = found.iter().map(ObligationView::from).collect();
        let text = serde_json::to_string_pretty(&list).map_err(|why| Failure::failed("the list", why))?;
        println!("{text}");
        return Ok(ExitCode::SUCCESS);
    }
    for one in &found {
        print_one(&words, one);
    }
    println!("{}", words.say("svitok-due-count", &[("count", &found.len().to_string()), ("year", &year.to_string())]));
    println!("{}", words.say("svitok-due-not-covered", &[]));
    Ok(ExitCode::SUCCESS)
}

fn print_one(words: &Words, one: &Obligation<'_>) {
    let day = one.day().strftime("%d.%m.%Y").to_string();
    let kind = words.say(
        match one.kind {
            DutyKind::Report => "svitok-due-report",
            DutyKind::Notification => "svitok-due-notification",
            DutyKind::Payment => "svitok-due-payment",
        },
        &[],
    );
    let code = one.period_code.as_ref().map(|code| words.say("svitok-due-code", &[("code", code)]));
    let head = [("day", day.as_str()), ("kind", &kind), ("title", one.title), ("period", &one.period)];
    println!("{}{}", words.say("svitok-due-line", &head), code.unwrap_or_default());
    let nominal = one.nominal_on.strftime("%d.%m.%Y").to_string();
    let more = match (one.due_on, one.is_shifted()) {
        (None, _) => Some(words.say("svitok-due-no-calendar", &[])),
        (Some(_), true) => Some(words.say("svitok-due-shifted", &[("nominal", &nominal)])),
        (Some(_), false) => None,
    };
    let electronic = one.is_electronic.then(|| words.say("svitok-due-electronic", &[]));
    let why = [Some(one.why.to_owned()), more, electronic].into_iter().flatten().collect::<Vec<_>>().join(" ");
    println!("{}", words.say("svitok-due-why", &[("why", &why), ("norm", &one.in_force.norm.to_string())]));
}
