//! The binary's inside, as a library so that its stories can be told by tests. Read [`command_line`] for what the
//! program can be asked, [`server`] for how the rooms become one program.

pub mod catalogue;
pub mod client;
pub mod clock;
pub mod command_line;
pub mod commands;
pub mod config;
pub mod form_shelf;
mod forms;
mod keepers;
mod news;
mod obligations;
pub mod pages;
mod payments;
mod post_settings;
mod reports;
pub mod secret;
pub mod server;
pub mod session;
pub mod story;
pub mod texts;
pub mod ui;
pub mod words;

use command_line::{Command, CommandLine};
use std::process::ExitCode;

/// Carries the command out. Exit codes: 0 done, 1 refused or failed, 2 unreadable input or wrong usage; `verify` also
/// 3 for a simulator or a test.
pub fn run(line: CommandLine) -> ExitCode {
    let outcome = match line.command {
        Command::Serve(args) => commands::serve::run(args),
        Command::Regulator(args) => commands::regulator::run(args),
        Command::Migrate(args) => commands::migrate::run(&args),
        Command::Seed(args) => commands::seed::run(args),
        Command::Doctor(args) => commands::doctor::run(&args),
        Command::Due(args) => commands::due::run(&args),
        Command::Demo(args) => commands::demo::run(&args),
        Command::Openapi => commands::openapi::run(),
        Command::Keygen(args) => commands::keygen::run(&args),
        Command::Request(args) => commands::request::run(&args),
        Command::Pfx(args) => commands::pfx::run(&args),
        Command::Sign(args) => commands::sign::run(&args),
        Command::Print(args) => commands::print::run(&args),
        Command::Verify(args) => commands::verify::run(&args),
        Command::Check(args) => commands::check::run(&args),
        Command::Forms(args) => commands::forms::run(&args),
        Command::Bench(args) => commands::bench::run(&args),
        Command::BenchLoad(args) => commands::bench::load::run(&args),
    };
    outcome.unwrap_or_else(|failure| {
        eprintln!("svitok: {failure}");
        ExitCode::from(failure.exit_code())
    })
}
