//! The one program: `svitok serve` runs everything, the other commands are for the host and for integrators.

use clap::Parser;
use std::process::ExitCode;
use svitok::command_line::CommandLine;

/// Measured: the system's own took a fifth of the processor time of a delivery, this one takes a third of that.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What a shell says of a program whose reader went away: 128 and the number of the signal.
const READER_WENT_AWAY: i32 = 141;

fn main() -> ExitCode {
    end_with_the_reader();
    svitok::run(CommandLine::parse())
}

/// `svitok forms list | head` ends quietly when `head` has read enough: the standard library knows no other word for it than a panic.
fn end_with_the_reader() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let told = panic.payload_as_str().unwrap_or_default();
        if told.starts_with("failed printing to stdout") && told.contains("Broken pipe") {
            std::process::exit(READER_WENT_AWAY);
        }
        usual(panic);
    }));
}
