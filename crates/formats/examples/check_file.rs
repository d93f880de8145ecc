//! Checks files and prints what was found: `cargo run -p formats --example check_file -- FILE…`

fn main() -> std::process::ExitCode {
    let mut clean = true;
    for path in std::env::args().skip(1) {
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("{path}: cannot be read");
            clean = false;
            continue;
        };
        let found = formats::check(&bytes);
        clean &= found.is_clean();
        println!("{path}: {}", found.format.as_ref().map_or("unknown format".to_owned(), |f| f.official_name()));
        for f in &found.findings {
            println!("  {}:{} {} {} — {} ({})", f.line, f.column, f.code, f.path, f.shape, f.accepted);
        }
    }
    if clean { std::process::ExitCode::SUCCESS } else { std::process::ExitCode::FAILURE }
}
