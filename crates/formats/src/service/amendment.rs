//! Request to correct a document (УоУ; DP_UVUTOCH 1.03, КНД 1115113). A rejection of signature travels in the same file.

use super::parts::{AnsweredFile, Participant, ServiceSigner, SignerNames, body, finish};
use crate::FormatRefusal;
use crate::place::{date_text, time_text};
use crate::tree::{Document, Element};
use jiff::civil::DateTime;

const SIGNER: SignerNames =
    SignerNames { position: "Должн", storage: "СвСистХран", issuer: "СвИдДовер" };

/// Request to correct; as a rejection of signature it says why the document is not signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmendmentRequest {
    pub file_id: String,
    pub program: String,
    /// Who asks.
    pub participant: Participant,
    /// When the document was received, Moscow time.
    pub received_at: DateTime,
    /// The document; this format holds exactly one signature.
    pub answered: AnsweredFile,
    /// What is to be corrected, or why the signature is refused.
    pub text: String,
    pub sent_by: Participant,
    pub signer: ServiceSigner,
}

impl AmendmentRequest {
    pub fn compose(&self) -> Result<Document, FormatRefusal> {
        let mut request = Element::new("СвУведУточ");
        request.set("ДатаПол", &date_text(self.received_at.date())).set("ВремяПол", &time_text(self.received_at));
        request.push(self.answered.element("СведПолФайл", "ИмяПолФайла", "ЭППолФайл"));
        request.push(Element::with_text("ТекстУведУточ", &self.text));
        let mut document = Element::new("Документ");
        document.set("КНД", "1115113").push(self.participant.element("УчастЭДО")?).push(request);
        document.push(self.sent_by.element("ОтпрДок")?).push(self.signer.element(SIGNER));
        finish("DP_UVUTOCH", "1.03", (&self.file_id, &self.program), document)
    }

    pub fn read(document: &Document) -> Result<Self, FormatRefusal> {
        let (file, place) = body(document, "DP_UVUTOCH", "1.03")?;
        let request = place.child("СвУведУточ")?;
        Ok(Self {
            file_id: file.own("ИдФайл")?,
            program: file.own("ВерсПрог")?,
            participant: Participant::read(&place.child("УчастЭДО")?)?,
            received_at: request.moment("ДатаПол", "ВремяПол")?,
            answered: AnsweredFile::read(&request.child("СведПолФайл")?, "ИмяПолФайла", "ЭППолФайл")?,
            text: request.child("ТекстУведУточ")?.text(),
            sent_by: Participant::read(&place.child("ОтпрДок")?)?,
            signer: ServiceSigner::read(&place.child("Подписант")?)?,
        })
    }
}
