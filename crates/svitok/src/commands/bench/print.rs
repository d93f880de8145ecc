//! A УПД on paper: the first one, a page when warm, a thousand rows. Every paper differs from the one before, so that the
//! typesetter's memory of earlier papers gives no figure.

use super::super::Failure;
use super::figures::{Figures, ms_each};
use super::machine::now;
use super::parcels::padded;
use crate::story::StoryFault;
use crate::story::cast::Role;
use crate::story::title::{Sides, numbered_title};
use formats::utd::UtdFunction;
use kernel::Moment;
use paper::{DocumentPaper, File, Paper, Pdf, Printer as _};
use print::Typesetter;
use std::time::Duration;

/// Rows of a title that fills one page, as the peers were measured with.
const PAGE_ROWS: u32 = 20;
/// Rows of a long one.
const LONG_ROWS: u32 = 1_000;
/// Papers of one page before the figure is taken: fonts and templates are read by then.
const WARMING_PAPERS: u32 = 10;
/// Papers of one page that are measured.
const PAPERS: u32 = 50;

/// `print.first_ms`, `print.page_ms`, `print.page_kib`, `print.long_ms`, `print.long_pages`.
pub(super) fn measure(figures: &mut Figures) -> Result<(), Failure> {
    eprintln!("print: {PAPERS} papers of one page, one of {LONG_ROWS} rows");
    let (_, first) = timed(&paper(0, PAGE_ROWS)?)?;
    figures.set("print.first_ms", ms_each(first, 1));
    for number in 1..=WARMING_PAPERS {
        timed(&paper(number, PAGE_ROWS)?)?;
    }
    let (mut pages, mut octets, mut took) = (0, 0, Duration::ZERO);
    for number in 1..=PAPERS {
        let (pdf, one) = timed(&paper(WARMING_PAPERS.saturating_add(number), PAGE_ROWS)?)?;
        pages += pdf.pages;
        octets = pdf.bytes.len();
        took = took.saturating_add(one);
    }
    figures.set("print.page_ms", ms_each(took, pages));
    figures.set("print.page_kib", kib(octets));
    let (long, took) = timed(&paper(u32::MAX, LONG_ROWS)?)?;
    figures.set("print.long_ms", ms_each(took, 1));
    figures.set("print.long_pages", count(long.pages));
    Ok(())
}

#[expect(clippy::float_arithmetic, reason = "a figure for people")]
fn kib(octets: usize) -> f64 {
    octets as f64 / 1024.0
}

fn count(number: usize) -> f64 {
    number as f64
}

/// Wall time: the typesetter lays out on every processor.
fn timed(paper: &Paper) -> Result<(Pdf, Duration), Failure> {
    let begun = now();
    let pdf = Typesetter.print(paper).map_err(|why| Failure::failed("print", why))?;
    Ok((pdf, begun.elapsed()))
}

fn paper(number: u32, rows: u32) -> Result<Paper, Failure> {
    let bytes = title(number, rows).map_err(|why| Failure::failed("a title to print", why))?.into();
    Ok(Paper::Document(Box::new(DocumentPaper::unmarked(File { name: None, bytes }))))
}

fn title(number: u32, rows: u32) -> Result<Vec<u8>, StoryFault> {
    let (seller, buyer) = (Role::romashka(), Role::vasilek());
    let sides = Sides { seller: (&seller, "2XX-1"), buyer: (&buyer, "2XX-2") };
    let unique = format!("0190a1b2-0000-7000-8000-{number:012}");
    let title = numbered_title(sides, UtdFunction::SchfDop, (&unique, &number.to_string()), Moment::EPOCH)?;
    padded(&title, rows)
}
