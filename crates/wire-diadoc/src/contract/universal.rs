//! Universal messages: `GenerateUniversalMessage` and `ParseUniversalMessageXml`.
//!
//! The official side follows the definition `formats` has, which is put together from secondary facts.

use super::check::Strictness;
use super::context::Context;
use super::routing::participant;
use super::tree::Tree;
use super::{ContractRefusal, Generated, Parsed, backward, check, forward, table, write_as};
use formats::FileName;

const PREFIX: &str = "DP_UNISOOBSCH";
const VERSION: &str = "5.01";
const TABLE: &str = "universal_message";

/// Codes that may be sent: received, confirm the powers, correct, refused, a remark, information.
pub const STATUS_CODES: [&str; 6] = ["1999", "2007", "2999", "3999", "4002", "4003"];

/// The official file of a universal message's contract.
///
/// Needs in the context both participant ids, [`Context::answered_file_id`] and, where the contract asks for the person of
/// the service's settings, [`Context::default_person`].
pub fn generate_universal_message(contract: &[u8], context: &Context<'_>) -> Result<Generated, ContractRefusal> {
    let table = table::table(TABLE).ok_or(ContractRefusal::VersionUnknown)?;
    let mut contract = Tree::read(contract)?;
    check::check(table, &contract, Strictness::Full)?;
    known_codes(&contract)?;
    resolve(&mut contract, context)?;
    let need = |value: Option<&str>, what| {
        let path = contract.name.clone();
        value.map(str::to_owned).ok_or(ContractRefusal::NotResolved { path, what })
    };
    let sender = need(context.sender_id, "the sender's participant id")?;
    let sender = participant(&sender, "ИдОтпрУС".to_owned())?;
    let recipient = need(context.recipient_id, "the recipient's participant id")?;
    let recipient = participant(&recipient, "ИдПолучУС".to_owned())?;
    let answered = need(context.answered_file_id, "the document answered")?;
    let mut file = Tree::new("Файл");
    forward::forward(table, contract, &mut file)?;
    let about = file.ensure(&["Документ", "СведУС"].map(str::to_owned));
    about.set("ИдОтпрУС", &sender);
    about.set("ИдПолучУС", &recipient);
    about.set("ИмяПолФайл", &answered);
    let name = FileName {
        prefix: PREFIX.to_owned(),
        recipient,
        sender,
        formed_on: context.formed_at.date(),
        unique: context.unique.to_owned(),
        flags: None,
    };
    let name = name.to_string();
    file.set("ИдФайл", &name);
    file.set("ВерсФорм", VERSION);
    file.set("ВерсПрог", context.program);
    let bytes = write_as(context.forms, &mut file, (PREFIX, VERSION), false)?;
    Ok(Generated { file_name: format!("{name}.xml"), bytes })
}

fn known_codes(contract: &Tree) -> Result<(), ContractRefusal> {
    let infos = contract.child("UniversalMessageInfos").into_iter().flat_map(|infos| &infos.children);
    for (index, info) in infos.enumerate() {
        if !STATUS_CODES.contains(&info.attribute("StatusCode").unwrap_or_default()) {
            let path =
                format!("UniversalMessage/UniversalMessageInfos/UniversalMessageInfo[{}]/@StatusCode", index + 1);
            return Err(ContractRefusal::Value { path, expected: STATUS_CODES.join(", ") });
        }
    }
    Ok(())
}

/// The person of the settings, for the sender only: of the recipient's people the service knows nothing.
fn resolve(contract: &mut Tree, context: &Context<'_>) -> Result<(), ContractRefusal> {
    let asked = |person: &&mut Tree| person.attribute("UseDefaultPersonInfo") == Some("true");
    for person in contract.children.iter_mut().filter(asked) {
        let card = context.default_person.filter(|_| person.name == "Sender");
        let path = format!("UniversalMessage/{}/@UseDefaultPersonInfo", person.name);
        let card = card.ok_or(ContractRefusal::NotResolved { path, what: "the person of the settings" })?;
        person.take_children("Fio");
        person.children.push(super::signers::name_of(card));
        if let Some(position) = &card.employee_position {
            person.set("Position", position);
        }
        person.set("UseDefaultPersonInfo", "false");
    }
    Ok(())
}

/// The contract of a universal message's official file.
pub fn parse_universal_message(message: &[u8]) -> Result<Parsed, ContractRefusal> {
    let table = table::table(TABLE).ok_or(ContractRefusal::VersionUnknown)?;
    let mut file = Tree::read(message)?;
    let named = file.attribute("ИдФайл").is_some_and(|id| id.starts_with(PREFIX));
    if file.name != "Файл" || !named || file.attribute("ВерсФорм") != Some(VERSION) {
        return Err(ContractRefusal::OtherRoot { expected: format!("Файл {PREFIX} {VERSION}") });
    }
    file.attributes.clear();
    if let Some(body) = file.at_mut(&["Документ".to_owned()]) {
        body.take_children("СведУС");
    }
    let (contract, lost) = backward::backward(table, &mut file)?;
    Ok(Parsed { contract: contract.to_xml(), lost })
}
