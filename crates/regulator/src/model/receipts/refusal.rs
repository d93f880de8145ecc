//! UO_OTCH, КНД 1166006: the refusal of acceptance, version 5.05.

use super::{Answered, PROGRAM, Receipt, day, format_of, party, time, worked_on, written};
use crate::model::Objection;
use formats::{Element, FormatRefusal};

/// The refusal with what it is for; there is always something.
pub fn refusal(answered: &Answered<'_>, objections: &[Objection]) -> Result<Receipt, FormatRefusal> {
    let format = format_of("UO_OTCH", "5.05")?;
    let mut common = Element::new("ОбщСвУвед");
    common.set("ДатаПредст", &day(answered.filed_at));
    common.set("ВремПредст", &time(answered.filed_at));
    common.set("ДатаПрием", &day(answered.received_at));
    answered.name_report(&mut common);
    common.set_if("ВерсФорм", Some(answered.filing.version.as_str()).filter(|version| !version.is_empty()));
    common.set("ПрогрКомпл", PROGRAM);
    common.set("ДатаФормУвед", &day(answered.now));
    common.push(worked_on(answered.filing));
    let mut told = Element::new("СведУведУточ");
    told.push(common);
    told.push_all(objections.iter().map(objected));
    let mut body = Element::new("СвНалОргНап");
    body.set("КодНО", answered.authority.code);
    body.set("НаимНО", answered.authority.name);
    let mut document = Element::new("Документ");
    document.set("КНД", "1166006");
    document.set("КодНО", answered.authority.code);
    document.set("НаимНО", answered.authority.name);
    document.push(party("СвНП", ("НПЮЛ", "НПФЛ"), answered.payer()));
    document.push(party("СвОтпр", ("ОтпрЮЛ", "ОтпрФЛ"), answered.sender));
    document.push(body);
    document.push(told);
    written(&format, answered.file(&format, document))
}

fn objected(objection: &Objection) -> Element {
    let place = if objection.path.is_empty() { String::new() } else { format!(" ({})", objection.path) };
    let mut broken = Element::new("ПеречВыявНар");
    broken.push(Element::with_text("КодОш", &objection.code));
    broken.push(Element::with_text("ТекстОш", &format!("{}{place}", objection.text)));
    broken
}
