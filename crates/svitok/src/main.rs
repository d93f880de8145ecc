//! The one program: `svitok serve` runs everything, the other commands are for the host and for integrators.

use clap::Parser;
use std::process::ExitCode;
use svitok::command_line::CommandLine;

/// Measured: the system's own took a fifth of the processor time of a delivery, this one takes a third of that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    svitok::run(CommandLine::parse())
}
