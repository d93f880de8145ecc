//! The buyer's title (КНД 1115132).

use super::UtdFunction;
use super::reference::DocumentReference;
use super::signer::TitleSigner;
use crate::place::{Place, date_text, time_text};
use crate::service::PersonName;
use crate::tree::{Document, Element};
use crate::{FormatRefusal, Registry};
use jiff::civil::{Date, DateTime};

/// A buyer's title: the document as it was read or composed, and what the model understands of it.
#[derive(Debug, Clone, PartialEq)]
pub struct BuyerTitle {
    document: Document,
    fields: BuyerTitleFields,
}

/// What the model understands of a buyer's title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BuyerTitleFields {
    pub file_id: String,
    pub program: String,
    /// When the file was formed, local time of the buyer.
    pub formed_at: DateTime,
    pub composed_by: Option<String>,
    pub uid: Option<String>,
    pub seller_file: SellerFile,
    /// Name of the primary document the parties agreed on (`НаимДокОпрПр`).
    pub document_name: String,
    pub function: UtdFunction,
    /// Number and date of the seller's document.
    pub number: Option<String>,
    pub date: Date,
    pub operation_kind: Option<String>,
    pub acceptance: Acceptance,
    pub signers: Vec<TitleSigner>,
}

/// The answered seller's title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SellerFile {
    /// `ИдФайл` of the seller's title.
    pub file_id: String,
    pub formed_at: DateTime,
    /// Base64 of its detached signatures.
    pub signatures: Vec<String>,
}

/// The outcome of acceptance (`КодИтога`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptanceResult {
    /// 1: accepted without discrepancies.
    Accepted,
    /// 2: accepted with discrepancies.
    AcceptedWithDiscrepancies,
    /// 3: not accepted.
    NotAccepted,
}

impl AcceptanceResult {
    fn parse(text: &str) -> Option<Self> {
        match text {
            "1" => Some(Self::Accepted),
            "2" => Some(Self::AcceptedWithDiscrepancies),
            "3" => Some(Self::NotAccepted),
            _ => None,
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Accepted => "1",
            Self::AcceptedWithDiscrepancies => "2",
            Self::NotAccepted => "3",
        }
    }
}

/// What was accepted, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Obligatory since 5.02.
    pub result: Option<AcceptanceResult>,
    /// The document of discrepancies; in 5.01 it stays in the tree.
    pub discrepancies: Option<DocumentReference>,
    pub content: Option<String>,
    /// Obligatory since 5.02.
    pub accepted_on: Option<Date>,
    /// The buyer's employee who accepted: position and name. Other kinds of persons stay in the tree.
    pub by: Option<(String, PersonName)>,
}

const PREFIX: &str = "ON_NSCHFDOPPOK";
const VERSION: &str = "5.03";

impl BuyerTitle {
    /// Reads a title of 5.01, 5.02 or 5.03 from bytes. The structure is not checked: see [`crate::check`].
    pub fn read(bytes: &[u8]) -> Result<Self, FormatRefusal> {
        Self::from_document(crate::read(bytes)?)
    }

    pub fn from_document(document: Document) -> Result<Self, FormatRefusal> {
        if document.format().prefix != PREFIX {
            return Err(FormatRefusal::OtherFormat { found: document.format().official_name(), expected: PREFIX });
        }
        let fields = BuyerTitleFields::read(&Place::root(document.root()))?;
        Ok(Self { document, fields })
    }

    /// Composes a title of 5.03; refuses all that the official schema refuses.
    pub fn compose(fields: BuyerTitleFields) -> Result<Self, FormatRefusal> {
        let document = fields.document()?;
        crate::write_checked(&document)?;
        Ok(Self { document, fields })
    }

    pub fn fields(&self) -> &BuyerTitleFields {
        &self.fields
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The official windows-1251 form.
    pub fn to_bytes(&self) -> Result<Vec<u8>, FormatRefusal> {
        crate::write(&self.document)
    }

    /// Participant ids of recipient and sender: from the tree in 5.01, from the file's name since 5.02.
    pub fn participants(&self) -> Result<(String, String), FormatRefusal> {
        super::participants(&self.document)
    }
}

impl BuyerTitleFields {
    fn read(file: &Place<'_>) -> Result<Self, FormatRefusal> {
        // 5.01 calls the body ИнфПок, the number НомСчФИнфПр, the date ДатаСчФИнфПр.
        let body = file.find("ИнфПок").map_or_else(|| file.child("Документ"), Ok)?;
        let seller_file = body.child("ИдИнфПрод")?;
        let content = body.child("СодФХЖ4")?;
        let older = content.get("ДатаСчФИнфПр").is_some();
        Ok(Self {
            file_id: file.own("ИдФайл")?,
            program: file.own("ВерсПрог")?,
            formed_at: body.moment("ДатаИнфПок", "ВремИнфПок")?,
            composed_by: body.some("НаимЭконСубСост"),
            uid: body.some("УИД"),
            seller_file: SellerFile {
                file_id: seller_file.own("ИдФайлИнфПр")?,
                formed_at: seller_file.moment("ДатаФайлИнфПр", "ВремФайлИнфПр")?,
                signatures: seller_file.all("ЭП").iter().map(Place::text).collect(),
            },
            document_name: content.own("НаимДокОпрПр")?,
            function: UtdFunction::read(&content)?,
            number: content.some(if older { "НомСчФИнфПр" } else { "ПорНомДокИнфПр" }),
            date: content.date(if older { "ДатаСчФИнфПр" } else { "ДатаДокИнфПр" })?,
            operation_kind: content.some("ВидОпер").or_else(|| content.some("ВидОперации")),
            acceptance: Acceptance::read(&content.child("СвПрин")?)?,
            signers: body.all("Подписант").iter().map(TitleSigner::read).collect::<Result<_, _>>()?,
        })
    }

    fn document(&self) -> Result<Document, FormatRefusal> {
        let format = Registry::embedded().newest(PREFIX, VERSION).ok_or(FormatRefusal::FormatUnknown)?;
        let mut body = Element::new("Документ");
        body.set("КНД", "1115132").set_if("УИД", self.uid.as_deref());
        body.set("ДатаИнфПок", &date_text(self.formed_at.date())).set("ВремИнфПок", &time_text(self.formed_at));
        body.set_if("НаимЭконСубСост", self.composed_by.as_deref());
        body.push(self.seller_file.element()).push(self.content());
        for signer in &self.signers {
            body.push(signer.element()?);
        }
        let mut root = Element::new("Файл");
        root.set("ИдФайл", &self.file_id).set("ВерсФорм", VERSION).set("ВерсПрог", &self.program).push(body);
        Ok(Document::new(format.clone(), root))
    }

    fn content(&self) -> Element {
        let mut content = Element::new("СодФХЖ4");
        content.set("НаимДокОпрПр", &self.document_name).set("Функция", self.function.as_str());
        content.set_if("ПорНомДокИнфПр", self.number.as_deref()).set("ДатаДокИнфПр", &date_text(self.date));
        content.set_if("ВидОпер", self.operation_kind.as_deref()).push(self.acceptance.element());
        content
    }
}

impl SellerFile {
    fn element(&self) -> Element {
        let mut element = Element::new("ИдИнфПрод");
        element.set("ИдФайлИнфПр", &self.file_id).set("ДатаФайлИнфПр", &date_text(self.formed_at.date()));
        element.set("ВремФайлИнфПр", &time_text(self.formed_at));
        element.push_all(self.signatures.iter().map(|s| Element::with_text("ЭП", s)));
        element
    }
}

impl Acceptance {
    /// Accepted on a day, without discrepancies.
    pub fn accepted(content: &str, accepted_on: Date) -> Self {
        Self {
            result: Some(AcceptanceResult::Accepted),
            discrepancies: None,
            content: Some(content.to_owned()),
            accepted_on: Some(accepted_on),
            by: None,
        }
    }

    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let code = place.find("КодСодОпер");
        let result = match &code {
            Some(code) => {
                let result = AcceptanceResult::parse(code.need("КодИтога")?);
                Some(result.ok_or_else(|| code.wrong("КодИтога", "1, 2 or 3"))?)
            }
            None => None,
        };
        let discrepancies = code.and_then(|c| c.find("РеквДокРасх")).map(|p| DocumentReference::read(&p));
        let employee = place.find_at(&["СвЛицПрин", "РабОргПок"]);
        let by = employee.map(|p| Ok::<_, FormatRefusal>((p.own("Должность")?, PersonName::read(&p.child("ФИО")?)?)));
        Ok(Self {
            result,
            discrepancies: discrepancies.transpose()?,
            content: place.some("СодОпер"),
            accepted_on: place.date_if("ДатаПрин")?,
            by: by.transpose()?,
        })
    }

    fn element(&self) -> Element {
        let mut element = Element::new("СвПрин");
        element.set_if("СодОпер", self.content.as_deref());
        element.set_if("ДатаПрин", self.accepted_on.map(date_text).as_deref());
        if let Some(result) = self.result {
            let mut code = Element::new("КодСодОпер");
            code.set("КодИтога", result.code());
            code.push_if(self.discrepancies.as_ref().map(|d| d.element("РеквДокРасх")));
            element.push(code);
        }
        if let Some((position, name)) = &self.by {
            let mut employee = Element::new("РабОргПок");
            employee.set("Должность", position).push(name.element());
            let mut person = Element::new("СвЛицПрин");
            person.push(employee);
            element.push(person);
        }
        element
    }
}
