//! Titles of a УПД: parsed, checked by the official rules, of a version in force, between the right participants.

use bytes::Bytes;
use formats::utd::{BuyerTitle, SellerTitle, Tax};
use formats::{Document, Finding, Findings, FormatRefusal, Severity};
use kernel::{Cx, Money};

use super::document::Between;
use crate::model::document::UtdFunction;
use crate::model::party::Party;
use crate::model::refusal::Refusal;
use crate::room::Room;

/// The element of a title that names who signs it.
const SIGNER: &str = "Подписант";

/// What the exchange reads from a first title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleFacts {
    /// Function.
    pub function: UtdFunction,
    /// Version of the format.
    pub version: String,
    /// Name of the file without extension.
    pub file_id: String,
    /// Number.
    pub number: Option<String>,
    /// Date, ISO.
    pub date: Option<String>,
    /// Total with tax, kopecks.
    pub total_kopecks: Option<i64>,
    /// Tax, kopecks.
    pub tax_kopecks: Option<i64>,
    /// Currency by ОКВ.
    pub currency: Option<String>,
}

/// What the exchange reads from a second title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerFacts {
    /// Version of the format.
    pub version: String,
    /// Name of the file without extension.
    pub file_id: String,
    /// Name of the first title's file, as the second title gives it.
    pub answered_file_id: String,
}

/// A seller's title on its way: which box it is from, to which it goes when that is chosen, and whether it may still lack
/// its signer, as one of a draft may.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// Sender.
    pub from: &'a Party,
    /// Recipient; chosen for all but drafts.
    pub to: Option<&'a Party>,
    /// The signer is filled in later.
    pub signer_later: bool,
}

/// Reads and checks the seller's title.
pub fn seller(room: &Room, cx: &Cx, bytes: &Bytes, reading: Reading<'_>) -> Result<TitleFacts, Refusal> {
    let (document, findings) = room.forms.current().read_checked(bytes).map_err(format)?;
    let title = SellerTitle::from_document(document).map_err(format)?;
    let version = in_force(room, cx, "utd.seller", title.document())?;
    let stated = title.participants();
    match reading.to {
        Some(to) => check_participants(stated, reading.from, to)?,
        None if stated.map_err(format)?.1 == reading.from.participant_id => {}
        None => return Err(Refusal::SenderParticipant),
    }
    if reading.signer_later {
        admit_but_signer(&findings)?;
    } else {
        admit(&findings)?;
    }
    let fields = title.fields();
    let totals = fields.totals.as_ref();
    Ok(TitleFacts {
        function: UtdFunction::from_official(fields.function.as_str()).ok_or(Refusal::FunctionNotExchanged)?,
        version,
        file_id: fields.file_id.clone(),
        number: Some(fields.number.clone()),
        date: Some(fields.date.to_string()),
        total_kopecks: totals.and_then(|totals| totals.gross).map(Money::kopecks),
        tax_kopecks: totals.and_then(|totals| match totals.tax {
            Tax::Sum(tax) => Some(tax.kopecks()),
            Tax::Without | Tax::Dash => None,
        }),
        currency: Some(fields.currency.code.clone()),
    })
}

/// Reads and checks the buyer's title: `between` is seen from the buyer, who sends it.
pub fn buyer(room: &Room, cx: &Cx, bytes: &Bytes, between: Between<'_>) -> Result<AnswerFacts, Refusal> {
    let (document, findings) = room.forms.current().read_checked(bytes).map_err(format)?;
    let title = BuyerTitle::from_document(document).map_err(format)?;
    let version = in_force(room, cx, "utd.buyer", title.document())?;
    check_participants(title.participants(), between.from, between.to)?;
    admit(&findings)?;
    let fields = title.fields();
    let answered_file_id = fields.seller_file.file_id.clone();
    Ok(AnswerFacts { version, file_id: fields.file_id.clone(), answered_file_id })
}

/// Reads a document that must have this prefix, and checks it; what was found is asked by [`admit`].
pub fn read(room: &Room, bytes: &Bytes, prefix: &'static str) -> Result<(Document, Findings), Refusal> {
    let (document, findings) = room.forms.current().read_checked(bytes).map_err(format)?;
    if document.format().prefix != prefix {
        let found = document.format().official_name();
        return Err(format(FormatRefusal::OtherFormat { found, expected: prefix }));
    }
    Ok((document, findings))
}

/// Refuses what breaks the official schema or the assertions embedded in it.
pub fn admit(findings: &Findings) -> Result<(), Refusal> {
    admit_where(findings, |_| true)
}

/// The same, but for what is said of the signer: a title without one is incomplete where he should stand.
fn admit_but_signer(findings: &Findings) -> Result<(), Refusal> {
    let of_signer = |finding: &Finding| {
        finding.path.split('/').any(|part| part.starts_with(SIGNER))
            || (finding.code == "formats.schema.incomplete" && finding.accepted.contains(SIGNER))
    };
    admit_where(findings, |finding| !of_signer(finding))
}

fn admit_where(findings: &Findings, counts: impl Fn(&Finding) -> bool) -> Result<(), Refusal> {
    let errors = || findings.findings.iter().filter(|f| f.severity == Severity::Error && counts(f));
    match errors().next() {
        None if findings.cut => Err(cut(findings.findings.len())),
        None => Ok(()),
        Some(first) => Err(Refusal::Findings {
            path: first.path.clone(),
            rule: first.code.clone(),
            count: findings.findings.len(),
        }),
    }
}

/// So many findings that some were not told: among those may be the one that counts.
fn cut(count: usize) -> Refusal {
    Refusal::Findings { path: "Файл".to_owned(), rule: "formats.too-many".to_owned(), count }
}

/// The version of the file, if it may be sent today.
pub fn in_force(room: &Room, cx: &Cx, name: &str, document: &Document) -> Result<String, Refusal> {
    version_in_force(room, cx, name, document.version().unwrap_or(&document.format().version).to_owned())
}

/// The version, if a file of it may be sent today.
pub fn version_in_force(room: &Room, cx: &Cx, name: &str, version: String) -> Result<String, Refusal> {
    let today = cx.now.civil_date_msk();
    match room.rules.sending(name, &version, today) {
        Ok(_) => Ok(version),
        Err(rules::NoRow::VersionNotInForce { accepted, .. }) => {
            let open = room.rules.versions(name, today).ok();
            let norm = open.and_then(|rows| rows.first().map(|row| row.in_force.norm.clone()));
            Err(Refusal::VersionNotInForce { version, accepted, norm })
        }
        Err(other) => Err(Refusal::NoRule { detail: other.to_string() }),
    }
}

/// The refusal of the formats as one of this room, with its code.
pub fn format(refusal: FormatRefusal) -> Refusal {
    Refusal::Format { code: refusal.code(), path: refusal.path().map(str::to_owned), detail: refusal.to_string() }
}

/// The participants that the file states (recipient, sender) must be those of the two boxes.
fn check_participants(
    stated: Result<(String, String), FormatRefusal>,
    from: &Party,
    to: &Party,
) -> Result<(), Refusal> {
    let (recipient, sender) = stated.map_err(format)?;
    if sender != from.participant_id {
        return Err(Refusal::SenderParticipant);
    }
    if recipient != to.participant_id {
        return Err(Refusal::RecipientParticipant);
    }
    Ok(())
}
