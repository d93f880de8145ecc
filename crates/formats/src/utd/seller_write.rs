//! The seller's title of 5.03 from its model.

use super::row::{Row, Totals, check_sums, push_pairs};
use super::seller::{Consignor, Currency, InvoiceRevision, PREFIX, PaymentDocument, SellerTitleFields};
use super::transfer::Transfer;
use crate::place::{date_text, time_text};
use crate::tree::{Document, Element};
use crate::{FormatRefusal, Registry};

const VERSION: &str = "5.03";

pub(super) fn document(fields: &SellerTitleFields) -> Result<Document, FormatRefusal> {
    let format = Registry::embedded().newest(PREFIX, VERSION).ok_or(FormatRefusal::FormatUnknown)?;
    let mut body = Element::new("Документ");
    body.set("КНД", "1115131").set_if("УИД", fields.uid.as_deref()).set("Функция", fields.function.as_str());
    body.set_if("ПоФактХЖ", fields.fact_name.as_deref()).set_if("НаимДокОпр", fields.document_name.as_deref());
    body.set("ДатаИнфПр", &date_text(fields.formed_at.date())).set("ВремИнфПр", &time_text(fields.formed_at));
    body.set_if("НаимЭконСубСост", fields.composed_by.as_deref());
    body.push(invoice(fields)?);
    body.push_if(table(&fields.rows, fields.totals.as_ref())?);
    body.push_if(fields.transfer.as_ref().map(handover));
    for signer in &fields.signers {
        body.push(signer.element()?);
    }
    let mut root = Element::new("Файл");
    root.set("ИдФайл", &fields.file_id).set("ВерсФорм", VERSION).set("ВерсПрог", &fields.program).push(body);
    Ok(Document::new(format.clone(), root))
}

fn invoice(fields: &SellerTitleFields) -> Result<Element, FormatRefusal> {
    let mut invoice = Element::new("СвСчФакт");
    invoice.set("НомерДок", &fields.number).set("ДатаДок", &date_text(fields.date));
    invoice.push_if(fields.revision.as_ref().map(revision));
    for seller in &fields.sellers {
        invoice.push(seller.element("СвПрод")?);
    }
    for consignor in &fields.consignors {
        invoice.push(consignor_element(consignor)?);
    }
    for consignee in &fields.consignees {
        invoice.push(consignee.element("ГрузПолуч")?);
    }
    invoice.push_all(fields.payments.iter().map(payment));
    invoice.push_all(fields.shipments.iter().map(|s| s.element("ДокПодтвОтгрНом")));
    for buyer in &fields.buyers {
        invoice.push(buyer.element("СвПокуп")?);
    }
    invoice.push(currency(&fields.currency));
    if fields.state_contract_id.is_some() || fields.circumstance.is_some() {
        let mut more = Element::new("ДопСвФХЖ1");
        more.set_if("ИдГосКон", fields.state_contract_id.as_deref())
            .set_if("СпОбстФСЧФ", fields.circumstance.as_deref());
        invoice.push(more);
    }
    if !fields.information.is_empty() {
        let mut information = Element::new("ИнфПолФХЖ1");
        push_pairs(&mut information, "ТекстИнф", &fields.information);
        invoice.push(information);
    }
    Ok(invoice)
}

fn revision(revision: &InvoiceRevision) -> Element {
    let mut element = Element::new("ИспрДок");
    element.set_if("НомИспр", revision.number.map(|n| n.to_string()).as_deref());
    element.set_if("ДатаИспр", revision.date.map(date_text).as_deref());
    element
}

fn consignor_element(consignor: &Consignor) -> Result<Element, FormatRefusal> {
    let mut element = Element::new("ГрузОт");
    element.push(match consignor {
        Consignor::Seller => Element::with_text("ОнЖе", "он же"),
        Consignor::Party(party) => party.element("ГрузОтпр")?,
    });
    Ok(element)
}

fn payment(payment: &PaymentDocument) -> Element {
    let mut element = Element::new("СвПРД");
    element.set_if("НомерПРД", payment.number.as_deref()).set_if("ДатаПРД", payment.date.map(date_text).as_deref());
    element.set_if("СуммаПРД", payment.sum.map(|s| s.to_string()).as_deref());
    element
}

fn currency(currency: &Currency) -> Element {
    let mut element = Element::new("ДенИзм");
    element.set("КодОКВ", &currency.code).set_if("НаимОКВ", currency.name.as_deref());
    element.set_if("КурсВал", currency.rate.map(|r| r.normalize().to_string()).as_deref());
    element
}

/// The table, when there are rows; totals must be given and agree.
fn table(rows: &[Row], totals: Option<&Totals>) -> Result<Option<Element>, FormatRefusal> {
    let Some(totals) = totals else {
        return match rows.is_empty() {
            true => Ok(None),
            false => Err(FormatRefusal::Absent {
                path: "Файл/Документ/ТаблСчФакт/ВсегоОпл".to_owned()
            }),
        };
    };
    check_sums(rows, totals)?;
    let mut table = Element::new("ТаблСчФакт");
    for row in rows {
        table.push(row.element()?);
    }
    table.push(totals.element()?);
    Ok(Some(table))
}

fn handover(transfer: &Transfer) -> Element {
    let mut element = Element::new("СвПродПер");
    element.push(transfer.element());
    element
}
