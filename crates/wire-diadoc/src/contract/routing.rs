//! Whom a seller's title goes from and to, and what its file name says about the goods.

use super::context::Context;
use super::envelope::Ends;
use super::opened::Opened;
use super::table::Table;
use super::tree::Tree;
use super::{ContractRefusal, Dialect};
use formats::TransferFlags;

/// Kinds of marked goods as `IncludeIdentificationNumbers` numbers them.
const MARKED: &str = "0";
const ALCOHOL: &str = "1";
const TOBACCO: &str = "2";

/// The participants named by the contract, by the seller and the buyer in it, by the caller, in this order.
///
/// Refuses names that contradict each other, and participant ids of organizations that have no part in the exchange.
pub(super) fn ends(contract: &Tree, context: &Context<'_>) -> Result<Ends, ContractRefusal> {
    let sender = end(contract, ("SenderFnsParticipantId", "Sellers", "Seller"), context.sender_id)?;
    let recipient = end(contract, ("RecipientFnsParticipantId", "Buyers", "Buyer"), context.recipient_id)?;
    let parts = contract.children.iter().filter(|child| !matches!(child.name.as_str(), "Sellers" | "Buyers"));
    for part in parts {
        refuse_other(part, &format!("{}/{}", contract.name, part.name))?;
    }
    Ok(Ends { sender, recipient })
}

fn end(
    contract: &Tree,
    (attribute, group, member): (&'static str, &str, &str),
    given: Option<&str>,
) -> Result<String, ContractRefusal> {
    let named = contract.attribute(attribute);
    let members = contract.child(group).into_iter().flat_map(|group| group.all(member));
    let mut own = members.filter_map(|m| m.child("OrganizationDetails")?.attribute("FnsParticipantId"));
    let first = named.or_else(|| own.next());
    if own.any(|id| Some(id) != first) {
        let path = format!("{}/{group}/{member}/OrganizationDetails/@FnsParticipantId", contract.name);
        return Err(ContractRefusal::Contradiction { path, with: attribute });
    }
    let path = format!("{}/@{attribute}", contract.name);
    match first.or(given) {
        None => Err(ContractRefusal::Missing { path }),
        Some(id) => participant(id, path),
    }
}

/// A participant id becomes a part of the file's name, whose parts are told apart by underscores; others' titles name some too.
pub(super) fn participant(id: &str, path: String) -> Result<String, ContractRefusal> {
    let good = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'@' | b'.' | b'-');
    if (4..=46).contains(&id.len()) && id.bytes().all(good) {
        return Ok(id.to_owned());
    }
    Err(ContractRefusal::Value { path, expected: "4 to 46 Latin letters, digits, @ . -".to_owned() })
}

fn refuse_other(tree: &Tree, path: &str) -> Result<(), ContractRefusal> {
    if tree.attribute("FnsParticipantId").is_some() {
        let reason =
            "a title names the participants of the exchange, which are the seller and the buyer, in its file name";
        let path = format!("{path}/@FnsParticipantId");
        return Err(ContractRefusal::NotCarried { path, reason: reason.to_owned() });
    }
    tree.children.iter().try_for_each(|child| refuse_other(child, &format!("{path}/{}", child.name)))
}

/// What the goods are: by the rows, and by `MetaData` where the contract has it.
pub(super) fn flags(contract: &Tree) -> Result<TransferFlags, ContractRefusal> {
    let items = || contract.child("Table").into_iter().flat_map(|table| table.all("Item"));
    let included = || contract.child("MetaData").into_iter().flat_map(|m| m.all("IncludeIdentificationNumbers"));
    for number in included() {
        if !matches!(number.text.trim(), MARKED | ALCOHOL | TOBACCO | "") {
            let path = format!("{}/MetaData/IncludeIdentificationNumbers", contract.name);
            return Err(ContractRefusal::Value { path, expected: "0, 1 or 2".to_owned() });
        }
    }
    let says =
        |kind: &str| included().any(|number| number.text.trim() == kind || (kind == MARKED && number.text.is_empty()));
    Ok(TransferFlags {
        traceable: items().any(|item| item.child("ItemTracingInfos").is_some()),
        marked: says(MARKED) || items().any(|item| item.child("ItemIdentificationNumbers").is_some()),
        alcohol: says(ALCOHOL),
        tobacco: says(TOBACCO),
        petroleum: items().any(|item| item.attribute("ProductTypeCode").is_some()),
        purpose: 0,
    })
}

/// In the words of order 820 the first seller and the first buyer name the ends too.
fn name_end(contract: &mut Tree, steps: [&str; 3], id: &str) {
    if let Some(details) = contract.at_mut(&steps.map(str::to_owned)) {
        details.set("FnsParticipantId", id);
    }
}

/// The contract's routing attributes and `MetaData` out of a title's envelope, where the contract has places for them.
pub(super) fn restore(table: &Table, contract: &mut Tree, opened: &Opened, lost: &mut Vec<String>) {
    let body = table.root.body(table);
    if let Some(ends) = &opened.ends {
        for (name, value) in [("SenderFnsParticipantId", &ends.sender), ("RecipientFnsParticipantId", &ends.recipient)]
        {
            if body.attributes.iter().any(|rule| rule.name == name) {
                contract.set(name, value);
            }
        }
        if opened.dialect == Some(Dialect::Order820) {
            name_end(contract, ["Sellers", "Seller", "OrganizationDetails"], &ends.sender);
            name_end(contract, ["Buyers", "Buyer", "OrganizationDetails"], &ends.recipient);
        }
    }
    let named = opened.flags;
    let (Some(named), Ok(implied)) = (named, flags(contract)) else { return };
    let mut meta = Tree::new("MetaData");
    for (said, by_rows, kind) in [
        (named.marked, implied.marked, MARKED),
        (named.alcohol, implied.alcohol, ALCOHOL),
        (named.tobacco, implied.tobacco, TOBACCO),
    ] {
        if said && !by_rows {
            let mut number = Tree::new("IncludeIdentificationNumbers");
            kind.clone_into(&mut number.text);
            meta.children.push(number);
        }
    }
    let same = named.traceable == implied.traceable && named.petroleum == implied.petroleum && named.purpose == 0;
    if !same || (implied.marked && !named.marked) {
        lost.push("Файл/@ИдФайл: flags of the goods".to_owned());
    }
    if !meta.children.is_empty() {
        contract.children.push(meta);
    }
}
