//! `svitok migrate`: brings the database to this version.

use super::{Failure, runtime};
use crate::catalogue::catalogue;
use crate::config::Place;
use crate::words::Words;
use std::process::ExitCode;
use store::{Store, StoreConfig};

/// Applies the migrations the database has not.
pub fn run(place: &Place) -> Result<ExitCode, Failure> {
    runtime()?.block_on(async {
        let failed = |why| Failure::failed("the database", why);
        let catalogue = catalogue();
        let known = catalogue.migrations().map_err(failed)?.len();
        let store =
            Store::open(&StoreConfig::new(place.database_url(), place.blobs()), &catalogue).await.map_err(failed)?;
        store.close().await.map_err(failed)?;
        println!("{}", Words::open()?.say("svitok-migrate-done", &[("count", &known.to_string())]));
        Ok(ExitCode::SUCCESS)
    })
}
