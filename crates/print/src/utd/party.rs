//! Parties in words.

use formats::Element;
use formats::utd::{Identity, Party};

use crate::words::{joined, person};

/// Name of a party.
pub(super) fn name(party: &Party) -> String {
    match &party.identity {
        Identity::Organization { name, .. } | Identity::Foreign { name, .. } => name.clone(),
        Identity::Entrepreneur { name, .. } => format!("ИП {}", person(name)),
        Identity::Person { name, other, .. } => name.as_ref().map(person).or_else(|| other.clone()).unwrap_or_default(),
    }
}

/// `9800000013/980001001`.
pub(super) fn inn_kpp(party: &Party) -> String {
    joined([party.inn(), party.kpp()], "/")
}

/// The address of a party's element, in the order the file has it: the model keeps only a part of the register's kind.
pub(super) fn address(party: &Element) -> String {
    let Some(kind) = party.child("Адрес").and_then(|address| address.elements().next()) else {
        return String::new();
    };
    let own: Vec<&str> = kind.attributes().filter(|(name, _)| !is_code(name)).map(|(_, value)| value).collect();
    let parts = kind.elements().filter(|part| part.name() != "Регион").map(|part| {
        let said: Vec<&str> = part.attributes().filter(|(name, _)| *name != "ВидКод").map(|(_, value)| value).collect();
        if said.is_empty() { part.text() } else { said.join(" ") }
    });
    let text = kind.text();
    let whole: Vec<String> = own.into_iter().map(str::to_owned).chain(parts).chain([text]).collect();
    joined(whole.iter().map(|part| Some(part.trim())), ", ")
}

/// Codes stand in the file beside the names they mean.
fn is_code(name: &str) -> bool {
    matches!(name, "КодРегион" | "КодСтр" | "ИдНом")
}

/// Name and address, as lines 3 and 4 want them.
pub(super) fn name_and_address(party: &Party, element: Option<&Element>) -> String {
    joined([Some(name(party).as_str()), element.map(address).as_deref()], ", ")
}
