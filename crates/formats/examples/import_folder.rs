//! Makes the definitions of the base pack from a folder of official schemas:
//! `cargo run -p formats --example import_folder -- ../shared/formats/edo crates/formats/definitions`

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        eprintln!("usage: import_folder SCHEMAS DEFINITIONS");
        return ExitCode::from(2);
    };
    match run(Path::new(&from), Path::new(&to)) {
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

fn run(from: &Path, to: &Path) -> Result<usize, String> {
    let mut count = 0;
    for entry in std::fs::read_dir(from).map_err(|e| format!("{}: {e}", from.display()))? {
        let path = entry.map_err(|e| e.to_string())?.path();
        let Some(name) = path.file_stem().and_then(|n| n.to_str()) else { continue };
        if path.extension().and_then(|e| e.to_str()) != Some("xsd") {
            continue;
        }
        let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let definition = formats::import::from_xsd(name, &bytes).map_err(|e| format!("{name}: {e}"))?;
        for lost in &definition.not_expressed {
            eprintln!("{name}: not expressed: {lost}");
        }
        let json = formats::import::to_json(&definition).map_err(|e| e.to_string())?;
        std::fs::write(to.join(format!("{name}.json")), json).map_err(|e| e.to_string())?;
        count += 1;
    }
    Ok(count)
}
