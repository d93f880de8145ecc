//! Makes the definitions of the base pack whose schemas are several files or have no official name, as a table says:
//! `cargo run -p formats --example import_pack -- crates/formats/base_pack.json crates/formats/base_standing.json ../shared/formats crates/formats/definitions`

use formats::FormatId;
use formats::definition::Trust;
use formats::import::{Schema, Wishes, from_schemas, to_json};
use formats::standing::Standings;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

/// A definition to make.
#[derive(Deserialize)]
struct Row {
    name: String,
    /// The form's own schema first.
    files: Vec<String>,
    root: Option<String>,
    /// The schema is not the official one, word for word.
    #[serde(default)]
    is_secondary: bool,
    #[serde(default)]
    namespaces: BTreeMap<String, String>,
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [table, standings, schemas, definitions] = args.as_slice() else {
        eprintln!("usage: import_pack TABLE STANDINGS SCHEMAS DEFINITIONS");
        return ExitCode::from(2);
    };
    match run((Path::new(table), Path::new(standings)), Path::new(schemas), Path::new(definitions)) {
        Ok(count) => {
            println!("{count} definitions");
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

fn run((table, standings): (&Path, &Path), schemas: &Path, definitions: &Path) -> Result<usize, String> {
    let rows: Vec<Row> = serde_json::from_slice(&read(table)?).map_err(|e| format!("{}: {e}", table.display()))?;
    let standings = Standings::read(&read(standings)?).map_err(|e| e.to_string())?;
    for row in &rows {
        let wishes = Wishes {
            root: row.root.clone(),
            namespaces: row.namespaces.clone().into_iter().collect(),
            standing: FormatId::from_schema_name(&row.name).map(|format| standings.of(&format)).unwrap_or_default(),
        };
        let files = row.files.iter().map(|file| schema(&schemas.join(file))).collect::<Result<Vec<_>, _>>()?;
        let mut definition = from_schemas(&row.name, &files, &wishes).map_err(|e| format!("{}: {e}", row.name))?;
        if row.is_secondary {
            definition.trust = Trust::SecondaryFacts;
        }
        for lost in &definition.not_expressed {
            eprintln!("{}: not expressed: {lost}", row.name);
        }
        let json = to_json(&definition).map_err(|e| e.to_string())?;
        std::fs::write(definitions.join(format!("{}.json", row.name)), json).map_err(|e| e.to_string())?;
    }
    Ok(rows.len())
}

fn schema(path: &Path) -> Result<Schema, String> {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(Schema { file, bytes: read(path)? })
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}
