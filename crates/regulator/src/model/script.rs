//! What an authority sends of its own accord: a demand, a letter, a broadcast.

use crate::limits::{SCRIPT_FILES_MAX, SCRIPT_TEXT_CHARS_MAX, SCRIPT_TITLE_CHARS_MAX};
use crate::model::receipts::{PROGRAM, Receipt, format_name};
use crate::model::{Authority, Protocol, RegulatorRefusal, Subscriber};
use kernel::Moment;
use quick_xml::escape::escape;
use serde::{Deserialize, Serialize};

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScriptKind {
    /// A document of the authority that must be answered: a demand for explanations or for documents (flow 10).
    Demand,
    /// A letter (flow 03).
    Letter,
    /// To everybody (flow 05).
    Broadcast,
}

impl ScriptKind {
    /// Code of the flow.
    pub fn flow(self) -> &'static str {
        match self {
            Self::Demand => "10",
            Self::Letter => "03",
            Self::Broadcast => "05",
        }
    }

    fn prefix(self) -> &'static str {
        match self {
            Self::Demand => "ON_DOCNPNO",
            Self::Letter => "SIM_PISMONO",
            Self::Broadcast => "SIM_RASSYLKA",
        }
    }
}

/// One thing to be sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Script {
    /// What.
    pub kind: ScriptKind,
    /// Code of the authority.
    pub authority: String,
    /// Id of the subscriber in containers.
    pub subscriber: String,
    /// КНД of the document that a demand brings: 1165050 explanations, 1165013 documents.
    pub knd: String,
    /// Its title.
    pub title: String,
    /// Its text: one file of the attachment.
    pub text: String,
    /// How many files the attachment has: the text and copies of it under other names.
    pub files: u8,
    /// Told apart from others: docflow and names come from it.
    pub id: String,
}

impl Script {
    /// КНД of a demand for explanations.
    pub const EXPLANATIONS: &str = "1165050";

    /// Refuses an authority that is not the tax service's, an empty or long title or text, another КНД than seven digits.
    pub fn checked(self) -> Result<Self, RegulatorRefusal> {
        let chars = |text: &str, most: usize| (1..=most).contains(&text.trim().chars().count());
        let authority = Authority::find(&self.authority).filter(|one| one.protocol == Protocol::Fns);
        let fields = [
            ("authority", authority.is_some()),
            ("knd", self.knd.len() == 7 && self.knd.bytes().all(|b| b.is_ascii_digit())),
            ("title", chars(&self.title, SCRIPT_TITLE_CHARS_MAX)),
            ("text", chars(&self.text, SCRIPT_TEXT_CHARS_MAX)),
            ("files", (1..=SCRIPT_FILES_MAX).contains(&self.files)),
        ];
        match fields.into_iter().find(|(_, is_good)| !is_good) {
            Some((field, _)) => Err(RegulatorRefusal::Field(field)),
            None => Ok(self),
        }
    }

    /// The documents of the container, each with the code of its type: what says which document comes, and its files. The shape of a
    /// demand's first document is that of public samples (ON_DOCNPNO 5.01, КНД 1184002); the others are the simulator's own.
    pub fn documents(
        &self,
        authority: &Authority,
        subscriber: &Subscriber,
        now: Moment,
    ) -> Vec<(&'static str, Receipt)> {
        let to = format!("{}{}", subscriber.inn, subscriber.kpp.as_ref().map_or("", kernel::Kpp::as_str));
        let file_id = format_name((self.kind.prefix(), &to, authority.code), (now, &self.id));
        let names: Vec<String> = (1..=self.files).map(|number| format!("{}_{number}.txt", self.id)).collect();
        let listed: String = names.iter().map(|name| format!("<ИмяФайл>{name}</ИмяФайл>")).collect();
        let party = |outer: &str, company: &str, person: &str| match &subscriber.kpp {
            Some(kpp) => format!(
                "<{outer}><{company} НаимОрг=\"{}\" ИННЮЛ=\"{}\" КПП=\"{kpp}\"/></{outer}>",
                escape(&*subscriber.name),
                subscriber.inn
            ),
            None => format!("<{outer}><{person} ИННФЛ=\"{}\"/></{outer}>", subscriber.inn),
        };
        let xml = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Файл ИдФайл=\"{file_id}\" ВерсПрог=\"{PROGRAM}\" ВерсФорм=\"5.01\">\
             <Документ КНД=\"1184002\" ДатаДок=\"{}\"><СвОтпрДок><ОтпрНО КодНО=\"{}\" НаимНО=\"{}\"/></СвОтпрДок>{}{}\
             <ДокНапрИзНО><ИнфСообДок КНД_Док=\"{}\" НаимДок=\"{}\" НомФайлДок=\"{}\" ДатаФайлДок=\"{}\" КолФайл=\"{}\">{listed}\
             </ИнфСообДок></ДокНапрИзНО></Документ></Файл>\n",
            now.civil_date_msk().strftime("%Y%m%d"),
            authority.code,
            escape(authority.name),
            party("СвПолДок", "ОтпрЮЛ", "ОтпрФЛ"),
            party("СвНП", "НПЮЛ", "НПФЛ"),
            self.knd,
            escape(self.title.trim()),
            self.id,
            now.civil_date_msk().strftime("%d.%m.%Y"),
            self.files,
        );
        let text = format!("{PROGRAM}\n{}\n\n{}\n", self.title.trim(), self.text.trim());
        let file = |file_name: String| ("03", Receipt { file_name, bytes: text.clone().into_bytes() });
        let first = ("01", Receipt { file_name: format!("{file_id}.xml"), bytes: xml.into_bytes() });
        [first].into_iter().chain(names.into_iter().map(file)).collect()
    }
}
