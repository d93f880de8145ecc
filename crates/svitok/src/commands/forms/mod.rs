//! `svitok forms`: which official formats are known, what they ask for, and new ones from their schemas.

mod carry;
mod import;
mod list;
mod show;

use super::Failure;
use crate::form_shelf::FormsPlace;
use crate::words::Words;
use clap::{Args, Subcommand};
use formats::definition::{Definition, Trust};
use formats::{FormatId, PackRefusal, Registry};
use kernel::CivilDate;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Of `svitok forms`.
#[derive(Debug, Subcommand)]
pub enum FormsArgs {
    /// Make a definition from an official schema and put it in force
    Import(ImportArgs),
    /// Every format at hand, with the days it is in force as far as they are known
    List(ListArgs),
    /// One format: what it is and what it asks for
    Show(ShowArgs),
    /// What changed between two formats, in words
    Diff(DiffArgs),
    /// A document carried to another revision of its form. Exit code: 0 whole, 1 something needs a person, 2 impossible
    Carry(CarryArgs),
    /// Whether a folder of definitions can be laid over the program's own. Exit code: 0 whole, 1 a file is not taken
    CheckPack(CheckPackArgs),
}

/// Of `svitok forms import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The form's own schema, then those it includes or imports.
    #[arg(required = true, value_name = "FILE.xsd")]
    pub schemas: Vec<PathBuf>,
    /// Name of the format; without it, that of the first file. Official, or one with the version: `EFS-1_v2026-01-01`.
    #[arg(long, value_name = "NAME")]
    pub name: Option<String>,
    /// The root element, where the first schema declares several.
    #[arg(long, value_name = "ELEMENT")]
    pub root: Option<String>,
    /// A namespace of the files that stands for another in documents; may be repeated.
    #[arg(long = "namespace", value_name = "FROM=TO", value_parser = renamed)]
    pub namespaces: Vec<(String, String)>,
    /// The act that approved the format.
    #[arg(long, value_name = "ACT")]
    pub authority: Option<String>,
    /// First day the format is in force.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub from: Option<CivilDate>,
    /// Last day the format is in force.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub until: Option<CivilDate>,
    #[command(flatten)]
    pub place: FormsPlace,
}

/// Of `svitok forms list`.
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Only what is in force on this day, and what no publication at hand says of, marked so.
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub on: Option<CivilDate>,
    #[command(flatten)]
    pub place: FormsPlace,
}

/// For the command line: what the files write and what documents write.
fn renamed(text: &str) -> Result<(String, String), String> {
    let (from, to) = text.split_once('=').ok_or("FROM=TO")?;
    Ok((from.to_owned(), to.to_owned()))
}

/// Of `svitok forms show`.
#[derive(Debug, Args)]
pub struct ShowArgs {
    /// Official name, or the beginning of one: the newest of them is shown.
    pub format: String,
    /// The whole definition, as its file has it.
    #[arg(long)]
    pub json: bool,
    #[command(flatten)]
    pub place: FormsPlace,
}

/// Of `svitok forms diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The former one.
    pub former: String,
    /// The newer one.
    pub newer: String,
    #[command(flatten)]
    pub place: FormsPlace,
}

/// Of `svitok forms carry`.
#[derive(Debug, Args)]
pub struct CarryArgs {
    /// The document.
    pub file: PathBuf,
    /// `5.03`: the newest revision of this version; or an official name.
    #[arg(long, value_name = "REVISION")]
    pub to: String,
    /// Where the carried document is written; without it only what needs a person is told.
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    #[command(flatten)]
    pub place: FormsPlace,
}

/// Of `svitok forms check-pack`.
#[derive(Debug, Args)]
pub struct CheckPackArgs {
    /// Folder of definition files.
    pub folder: PathBuf,
}

/// Carries out one of them.
pub fn run(args: &FormsArgs) -> Result<ExitCode, Failure> {
    let words = Words::open()?;
    match args {
        FormsArgs::Import(args) => import::run(&words, args),
        FormsArgs::List(args) => list::run(&words, args),
        FormsArgs::Show(args) => show::run(&words, args),
        FormsArgs::Diff(args) => diff(&words, args),
        FormsArgs::Carry(args) => carry::run(&words, args),
        FormsArgs::CheckPack(args) => check_pack(&words, &args.folder),
    }
}

/// Says on the error stream which files of a folder were not taken, and why.
pub(super) fn tell_refused(words: &Words, refused: &[PackRefusal]) {
    for PackRefusal { file, refusal } in refused {
        eprintln!("{}", words.say("svitok-forms-refused", &[("file", file), ("why", &refusal.to_string())]));
    }
}

/// Where a definition comes from: the program or the host, an official schema or other publications.
fn origin_key(registry: &Registry, definition: &Definition) -> &'static str {
    match (definition.trust, registry.is_base(&definition.format)) {
        (Trust::SecondaryFacts, _) => "svitok-forms-secondary",
        (Trust::OfficialSchema, true) => "svitok-forms-base",
        (Trust::OfficialSchema, false) => "svitok-forms-own",
    }
}

fn diff(words: &Words, args: &DiffArgs) -> Result<ExitCode, Failure> {
    let (registry, refused) = args.place.open()?;
    tell_refused(words, &refused);
    let former = definition(&registry, named(words, &registry, &args.former)?)?;
    let newer = definition(&registry, named(words, &registry, &args.newer)?)?;
    show::tell_difference(words, former, newer);
    Ok(ExitCode::SUCCESS)
}

fn check_pack(words: &Words, folder: &Path) -> Result<ExitCode, Failure> {
    if !folder.is_dir() {
        return Err(Failure::Unreadable(format!("{}: not a folder", folder.display())));
    }
    let (registry, refused) = crate::form_shelf::open(folder)?;
    tell_refused(words, &refused);
    let own: Vec<&FormatId> = registry.formats().filter(|format| !registry.is_base(format)).collect();
    for format in &own {
        println!("{}", format.official_name());
        for lost in &definition(&registry, format)?.not_expressed {
            println!("  {}", words.say("svitok-forms-not-expressed", &[("what", lost)]));
        }
    }
    let (taken, not_taken) = (own.len().to_string(), refused.len().to_string());
    println!("{}", words.say("svitok-forms-pack", &[("taken", &taken), ("refused", &not_taken)]));
    Ok(if refused.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The format of this official name, or the newest whose name begins so.
fn named<'r>(words: &Words, registry: &'r Registry, name: &str) -> Result<&'r FormatId, Failure> {
    let exact = registry.formats().find(|format| format.official_name() == name);
    let newest = || registry.formats().filter(|format| format.official_name().starts_with(name)).last();
    exact.or_else(newest).ok_or_else(|| Failure::Unreadable(words.say("svitok-forms-unknown", &[("name", name)])))
}

fn definition<'r>(registry: &'r Registry, format: &FormatId) -> Result<&'r Definition, Failure> {
    registry.definition(format).map_err(|why| Failure::failed(&format.official_name(), why))
}
