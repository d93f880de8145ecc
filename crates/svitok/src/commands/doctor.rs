//! `svitok doctor`: what is in order and what is not, in words, changing nothing.

use super::{Failure, runtime};
use crate::catalogue::catalogue;
use crate::config::Place;
use crate::words::Words;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::ExitCode;
use std::time::Duration;
use store::{Catalogue, Migrate, Store, StoreConfig};

/// Free space below which a host is warned: a day of 70 MB documents at one a minute is 100 GB, a small host has less.
const FREE_BYTES_ADVISED_MIN: u64 = 1024 * 1024 * 1024;
/// A disk sync slower than this makes every answer slow: named, since users see it as "it hangs".
const SYNC_TIME_ADVISED_MAX: Duration = Duration::from_millis(50);
/// Octets of the probe: one page of the file system.
const PROBE_BYTES: usize = 4096;

/// What was found, line by line.
#[derive(Debug)]
struct Findings {
    words: Words,
    bad: usize,
}

impl Findings {
    fn good(&self, key: &str, arguments: &[(&str, &str)]) {
        let what = self.words.say(key, arguments);
        println!("{}", self.words.say("svitok-doctor-good", &[("what", &what)]));
    }

    fn bad(&mut self, key: &str, arguments: &[(&str, &str)]) {
        self.bad += 1;
        let what = self.words.say(key, arguments);
        println!("{}", self.words.say("svitok-doctor-bad", &[("what", &what)]));
    }
}

/// Looks at everything and prints a line for each thing. Exit code 1 when something is not in order.
pub fn run(place: &Place) -> Result<ExitCode, Failure> {
    let mut findings = Findings { words: Words::open()?, bad: 0 };
    findings.good("svitok-doctor-texts", &[]);
    look_at_folder(place, &mut findings);
    look_at_secret(place, &mut findings);
    match place.open_rules() {
        Ok(_) => findings.good("svitok-doctor-rules", &[]),
        Err(why) => findings.bad("svitok-doctor-rules-bad", &[("why", &why.to_string())]),
    }
    let runtime = runtime()?;
    runtime.block_on(look_at_post(place, &mut findings));
    runtime.block_on(look_at_store(place, &mut findings));
    let bad = findings.bad;
    if bad == 0 {
        println!("{}", findings.words.say("svitok-doctor-all-good", &[]));
        Ok(ExitCode::SUCCESS)
    } else {
        println!("{}", findings.words.say("svitok-doctor-count-bad", &[("count", &bad.to_string())]));
        Ok(ExitCode::FAILURE)
    }
}

fn look_at_folder(place: &Place, findings: &mut Findings) {
    let folder = place.data.display().to_string();
    match probe(place) {
        Ok(took) if took <= SYNC_TIME_ADVISED_MAX => {
            let micros = took.as_micros().to_string();
            findings.good("svitok-doctor-folder", &[("folder", &folder), ("micros", &micros)]);
        }
        Ok(took) => {
            let millis = took.as_millis().to_string();
            findings.bad("svitok-doctor-folder-slow", &[("folder", &folder), ("millis", &millis)]);
        }
        Err(why) => findings.bad("svitok-doctor-folder-bad", &[("folder", &folder), ("why", &why.to_string())]),
    }
    match rustix::fs::statvfs(&place.data) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let mebibytes = (free / 1024 / 1024).to_string();
            let arguments = [("mebibytes", mebibytes.as_str())];
            if free < FREE_BYTES_ADVISED_MIN {
                findings.bad("svitok-doctor-free", &arguments);
            } else {
                findings.good("svitok-doctor-free", &arguments);
            }
        }
        Err(why) => findings.bad("svitok-doctor-free-bad", &[("why", &why.to_string())]),
    }
}

/// Writes a page, syncs it, removes it.
fn probe(place: &Place) -> std::io::Result<Duration> {
    let path = place.data.join(format!(".doctor-{}", std::process::id()));
    #[expect(clippy::disallowed_methods, reason = "a measurement of the machine, not business time")]
    let begun = std::time::Instant::now();
    let written = fs::File::create(&path).and_then(|mut file| {
        file.write_all(&[0; PROBE_BYTES])?;
        file.sync_all()
    });
    let took = begun.elapsed();
    fs::remove_file(&path)?;
    written.map(|()| took)
}

fn look_at_secret(place: &Place, findings: &mut Findings) {
    if std::env::var_os("SVITOK_SECRET").is_some() {
        return findings.good("svitok-doctor-secret-given", &[]);
    }
    let path = place.data.join("secret");
    let shown = path.display().to_string();
    match fs::metadata(&path) {
        Ok(found) if found.permissions().mode() & 0o077 == 0 => {
            findings.good("svitok-doctor-secret", &[("path", &shown)]);
        }
        Ok(_) => findings.bad("svitok-doctor-secret-open", &[("path", &shown)]),
        Err(why) => findings.bad("svitok-doctor-secret-bad", &[("path", &shown), ("why", &why.to_string())]),
    }
}

/// Settings of the gateways, and a try of each connection; nothing is sent.
async fn look_at_post(place: &Place, findings: &mut Findings) {
    let gateways = match place.post.gateways() {
        Ok(gateways) => gateways,
        Err(why) => return findings.bad("svitok-doctor-post-bad", &[("why", &why.to_string())]),
    };
    let (mut letters, mut sms) = (None, None);
    if let Some(gateway) = &gateways.letters {
        letters = Some(gateway.probe().await);
    }
    if let Some(gateway) = &gateways.sms {
        sms = Some(gateway.probe().await);
    }
    let keys = [
        (letters, ["svitok-doctor-letters", "svitok-doctor-letters-bad", "svitok-doctor-letters-none"]),
        (sms, ["svitok-doctor-sms", "svitok-doctor-sms-bad", "svitok-doctor-sms-none"]),
    ];
    for (probed, [good, bad, none]) in keys {
        match probed {
            None => findings.good(none, &[]),
            Some(Ok(())) => findings.good(good, &[]),
            Some(Err(trouble)) => {
                let cause = findings.words.say(trouble.cause.text_key(), &[]);
                findings.bad(bad, &[("why", &format!("{cause} ({})", trouble.detail))]);
            }
        }
    }
}

async fn look_at_store(place: &Place, findings: &mut Findings) {
    if place.database.is_none() && !place.data.join("svitok.db").exists() {
        return findings.bad("svitok-doctor-no-database", &[]);
    }
    let catalogue = catalogue();
    let config = StoreConfig { migrate: Migrate::Refuse, ..StoreConfig::new(place.database_url(), place.blobs()) };
    let store = match Store::open(&config, &catalogue).await {
        Ok(store) => store,
        Err(why) => return findings.bad("svitok-doctor-database-bad", &[("why", &why.to_string())]),
    };
    match store.check_connection().await {
        Ok(()) => findings.good("svitok-doctor-connection", &[]),
        Err(why) => findings.bad("svitok-doctor-connection-bad", &[("why", &why.to_string())]),
    }
    look_at_statements(&store, &catalogue, findings).await;
    look_at_jobs(&store, findings).await;
    look_at_journals(&store, findings).await;
    if let Err(why) = store.close().await {
        findings.bad("svitok-doctor-database-bad", &[("why", &why.to_string())]);
    }
}

async fn look_at_statements(store: &Store, catalogue: &Catalogue, findings: &mut Findings) {
    match store::prepare_all(store, catalogue).await {
        Ok(troubles) if troubles.is_empty() => {
            let count = catalogue.statements().len().to_string();
            findings.good("svitok-doctor-statements", &[("count", &count)]);
        }
        Ok(troubles) => troubles.iter().for_each(|why| findings.bad("svitok-doctor-statement-bad", &[("why", why)])),
        Err(why) => findings.bad("svitok-doctor-statement-bad", &[("why", &why.to_string())]),
    }
}

async fn look_at_journals(store: &Store, findings: &mut Findings) {
    match certification::check_journals(store).await {
        Ok(journals) => {
            let rows = journals.iter().map(|journal| journal.rows).sum::<i64>().to_string();
            findings.good("svitok-doctor-journals", &[("count", &journals.len().to_string()), ("rows", &rows)]);
        }
        Err(why) => findings.bad("svitok-doctor-journals-bad", &[("why", &why.to_string())]),
    }
}

async fn look_at_jobs(store: &Store, findings: &mut Findings) {
    match store.list_given_up_jobs(&kernel::PageRequest::default()).await {
        Ok(page) if page.items.is_empty() => findings.good("svitok-doctor-jobs", &[]),
        Ok(page) => {
            for job in &page.items {
                findings.bad("svitok-doctor-job-given-up", &[("kind", &job.kind), ("why", &job.reason)]);
            }
            if page.next.is_some() {
                findings.bad("svitok-doctor-jobs-more", &[]);
            }
        }
        Err(why) => findings.bad("svitok-doctor-jobs-bad", &[("why", &why.to_string())]),
    }
}
