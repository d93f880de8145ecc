//! UU_OTCH, КНД 1166009: the request to correct a report that was taken, version 5.07.

use super::{Answered, PROGRAM, Receipt, day, format_of, party, worked_on, written};
use crate::model::Objection;
use formats::{Element, FormatRefusal};

/// Characters that a place and a value have room for.
const PLACE_CHARS_MAX: usize = 1_000;

/// The request with what is to be corrected, the number of the report, and the request's own number of 20 characters.
pub fn clarification(
    answered: &Answered<'_>,
    objections: &[Objection],
    (number, own_number): (&str, &str),
) -> Result<Receipt, FormatRefusal> {
    let format = format_of("UU_OTCH", "5.07")?;
    let mut common = Element::new("ОбщСвУвед");
    common.set("ИдФайл", &answered.filing.file_id);
    common.set("ДатаПрием", &day(answered.received_at));
    common.set("ПрогрКомпл", PROGRAM);
    common.set("РегНом", number);
    answered.name_report(&mut common);
    common.set("РегНомУвед", own_number);
    common.set("ДатаФормУвед", &day(answered.now));
    common.push(worked_on(answered.filing));
    common.push(Element::with_text("ТекстОшОб", "Отчёт принят, по нему нужны уточнения"));
    let mut file = Element::new("ВыявлОшФайл");
    file.push(worked_on(answered.filing));
    file.push_all(objections.iter().map(objected));
    let mut told = Element::new("СведУвед");
    told.push(common);
    told.push(file);
    let mut document = Element::new("Документ");
    document.set("КНД", "1166009");
    document.set("КодНО", answered.authority.code);
    document.push(party("СвОтпр", ("ОтпрЮЛ", "ОтпрФЛ"), answered.sender));
    document.push(party("СвНП", ("НПЮЛ", "НПФЛ"), answered.payer()));
    document.push(told);
    written(&format, answered.file(&format, document))
}

fn objected(objection: &Objection) -> Element {
    let told = |text: &str| Some(text.chars().take(PLACE_CHARS_MAX).collect::<String>()).filter(|t| !t.is_empty());
    let mut broken = Element::new("СвПоОшибке");
    broken.set_if("ПолОшЭл", told(&objection.path).as_deref());
    broken.set_if("ЗнЭлем", told(&objection.shape).as_deref());
    broken.set("КодОшибки", &objection.code);
    broken.push(Element::with_text("ТекстОш", &objection.text));
    broken
}
