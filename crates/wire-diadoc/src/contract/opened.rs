//! Takes the envelope off a title that is to become a contract.

use super::catalogue::{DocumentKind, Edition};
use super::envelope::{Ends, TRANSFER, body_name};
use super::tree::Tree;
use super::{ContractRefusal, Dialect};
use formats::{FileName, TransferFlags};

/// What an opened envelope said.
#[derive(Debug, Default)]
pub(super) struct Opened {
    pub ends: Option<Ends>,
    pub flags: Option<TransferFlags>,
    pub dialect: Option<Dialect>,
}

/// Refuses a title of another format or version than the edition's, or of another function.
pub(super) fn open(
    file: &mut Tree,
    (kind, edition): (&DocumentKind, &Edition),
    lost: &mut Vec<String>,
) -> Result<Opened, ContractRefusal> {
    claims(file, kind, edition)?;
    let file_id = file.take_attribute("ИдФайл").unwrap_or_default();
    // A name of another shape is legal in the schema; then only `СвУчДокОбор` names the ends.
    let name = FileName::parse(&file_id).ok();
    let mut opened = Opened {
        ends: name.as_ref().map(|n| Ends { sender: n.sender.clone(), recipient: n.recipient.clone() }),
        flags: name.as_ref().and_then(|n| n.flags),
        dialect: Some(edition.dialect),
    };
    ["ВерсФорм", "ВерсПрог"].iter().for_each(|attribute| drop(file.take_attribute(attribute)));
    if edition.dialect == Dialect::Order820 {
        open_exchange(file, &mut opened);
    }
    if opened.ends.is_none() {
        lost.push("Файл/@ИдФайл: participants of the exchange".to_owned());
    }
    let tree = file.ensure(&[body_name(edition).to_owned()]);
    let taken: &[&str] = if edition.title_index == 0 {
        &["КНД", "ДатаИнфПр", "ВремИнфПр"]
    } else {
        &["КНД", "ДатаИнфПок", "ВремИнфПок", "УИД"]
    };
    taken.iter().for_each(|attribute| drop(tree.take_attribute(attribute)));
    if edition.title_index == 0 {
        if tree.attribute("ПоФактХЖ") == Some(TRANSFER) {
            tree.take_attribute("ПоФактХЖ");
        }
    } else {
        open_answer(tree);
    }
    Ok(opened)
}

/// Whether the title is of the edition and the function asked for.
fn claims(file: &Tree, kind: &DocumentKind, edition: &Edition) -> Result<(), ContractRefusal> {
    let body = body_name(edition);
    let knd = file.child(body).and_then(|b| b.attribute("КНД"));
    let same_version = file.attribute("ВерсФорм") == Some(edition.official_version);
    if file.name != "Файл" || knd != Some(edition.knd) || !same_version {
        return Err(ContractRefusal::OtherRoot { expected: format!("Файл/{body} {}", edition.official_version) });
    }
    let steps: &[&str] = if edition.title_index == 0 { &[body] } else { &[body, "СодФХЖ4"] };
    let steps: Vec<String> = steps.iter().map(|step| (*step).to_owned()).collect();
    if file.at(&steps).and_then(|e| e.attribute("Функция")) != Some(kind.official_function) {
        let path = format!("Файл/{}/@Функция", steps.join("/"));
        return Err(ContractRefusal::Contradiction { path, with: "the function asked for" });
    }
    Ok(())
}

/// Participants and operator of 5.01.
fn open_exchange(file: &mut Tree, opened: &mut Opened) {
    for exchange in file.take_children("СвУчДокОбор") {
        if let (Some(sender), Some(recipient)) = (exchange.attribute("ИдОтпр"), exchange.attribute("ИдПол"))
        {
            opened.ends = Some(Ends { sender: sender.to_owned(), recipient: recipient.to_owned() });
        }
    }
}

/// What the buyer's title repeats of the seller's: it comes from there again.
fn open_answer(body: &mut Tree) {
    body.take_children("ИдИнфПрод");
    if let Some(content) = body.at_mut(&["СодФХЖ4".to_owned()]) {
        for name in ["НаимДокОпрПр", "Функция", "ПорНомДокИнфПр", "НомСчФИнфПр", "ДатаДокИнфПр", "ДатаСчФИнфПр"]
        {
            content.take_attribute(name);
        }
    }
}
