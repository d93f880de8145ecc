//! Proposal to annul a signed document (DP_PRANNUL 1.02; this format has no КНД).

use super::parts::{AnsweredFile, Participant, ServiceSigner, SignerNames, body, finish};
use crate::FormatRefusal;
use crate::tree::{Document, Element};

const SIGNER: SignerNames = SignerNames { position: "Должность", storage: "", issuer: "" };

/// Request to revoke a document; the other side signs this very file to agree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevocationRequest {
    pub file_id: String,
    pub program: String,
    /// Who asks: a company or an entrepreneur.
    pub participant: Participant,
    /// The document to be annulled.
    pub answered: AnsweredFile,
    /// Why.
    pub text: String,
    pub directed_to: Participant,
    /// The format of 1.02 knows no power of attorney; `power` must be `None`.
    pub signer: Option<ServiceSigner>,
}

impl RevocationRequest {
    pub fn compose(&self) -> Result<Document, FormatRefusal> {
        let mut request = Element::new("СвПредАн");
        request.push(self.answered.element("СведАнФайл", "ИмяАнФайла", "ЭЦПАнФайл"));
        request.push(Element::with_text("ТекстПредАн", &self.text));
        let mut document = Element::new("Документ");
        document.push(self.participant.element("УчастЭДО")?).push(request);
        document.push(self.directed_to.element("НапрПредАн")?);
        document.push_if(self.signer.as_ref().map(|s| s.element(SIGNER)));
        finish("DP_PRANNUL", "1.02", (&self.file_id, &self.program), document)
    }

    pub fn read(document: &Document) -> Result<Self, FormatRefusal> {
        let (file, place) = body(document, "DP_PRANNUL", "1.02")?;
        let request = place.child("СвПредАн")?;
        Ok(Self {
            file_id: file.own("ИдФайл")?,
            program: file.own("ВерсПрог")?,
            participant: Participant::read(&place.child("УчастЭДО")?)?,
            answered: AnsweredFile::read(&request.child("СведАнФайл")?, "ИмяАнФайла", "ЭЦПАнФайл")?,
            text: request.child("ТекстПредАн")?.text(),
            directed_to: Participant::read(&place.child("НапрПредАн")?)?,
            signer: place.find("Подписант").map(|p| ServiceSigner::read(&p)).transpose()?,
        })
    }
}
