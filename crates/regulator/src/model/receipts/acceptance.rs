//! KV_OTCH, КНД 1166002: the receipt of acceptance, version 5.04.

use super::{Answered, PROGRAM, Receipt, day, format_of, party, time, worked_on, written};
use formats::{Element, FormatRefusal};

/// The receipt; `number` is the registration number the authority gives.
pub fn acceptance(answered: &Answered<'_>, number: &str) -> Result<Receipt, FormatRefusal> {
    let format = format_of("KV_OTCH", "5.04")?;
    let mut receipt = Element::new("СвКвит");
    receipt.set("ДатаПредст", &day(answered.filed_at));
    receipt.set("ВремПредст", &time(answered.filed_at));
    answered.name_report(&mut receipt);
    receipt.set("ДатаПост", &day(answered.received_at));
    receipt.set("ДатаПрин", &day(answered.now));
    receipt.set("РегНом", number);
    receipt.set("ПрогрКомпл", PROGRAM);
    receipt.push(worked_on(answered.filing));
    let mut body = Element::new("СвНалОргПост");
    body.set("КодНО", answered.authority.code);
    body.set("НаимНО", answered.authority.name);
    let mut document = Element::new("Документ");
    document.set("КНД", "1166002");
    document.set("КодНОПодт", answered.authority.code);
    document.set("НаимНОПодт", answered.authority.name);
    document.push(party("СвОтпр", ("ОтпрЮЛ", "ОтпрФЛ"), answered.sender));
    document.push(party("СвНП", ("НПЮЛ", "НПФЛ"), answered.payer()));
    document.push(receipt);
    document.push(body);
    written(&format, answered.file(&format, document))
}
