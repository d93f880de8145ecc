//! Technological documents of a docflow: the description of a package, the operator's confirmation of the date of sending, the
//! notice of receipt, the payer's acceptance or refusal of a demand, the message that a container cannot be worked on.
//!
//! Their official schemas are not to be had. What each must tell is known, names of elements and the shape are ours, and
//! `ВерсФорм` `SVT1.0` says so to whoever reads one. UTF-8.

use crate::carried::Carried;
use crate::ids::{CarriedId, ContainerId, DocflowId, from_hex, to_hex};
use crate::refusal::{ContainerFault, TransportRefusal};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::Element;
use kernel::Moment;

type Result<T> = std::result::Result<T, TransportRefusal>;

/// `ВерсФорм` of these documents.
pub const VERSION: &str = "SVT1.0";
/// The file of a description of a package.
pub const DESCRIPTION_FILE: &str = "TR_INFSOOB.xml";

const DATE_CONFIRMATION: &str = "ПодтверждениеДатыОтправки";
const RECEIPT_NOTICE: &str = "ИзвещениеОПолучении";
const ACCEPTANCE: &str = "КвитанцияОПриеме";
const REFUSAL: &str = "УведомлениеОбОтказе";
const ERROR: &str = "СообщениеОбОшибке";
const DESCRIPTION: &str = "Описание";

/// A document that one of these is about.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Received {
    /// Its id in the container.
    pub id: CarriedId,
    /// Name of its file.
    pub file_name: String,
    /// Signatures under it, DER.
    pub signatures: Vec<Vec<u8>>,
}

impl Received {
    /// As a container carries it.
    pub fn of(carried: &Carried) -> Self {
        Self {
            id: carried.id,
            file_name: carried.original_name.clone().unwrap_or_default(),
            signatures: carried.signatures.iter().map(|signature| signature.bytes.clone()).collect(),
        }
    }
}

/// The operator confirms when a docflow was sent.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DateConfirmation {
    /// Unique part of the file's name.
    pub id: String,
    /// The operator's code.
    pub operator: String,
    /// Program and version.
    pub program: String,
    /// The docflow.
    pub docflow: DocflowId,
    /// When it was sent: the day of filing is the day of this moment, Moscow time.
    pub sent_at: Moment,
    /// What was sent.
    pub documents: Vec<Received>,
}

impl DateConfirmation {
    /// Name of its file.
    pub fn file_name(&self) -> String {
        file_name("PD", &self.operator, self.sent_at, &self.id)
    }

    /// Its bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let docflow = to_hex(self.docflow);
        let attributes = [("ИдДокооборота", docflow.as_str()), ("Оператор", &self.operator)];
        let body = body(DATE_CONFIRMATION, &attributes, self.sent_at, &self.documents);
        Ok(file(&self.file_name(), &self.program, &body))
    }

    /// Reads one.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let read = Read::of(bytes, DATE_CONFIRMATION)?;
        Ok(Self {
            id: read.id(),
            operator: read.attribute("Оператор")?.to_owned(),
            program: read.program.clone(),
            docflow: from_hex(read.attribute("ИдДокооборота")?, "ИдДокооборота")?,
            sent_at: read.at()?,
            documents: read.documents()?,
        })
    }
}

/// Who received documents says so.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ReceiptNotice {
    /// Unique part of the file's name.
    pub id: String,
    /// Who received: a code of an authority, an id of a subscriber.
    pub from: String,
    /// Who is told.
    pub to: String,
    /// Program and version.
    pub program: String,
    /// When.
    pub received_at: Moment,
    /// What was received.
    pub documents: Vec<Received>,
}

impl ReceiptNotice {
    /// Name of its file.
    pub fn file_name(&self) -> String {
        file_name("IZ", &self.from, self.received_at, &self.id)
    }

    /// Its bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let attributes = [("От", self.from.as_str()), ("Кому", &self.to)];
        let body = body(RECEIPT_NOTICE, &attributes, self.received_at, &self.documents);
        Ok(file(&self.file_name(), &self.program, &body))
    }

    /// Reads one.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let read = Read::of(bytes, RECEIPT_NOTICE)?;
        Ok(Self {
            id: read.id(),
            from: read.attribute("От")?.to_owned(),
            to: read.attribute("Кому")?.to_owned(),
            program: read.program.clone(),
            received_at: read.at()?,
            documents: read.documents()?,
        })
    }
}

/// The payer takes a demand to be carried out, or refuses to take it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct DemandAnswer {
    /// Unique part of the file's name.
    pub id: String,
    /// The subscriber.
    pub from: String,
    /// Program and version.
    pub program: String,
    /// When.
    pub at: Moment,
    /// The demand with its attachments.
    pub documents: Vec<Received>,
    /// Codes and words of a refusal; none for an acceptance.
    pub reasons: Vec<String>,
}

impl DemandAnswer {
    fn is_refusal(&self) -> bool {
        !self.reasons.is_empty()
    }

    /// Name of its file.
    pub fn file_name(&self) -> String {
        file_name(if self.is_refusal() { "UO" } else { "KV" }, &self.from, self.at, &self.id)
    }

    /// Its bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let name = if self.is_refusal() { REFUSAL } else { ACCEPTANCE };
        let mut body = body(name, &[("От", self.from.as_str())], self.at, &self.documents);
        for reason in &self.reasons {
            body.push(Element::with_text("Причина", reason));
        }
        Ok(file(&self.file_name(), &self.program, &body))
    }

    /// Reads one of either kind.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let read = Read::of(bytes, ACCEPTANCE).or_else(|_| Read::of(bytes, REFUSAL))?;
        Ok(Self {
            id: read.id(),
            from: read.attribute("От")?.to_owned(),
            program: read.program.clone(),
            at: read.at()?,
            documents: read.documents()?,
            reasons: read.body.all("Причина").map(Element::text).collect(),
        })
    }
}

/// A container cannot be worked on.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct ContainerError {
    /// Unique part of the file's name.
    pub id: String,
    /// Program and version.
    pub program: String,
    /// The container.
    pub container: ContainerId,
    /// Why.
    pub text: String,
}

impl ContainerError {
    /// Name of its file.
    pub fn file_name(&self) -> String {
        format!("OSH_{}.xml", self.id)
    }

    /// Its bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let mut body = Element::new(ERROR);
        body.set("ИдКонтейнера", &to_hex(self.container)).push_text(&self.text);
        Ok(file(&self.file_name(), &self.program, &body))
    }

    /// Reads one.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let read = Read::of(bytes, ERROR)?;
        let container = from_hex(read.attribute("ИдКонтейнера")?, "ИдКонтейнера")?;
        Ok(Self { id: read.id(), program: read.program.clone(), container, text: read.body.text() })
    }
}

/// What is in a package, for who forwards it without opening: `TR_INFSOOB.xml`.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Description {
    /// The operator's code.
    pub operator: String,
    /// Program and version.
    pub program: String,
    /// The subscriber.
    pub from: String,
    /// The authority's code.
    pub to: String,
    /// When it was put together.
    pub at: Moment,
    /// КНД of the report, if it is one.
    pub knd: Option<String>,
    /// Documents.
    pub documents: Vec<Received>,
}

impl Description {
    /// Its bytes.
    pub fn write(&self) -> Result<Vec<u8>> {
        let attributes = [("Оператор", self.operator.as_str()), ("От", &self.from), ("Кому", &self.to)];
        let mut body = body(DESCRIPTION, &attributes, self.at, &self.documents);
        body.set_if("КНД", self.knd.as_deref());
        Ok(file(DESCRIPTION_FILE, &self.program, &body))
    }

    /// Reads one.
    pub fn read(bytes: &[u8]) -> Result<Self> {
        let read = Read::of(bytes, DESCRIPTION)?;
        Ok(Self {
            operator: read.attribute("Оператор")?.to_owned(),
            program: read.program.clone(),
            from: read.attribute("От")?.to_owned(),
            to: read.attribute("Кому")?.to_owned(),
            at: read.at()?,
            knd: read.body.attribute("КНД").map(str::to_owned),
            documents: read.documents()?,
        })
    }
}

fn file_name(prefix: &str, maker: &str, at: Moment, unique: &str) -> String {
    format!("{prefix}_{maker}_{}_{unique}.xml", at.civil_date_msk().strftime("%Y%m%d"))
}

fn body(name: &str, attributes: &[(&str, &str)], at: Moment, documents: &[Received]) -> Element {
    let mut body = Element::new(name);
    for (attribute, value) in attributes {
        body.set(attribute, value);
    }
    body.set("ДатаВремя", &at.to_rfc3339());
    for document in documents {
        let mut about = Element::new("ПоФайлу");
        about.set("ИдДокумента", &to_hex(document.id)).set("ИмяФайла", &document.file_name);
        for signature in &document.signatures {
            about.push(Element::with_text("ЭП", &STANDARD.encode(signature)));
        }
        body.push(about);
    }
    body
}

fn file(file_name: &str, program: &str, body: &Element) -> Vec<u8> {
    let id = file_name.strip_suffix(".xml").unwrap_or(file_name);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    let mut root = Element::new("Файл");
    root.set("ИдФайл", id).set("ВерсПрог", program).set("ВерсФорм", VERSION).push(body.clone());
    write(&root, &mut out);
    out.push('\n');
    out.into_bytes()
}

fn write(element: &Element, out: &mut String) {
    out.push('<');
    out.push_str(element.name());
    for (name, value) in element.attributes() {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
    if element.nodes().is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    for node in element.nodes() {
        match node {
            formats::Node::Element(child) => write(child, out),
            formats::Node::Text(text) => escape(text, out),
        }
    }
    out.push_str("</");
    out.push_str(element.name());
    out.push('>');
}

/// Characters that XML cannot hold are left out: a name of a file and a reason are written by people.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
}

/// A file of the shape of [`VERSION`].
struct Read {
    file_id: String,
    program: String,
    body: Element,
}

impl Read {
    fn of(bytes: &[u8], name: &str) -> Result<Self> {
        let root = formats::read_tree(bytes)?;
        let is_ours = root.name() == "Файл" && root.attribute("ВерсФорм") == Some(VERSION);
        let body = root.child(name).filter(|_| is_ours).ok_or(ContainerFault::Technical)?;
        let own = |attribute| root.attribute(attribute).unwrap_or_default().to_owned();
        Ok(Self { file_id: own("ИдФайл"), program: own("ВерсПрог"), body: body.clone() })
    }

    /// The unique part of the file's name.
    fn id(&self) -> String {
        self.file_id.rsplit('_').next().unwrap_or_default().to_owned()
    }

    fn attribute(&self, name: &str) -> Result<&str> {
        self.body.attribute(name).ok_or_else(|| ContainerFault::Technical.into())
    }

    fn at(&self) -> Result<Moment> {
        Moment::parse_rfc3339(self.attribute("ДатаВремя")?).map_err(|_| ContainerFault::Technical.into())
    }

    fn documents(&self) -> Result<Vec<Received>> {
        let document = |about: &Element| {
            let signature = |one: &Element| STANDARD.decode(one.text()).map_err(|_| ContainerFault::Technical.into());
            Ok(Received {
                id: from_hex(about.attribute("ИдДокумента").unwrap_or_default(), "ИдДокумента")?,
                file_name: about.attribute("ИмяФайла").unwrap_or_default().to_owned(),
                signatures: about.all("ЭП").map(signature).collect::<Result<_>>()?,
            })
        };
        self.body.all("ПоФайлу").map(document).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{TypedId, uuid::Uuid};

    fn received() -> Vec<Received> {
        let file_name = "NO_USN_0087 «первый» & <последний>.xml".to_owned();
        vec![Received {
            id: CarriedId::from_uuid(Uuid::from_u128(3)),
            file_name,
            signatures: vec![vec![0x30, 0x80, 0]],
        }]
    }

    fn at() -> Moment {
        Moment::parse_rfc3339("2026-03-25T20:59:59.123456Z").unwrap()
    }

    #[test]
    fn what_is_written_is_read_back() {
        let docflow = DocflowId::from_uuid(Uuid::from_u128(7));
        let (id, program, documents) = ("u-1".to_owned(), "Svitok".to_owned(), received());
        let (from, to) = ("subscriber".to_owned(), "0087".to_owned());
        let sent = DateConfirmation {
            id: id.clone(),
            operator: "0SV".to_owned(),
            program: program.clone(),
            docflow,
            sent_at: at(),
            documents: documents.clone(),
        };
        assert_eq!(DateConfirmation::read(&sent.write().unwrap()).unwrap(), sent);
        assert_eq!(sent.file_name(), "PD_0SV_20260325_u-1.xml");
        let notice = ReceiptNotice {
            id: id.clone(),
            from: to.clone(),
            to: from.clone(),
            program: program.clone(),
            received_at: at(),
            documents: documents.clone(),
        };
        assert_eq!(ReceiptNotice::read(&notice.write().unwrap()).unwrap(), notice);
        for reasons in [vec![], vec!["0400100005: не нам".to_owned()]] {
            let (id, from, program) = (id.clone(), from.clone(), program.clone());
            let answer = DemandAnswer { id, from, program, at: at(), documents: documents.clone(), reasons };
            assert_eq!(DemandAnswer::read(&answer.write().unwrap()).unwrap(), answer);
        }
        let container = ContainerId::from_uuid(Uuid::from_u128(9));
        let error =
            ContainerError { id, program: program.clone(), container, text: "не читается".to_owned() };
        assert_eq!(ContainerError::read(&error.write().unwrap()).unwrap(), error);
        let description = Description {
            operator: "0SV".to_owned(),
            program,
            from,
            to,
            at: at(),
            knd: Some("1152017".to_owned()),
            documents,
        };
        assert_eq!(Description::read(&description.write().unwrap()).unwrap(), description);
    }

    #[test]
    fn another_document_is_refused() {
        let error = ContainerError {
            id: "1".to_owned(),
            program: "Svitok".to_owned(),
            container: ContainerId::from_uuid(Uuid::from_u128(9)),
            text: String::new(),
        };
        let bytes = error.write().unwrap();
        assert!(DateConfirmation::read(&bytes).is_err());
        assert!(ReceiptNotice::read(b"no xml").is_err());
        let other = String::from_utf8(bytes).unwrap().replace(VERSION, "5.01");
        assert!(ContainerError::read(other.as_bytes()).is_err());
    }
}
