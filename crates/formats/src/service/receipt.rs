//! Notice that a file was received (ИоП; DP_IZVPOL 1.03, КНД 1115110).

use super::parts::{
    AnsweredFile, OperatorDetails, Participant, Requisites, ServiceSigner, SignerNames, body, checked_inn, finish,
};
use crate::FormatRefusal;
use crate::place::{Place, date_text, time_text};
use crate::tree::{Document, Element};
use jiff::civil::DateTime;

const SIGNER: SignerNames =
    SignerNames { position: "Должн", storage: "ИдСистХран", issuer: "СвДовер" };

/// From whom the received file came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentBy {
    Participant(Participant),
    /// An operator whose confirmation is acknowledged; `participant_id` is the operator's own id of 4 to 46 characters.
    Operator {
        operator: OperatorDetails,
        participant_id: String,
    },
}

impl SentBy {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        match place.find("ОперЭДО") {
            Some(operator) => Ok(Self::Operator {
                operator: OperatorDetails::read(&operator)?,
                participant_id: place.own("ИдУчастЭДО")?,
            }),
            None => Participant::read(place).map(Self::Participant),
        }
    }

    fn element(&self) -> Result<Element, FormatRefusal> {
        match self {
            Self::Participant(participant) => participant.element("ОтпрДок"),
            Self::Operator { operator, participant_id } => {
                checked_inn(&operator.inn, false, "Файл/Документ/ОтпрДок/ОперЭДО")?;
                let mut element = Element::new("ОтпрДок");
                element.set("ИдУчастЭДО", participant_id).push(operator.element()?);
                Ok(element)
            }
        }
    }
}

/// Notice of receipt, first generation: a signed file. (Second generation: [`super::UniversalMessage`], code 1999.)
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptNotification {
    pub file_id: String,
    pub program: String,
    /// Who received and now notifies.
    pub participant: Participant,
    /// When it was received, Moscow time.
    pub received_at: DateTime,
    pub answered: AnsweredFile,
    pub sent_by: SentBy,
    pub signer: ServiceSigner,
}

impl ReceiptNotification {
    pub fn compose(&self) -> Result<Document, FormatRefusal> {
        let mut notice = Element::new("СвИзвПолуч");
        notice.set("ДатаПол", &date_text(self.received_at.date())).set("ВремяПол", &time_text(self.received_at));
        notice.push(self.answered.element("СведПолФайл", "ИмяПолФайла", "ЭППолФайл"));
        let mut document = Element::new("Документ");
        document.set("КНД", "1115110").push(self.participant.element("УчастЭДО")?).push(notice);
        document.push(self.sent_by.element()?).push(self.signer.element(SIGNER));
        finish("DP_IZVPOL", "1.03", (&self.file_id, &self.program), document)
    }

    pub fn read(document: &Document) -> Result<Self, FormatRefusal> {
        let (file, place) = body(document, "DP_IZVPOL", "1.03")?;
        let notice = place.child("СвИзвПолуч")?;
        Ok(Self {
            file_id: file.own("ИдФайл")?,
            program: file.own("ВерсПрог")?,
            participant: Participant::read(&place.child("УчастЭДО")?)?,
            received_at: notice.moment("ДатаПол", "ВремяПол")?,
            answered: AnsweredFile::read(&notice.child("СведПолФайл")?, "ИмяПолФайла", "ЭППолФайл")?,
            sent_by: SentBy::read(&place.child("ОтпрДок")?)?,
            signer: ServiceSigner::read(&place.child("Подписант")?)?,
        })
    }

    /// Whether the notifier is a company, as opposed to a person.
    pub fn is_from_organization(&self) -> bool {
        matches!(self.participant.requisites, Requisites::Organization { .. })
    }
}
