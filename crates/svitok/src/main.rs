//! The one program: `svitok serve` runs everything, the other commands are for the host and for integrators.

use clap::Parser;
use std::process::ExitCode;
use svitok::command_line::CommandLine;

fn main() -> ExitCode {
    svitok::run(CommandLine::parse())
}
