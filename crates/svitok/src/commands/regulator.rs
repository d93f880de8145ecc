//! `svitok regulator`: the state in a box, a process of its own, until SIGINT or SIGTERM.

use super::serve::{log_to_stderr, stopped};
use super::{Failure, runtime, tell_of_secret, write_file};
use crate::clock::{MachineClock, machine_chance};
use crate::command_line::{PaceWord, RegulatorArgs};
use crate::pages::STYLE;
use crate::server::listen;
use crate::words::Words;
use crate::{secret, texts};
use regulator::{Config, Pace, Regulator};
use std::process::ExitCode;
use std::sync::Arc;
use store::StoreConfig;

/// Plays the authorities.
pub fn run(args: RegulatorArgs) -> Result<ExitCode, Failure> {
    log_to_stderr();
    runtime()?.block_on(play(args))
}

async fn play(args: RegulatorArgs) -> Result<ExitCode, Failure> {
    let data = &args.data;
    std::fs::create_dir_all(data).map_err(|why| Failure::failed(&data.display().to_string(), why))?;
    let chance = machine_chance().map_err(|why| Failure::failed("the machine gives no entropy", why))?;
    let given = std::env::var("SVITOK_REGULATOR_SECRET").ok();
    let secret = secret::open(data, given, &chance).map_err(|why| Failure::failed("the secret", why))?;
    let url = args.database.unwrap_or_else(|| format!("sqlite:{}", data.join("regulator.db").display()));
    let config = Config {
        store: StoreConfig::new(url, data.join("blobs")),
        secret: secret.key,
        clock: Arc::new(MachineClock),
        chance,
        texts: Arc::new(texts::embedded().map_err(|why| Failure::failed("the texts", why))?),
        style: STYLE,
        pace: match args.pace {
            PaceWord::AtOnce => Pace::AtOnce,
            PaceWord::Real => Pace::Real,
        },
    };
    let (listener, address) = listen(args.listen).await?;
    let regulator = Regulator::open(config).await.map_err(|why| Failure::failed("the simulator", why))?;
    let words = Words::open()?;
    tell_of_secret(&words, secret.notice.as_ref());
    if let Some(file) = &args.ready_file {
        write_file(file, format!("{address}\n").as_bytes())?;
    }
    eprintln!("{}", words.say("svitok-regulator-answers", &[("address", &format!("http://{address}"))]));
    let served = regulator::serve(regulator, listener, stopped()?).await;
    served.map_err(|why| Failure::failed("the simulator did not stop", why))?;
    Ok(ExitCode::SUCCESS)
}
