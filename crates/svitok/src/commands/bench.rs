//! `svitok bench`: what this program does on this machine, in figures with flat names. Progress goes to the standard
//! error, figures to the standard output.

mod chromium;
mod cms;
mod delivery;
mod figures;
mod floor;
mod flows;
mod formats;
mod gost;
mod issuing;
pub mod load;
mod machine;
mod nginx;
mod parcels;
mod peer;
mod pinned;
mod print;
mod recheck;
mod reporting;
mod server;
mod sign_ins;
mod traffic;
mod wasm;
mod web;

use super::Failure;
use crate::command_line::{BenchArgs, BenchName};
use figures::Figures;
use std::process::ExitCode;

/// Measures what was asked and prints the figures. Exit code 2 when the peer of `gost` cannot be built here, or there is no
/// Chromium for `web`; what else was measured is printed all the same.
pub fn run(args: &BenchArgs) -> Result<ExitCode, Failure> {
    let mut figures = Figures::default();
    let (mut code, all) = (ExitCode::SUCCESS, args.name == BenchName::All);
    if all || args.name == BenchName::Machine {
        machine::measure(&mut figures)?;
        nginx::measure(&mut figures)?;
    }
    if all || args.name == BenchName::Gost {
        wasm::measure(&mut figures)?;
        told(gost::measure(args.seconds, &mut figures), all, &mut code)?;
    }
    if all || args.name == BenchName::Formats {
        recheck::measure(&mut figures)?;
        told(formats::measure(args.seconds, &mut figures), all, &mut code)?;
    }
    if all || args.name == BenchName::Issuing {
        issuing::measure(args.seconds, &mut figures)?;
    }
    if all || args.name == BenchName::SignIns {
        sign_ins::measure(args.seconds, &mut figures)?;
    }
    if all || args.name == BenchName::Delivery {
        delivery::measure(args, &mut figures)?;
    }
    if all || args.name == BenchName::Print {
        print::measure(&mut figures)?;
    }
    if all || args.name == BenchName::Reporting {
        reporting::measure(&mut figures)?;
    }
    if all || args.name == BenchName::Web {
        told(web::measure(&mut figures), all, &mut code)?;
    }
    if args.json {
        println!("{}", figures.to_json());
    } else {
        print!("{}", figures.to_text());
    }
    Ok(code)
}

/// What cannot be measured here is told and ends with another code; among others it does not stop them.
fn told(measured: Result<(), Failure>, all: bool, code: &mut ExitCode) -> Result<(), Failure> {
    match measured {
        Err(Failure::Unreadable(why)) if all => {
            eprintln!("svitok: {why}");
            *code = ExitCode::from(2);
            Ok(())
        }
        measured => measured,
    }
}
