//! Types of documents with their functions, versions, titles and workflows, as far as they are exchanged here.
//!
//! The types are data; versions come from the contracts' catalogue, workflows from the exchange, and whether a version
//! may be sent today from the dated rows of the law.

use exchange::{AnswerRule, DocumentKind, UtdFunction, Workflow};
use kernel::CivilDate;
use rules::Rules;

use crate::contract::catalogue::{self, Dialect, EDITIONS, Edition};
use crate::proto::api::proto::documents::types::{
    DocumentFunctionV2, DocumentMetadataItemV2, DocumentTitleV2, DocumentTypeDescriptionV2, DocumentTypeDescriptionV3,
    DocumentVersionV2, DocumentWorkflowV2, SignerInfoV2, SupportedRejectionType,
};
use crate::title_type::TitleType;

/// A type of documents.
struct Type {
    /// What clients name it by.
    named_id: &'static str,
    /// What a person calls it.
    title: &'static str,
    /// Its functions, each with the kind it is here.
    functions: &'static [(&'static str, DocumentKind)],
}

/// The types that are exchanged. An invoice is the older name of a УПД with the function СЧФ.
const TYPES: &[Type] = &[
    Type {
        named_id: "Nonformalized",
        title: "Неформализованный документ",
        functions: &[("default", DocumentKind::Nonformalized)],
    },
    Type {
        named_id: "UniversalTransferDocument",
        title: "УПД",
        functions: &[
            ("СЧФ", DocumentKind::Utd(UtdFunction::Invoice)),
            ("ДОП", DocumentKind::Utd(UtdFunction::Transfer)),
            ("СЧФДОП", DocumentKind::Utd(UtdFunction::InvoiceAndTransfer)),
        ],
    },
    Type {
        named_id: "Invoice",
        title: "Счёт-фактура",
        functions: &[("default", DocumentKind::Utd(UtdFunction::Invoice))],
    },
];

/// The only version of documents without a form.
const NONFORMALIZED_VERSION: &str = "v1";
/// `SupportedDocflows`: between organizations. Documents inside one are not exchanged here.
const EXTERNAL: i32 = 0;

/// How `MetadataItems` number the shapes of values.
#[derive(Clone, Copy)]
enum Shape {
    Text = 0,
    Decimal = 2,
    Date = 3,
}

/// A metadata item: name, shape, obligatory.
type Item = (&'static str, Shape, bool);
/// Sent beside a document without a form.
const BESIDE: &[Item] =
    &[("FileName", Shape::Text, true), ("DocumentNumber", Shape::Text, false), ("DocumentDate", Shape::Date, false)];
/// Read from a seller's title.
const INSIDE: &[Item] = &[
    ("DocumentNumber", Shape::Text, true),
    ("DocumentDate", Shape::Date, true),
    ("TotalSum", Shape::Decimal, false),
    ("TotalVat", Shape::Decimal, false),
    ("CurrencyCode", Shape::Text, true),
];

/// Law of one day.
#[derive(Clone, Copy)]
pub struct Day<'a> {
    /// The dated rows.
    pub rules: &'a Rules,
    /// The day.
    pub on: CivilDate,
}

impl Day<'_> {
    fn may_be_sent(self, edition: &Edition) -> bool {
        self.rules.sending(edition.rules_format, edition.official_version, self.on).is_ok()
    }

    /// How the recipient may refuse under a workflow.
    fn rejection(self, workflow: Option<&Workflow>) -> SupportedRejectionType {
        let answered = workflow.is_some_and(|workflow| workflow.answer != AnswerRule::Never);
        let open = |format| self.rules.versions(format, self.on).is_ok();
        match (answered, open("signature-rejection"), open("universal-message")) {
            (true, true, _) => SupportedRejectionType::TypeSpecificRejection,
            (true, false, true) => SupportedRejectionType::UniversalMessage,
            _ => SupportedRejectionType::None,
        }
    }

    /// The first day on which only universal messages may be sent, `dd.mm.yyyy`: known once the rows of the signed
    /// receipts have an end. Empty while no end is known: the field is obligatory, an invented day would be worse.
    fn universal_messages_start(self) -> String {
        let written = |day: CivilDate| day.strftime("%d.%m.%Y").to_string();
        match self.rules.versions("receipt", self.on) {
            Ok(rows) => {
                let ends: Option<Vec<CivilDate>> = rows.iter().map(|row| row.in_force.until).collect();
                let last = ends.and_then(|ends| ends.into_iter().max());
                last.and_then(|last| last.tomorrow().ok()).map(written).unwrap_or_default()
            }
            Err(_) => {
                let rows = self.rules.versions("universal-message", self.on).ok();
                rows.and_then(|rows| rows.first().map(|row| written(row.in_force.from))).unwrap_or_default()
            }
        }
    }
}

/// Every type, without the day of universal messages.
pub fn second(day: Day<'_>) -> Vec<DocumentTypeDescriptionV2> {
    let described = |kind: &Type| DocumentTypeDescriptionV2 {
        name: kind.named_id.to_owned(),
        title: kind.title.to_owned(),
        supported_docflows: vec![EXTERNAL],
        // An application to the tax service is between a participant and its operator; nothing here waits for one.
        requires_fns_registration: false,
        functions: kind.functions.iter().map(|(name, of)| function(kind, name, *of, day)).collect(),
    };
    TYPES.iter().map(described).collect()
}

/// Every type, with the day of universal messages.
pub fn third(day: Day<'_>) -> Vec<DocumentTypeDescriptionV3> {
    let start = day.universal_messages_start();
    let with_day = |kind: DocumentTypeDescriptionV2| DocumentTypeDescriptionV3 {
        name: kind.name,
        title: kind.title,
        supported_docflows: kind.supported_docflows,
        requires_fns_registration: kind.requires_fns_registration,
        functions: kind.functions,
        universal_messages_start_date: start.clone(),
    };
    second(day).into_iter().map(with_day).collect()
}

fn function(kind: &Type, name: &str, of: DocumentKind, day: Day<'_>) -> DocumentFunctionV2 {
    let versions = match of {
        DocumentKind::Nonformalized => vec![nonformalized(day)],
        DocumentKind::Utd(_) => {
            let sellers = EDITIONS.iter().filter(|edition| edition.title_index == 0);
            sellers.map(|edition| version(kind, name, (of, edition), day)).collect()
        }
    };
    DocumentFunctionV2 { name: name.to_owned(), versions }
}

fn nonformalized(day: Day<'_>) -> DocumentVersionV2 {
    let title = DocumentTitleV2 {
        index: 0,
        is_formal: false,
        signer_info: SignerInfoV2 {
            signer_type: SignerType::Nobody as i32,
            extended_document_title_type: TitleType::ABSENT.number(),
            signer_user_data_xsd_url: None,
        },
        metadata_items: items(BESIDE, Source::Beside),
        ..DocumentTitleV2::default()
    };
    DocumentVersionV2 {
        version: NONFORMALIZED_VERSION.to_owned(),
        supports_content_patching: false,
        is_actual: true,
        titles: vec![title],
        ..flow(DocumentKind::Nonformalized, day)
    }
}

fn version(kind: &Type, function: &str, (of, edition): (DocumentKind, &Edition), day: Day<'_>) -> DocumentVersionV2 {
    let known = |index: u32| catalogue::find(kind.named_id, function, edition.version, index);
    let titles = (0..).map_while(|index| known(index).map(|(_, edition)| title(kind, function, &edition)));
    DocumentVersionV2 {
        version: edition.version.to_owned(),
        supports_content_patching: true,
        is_actual: day.may_be_sent(edition),
        titles: titles.collect(),
        ..flow(of, day)
    }
}

/// What follows from the workflows of a kind.
fn flow(of: DocumentKind, day: Day<'_>) -> DocumentVersionV2 {
    let allowed = Workflow::allowed(of);
    let workflow = |(at, id): (usize, &u8)| DocumentWorkflowV2 { id: i32::from(*id), is_default: at == 0 };
    DocumentVersionV2 {
        supports_encrypting: false,
        workflows: allowed.iter().enumerate().map(workflow).collect(),
        supports_predefined_recipient_title: false,
        supports_amendment_request: true,
        rejection_type: Some(day.rejection(Workflow::choose(of, None)).into()),
        ..DocumentVersionV2::default()
    }
}

/// How `SignerInfo` numbers the ways to name a signer.
#[derive(Clone, Copy)]
enum SignerType {
    /// The document does not name one.
    Nobody = 0,
    /// `ExtendedSigner`.
    Extended = 2,
    /// A signer's contract.
    Universal = 3,
}

/// Under which type of title the signer's details are kept.
pub fn title_type(edition: &Edition) -> TitleType {
    match (edition.dialect, edition.title_index) {
        (Dialect::Order820, 0) => TitleType::UTD_SELLER,
        (Dialect::Order820, _) => TitleType::UTD_820_BUYER,
        (Dialect::Order970, 0) => TitleType::UTD_970_SELLER,
        (Dialect::Order970, _) => TitleType::UTD_970_BUYER,
    }
}

fn title(kind: &Type, function: &str, edition: &Edition) -> DocumentTitleV2 {
    let url = |content_type: &str| {
        format!(
            "/GetContent?typeNamedId={}&function={function}&version={}&titleIndex={}&contentType={content_type}",
            kind.named_id, edition.version, edition.title_index
        )
    };
    let universal = edition.dialect == Dialect::Order970;
    let signer_type = if universal { SignerType::Universal } else { SignerType::Extended };
    DocumentTitleV2 {
        is_formal: true,
        // The official schema is the tax service's file; it is not among what this program may give away.
        xsd_url: None,
        metadata_items: items(if edition.title_index == 0 { INSIDE } else { &[] }, Source::Inside),
        encrypted_metadata_items: Vec::new(),
        user_data_xsd_url: Some(url(USER_CONTRACT)),
        signer_info: SignerInfoV2 {
            signer_type: signer_type as i32,
            extended_document_title_type: title_type(edition).number(),
            signer_user_data_xsd_url: universal.then(|| url(SIGNER_CONTRACT)),
        },
        index: i32::try_from(edition.title_index).unwrap_or(i32::MAX),
    }
}

/// `contentType` of the schema of a title's contract.
pub const USER_CONTRACT: &str = "UserContractXsd";
/// `contentType` of the schema of a signer's contract.
pub const SIGNER_CONTRACT: &str = "SignerUserContractXsd";

/// Where metadata come from.
#[derive(Clone, Copy)]
enum Source {
    /// The document's own body.
    Inside = 0,
    /// Fields of the request.
    Beside = 1,
}

fn items(items: &[Item], source: Source) -> Vec<DocumentMetadataItemV2> {
    let item = |(id, shape, is_required): &Item| DocumentMetadataItemV2 {
        id: (*id).to_owned(),
        r#type: *shape as i32,
        is_required: *is_required,
        source: source as i32,
    };
    items.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::CivilDate;

    fn on(day: &str) -> Vec<DocumentTypeDescriptionV3> {
        third(Day { rules: &Rules::embedded().unwrap(), on: day.parse::<CivilDate>().unwrap() })
    }

    fn actual(types: &[DocumentTypeDescriptionV3], name: &str) -> Vec<String> {
        let of_type = types.iter().find(|kind| kind.name == name).unwrap();
        let versions = of_type.functions.iter().flat_map(|function| &function.versions);
        let mut names: Vec<_> = versions.filter(|v| v.is_actual).map(|v| v.version.clone()).collect();
        names.sort();
        names.dedup();
        names
    }

    #[test]
    fn what_is_actual_goes_by_the_day() {
        assert_eq!(actual(&on("2026-11-23"), "UniversalTransferDocument"), ["utd970_05_03_01"]);
        let between = actual(&on("2025-12-31"), "UniversalTransferDocument");
        assert_eq!(between, ["utd970_05_02_01", "utd970_05_03_01"]);
        assert_eq!(actual(&on("2025-03-31"), "Invoice").len(), 5);
        assert_eq!(actual(&on("2026-11-23"), "Nonformalized"), ["v1"]);
        // A day no row covers: nothing may be sent, and nothing is invented.
        assert_eq!(actual(&on("2010-01-01"), "UniversalTransferDocument"), Vec::<String>::new());
    }

    #[test]
    fn an_unknown_end_of_the_transition_stays_unknown() {
        assert!(on("2026-11-23").iter().all(|kind| kind.universal_messages_start_date.is_empty()));
    }

    #[test]
    fn functions_have_their_titles_and_workflows() {
        let types = on("2026-11-23");
        let utd = types.iter().find(|kind| kind.name == "UniversalTransferDocument").unwrap();
        for (name, titles, workflows) in
            [("СЧФ", 1, [15, 17].as_slice()), ("ДОП", 2, &[19, 16, 18]), ("СЧФДОП", 2, &[16, 18])]
        {
            let function = utd.functions.iter().find(|function| function.name == name).unwrap();
            for version in &function.versions {
                assert_eq!(version.titles.len(), titles, "{name} {}", version.version);
                let ids: Vec<i32> = version.workflows.iter().map(|workflow| workflow.id).collect();
                assert_eq!(ids, workflows);
                assert_eq!(version.workflows.iter().filter(|workflow| workflow.is_default).count(), 1);
            }
        }
    }
}
