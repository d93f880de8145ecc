//! The tax service's answers to a report in its own formats: receipt, refusal, notice of entry, request to correct.

mod acceptance;
mod clarification;
mod entry;
mod refusal;

pub use acceptance::acceptance;
pub use clarification::clarification;
pub use entry::entry;
pub use refusal::refusal;

use crate::model::{Authority, Filing, Party};
use formats::{Document, Element, FormatId, FormatRefusal};
use kernel::Moment;

/// Names the program in every document it makes; receipts have room for 40 characters.
pub const PROGRAM: &str = "СИМУЛЯТОР, НЕ ФНС";

/// What all answers to one report speak of.
#[derive(Debug, Clone)]
pub struct Answered<'a> {
    /// Who answers.
    pub authority: &'static Authority,
    /// To which report.
    pub filing: &'a Filing,
    /// Who sent it.
    pub sender: &'a Party,
    /// When it was filed: the moment the operator confirmed.
    pub filed_at: Moment,
    /// When the authority took it.
    pub received_at: Moment,
    /// When this answer is made.
    pub now: Moment,
    /// The unique end of the answer's file name, up to 36 characters.
    pub unique: &'a str,
}

impl Answered<'_> {
    fn file_id(&self, prefix: &str) -> String {
        format_name((prefix, &self.sender.digits(), self.authority.code), (self.now, self.unique))
    }

    /// The root of an answer with its one document.
    fn file(&self, format: &FormatId, document: Element) -> Element {
        let mut file = Element::new("Файл");
        file.set("ИдФайл", &self.file_id(&format.prefix));
        file.set("ВерсПрог", PROGRAM);
        file.set("ВерсФорм", &format.version);
        file.push(document);
        file
    }

    /// Whose report it is: the sender's where it does not tell.
    fn payer(&self) -> &Party {
        self.filing.payer.as_ref().unwrap_or(self.sender)
    }

    /// What names the report in receipts and notices.
    fn name_report(&self, element: &mut Element) {
        element.set("КНД", &self.filing.knd);
        element.set("НаимОтч", &self.filing.title);
        element.set("НомКорр", &self.filing.correction.unwrap_or_default().to_string());
        element.set_if("Период", self.filing.period.as_deref());
        element.set("ОтчетГод", &self.filing.year);
    }
}

/// `R_T_A_K_O_YYYYMMDD_N` of what a tax body sends: receiver twice, then its own code.
pub fn format_name((prefix, to, code): (&str, &str, &str), (now, unique): (Moment, &str)) -> String {
    format!("{prefix}_{to}_{to}_{code}_{}_{unique}", now.civil_date_msk().strftime("%Y%m%d"))
}

/// An answer ready to be signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// `ИдФайл` with the extension.
    pub file_name: String,
    /// The exact bytes.
    pub bytes: Vec<u8>,
}

/// Writes an answer by the newest revision of its format, checked. A refusal here is the simulator's own mistake.
fn written(format: &FormatId, root: Element) -> Result<Receipt, FormatRefusal> {
    let document = Document::new(format.clone(), root);
    let bytes = formats::write_checked(&document)?;
    Ok(Receipt { file_name: format!("{}.xml", document.file_id().unwrap_or_default()), bytes })
}

fn format_of(prefix: &str, version: &str) -> Result<FormatId, FormatRefusal> {
    let found = formats::Registry::embedded().newest(prefix, version);
    found.cloned().ok_or(FormatRefusal::FormatUnknown)
}

/// The element of a party under these names of company and person.
fn party(element: &str, (company, person): (&str, &str), party: &Party) -> Element {
    let mut holder = Element::new(element);
    holder.push(match party {
        Party::Company { inn, kpp, name } => {
            let mut own = Element::new(company);
            own.set("НаимОрг", name);
            own.set("ИННЮЛ", inn);
            own.set("КПП", kpp);
            own
        }
        Party::Person { inn, surname, first_name, patronymic } => {
            let mut named = Element::new("ФИО");
            named.set("Фамилия", surname);
            named.set("Имя", first_name);
            named.set_if("Отчество", patronymic.as_deref());
            let mut own = Element::new(person);
            own.set_if("ИННФЛ", inn.as_deref());
            own.push(named);
            own
        }
    });
    holder
}

/// `28.11.2026`, in Moscow.
fn day(at: Moment) -> String {
    at.civil_date_msk().strftime("%d.%m.%Y").to_string()
}

/// `14.05.09`, in Moscow.
fn time(at: Moment) -> String {
    at.civil_datetime_msk().strftime("%H.%M.%S").to_string()
}

/// A text element of what one file is called.
fn worked_on(filing: &Filing) -> Element {
    Element::with_text("ИмяОбрабФайла", &filing.file_id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AUTHORITIES, Objection};

    fn company() -> Party {
        Party::Company {
            inn: "7701000019".to_owned(), kpp: "770101001".to_owned(), name: "ООО «Ромашка»".to_owned()
        }
    }

    fn person() -> Party {
        Party::Person {
            inn: Some("770100000099".to_owned()),
            surname: "Ромашкина".to_owned(),
            first_name: "Анна".to_owned(),
            patronymic: None,
        }
    }

    fn filing(payer: Option<Party>) -> Filing {
        Filing {
            file_id: "NO_USN_0087_0087_7701000019770101001_20260320_1".to_owned(),
            payer,
            knd: "1152017".to_owned(),
            title: "Налоговая декларация по УСН".to_owned(),
            version: "5.09".to_owned(),
            correction: Some(1),
            period: Some("34".to_owned()),
            year: "2025".to_owned(),
        }
    }

    #[test]
    fn every_answer_is_valid_by_its_own_format_and_says_that_it_is_a_simulators() {
        let now = Moment::parse_rfc3339("2026-03-20T21:30:00Z").unwrap();
        for (sender, payer) in [(company(), Some(company())), (person(), Some(person())), (company(), None)] {
            let filing = filing(payer);
            let answered = Answered {
                authority: &AUTHORITIES[0],
                filing: &filing,
                sender: &sender,
                filed_at: now,
                received_at: now,
                now,
                unique: "0b1c6b1e-0000-4000-8000-000000000001",
            };
            let objections = [Objection::by_temper(), Objection::not_whole("описание")];
            let made = [
                acceptance(&answered, "87-1"),
                refusal(&answered, &objections),
                entry(&answered),
                clarification(&answered, &objections, ("87-1", "00870000000000000001")),
            ];
            for receipt in made {
                let receipt = receipt.unwrap();
                let found = formats::check_named(&receipt.bytes, &receipt.file_name);
                assert!(found.is_clean(), "{}: {:?}", receipt.file_name, found.first_error());
                let read = formats::read(&receipt.bytes).unwrap();
                assert_eq!(read.root().attribute("ВерсПрог"), Some(PROGRAM));
                assert!(receipt.file_name.contains("_20260321_"), "the day of Moscow: {}", receipt.file_name);
            }
        }
    }
}
