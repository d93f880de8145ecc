//! The report table of an outsourcer: a thousand payers, what falls due in a quarter and in a year. Through the room's own
//! face, on SQLite in a folder that is thrown away; the floor is the same payers read without their table.

use super::super::{Failure, runtime};
use super::figures::{Figures, median, ms_each};
use super::issuing::Holder;
use super::machine::now;
use crate::config::Place;
use crate::server::{Program, Setup, assemble};
use kernel::{CivilDate, Cx, Inn, Kpp, OrganizationId};
use reporting::ops::payers::{self, NewPayer};
use reporting::ops::table::table;
use reporting::{PayerFacts, Regime};
use std::path::Path;

/// Payers of the outsourcer.
const PAYERS: usize = 1_000;
/// Tables of each kind; the median counts.
const TABLES: usize = 21;
/// Where ИНН with right check digits are looked for: a tenth of them are right.
const FIRST_INN: u64 = 9_800_000_000;

/// `reporting.table_ms`, `reporting.table_year_ms`, `reporting.payers_ms`, `reporting.table_floor_ratio`, `reporting.cells`.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    eprintln!("reporting: {PAYERS} payers, {TABLES} tables of a quarter and of a year");
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    runtime()?.block_on(run(folder.path(), figures))
}

async fn run(folder: &Path, figures: &mut Figures) -> Result<(), Failure> {
    let program = assemble(Setup::new(Place::in_folder(folder), "http://127.0.0.1:8080")).await?;
    let holder = Holder::settled(&program).await?;
    let cx = holder.cx(&program);
    add(&program, &cx, holder.organization_id).await?;
    let (mut rows, mut quarter, mut year) = (Vec::new(), Vec::new(), Vec::new());
    let of = (day(10, 1)?, day(12, 31)?);
    for _ in 0..TABLES {
        let begun = now();
        let read = payers::list(&program.reporting, &cx, holder.organization_id).await;
        let read = read.map_err(|why| Failure::failed("payers", why))?;
        rows.push(ms_each(begun.elapsed(), 1));
        let (cells, took) = one(&program, &cx, holder.organization_id, of).await?;
        quarter.push(took);
        year.push(one(&program, &cx, holder.organization_id, (day(1, 1)?, of.1)).await?.1);
        if read.len() < PAYERS || cells < PAYERS {
            return Err(Failure::Failed(format!("a table of {} payers with {cells} cells", read.len())));
        }
        figures.set("reporting.cells", cells as f64);
    }
    figures.set("reporting.payers_ms", median(rows));
    figures.set("reporting.table_ms", median(quarter));
    figures.set("reporting.table_year_ms", median(year));
    figures.set_ratio("reporting.table_floor_ratio", "reporting.table_ms", "reporting.payers_ms");
    program.app.store.close().await.map_err(|why| Failure::failed("the store did not close", why))
}

/// How many cells a table has, and how many milliseconds it took.
async fn one(
    program: &Program,
    cx: &Cx,
    organization_id: OrganizationId,
    days: (CivilDate, CivilDate),
) -> Result<(usize, f64), Failure> {
    let begun = now();
    let told = table(&program.reporting, cx, organization_id, days).await;
    let told = told.map_err(|why| Failure::failed("a table", why))?;
    let took = ms_each(begun.elapsed(), 1);
    Ok((told.rows.iter().map(|row| row.cells.len()).sum(), took))
}

async fn add(program: &Program, cx: &Cx, organization_id: OrganizationId) -> Result<(), Failure> {
    let failed = |why: &dyn std::fmt::Display| Failure::Failed(format!("a payer: {why}"));
    let kpp = Kpp::parse("980001001").map_err(|why| failed(&why))?;
    let numbers = (FIRST_INN..).filter_map(|number| Inn::parse(&number.to_string()).ok());
    for (number, inn) in numbers.take(PAYERS).enumerate() {
        let facts = facts(number);
        let new = NewPayer { organization_id, inn, kpp: Some(kpp.clone()), facts };
        let new = payers::prepare(cx, new).map_err(|why| failed(&why))?;
        let added = program.app.store.write(cx, new, |tx, cx, new| Box::pin(payers::add(tx, cx, new))).await;
        added.map_err(|why| failed(&why))?;
    }
    Ok(())
}

/// Payers of four regimes, every third with people.
fn facts(number: usize) -> PayerFacts {
    let regime = match number % 4 {
        0 => Regime::General,
        1 => Regime::UsnIncome,
        2 => Regime::UsnProfit,
        _ => Regime::Eshn,
    };
    PayerFacts {
        name: format!("ООО «Ромашка», плательщик {number}"),
        entrepreneur: false,
        regime,
        vat: regime == Regime::General,
        employees: u32::from(number.is_multiple_of(3)),
        has: Vec::new(),
        ogrn: None,
        tax_office: Some("0087".to_owned()),
        fund_office: None,
        fund_number: None,
        statistics_office: None,
        okpo: None,
        oktmo: None,
        head_office_id: None,
    }
}

/// A day of a year whose calendar is known.
fn day(month: i8, day: i8) -> Result<CivilDate, Failure> {
    CivilDate::new(2026, month, day).map_err(|why| Failure::failed("a day", why))
}
