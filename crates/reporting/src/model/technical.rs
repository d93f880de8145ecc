//! Technological documents: the operator's confirmation of the date of sending, the notice of receipt, and
//! the payer's acceptance or refusal of a demand.
//!
//! Their official schemas are not to be had: names of the documents and what they must tell are known, names of elements are
//! ours. `ВерсФорм` `SVT1.0` says so to whoever reads one.

use kernel::Moment;

use super::document::FlowDocument;
use super::ids::{DocflowId, DocumentId};

/// Name and version of this program in official files (`ВерсПрог`, up to 40 characters).
pub const PROGRAM: &str = concat!("Svitok ", env!("CARGO_PKG_VERSION"));
/// Version of the shape of these documents.
const VERSION: &str = "SVT1.0";

/// Which of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Technical {
    /// The operator confirms when it was sent.
    DateConfirmation,
    /// Who received it says so.
    ReceiptNotice,
    /// The payer takes a demand to be carried out.
    Acceptance,
    /// The payer refuses to take it, and says why.
    AcceptanceRefusal,
}

impl Technical {
    const fn prefix(self) -> &'static str {
        match self {
            Self::DateConfirmation => "PD",
            Self::ReceiptNotice => "IZ",
            Self::Acceptance => "KV",
            Self::AcceptanceRefusal => "UO",
        }
    }

    const fn element(self) -> &'static str {
        match self {
            Self::DateConfirmation => "ПодтверждениеДатыОтправки",
            Self::ReceiptNotice => "ИзвещениеОПолучении",
            Self::Acceptance => "КвитанцияОПриеме",
            Self::AcceptanceRefusal => "УведомлениеОбОтказе",
        }
    }
}

/// What one of them tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About<'a> {
    /// Which.
    pub kind: Technical,
    /// In which docflow.
    pub docflow_id: DocflowId,
    /// Who makes it: the operator's code, or the subscriber's id.
    pub maker: &'a str,
    /// When it was sent or received.
    pub at: Moment,
    /// The document it is about.
    pub document: &'a FlowDocument,
    /// Its signatures, base64.
    pub signatures: &'a [String],
}

/// The name of its file, without extension.
#[must_use]
pub fn file_id(about: &About<'_>, id: DocumentId) -> String {
    format!("{}_{}_{}_{id}", about.kind.prefix(), about.maker, about.at.civil_date_msk().strftime("%Y%m%d"))
}

/// Its bytes, UTF-8; `reasons` are codes and words of a refusal.
#[must_use]
pub fn compose(about: &About<'_>, id: DocumentId, reasons: &[String]) -> Vec<u8> {
    let at = about.at.civil_datetime_msk();
    let (date, time) = (at.strftime("%d.%m.%Y"), at.strftime("%H:%M:%S"));
    let name = about.kind.element();
    let signatures: String =
        about.signatures.iter().map(|signature| format!("<ЭП>{}</ЭП>", escaped(signature))).collect();
    let reasons: String = reasons.iter().map(|reason| format!("<Причина>{}</Причина>", escaped(reason))).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Файл ИдФайл=\"{}\" ВерсПрог=\"{PROGRAM}\" ВерсФорм=\"{VERSION}\">\
         <{name} ИдДокооборота=\"{}\" Составитель=\"{}\" Дата=\"{date}\" Время=\"{time}\">\
         <ПоФайлу ИмяФайла=\"{}\" ИдДокумента=\"{}\">{signatures}</ПоФайлу>{reasons}</{name}></Файл>\n",
        escaped(&file_id(about, id)),
        hex::encode(about.docflow_id.as_bytes()),
        escaped(about.maker),
        escaped(&about.document.file_name),
        hex::encode(about.document.id.as_bytes()),
    )
    .into_bytes()
}

fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut out, c| {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
        out
    })
}
