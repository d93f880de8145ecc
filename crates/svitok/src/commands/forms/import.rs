//! `svitok forms import`: an official schema put in force, with what changed and what could not be expressed.

use super::super::{Failure, read_file, write_file};
use super::{ImportArgs, definition, show, tell_refused};
use crate::words::Words;
use formats::import::{Schema, Wishes, from_schemas, to_json};
use formats::standing::{InForce, Standing};
use std::path::Path;
use std::process::ExitCode;

pub(super) fn run(words: &Words, args: &ImportArgs) -> Result<ExitCode, Failure> {
    let own = args.name.clone().or_else(|| Some(args.schemas.first()?.file_stem()?.to_string_lossy().into_owned()));
    let name = own.unwrap_or_default();
    let schemas = args.schemas.iter().map(|path| schema(path)).collect::<Result<Vec<_>, _>>()?;
    let wishes = Wishes { root: args.root.clone(), namespaces: args.namespaces.clone(), standing: args.standing() };
    let made = from_schemas(&name, &schemas, &wishes).map_err(|why| Failure::Unreadable(format!("{name}: {why}")))?;
    let json = to_json(&made).map_err(|why| Failure::failed(&name, why))?;
    let (registry, refused) = args.place.open()?;
    tell_refused(words, &refused);
    let folder = args.place.folder();
    std::fs::create_dir_all(&folder).map_err(|why| Failure::failed(&folder.display().to_string(), why))?;
    let path = folder.join(format!("{}.json", made.format.official_name()));
    write_file(&path, json.as_bytes())?;
    let format = made.format.official_name();
    println!("{}", words.say("svitok-forms-imported", &[("format", &format), ("path", &path.display().to_string())]));
    for lost in &made.not_expressed {
        println!("  {}", words.say("svitok-forms-not-expressed", &[("what", lost)]));
    }
    match registry.former(&made.format) {
        Some(former) => show::tell_difference(words, definition(&registry, former)?, &made),
        None => println!("{}", words.say("svitok-forms-no-former", &[])),
    }
    Ok(ExitCode::SUCCESS)
}

impl ImportArgs {
    /// What an administrator knows of the format beside its schema.
    fn standing(&self) -> Standing {
        let in_force = InForce { from: self.from, until: self.until, ..InForce::default() };
        Standing { authority: self.authority.clone(), in_force, ..Standing::default() }
    }
}

fn schema(path: &Path) -> Result<Schema, Failure> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Schema { file, bytes: read_file(path)? })
}
