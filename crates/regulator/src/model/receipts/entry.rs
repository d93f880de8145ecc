//! IV_OTCH, КНД 1166007: the notice that a report was entered, version 5.04.

use super::{Answered, Receipt, format_of, party, written};
use formats::{Element, FormatRefusal};

/// The notice of entry.
pub fn entry(answered: &Answered<'_>) -> Result<Receipt, FormatRefusal> {
    let format = format_of("IV_OTCH", "5.04")?;
    let mut notice = Element::new("СвИзвещВ");
    notice.set("ИмяОбрабФайла", &answered.filing.file_id);
    notice.set("ИдФайл", &answered.filing.file_id);
    answered.name_report(&mut notice);
    let mut document = Element::new("Документ");
    document.set("КНД", "1166007");
    document.push(party("СвПол", ("ОтпрЮЛ", "ОтпрФЛ"), answered.sender));
    document.push(Element::with_text("КодНоОтпр", answered.authority.code));
    document.push(party("СвНП", ("НПЮЛ", "НПФЛ"), answered.payer()));
    document.push(notice);
    written(&format, answered.file(&format, document))
}
