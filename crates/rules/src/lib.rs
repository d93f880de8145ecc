//! The law as dated rows: which format version may be sent on a day, which kind of signature a document needs,
//! who must act in how many working days, which days are working ones; rates, limits, budget codes, and what a payer must
//! file and pay, when and why ([`Rules::obligations`]).
//!
//! Nothing here holds a number of the law in code: rows come from packs (JSON, see `README.md`), a base set of which is
//! embedded, and each row names its norm, its days and how well it is known. A question about a day that no row covers is
//! refused, never guessed.
//!
//! Read first: [`Rules`], then [`InForce`], then the row you need: [`FormatVersion`], [`LegalKind`], [`DocflowTerm`], [`WorkYear`], [`Rate`], [`Duty`].

mod calendar;
mod due;
mod in_force;
mod load;
mod money;
mod obligations;
mod pack;
mod payee;
mod refusal;
mod rows;
mod table;

pub use calendar::WorkYear;
pub use due::{Authority, Duty, DutyKind, LegalForm, PeriodCodeStyle, Periods, Term, Trait};
pub use in_force::{InForce, Trust};
pub use load::{PACK_BYTES_MAX, PACKS_MAX};
pub use money::{BudgetCode, PeriodCode, Rate, Unit};
pub use obligations::{Held, Obligation, Payer};
pub use pack::{PackFault, ROWS_MAX};
pub use payee::{Payee, PayerKpp};
pub use refusal::NoRow;
pub use rows::{Actor, DocflowTerm, FormatForce, FormatVersion, LegalKind, RequiredSignature};

use jiff::civil::Date;
use kernel::WorkCalendar;
use table::Table;

/// Every dated row that this process knows; immutable, cheap to share behind an `Arc`.
#[derive(Debug, Clone)]
pub struct Rules {
    format_versions: Table<FormatVersion>,
    legal_kinds: Table<LegalKind>,
    docflow_terms: Table<DocflowTerm>,
    work_years: Table<WorkYear>,
    rates: Table<Rate>,
    budget_codes: Table<BudgetCode>,
    period_codes: Table<PeriodCode>,
    duties: Table<Duty>,
    payees: Table<Payee>,
    calendar: WorkCalendar,
}

impl Rules {
    /// The row under which `version` of `format` may be sent on the day `on`.
    ///
    /// `format` is a name of the pack (`utd.seller`, `utd.buyer`, `operator.sent` …), `version` is the number written in the file (`5.03`).
    /// Refuses with [`NoRow::VersionNotInForce`] (it names the versions that would be accepted) or [`NoRow::NoRowOnDay`].
    pub fn sending(&self, format: &str, version: &str, on: Date) -> Result<&FormatVersion, NoRow> {
        let open = self.versions(format, on)?;
        let accepted = open.iter().map(|row| row.version.clone()).collect();
        open.into_iter().find(|row| row.version == version).ok_or_else(|| NoRow::VersionNotInForce {
            format: format.to_owned(),
            version: version.to_owned(),
            on,
            accepted,
        })
    }

    /// All versions of `format` that may be sent on the day `on`, oldest first; never empty.
    pub fn versions(&self, format: &str, on: Date) -> Result<Vec<&FormatVersion>, NoRow> {
        let open: Vec<_> = self.format_versions.on(on).filter(|row| row.format == format).collect();
        if open.is_empty() {
            return Err(NoRow::NoRowOnDay { table: "format_versions", key: format.to_owned(), on });
        }
        Ok(open)
    }

    /// Which signature the document kind needs on the day `on`, and whether an operator of electronic exchange is obligatory:
    /// `utd.invoice`, `utd.primary`, `utd.invoice-and-primary`, `nonformalized` …
    pub fn legal_kind(&self, document: &str, on: Date) -> Result<&LegalKind, NoRow> {
        self.legal_kinds.get(document, on)
    }

    /// Who must do the step `step`, and within how many working days. Steps are named `<flow>.<act>`: `invoice.receipt-notification`.
    pub fn docflow_term(&self, step: &str, on: Date) -> Result<&DocflowTerm, NoRow> {
        self.docflow_terms.get(step, on)
    }

    /// The last day on which `step` is in time when it became possible on the day `since`.
    ///
    /// Refuses a step without a row (the law gives no term) and days whose calendar is not known.
    pub fn due_on(&self, step: &str, since: Date) -> Result<Date, NoRow> {
        let term = self.docflow_term(step, since)?;
        Ok(self.calendar.add_working_days(since, term.working_days)?)
    }

    /// Every row as a reader of the rules page sees it, by table and key: table, key, days with norm and trust.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, String, &InForce)> {
        let documents = self.format_versions.described().chain(self.legal_kinds.described());
        let flows = self.docflow_terms.described().chain(self.work_years.described());
        let money = self.rates.described().chain(self.budget_codes.described()).chain(self.payees.described());
        let terms = self.period_codes.described().chain(self.duties.described());
        documents.chain(flows).chain(money).chain(terms)
    }

    /// A rate, a limit or an amount on the day: `mrot`, `vat.main`, `contribution.base-limit` …
    pub fn rate(&self, rate: &str, on: Date) -> Result<&Rate, NoRow> {
        self.rates.get(rate, on)
    }

    /// The steps of a scale on the day, lowest first: `ndfl.main` gives `ndfl.main.1`, `ndfl.main.2` … Refuses a scale without rows.
    pub fn scale(&self, scale: &str, on: Date) -> Result<Vec<&Rate>, NoRow> {
        let is_step = |rate: &&Rate| rate.rate.strip_prefix(scale).is_some_and(|rest| rest.starts_with('.'));
        let mut steps: Vec<_> = self.rates.on(on).filter(is_step).filter(|rate| rate.above_kopecks.is_some()).collect();
        steps.sort_by_key(|rate| rate.above_kopecks);
        if steps.is_empty() {
            return Err(NoRow::NoRowOnDay { table: "rates", key: scale.to_owned(), on });
        }
        Ok(steps)
    }

    /// The budget code of a tax on the day: `enp`, `contributions.staff`, `usn.income` …
    pub fn budget_code(&self, tax: &str, on: Date) -> Result<&BudgetCode, NoRow> {
        self.budget_codes.get(tax, on)
    }

    /// Where a payment to the budget goes on the day, and how the order's tax fields are filled: `enp`.
    pub fn payee(&self, payee: &str, on: Date) -> Result<&Payee, NoRow> {
        self.payees.get(payee, on)
    }

    /// Codes of periods of one family that reports may carry on the day; never empty.
    pub fn period_codes(&self, family: &str, on: Date) -> Result<Vec<&PeriodCode>, NoRow> {
        let codes: Vec<_> = self.period_codes.on(on).filter(|code| code.family == family).collect();
        if codes.is_empty() {
            return Err(NoRow::NoRowOnDay { table: "period_codes", key: family.to_owned(), on });
        }
        Ok(codes)
    }

    /// The production calendar, for counting.
    pub fn calendar(&self) -> &WorkCalendar {
        &self.calendar
    }

    /// The row of the calendar that the day belongs to: its norm, how sure it is, shortened days.
    pub fn work_year(&self, on: Date) -> Result<&WorkYear, NoRow> {
        self.work_years.get(calendar::KEY, on)
    }
}
