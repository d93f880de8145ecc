//! The value of `templates/utd.typ`: a УПД with the answer of its buyer, in the lines and columns of the invoice's form
//! (Government resolution 1137 of 26.12.2011) and of the transfer document (letter of the tax service ММВ-20-3/96@).

mod answer;
mod head;
mod party;
mod table;

use formats::utd::{BuyerTitle, SellerTitle, UtdFunction};
use formats::{Document, FormatRefusal};
use paper::DocumentPaper;
use serde::Serialize;

use crate::marks::Marks;
use crate::typesetter::Sheet;
use crate::words::{day, person};

/// Everything the form shows.
#[derive(Debug, Serialize)]
pub(crate) struct Utd {
    /// `СЧФДОП`.
    function: &'static str,
    /// Name of the document as the parties agreed on it.
    name: Option<String>,
    /// 1: invoice and transfer; 2: transfer only; none for an invoice alone.
    status: Option<&'static str>,
    number: String,
    date: String,
    revision: Option<(String, String)>,
    lines: Vec<head::Line>,
    table: table::Table,
    signers: Vec<Signer>,
    transfer: Option<answer::Handed>,
    answer: Option<answer::Taken>,
    marks: Marks,
    file: String,
}

/// Who signs a title, as the title says.
#[derive(Debug, Serialize)]
struct Signer {
    position: Option<String>,
    name: String,
    power: String,
}

impl Signer {
    fn of(signer: &formats::utd::TitleSigner) -> Self {
        let powers: Vec<String> = signer.powers.iter().map(|power| format!("доверенность {}", power.number)).collect();
        let power = if powers.is_empty() { signer.basis.clone().unwrap_or_default() } else { powers.join(", ") };
        Self { position: signer.position.clone(), name: person(&signer.name), power }
    }
}

/// Reads the titles. Refuses a seller's title that cannot be read, and an answer that is no buyer's title.
pub(crate) fn sheet(document: Document, paper: &DocumentPaper) -> Result<Sheet<Utd>, FormatRefusal> {
    let answer = paper.answer.as_ref().map(|file| BuyerTitle::read(&file.bytes)).transpose()?;
    let title = SellerTitle::from_document(document)?;
    let fields = title.fields();
    let invoice = title.document().root().at(&["Документ", "СвСчФакт"]);
    let composer = |said: Option<&String>| said.cloned();
    let utd = Utd {
        function: fields.function.as_str(),
        name: fields.document_name.clone(),
        status: match fields.function {
            UtdFunction::SchfDop => Some("1"),
            UtdFunction::Dop => Some("2"),
            _ => None,
        },
        number: fields.number.clone(),
        date: day(fields.date),
        revision: fields.revision.as_ref().map(|revision| {
            let number = revision.number.map(|number| number.to_string());
            (number.unwrap_or_default(), revision.date.map(day).unwrap_or_default())
        }),
        lines: head::lines(fields, invoice),
        table: table::table(fields, title.document().root()),
        signers: fields.signers.iter().map(Signer::of).collect(),
        transfer: fields
            .transfer
            .as_ref()
            .map(|transfer| answer::handed(transfer, composer(fields.composed_by.as_ref()))),
        answer: answer.as_ref().map(|title| answer::taken(title.fields())),
        marks: Marks::of(paper),
        file: paper.file.name.clone().unwrap_or_else(|| format!("{}.xml", fields.file_id)),
    };
    Ok(Sheet {
        title: format!("{} № {} от {}", words_of(fields.function), utd.number, utd.date),
        date: fields.date.into(),
        body: utd,
    })
}

fn words_of(function: UtdFunction) -> &'static str {
    match function {
        UtdFunction::Schf => "Счет-фактура",
        UtdFunction::SchfDop | UtdFunction::Dop => "Универсальный передаточный документ",
        UtdFunction::SvRk | UtdFunction::SvZk => "Сведения о счетах-фактурах",
    }
}
