//! `svitok doctor`: what is in order and what is not, in words, changing nothing.

use super::{Failure, runtime};
use crate::catalogue::catalogue;
use crate::config::Place;
use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::process::ExitCode;
use std::time::Duration;
use store::{Migrate, Store, StoreConfig};

/// Free space below which a host is warned: a day of 70 MB documents at one a minute is 100 GB, a small host has less.
const FREE_BYTES_ADVISED_MIN: u64 = 1024 * 1024 * 1024;
/// A disk sync slower than this makes every answer slow: named, since users see it as "it hangs".
const SYNC_TIME_ADVISED_MAX: Duration = Duration::from_millis(50);
/// Octets of the probe: one page of the file system.
const PROBE_BYTES: usize = 4096;

/// What was found, line by line.
#[derive(Debug, Default)]
struct Findings {
    bad: usize,
}

impl Findings {
    fn good(&mut self, what: &str) {
        println!("в порядке     {what}");
    }

    fn bad(&mut self, what: &str) {
        self.bad += 1;
        println!("НЕ В ПОРЯДКЕ  {what}");
    }
}

/// Looks at everything and prints a line for each thing. Exit code 1 when something is not in order.
pub fn run(place: &Place) -> Result<ExitCode, Failure> {
    let mut findings = Findings::default();
    look_at_folder(place, &mut findings);
    look_at_secret(place, &mut findings);
    match crate::texts::embedded() {
        Ok(_) => findings.good("тексты прочитаны"),
        Err(why) => findings.bad(&format!("тексты: {why}")),
    }
    match rules::Rules::embedded() {
        Ok(_) => findings.good("правила (форматы, сроки, виды подписи, календарь) прочитаны"),
        Err(why) => findings.bad(&format!("правила: {why}")),
    }
    runtime()?.block_on(look_at_store(place, &mut findings));
    if findings.bad == 0 {
        println!("Всё в порядке.");
        Ok(ExitCode::SUCCESS)
    } else {
        println!("Не в порядке: {}.", findings.bad);
        Ok(ExitCode::FAILURE)
    }
}

fn look_at_folder(place: &Place, findings: &mut Findings) {
    let folder = place.data.display();
    match probe(place) {
        Ok(took) if took <= SYNC_TIME_ADVISED_MAX => {
            findings.good(&format!("папка {folder}: запись со сбросом на диск {} мкс", took.as_micros()));
        }
        Ok(took) => findings.bad(&format!("папка {folder}: сброс на диск медленный, {} мс", took.as_millis())),
        Err(why) => findings.bad(&format!("папка {folder}: {why}")),
    }
    match rustix::fs::statvfs(&place.data) {
        Ok(disk) => {
            let free = disk.f_bavail.saturating_mul(disk.f_frsize);
            let text = format!("свободно на диске {} МиБ", free / 1024 / 1024);
            if free < FREE_BYTES_ADVISED_MIN { findings.bad(&text) } else { findings.good(&text) }
        }
        Err(why) => findings.bad(&format!("место на диске: {why}")),
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
        return findings.good("секрет задан в SVITOK_SECRET");
    }
    let path = place.data.join("secret");
    match fs::metadata(&path) {
        Ok(found) if found.permissions().mode() & 0o077 == 0 => {
            findings.good(&format!("секрет лежит в {}, другим не виден", path.display()));
        }
        Ok(_) => findings.bad(&format!("секрет {} могут прочесть другие: chmod 600", path.display())),
        Err(why) => findings.bad(&format!("секрет {}: {why} (создаётся первым запуском svitok serve)", path.display())),
    }
}

async fn look_at_store(place: &Place, findings: &mut Findings) {
    if place.database.is_none() && !place.data.join("svitok.db").exists() {
        return findings.bad("базы ещё нет: её создаёт svitok serve или svitok migrate");
    }
    let catalogue = catalogue();
    let config = StoreConfig { migrate: Migrate::Refuse, ..StoreConfig::new(place.database_url(), place.blobs()) };
    let store = match Store::open(&config, &catalogue).await {
        Ok(store) => store,
        Err(why) => return findings.bad(&format!("база: {why}")),
    };
    match store.check_connection().await {
        Ok(()) => findings.good("соединения с базой настроены на сохранность"),
        Err(why) => findings.bad(&format!("соединение с базой: {why}")),
    }
    match store::prepare_all(&store, &catalogue).await {
        Ok(troubles) if troubles.is_empty() => {
            findings.good(&format!("запросов проверено: {}", catalogue.statements().len()));
        }
        Ok(troubles) => troubles.iter().for_each(|trouble| findings.bad(&format!("запрос: {trouble}"))),
        Err(why) => findings.bad(&format!("запросы: {why}")),
    }
    look_at_jobs(&store, findings).await;
    match certification::check_journals(&store).await {
        Ok(journals) => {
            let rows: i64 = journals.iter().map(|journal| journal.rows).sum();
            findings.good(&format!("журналы выпуска целы: {} центров, {rows} записей", journals.len()));
        }
        Err(why) => findings.bad(&format!("журнал выпуска: {why}")),
    }
    if let Err(why) = store.close().await {
        findings.bad(&format!("база не закрылась: {why}"));
    }
}

async fn look_at_jobs(store: &Store, findings: &mut Findings) {
    match store.list_given_up_jobs(&kernel::PageRequest::default()).await {
        Ok(page) if page.items.is_empty() => findings.good("брошенных заданий нет"),
        Ok(page) => {
            for job in &page.items {
                findings.bad(&format!("задание {} брошено: {}", job.kind, job.reason));
            }
            if page.next.is_some() {
                findings.bad("брошенных заданий больше, чем показано");
            }
        }
        Err(why) => findings.bad(&format!("задания: {why}")),
    }
}
