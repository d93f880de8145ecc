//! What kinds, functions, versions and formats are called by the contract.

use exchange::{DocumentFacts, DocumentKind, EntityKind, UtdFunction};

use crate::proto::api::proto::{DocumentType, FullVersion};

/// Type of a document without a form.
pub const NONFORMALIZED: &str = "Nonformalized";
/// Type of a УПД.
pub const UTD: &str = "UniversalTransferDocument";
/// Older type of an invoice: the same file as a УПД of function СЧФ.
pub const INVOICE: &str = "Invoice";
/// Function of types that have only one.
pub const ONLY_FUNCTION: &str = "default";
/// Version of a document without a form.
pub const NONFORMALIZED_VERSION: &str = "v1";

/// Names of versions with the official version each stands for; of one official version the first is shown.
const UTD_VERSIONS: &[(&str, &str)] = &[
    ("utd970_05_03_01", "5.03"),
    ("utd970_05_02_01", "5.02"),
    ("utd820_05_01_02_hyphen", "5.01"),
    ("utd820_05_01_02", "5.01"),
    ("utd820_05_01_01_hyphen", "5.01"),
    ("utd820_05_01_01", "5.01"),
];

/// The official version that a name stands for.
pub fn official_version(name: &str) -> Option<&'static str> {
    UTD_VERSIONS.iter().find(|(known, _)| *known == name).map(|(_, official)| *official)
}

/// The name of a version; the official one where the contract has no name for it.
pub fn version(facts: &DocumentFacts) -> String {
    let Some(official) = facts.format_version.as_deref() else { return NONFORMALIZED_VERSION.to_owned() };
    UTD_VERSIONS.iter().find(|(_, known)| *known == official).map_or(official, |(name, _)| name).to_owned()
}

/// Type of a kind.
pub fn type_named_id(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Utd(_) => UTD,
        DocumentKind::Nonformalized => NONFORMALIZED,
    }
}

/// Function of a kind.
pub fn function(kind: DocumentKind) -> &'static str {
    match kind {
        DocumentKind::Utd(function) => function.official(),
        DocumentKind::Nonformalized => ONLY_FUNCTION,
    }
}

/// Type, function and version of a document.
pub fn full_version(facts: &DocumentFacts) -> FullVersion {
    FullVersion {
        type_named_id: type_named_id(facts.kind).to_owned(),
        function: function(facts.kind).to_owned(),
        version: version(facts),
    }
}

/// The older enumeration of types.
pub fn document_type(kind: DocumentKind) -> DocumentType {
    match kind {
        DocumentKind::Utd(_) => DocumentType::UniversalTransferDocument,
        DocumentKind::Nonformalized => DocumentType::Nonformalized,
    }
}

/// Kinds that a type's name covers: none for a type of the contract that is not exchanged here. `None` for a name that
/// the contract does not know.
pub fn kinds_of(type_named_id: &str) -> Option<&'static [DocumentKind]> {
    match type_named_id {
        NONFORMALIZED => Some(&[DocumentKind::Nonformalized]),
        UTD => Some(&[
            DocumentKind::Utd(UtdFunction::Invoice),
            DocumentKind::Utd(UtdFunction::Transfer),
            DocumentKind::Utd(UtdFunction::InvoiceAndTransfer),
        ]),
        INVOICE => Some(&[DocumentKind::Utd(UtdFunction::Invoice)]),
        other => DocumentType::from_str_name(other).is_some_and(|kind| kind as i32 >= 0).then_some(&[]),
    }
}

/// What a file's form is called: the version of a title, else the family of its official format.
pub fn content_type(kind: EntityKind, facts: Option<&DocumentFacts>, is_universal: bool) -> String {
    let family = match kind {
        EntityKind::Title | EntityKind::AnswerTitle | EntityKind::NonformalizedDocument => {
            return facts.map(version).unwrap_or_default();
        }
        _ if is_universal => "DP_UNISOOBSCH",
        EntityKind::ReceivingConfirmation => "DP_PDPOL",
        EntityKind::SendingConfirmation => "DP_PDOTPR",
        EntityKind::ReceiptNotification => "DP_IZVPOL",
        EntityKind::SignatureRejection | EntityKind::AmendmentRequest => "DP_UVUTOCH",
        EntityKind::RevocationRequest => "DP_PRANNUL",
        EntityKind::Notice => "DP_UNISOOBSCH",
        EntityKind::Signature | EntityKind::Delivery => "",
    };
    family.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_go_both_ways() {
        for (name, official) in UTD_VERSIONS {
            assert_eq!(official_version(name), Some(*official));
        }
        for unknown in ["", "utd970", "5.03", "UTD970_05_03_01"] {
            assert_eq!(official_version(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn types_are_told_apart_from_nonsense() {
        assert_eq!(kinds_of("UniversalTransferDocument").map(<[_]>::len), Some(3));
        assert_eq!(kinds_of("Torg12").map(<[_]>::len), Some(0));
        for unknown in ["", "utd", "UnknownDocumentType", "nonformalized"] {
            assert_eq!(kinds_of(unknown), None, "{unknown}");
        }
    }
}
