//! `svitok due`: what a payer must file and pay in a year, when, and why.

use super::Failure;
use crate::clock::MachineClock;
use crate::words::Words;
use kernel::{Clock, Refusal};
use rules::{DutyKind, Held, LegalForm, Obligation, Payer, Rules, Trait};
use serde_json::json;
use std::path::PathBuf;
use std::process::ExitCode;

/// Of `svitok due`.
#[derive(Debug, clap::Args)]
pub struct DueArgs {
    /// How the payer is taxed.
    #[arg(long, value_enum)]
    pub regime: RegimeArg,
    /// The payer is an entrepreneur; an organization without this.
    #[arg(long)]
    pub entrepreneur: bool,
    /// Pays НДС; on the general regime it is taken for granted.
    #[arg(long)]
    pub vat: bool,
    /// People paid under labour or civil contracts.
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    pub employees: u32,
    /// What else is taxed.
    #[arg(long, value_enum, value_delimiter = ',')]
    pub has: Vec<AssetArg>,
    /// The year the terms fall in; this one when not given.
    #[arg(long)]
    pub year: Option<i16>,
    /// Folder of own packs of rules, laid over the built-in ones.
    #[arg(long, env = "SVITOK_RULES", value_name = "FOLDER")]
    pub rules: Option<PathBuf>,
    /// As JSON.
    #[arg(long)]
    pub json: bool,
}

/// Regimes the rules know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum RegimeArg {
    /// УСН, «доходы».
    UsnIncome,
    /// УСН, «доходы минус расходы».
    UsnProfit,
    /// The general regime.
    General,
    /// ЕСХН.
    Eshn,
}

/// Things that are taxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum AssetArg {
    Property,
    Transport,
    Land,
}

/// Prints the list, earliest first. Exit code 0; a year without rules is refused with 1.
pub fn run(args: &DueArgs) -> Result<ExitCode, Failure> {
    let words = Words::open()?;
    let rules = args.rules.as_deref().map_or_else(Rules::embedded, Rules::load);
    let rules = rules.map_err(|why| Failure::Unreadable(why.to_string()))?;
    let year = args.year.unwrap_or_else(|| MachineClock.now().civil_date_msk().year());
    let found = rules.obligations(&payer(args), year).map_err(|refusal| {
        let (texts, language) = words.texts();
        Failure::Failed(texts.of_code(language, refusal.code()).unwrap_or_else(|| refusal.to_string()))
    })?;
    if args.json {
        let list: Vec<_> = found.iter().map(as_json).collect();
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

fn payer(args: &DueArgs) -> Payer {
    let regime = match args.regime {
        RegimeArg::UsnIncome => Trait::UsnIncome,
        RegimeArg::UsnProfit => Trait::UsnProfit,
        RegimeArg::General => Trait::General,
        RegimeArg::Eshn => Trait::Eshn,
    };
    let assets = args.has.iter().map(|asset| match asset {
        AssetArg::Property => Trait::Property,
        AssetArg::Transport => Trait::Transport,
        AssetArg::Land => Trait::Land,
    });
    let vat = (args.vat || regime == Trait::General).then_some(Trait::Vat);
    let employer = (args.employees > 0).then_some(Trait::Employer);
    let traits = [regime].into_iter().chain(vat).chain(employer).chain(assets).map(Held::always).collect();
    let form = if args.entrepreneur { LegalForm::Entrepreneur } else { LegalForm::Organization };
    Payer { form, people: args.employees, traits }
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

fn as_json(one: &Obligation<'_>) -> serde_json::Value {
    json!({
        "duty": one.duty,
        "kind": one.kind,
        "title": one.title,
        "knd": one.knd,
        "authority": one.authority,
        "period": one.period,
        "period_code": one.period_code,
        "nominal_on": one.nominal_on,
        "due_on": one.due_on,
        "electronic": one.is_electronic,
        "why": one.why,
        "norm": one.in_force.norm.to_string(),
        "trust": one.in_force.trust,
        "note": one.in_force.note,
    })
}
