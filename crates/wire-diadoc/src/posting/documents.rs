//! Documents of a message to post: of the one list that names types, and of the older lists, one for each type.

use bytes::Bytes;
use exchange::ops::input::{NewContent, NewDocument, NewDocumentKind};
use exchange::{CustomData, DocumentFacts, DocumentKind, ShelfName, UtdFunction};

use super::fields::{id, without, without_all};
use crate::proto::api::proto::events::{
    DocumentAttachment, MetadataItem, NonformalizedAttachment, SignedContent, XmlDocumentAttachment,
};
use crate::proto::api::proto::{CustomDataItem, DocumentId};
use crate::refusal::WireRefusal;
use crate::views::civil::parse_date;
use crate::views::names::{INVOICE, NONFORMALIZED, NONFORMALIZED_VERSION, ONLY_FUNCTION, UTD, official_version};

/// A document with what the client says it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// For the room.
    pub document: NewDocument,
    /// Function of a title, where it was said.
    pub function: Option<UtdFunction>,
    /// Official version of a title, where it was said.
    pub version: Option<&'static str>,
}

impl Stated {
    /// Whether the room read what the client said.
    pub fn agrees(&self, read: &DocumentFacts) -> bool {
        let function = match read.kind {
            DocumentKind::Utd(function) => Some(function),
            DocumentKind::Nonformalized => None,
        };
        (self.function.is_none() || self.function == function)
            && (self.version.is_none() || self.version == read.format_version.as_deref())
    }
}

/// What every attachment says of its document, whatever its type.
#[derive(Debug, Default)]
struct Common {
    comment: Option<String>,
    initial: Vec<DocumentId>,
    subordinate: Vec<DocumentId>,
    custom_id: Option<String>,
    receipt_asked: Option<bool>,
    signature_asked: Option<bool>,
    custom_data: Vec<CustomDataItem>,
    workflow: Option<i32>,
}

/// What names a document without a form.
#[derive(Debug, Default)]
struct Naming {
    file_name: Option<String>,
    number: Option<String>,
    date: Option<String>,
}

/// A document of the list that names types.
pub fn attachment(new: DocumentAttachment, at: &str) -> Result<Stated, WireRefusal> {
    without(new.is_encrypted(), || format!("{at}.IsEncrypted"))?;
    without(super::fields::said(new.editing_setting_id.as_deref()), || format!("{at}.EditingSettingId"))?;
    let common = Common {
        comment: new.comment,
        initial: new.initial_document_ids,
        subordinate: new.subordinate_document_ids,
        custom_id: new.custom_document_id,
        receipt_asked: new.need_receipt,
        signature_asked: new.need_recipient_signature,
        custom_data: new.custom_data,
        workflow: new.workflow_id,
    };
    let (function, version) = (filled(new.function.as_deref()), filled(new.version.as_deref()));
    match new.type_named_id.as_str() {
        NONFORMALIZED => {
            let is_it = function.is_none_or(|function| function == ONLY_FUNCTION)
                && version.is_none_or(|version| version == NONFORMALIZED_VERSION);
            if !is_it {
                return Err(WireRefusal::DocumentType);
            }
            paper(new.signed_content, common, naming(new.metadata, at)?, at)
        }
        UTD => {
            let function = function.map(|word| UtdFunction::from_official(word).ok_or(WireRefusal::DocumentType));
            title_metadata(&new.metadata, at)?;
            title(new.signed_content, common, (function.transpose()?, version), at)
        }
        INVOICE if function.is_none_or(|function| function == ONLY_FUNCTION) => {
            title_metadata(&new.metadata, at)?;
            title(new.signed_content, common, (Some(UtdFunction::Invoice), version), at)
        }
        _ => Err(WireRefusal::DocumentType),
    }
}

/// A document of the older list of documents without a form.
pub fn nonformalized(new: NonformalizedAttachment, at: &str) -> Result<Stated, WireRefusal> {
    let naming = Naming { file_name: Some(new.file_name), number: new.document_number, date: new.document_date };
    let common = Common {
        comment: new.comment,
        initial: new.initial_document_ids,
        subordinate: new.subordinate_document_ids,
        custom_id: new.custom_document_id,
        receipt_asked: new.need_receipt,
        signature_asked: new.need_recipient_signature,
        custom_data: new.custom_data,
        workflow: None,
    };
    paper(new.signed_content, common, naming, at)
}

/// A title of one of the older lists; `function` where the list stands for one.
pub fn xml(new: XmlDocumentAttachment, function: Option<UtdFunction>, at: &str) -> Result<Stated, WireRefusal> {
    let common = Common {
        comment: new.comment,
        initial: new.initial_document_ids,
        subordinate: new.subordinate_document_ids,
        custom_id: new.custom_document_id,
        receipt_asked: new.need_receipt,
        signature_asked: None,
        custom_data: new.custom_data,
        workflow: None,
    };
    title(new.signed_content, common, (function, None), at)
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

fn paper(content: SignedContent, common: Common, naming: Naming, at: &str) -> Result<Stated, WireRefusal> {
    let field = || WireRefusal::Field { field: format!("{at}.DocumentDate"), accepted: "ДД.ММ.ГГГГ" };
    let date = filled(naming.date.as_deref()).map(|text| parse_date(text).ok_or_else(field)).transpose()?;
    let document = document(content, common, NewDocumentKind::Nonformalized, at)?;
    let number = naming.number.filter(|number| !number.is_empty());
    let document = NewDocument { file_name: naming.file_name, number, date, ..document };
    Ok(Stated { document, function: None, version: None })
}

fn title(
    content: SignedContent,
    common: Common,
    (function, version): (Option<UtdFunction>, Option<&str>),
    at: &str,
) -> Result<Stated, WireRefusal> {
    let version = version.map(|name| official_version(name).ok_or(WireRefusal::DocumentType)).transpose()?;
    let document = document(content, common, NewDocumentKind::UtdTitle, at)?;
    Ok(Stated { document, function, version })
}

fn document(
    content: SignedContent,
    common: Common,
    kind: NewDocumentKind,
    at: &str,
) -> Result<NewDocument, WireRefusal> {
    without(!common.subordinate.is_empty(), || format!("{at}.SubordinateDocumentIds"))?;
    let (content, signature) = located(content, at)?;
    let workflow = common.workflow.map(|number| {
        let field = || WireRefusal::Field { field: format!("{at}.WorkflowId"), accepted: "the number of a workflow" };
        u8::try_from(number).map_err(|_| field())
    });
    let mut initial_documents = Vec::with_capacity(common.initial.len());
    for (index, initial) in common.initial.iter().enumerate() {
        let at = || format!("{at}.InitialDocumentIds[{index}]");
        // An empty message means a document of the same message, whose identifier is not known yet.
        without(initial.message_id.is_empty(), || format!("{}.MessageId", at()))?;
        let message_id = id(&initial.message_id, || format!("{}.MessageId", at()))?;
        initial_documents.push((message_id, id(&initial.entity_id, || format!("{}.EntityId", at()))?));
    }
    let pairs = common.custom_data.into_iter();
    Ok(NewDocument {
        kind,
        content,
        signature,
        file_name: None,
        number: None,
        date: None,
        workflow: workflow.transpose()?,
        receipt_asked: common.receipt_asked.unwrap_or(false),
        signature_asked: common.signature_asked.unwrap_or(false),
        comment: common.comment.filter(|comment| !comment.is_empty()),
        custom_id: common.custom_id.filter(|id| !id.is_empty()),
        custom_data: pairs.map(|item| CustomData { key: item.key, value: item.value.unwrap_or_default() }).collect(),
        initial_documents,
    })
}

/// Where a document's bytes are, and their signature: in the request, or on the caller's shelf.
fn located(content: SignedContent, at: &str) -> Result<(NewContent, Bytes), WireRefusal> {
    let field = || format!("{at}.SignedContent.NameOnShelf");
    let Some(name) = content.name_on_shelf.as_deref().filter(|name| !name.is_empty()) else {
        let (content, signature) = signed(content, at)?;
        return Ok((NewContent::Bytes(content.unwrap_or_default()), signature));
    };
    let refused = |accepted| WireRefusal::Field { field: field(), accepted };
    if content.content.as_ref().is_some_and(|content| !content.is_empty()) {
        return Err(refused("bytes or a name on the shelf, not both"));
    }
    let name = ShelfName::parse(name).map_err(|_| refused("a name on the caller's shelf"))?;
    let (_, signature) = signed(SignedContent { name_on_shelf: None, ..content }, at)?;
    Ok((NewContent::Shelf(name), signature))
}

/// Bytes and their signature; what is not there the room misses itself.
pub fn signed(content: SignedContent, at: &str) -> Result<(Option<Bytes>, Bytes), WireRefusal> {
    let field = |name: &str| format!("{at}.SignedContent.{name}");
    without(super::fields::said(content.name_on_shelf.as_deref()), || field("NameOnShelf"))?;
    without(super::fields::said(content.signature_name_on_shelf.as_deref()), || field("SignatureNameOnShelf"))?;
    without(content.sign_with_test_signature(), || field("SignWithTestSignature"))?;
    without(content.power_of_attorney.is_some(), || field("PowerOfAttorney"))?;
    Ok((content.content, content.signature.unwrap_or_default()))
}

/// Names of what a title says itself; said again beside it, it is read from the title all the same.
const TITLE_METADATA: &[&str] =
    &["FileName", "DocumentNumber", "DocumentDate", "TotalSum", "TotalVat", "Currency", "Grounds"];

fn title_metadata(items: &[MetadataItem], at: &str) -> Result<(), WireRefusal> {
    let unknown = items.iter().find(|item| !TITLE_METADATA.contains(&item.key.as_str()));
    without(unknown.is_some(), || metadata_field(at, unknown.map_or("", |item| &item.key)))
}

fn metadata_field(at: &str, key: &str) -> String {
    // The name came from the client: it is shown back no longer than ours are.
    let key: String = key.chars().take(METADATA_KEY_CHARS_SHOWN).collect();
    format!("{at}.Metadata[{key}]")
}

/// Characters of an unknown name that a refusal shows.
const METADATA_KEY_CHARS_SHOWN: usize = 64;

fn naming(items: Vec<MetadataItem>, at: &str) -> Result<Naming, WireRefusal> {
    let mut naming = Naming::default();
    for MetadataItem { key, value } in items {
        match key.as_str() {
            "FileName" => naming.file_name = Some(value),
            "DocumentNumber" => naming.number = Some(value),
            "DocumentDate" => naming.date = Some(value),
            _ => without_all([(&metadata_field(at, &key), true)])?,
        }
    }
    Ok(naming)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content() -> SignedContent {
        SignedContent {
            content: Some(Bytes::from_static(b"x")),
            signature: Some(Bytes::from_static(b"y")),
            ..SignedContent::default()
        }
    }

    fn of_type(type_named_id: &str) -> DocumentAttachment {
        DocumentAttachment {
            signed_content: content(),
            type_named_id: type_named_id.to_owned(),
            ..DocumentAttachment::default()
        }
    }

    fn item(key: &str, value: &str) -> MetadataItem {
        MetadataItem { key: key.to_owned(), value: value.to_owned() }
    }

    #[test]
    fn a_paper_of_either_list_is_the_same() {
        let metadata =
            vec![item("FileName", "Договор.pdf"), item("DocumentNumber", "5"), item("DocumentDate", "23.11.2026")];
        let newer = DocumentAttachment { metadata, need_receipt: Some(true), ..of_type(NONFORMALIZED) };
        let older = NonformalizedAttachment {
            signed_content: content(),
            file_name: "Договор.pdf".to_owned(),
            document_number: Some("5".to_owned()),
            document_date: Some("23.11.2026".to_owned()),
            need_receipt: Some(true),
            ..NonformalizedAttachment::default()
        };
        assert_eq!(attachment(newer, "A"), nonformalized(older, "B"));
    }

    #[test]
    fn a_title_of_either_list_is_the_same() {
        let newer = DocumentAttachment { function: Some("СЧФ".to_owned()), ..of_type(UTD) };
        let older = XmlDocumentAttachment { signed_content: content(), ..XmlDocumentAttachment::default() };
        assert_eq!(attachment(newer, "A"), xml(older.clone(), Some(UtdFunction::Invoice), "B"));
        assert_eq!(attachment(of_type(INVOICE), "A"), xml(older.clone(), Some(UtdFunction::Invoice), "B"));
        assert_eq!(attachment(of_type(UTD), "A"), xml(older, None, "B"));
        let stated = DocumentAttachment { version: Some("utd970_05_03_01".to_owned()), ..of_type(UTD) };
        assert_eq!(attachment(stated, "A").map(|stated| stated.version), Ok(Some("5.03")));
    }

    #[test]
    fn what_is_no_type_is_refused() {
        let with = |function: &str, version: &str, named: &str| DocumentAttachment {
            function: Some(function.to_owned()),
            version: Some(version.to_owned()),
            ..of_type(named)
        };
        for wrong in [
            of_type("Torg12"),
            of_type(""),
            with("СвЗК", "", UTD),
            with("СЧФ", "utd1", UTD),
            with("СЧФ", "", NONFORMALIZED),
            with("default", "v2", NONFORMALIZED),
            with("СЧФ", "", INVOICE),
        ] {
            assert_eq!(attachment(wrong.clone(), "A"), Err(WireRefusal::DocumentType), "{wrong:?}");
        }
    }

    #[test]
    fn what_is_not_connected_is_named() {
        let name = |field: &str| Err(WireRefusal::FieldNotConnected { field: field.to_owned() });
        let id = |message: &str| DocumentId { message_id: message.to_owned(), entity_id: String::new() };
        let test = SignedContent { sign_with_test_signature: Some(true), ..content() };
        let papers = [
            (DocumentAttachment { is_encrypted: Some(true), ..of_type(UTD) }, "A.IsEncrypted"),
            (DocumentAttachment { editing_setting_id: Some("x".to_owned()), ..of_type(UTD) }, "A.EditingSettingId"),
            (DocumentAttachment { subordinate_document_ids: vec![id("")], ..of_type(UTD) }, "A.SubordinateDocumentIds"),
            (
                DocumentAttachment { initial_document_ids: vec![id("")], ..of_type(UTD) },
                "A.InitialDocumentIds[0].MessageId",
            ),
            (DocumentAttachment { metadata: vec![item("Цвет", "синий")], ..of_type(UTD) }, "A.Metadata[Цвет]"),
            (DocumentAttachment { metadata: vec![item("Total", "1")], ..of_type(NONFORMALIZED) }, "A.Metadata[Total]"),
            (DocumentAttachment { signed_content: test, ..of_type(UTD) }, "A.SignedContent.SignWithTestSignature"),
        ];
        for (wrong, field) in papers {
            assert_eq!(attachment(wrong, "A"), name(field));
        }
        let date = DocumentAttachment { metadata: vec![item("DocumentDate", "2026-11-23")], ..of_type(NONFORMALIZED) };
        let wrong = [
            (date, "A.DocumentDate"),
            (DocumentAttachment { workflow_id: Some(-1), ..of_type(UTD) }, "A.WorkflowId"),
            (
                DocumentAttachment { initial_document_ids: vec![id("x")], ..of_type(UTD) },
                "A.InitialDocumentIds[0].MessageId",
            ),
        ];
        for (wrong, named) in wrong {
            let refused = attachment(wrong, "A").unwrap_err();
            assert!(matches!(&refused, WireRefusal::Field { field, .. } if field == named), "{refused:?}");
        }
    }

    #[test]
    fn bytes_may_lie_on_the_shelf() {
        let named = |name: &str, inside: Option<Bytes>| {
            let signed_content = SignedContent { name_on_shelf: Some(name.to_owned()), content: inside, ..content() };
            attachment(DocumentAttachment { signed_content, ..of_type(UTD) }, "A").map(|stated| stated.document.content)
        };
        assert_eq!(named("a.pdf", None), Ok(NewContent::Shelf(ShelfName::parse("a.pdf").unwrap())));
        for wrong in [named("../a", None), named("a.pdf", Some(Bytes::from_static(b"x")))] {
            assert!(matches!(wrong, Err(WireRefusal::Field { field, .. }) if field == "A.SignedContent.NameOnShelf"));
        }
    }

    #[test]
    fn what_was_read_is_what_was_said() {
        let facts = |kind, version: Option<&str>| -> DocumentFacts {
            let json = serde_json::json!({ "kind": kind, "workflow": 1, "format_version": version });
            serde_json::from_value(json).unwrap()
        };
        let utd = facts(serde_json::json!({ "utd": "transfer" }), Some("5.03"));
        let stated = |function, version| Stated { function, version, ..attachment(of_type(UTD), "A").unwrap() };
        assert!(stated(None, None).agrees(&utd));
        assert!(stated(Some(UtdFunction::Transfer), Some("5.03")).agrees(&utd));
        assert!(!stated(Some(UtdFunction::Invoice), None).agrees(&utd));
        assert!(!stated(None, Some("5.02")).agrees(&utd));
    }
}
