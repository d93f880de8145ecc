//! Makes the definitions of the base pack from a folder of official schemas:
//! `cargo run -p formats --example import_folder -- crates/formats/base_standing.json ../shared/formats/edo crates/formats/definitions`

use formats::FormatId;
use formats::import::{Schema, Wishes, from_schemas, to_json};
use formats::standing::Standings;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (Some(standings), Some(from), Some(to)) = (args.next(), args.next(), args.next()) else {
        eprintln!("usage: import_folder STANDINGS SCHEMAS DEFINITIONS");
        return ExitCode::from(2);
    };
    match run(Path::new(&standings), Path::new(&from), Path::new(&to)) {
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

fn run(standings: &Path, from: &Path, to: &Path) -> Result<usize, String> {
    let read = |path: &Path| std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()));
    let standings = Standings::read(&read(standings)?).map_err(|e| e.to_string())?;
    let mut count = 0;
    for entry in std::fs::read_dir(from).map_err(|e| format!("{}: {e}", from.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        let Some(name) = path.file_stem().and_then(|n| n.to_str()) else { continue };
        if path.extension().and_then(|e| e.to_str()) != Some("xsd") {
            continue;
        }
        let standing = FormatId::from_schema_name(name).map(|format| standings.of(&format)).unwrap_or_default();
        let wishes = Wishes { standing, ..Wishes::default() };
        let schema = Schema { file: format!("{name}.xsd"), bytes: read(&path)? };
        let definition = from_schemas(name, &[schema], &wishes).map_err(|e| format!("{name}: {e}"))?;
        for lost in &definition.not_expressed {
            eprintln!("{name}: not expressed: {lost}");
        }
        let json = to_json(&definition).map_err(|e| e.to_string())?;
        std::fs::write(to.join(format!("{name}.json")), json).map_err(|e| e.to_string())?;
        count += 1;
    }
    Ok(count)
}
