//! The part of a title that is not in its contract: the file element, its name, dates, participants, what is answered.

use super::catalogue::{DocumentKind, Edition};
use super::context::{AnsweredTitle, Context};
use super::routing::participant;
use super::tree::Tree;
use super::{ContractRefusal, Dialect};
use formats::{FileName, TransferFlags};

const INVOICE_AND_TRANSFER: &str = "Счет-фактура и документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)";
pub(super) const TRANSFER: &str =
    "Документ об отгрузке товаров (выполнении работ), передаче имущественных прав (документ об оказании услуг)";

/// Participant ids of both ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ends {
    pub sender: String,
    pub recipient: String,
}

type Done = Result<(), ContractRefusal>;

/// The one child of the file element: `Документ`, in the buyer's title of 5.01 `ИнфПок`.
pub(super) fn body_name(edition: &Edition) -> &'static str {
    match (edition.dialect, edition.title_index) {
        (Dialect::Order820, 1) => "ИнфПок",
        _ => "Документ",
    }
}

/// Whether a seller's contract is for what was asked, before anything is composed.
pub(super) fn fits(contract: &Tree, kind: &DocumentKind) -> Done {
    let place = |name: &str| format!("{}/@{name}", contract.name);
    if contract.attribute("Function").is_some_and(|function| function != kind.official_function) {
        return Err(ContractRefusal::Contradiction { path: place("Function"), with: "the function asked for" });
    }
    let revision = ["RevisionNumber", "RevisionDate", "HyphenRevisionNumber", "HyphenRevisionDate"];
    if kind.revision && revision.iter().all(|name| contract.attribute(name).is_none()) {
        return Err(ContractRefusal::Missing { path: place("RevisionNumber") });
    }
    Ok(())
}

/// Completes a seller's title; gives the name of its file.
pub(super) fn complete_seller(
    file: &mut Tree,
    edition: &Edition,
    ends: &Ends,
    flags: TransferFlags,
    context: &Context<'_>,
) -> Result<String, ContractRefusal> {
    let body = file.ensure(&[body_name(edition).to_owned()]);
    let function = body.attribute("Функция").unwrap_or_default().to_owned();
    if function != "СЧФ" {
        body.set("ПоФактХЖ", TRANSFER);
        if body.attribute("НаимДокОпр").is_none() {
            body.set("НаимДокОпр", if function == "СЧФДОП" { INVOICE_AND_TRANSFER } else { TRANSFER });
        }
    }
    body.set("ДатаИнфПр", &date_text(context));
    body.set("ВремИнфПр", &time_text(context));
    let name = file_name(seller_prefix(edition, flags)?, ends, context);
    let flags = (edition.dialect == Dialect::Order970).then_some(flags);
    Ok(finish(file, edition, ends, FileName { flags, ..name }, context))
}

/// The prefix of 5.01 itself says what goods there are.
fn seller_prefix(edition: &Edition, flags: TransferFlags) -> Result<String, ContractRefusal> {
    let special = match (edition.dialect, flags.traceable, flags.marked) {
        (Dialect::Order970, ..) | (_, false, false) => "",
        (_, true, false) => "PROS",
        (_, false, true) => "MARK",
        (_, true, true) => {
            let reason = "in 5.01 the name of a file with both traceable and marked goods is not known";
            let path = "ItemIdentificationNumbers".to_owned();
            return Err(ContractRefusal::NotCarried { path, reason: reason.to_owned() });
        }
    };
    Ok(format!("{}{special}", edition.prefix))
}

fn file_name(prefix: String, ends: &Ends, context: &Context<'_>) -> FileName {
    FileName {
        prefix,
        recipient: ends.recipient.clone(),
        sender: ends.sender.clone(),
        formed_on: context.formed_at.date(),
        unique: context.unique.to_owned(),
        flags: None,
    }
}

fn finish(file: &mut Tree, edition: &Edition, ends: &Ends, name: FileName, context: &Context<'_>) -> String {
    let name = name.to_string();
    file.set("ИдФайл", &name);
    file.set("ВерсФорм", edition.official_version);
    file.set("ВерсПрог", context.program);
    file.ensure(&[body_name(edition).to_owned()]).set("КНД", edition.knd);
    if edition.dialect == Dialect::Order820 {
        let exchange = file.ensure(&["СвУчДокОбор".to_owned()]);
        exchange.set("ИдОтпр", &ends.sender);
        exchange.set("ИдПол", &ends.recipient);
        if let Some(operator) = &context.operator {
            let of_sender = exchange.ensure(&["СвОЭДОтпр".to_owned()]);
            of_sender.set("НаимОрг", operator.name);
            of_sender.set("ИННЮЛ", operator.inn);
            of_sender.set("ИдЭДО", operator.code);
        }
    }
    name
}

fn date_text(context: &Context<'_>) -> String {
    context.formed_at.strftime("%d.%m.%Y").to_string()
}

fn time_text(context: &Context<'_>) -> String {
    context.formed_at.strftime("%H.%M.%S").to_string()
}

/// What a buyer's title says of the seller's.
pub(super) struct Answered {
    pub name: FileName,
    file_id: String,
    /// `ДатаИнфПр`, `ВремИнфПр`, `УИД`, `НаимДокОпр`, `Функция`, number, date.
    facts: [Option<String>; 7],
}

/// Refuses a seller's title of another version or function than asked for.
pub(super) fn read_answered(
    title: &AnsweredTitle<'_>,
    kind: &DocumentKind,
    edition: &Edition,
) -> Result<Answered, ContractRefusal> {
    let tree = Tree::from_element(&formats::read_tree(title.bytes).map_err(ContractRefusal::NotXml)?);
    if tree.attribute("ВерсФорм") != Some(edition.official_version) {
        let path = "Файл/@ВерсФорм".to_owned();
        return Err(ContractRefusal::Contradiction { path, with: "the version asked for" });
    }
    let file_id = tree.attribute("ИдФайл").unwrap_or_default().to_owned();
    let name = FileName::parse(&file_id).map_err(ContractRefusal::NotXml)?;
    let body = tree.child("Документ");
    let invoice = body.and_then(|b| b.child("СвСчФакт"));
    let own = |name: &str| body.and_then(|b| b.attribute(name)).map(str::to_owned);
    if own("Функция").as_deref() != Some(kind.official_function) {
        let path = "Файл/Документ/@Функция".to_owned();
        return Err(ContractRefusal::Contradiction { path, with: "the function asked for" });
    }
    let of_invoice =
        |names: [&str; 2]| names.iter().find_map(|name| invoice.and_then(|i| i.attribute(name))).map(str::to_owned);
    let facts = [
        own("ДатаИнфПр"),
        own("ВремИнфПр"),
        own("УИД"),
        own("НаимДокОпр").or_else(|| own("ПоФактХЖ")),
        own("Функция"),
        of_invoice(["НомерДок", "НомерСчФ"]),
        of_invoice(["ДатаДок", "ДатаСчФ"]),
    ];
    Ok(Answered { name, file_id, facts })
}

/// Completes a buyer's title; gives the name of its file.
pub(super) fn complete_buyer(
    file: &mut Tree,
    edition: &Edition,
    answered: &Answered,
    context: &Context<'_>,
) -> Result<String, ContractRefusal> {
    let ends = Ends {
        sender: participant(context.sender_id.unwrap_or(&answered.name.recipient), "Файл/@ИдФайл".to_owned())?,
        recipient: participant(context.recipient_id.unwrap_or(&answered.name.sender), "Файл/@ИдФайл".to_owned())?,
    };
    let body = file.ensure(&[body_name(edition).to_owned()]);
    body.set("ДатаИнфПок", &date_text(context));
    body.set("ВремИнфПок", &time_text(context));
    let [_, _, uid, title, function, number, of_day] = &answered.facts;
    if let Some(uid) = uid.as_ref().filter(|_| edition.dialect == Dialect::Order970) {
        body.set("УИД", uid);
    }
    let number_name =
        if edition.dialect == Dialect::Order820 { "НомСчФИнфПр" } else { "ПорНомДокИнфПр" };
    let date_name =
        if edition.dialect == Dialect::Order820 { "ДатаСчФИнфПр" } else { "ДатаДокИнфПр" };
    set_known(
        body.ensure(&["СодФХЖ4".to_owned()]),
        [("НаимДокОпрПр", title), ("Функция", function), (number_name, number), (date_name, of_day)],
    );
    name_answered(body, answered, context);
    // The answer repeats what the seller's name says of the goods (seen in the service's own answers for 5.02).
    let flags = answered.name.flags.filter(|_| edition.dialect == Dialect::Order970);
    let name = FileName { flags, ..file_name(edition.prefix.to_owned(), &ends, context) };
    Ok(finish(file, edition, &ends, name, context))
}

/// The seller's file: its name, its time, the signatures under it.
fn name_answered(body: &mut Tree, answered: &Answered, context: &Context<'_>) {
    let [date, time, ..] = &answered.facts;
    let seller = body.ensure(&["ИдИнфПрод".to_owned()]);
    set_known(
        seller,
        [("ИдФайлИнфПр", &Some(answered.file_id.clone())), ("ДатаФайлИнфПр", date), ("ВремФайлИнфПр", time)],
    );
    let signatures = context.seller_title.map(|title| title.signatures).unwrap_or_default();
    for signature in signatures {
        let mut element = Tree::new("ЭП");
        signature.clone_into(&mut element.text);
        seller.children.push(element);
    }
}

fn set_known<const N: usize>(tree: &mut Tree, pairs: [(&str, &Option<String>); N]) {
    for (name, value) in pairs {
        if let Some(value) = value {
            tree.set(name, value);
        }
    }
}
