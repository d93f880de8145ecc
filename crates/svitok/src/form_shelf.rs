//! The host's own definitions of forms: the files of `<data>/forms` laid over those of the program.

use crate::commands::Failure;
use clap::Args;
use formats::carry::Moves;
use formats::form::cells::Cells;
use formats::ratios::Ratios;
use formats::{FormatRefusal, PackRefusal, Registry};
use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant, SystemTime};

/// Folder of definitions inside the data folder.
const FORMS: &str = "forms";

/// How often a running server looks whether the folder changed: an import is in force within a second, and a busy
/// server asks the disk no more than once for it.
pub const LOOK_EVERY: Duration = Duration::from_secs(1);

/// Where the host's own definitions are.
#[derive(Debug, Clone, Args)]
pub struct FormsPlace {
    /// The data folder; its folder `forms` holds the host's own definitions.
    #[arg(long, env = "SVITOK_DATA", default_value = "./data", value_name = "DIR")]
    pub data: PathBuf,
}

impl FormsPlace {
    /// The folder of definitions; it need not exist.
    pub fn folder(&self) -> PathBuf {
        folder(&self.data)
    }

    /// What is in force now, and the files that were not taken.
    pub fn open(&self) -> Result<(Registry, Vec<PackRefusal>), Failure> {
        open(&self.folder())
    }
}

/// Folders inside the folder of definitions: control ratios, computed cells, values that stand elsewhere in another version.
const RATIOS: &str = "ratios";
const CELLS: &str = "cells";
const MOVES: &str = "carry";

/// What forms have beside their definitions.
#[derive(Debug)]
pub struct FormRules {
    /// What the authorities compare.
    pub ratios: Ratios,
    /// What follows from what is filled in.
    pub cells: Cells,
}

/// The control ratios of a folder laid over those of the program, and the files that were not taken.
pub fn ratios(folder: &Path) -> Result<(Ratios, Vec<PackRefusal>), Failure> {
    let (ratios, refused) = Ratios::layered(files(&folder.join(RATIOS))?);
    Ok((ratios, named(refused)))
}

/// Control ratios and computed cells of a folder laid over those of the program, and the files that were not taken.
pub fn rules(folder: &Path) -> Result<(FormRules, Vec<PackRefusal>), Failure> {
    let (ratios, mut refused) = ratios(folder)?;
    let (cells, more) = Cells::layered(&ratios, files(&folder.join(CELLS))?);
    refused.extend(named(more));
    Ok((FormRules { ratios, cells }, refused))
}

/// Tells the log of files that were not taken.
fn warn_refused(folder: &Path, refused: Vec<PackRefusal>) {
    for PackRefusal { file, refusal } in refused {
        tracing::warn!(folder = %folder.display(), file, %refusal, "a definition of a form is not taken");
    }
}

/// The moves between versions of a folder laid over those of the program, and the files that were not taken.
pub fn moves(folder: &Path) -> Result<(Moves, Vec<PackRefusal>), Failure> {
    let (moves, refused) = Moves::layered(files(&folder.join(MOVES))?);
    Ok((moves, named(refused)))
}

fn named(refused: Vec<(String, FormatRefusal)>) -> Vec<PackRefusal> {
    refused.into_iter().map(|(file, refusal)| PackRefusal { file, refusal }).collect()
}

fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let files = listed(folder).and_then(|listed| contents(folder, &listed));
    files.map_err(|why| Failure::Unreadable(format!("{}: {why}", folder.display())))
}

/// The folder of definitions of a data folder.
pub fn folder(data: &Path) -> PathBuf {
    data.join(FORMS)
}

/// The definitions of a folder laid over those of the program.
pub fn open(folder: &Path) -> Result<(Registry, Vec<PackRefusal>), Failure> {
    Ok(Registry::layered(Registry::embedded(), files(folder)?))
}

/// What tells one state of a folder from another: each file's size and time of change.
type Listed = BTreeMap<String, (u64, SystemTime)>;

/// The definition files of a folder; none where there is no folder.
fn listed(folder: &Path) -> io::Result<Listed> {
    let entries = match std::fs::read_dir(folder) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Listed::new()),
        entries => entries?,
    };
    let mut listed = Listed::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let metadata = entry.metadata()?;
        if metadata.is_file() && name.ends_with(".json") {
            listed.insert(name, (metadata.len(), metadata.modified()?));
        }
        if listed.len() > formats::limits::PACK_DEFINITIONS_MAX {
            break;
        }
    }
    Ok(listed)
}

/// A file too large to be a definition is not read: its name and an empty text are enough to refuse it by name.
fn contents(folder: &Path, listed: &Listed) -> io::Result<Vec<(String, Vec<u8>)>> {
    let is_small = |size: u64| usize::try_from(size).is_ok_and(|size| size <= formats::limits::DEFINITION_BYTES_MAX);
    let read = listed.iter().map(|(name, (size, _))| {
        let text = if is_small(*size) { std::fs::read(folder.join(name))? } else { Vec::new() };
        Ok((name.clone(), text))
    });
    read.collect()
}

/// The definitions and the rules beside them in force in a running server: looked for anew when they are asked for and a folder has
/// changed.
#[derive(Debug)]
pub struct Shelf {
    folder: PathBuf,
    look_every: Duration,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    looked: Instant,
    seen: Seen,
    registry: Arc<Registry>,
    rules: Arc<FormRules>,
}

/// The folders as they were when they were read last: definitions, control ratios, computed cells.
type Seen = [Listed; 3];

impl Shelf {
    /// Reads the folders of a data folder, and again no more often than told. Files that are not taken are told of in the log.
    pub fn open(data: &Path, look_every: Duration) -> Result<Self, Failure> {
        let folder = folder(data);
        let unreadable = |why| Failure::failed(&folder.display().to_string(), why);
        let seen = seen(&folder).map_err(unreadable)?;
        let (registry, rules) = (read_forms(&folder)?, read_rules(&folder)?);
        Ok(Self { folder, look_every, state: Mutex::new(State { looked: now(), seen, registry, rules }) })
    }

    /// Definitions in force. A folder that cannot be read leaves in force what was.
    pub fn current(&self) -> Arc<Registry> {
        Arc::clone(&self.looked().registry)
    }

    /// Control ratios and computed cells in force.
    pub fn rules(&self) -> Arc<FormRules> {
        Arc::clone(&self.looked().rules)
    }

    fn looked(&self) -> MutexGuard<'_, State> {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.looked.elapsed() >= self.look_every {
            state.looked = now();
            if let Err(why) = self.look(&mut state) {
                tracing::warn!(folder = %self.folder.display(), %why, "definitions of forms cannot be read");
            }
        }
        state
    }

    fn look(&self, state: &mut State) -> Result<(), Failure> {
        let found = seen(&self.folder).map_err(|why| Failure::failed(&self.folder.display().to_string(), why))?;
        if found != state.seen {
            (state.registry, state.rules) = (read_forms(&self.folder)?, read_rules(&self.folder)?);
            state.seen = found;
        }
        Ok(())
    }
}

fn seen(folder: &Path) -> io::Result<Seen> {
    Ok([listed(folder)?, listed(&folder.join(RATIOS))?, listed(&folder.join(CELLS))?])
}

fn read_forms(folder: &Path) -> Result<Arc<Registry>, Failure> {
    let (registry, refused) = open(folder)?;
    warn_refused(folder, refused);
    Ok(Arc::new(registry))
}

fn read_rules(folder: &Path) -> Result<Arc<FormRules>, Failure> {
    let (rules, refused) = rules(folder)?;
    warn_refused(folder, refused);
    Ok(Arc::new(rules))
}

#[expect(clippy::disallowed_methods, reason = "how often the disk is asked is the machine's time, not business time")]
fn now() -> Instant {
    Instant::now()
}
