//! The published list of accredited authorities, read: the XML of the ministry's portal, as its readers know it. Only what a verdict
//! needs is taken: version, date, and of every authority its name, ОГРН, the history of its accreditation and its certificates.

use crate::Refusal;
use crate::limits::{ACCREDITED_DEPTH_MAX, ACCREDITED_FILE_BYTES_MAX};
use crate::model::{ACCREDITED_AUTHORITIES_MAX, AccreditationSpan, AccreditedAuthority};
use crate::snapshot::fingerprint;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use kernel::{CivilDate, Moment};
use pki::Certificate;
use quick_xml::Reader;
use quick_xml::events::Event;

const ROOT: &str = "АккредитованныеУдостоверяющиеЦентры";
const AUTHORITY: &str = "УдостоверяющийЦентр";
const STATUS: &str = "СтатусАккредитации";
const CERTIFICATE: &str = "ДанныеСертификата";
/// The one status under which an authority is accredited; suspended, ended, annulled and whatever may come are not.
const IN_FORCE: &str = "Действует";

/// A list as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedList {
    /// Its running number.
    pub version: u64,
    /// Its day, as it names it.
    pub list_date: CivilDate,
    /// A row for every certificate that could be read and whose authority was ever accredited.
    pub rows: Vec<AccreditedAuthority>,
    /// The certificates of the rows, in their order.
    pub certificates: Vec<Certificate>,
    /// Certificates that could not be read, left out.
    pub unread: usize,
}

#[derive(Debug, Default)]
struct OneAuthority {
    name: String,
    ogrn: String,
    statuses: Vec<(Moment, bool)>,
    certificates: Vec<Certificate>,
}

#[derive(Debug, Default)]
struct Reading {
    path: Vec<String>,
    text: String,
    version: Option<u64>,
    list_date: Option<CivilDate>,
    authority: OneAuthority,
    status: (String, String),
    list: Vec<(AccreditedAuthority, Certificate)>,
    unread: usize,
}

fn unreadable(detail: &str) -> Refusal {
    Refusal::Unreadable { what: "a list of accredited authorities", detail: detail.to_owned() }
}

impl PublishedList {
    /// Reads the XML. Refuses over `ACCREDITED_FILE_BYTES_MAX`, another root, a DTD, nesting over `ACCREDITED_DEPTH_MAX`, a list
    /// without version or date, a status without a moment, more certificates than [`ACCREDITED_AUTHORITIES_MAX`].
    pub fn read(xml: &str) -> Result<Self, Refusal> {
        if xml.len() > ACCREDITED_FILE_BYTES_MAX {
            return Err(Refusal::TooMany { what: "bytes of an accredited list", max: ACCREDITED_FILE_BYTES_MAX });
        }
        let mut reader = Reader::from_str(xml);
        let mut reading = Reading::default();
        loop {
            match reader.read_event().map_err(|_| unreadable("markup"))? {
                Event::Start(tag) => reading.start(tag.local_name().as_ref())?,
                Event::Empty(tag) => {
                    reading.start(tag.local_name().as_ref())?;
                    reading.end()?;
                }
                Event::End(_) => reading.end()?,
                Event::Text(text) => reading.text.push_str(&text),
                Event::CData(text) => reading.text.push_str(&text),
                Event::GeneralRef(name) => reading.text.push(character(&name).ok_or_else(|| unreadable("entity"))?),
                Event::DocType(_) => return Err(unreadable("dtd")),
                Event::Eof => break,
                _ => {}
            }
        }
        reading.finish()
    }
}

impl Reading {
    fn start(&mut self, name: &str) -> Result<(), Refusal> {
        if self.path.is_empty() && name != ROOT {
            return Err(unreadable("root element"));
        }
        if self.path.len() >= ACCREDITED_DEPTH_MAX {
            return Err(unreadable("nesting"));
        }
        match name {
            AUTHORITY => self.authority = OneAuthority::default(),
            STATUS => self.status = (String::new(), String::new()),
            _ => {}
        }
        self.path.push(name.to_owned());
        self.text.clear();
        Ok(())
    }

    fn end(&mut self) -> Result<(), Refusal> {
        let name = self.path.pop().ok_or_else(|| unreadable("markup"))?;
        let value = self.text.trim().to_owned();
        self.text.clear();
        let parent = self.path.last().map(String::as_str).unwrap_or_default();
        match (parent, name.as_str()) {
            (ROOT, "Версия") => self.version = Some(value.parse().map_err(|_| unreadable("Версия"))?),
            (ROOT, "Дата") => self.list_date = Some(day(&value).ok_or_else(|| unreadable("Дата"))?),
            (AUTHORITY, "Название") => self.authority.name = value,
            (AUTHORITY, "ОГРН") => self.authority.ogrn = value,
            (STATUS, "Статус") => self.status.0 = value,
            (STATUS, "ДействуетС") => self.status.1 = value,
            (_, STATUS) => {
                let since = moment(&self.status.1).ok_or_else(|| unreadable("ДействуетС"))?;
                self.authority.statuses.push((since, self.status.0 == IN_FORCE));
            }
            (CERTIFICATE, "Данные") => self.certificate(&value)?,
            (ROOT, AUTHORITY) => self.authority_ends(),
            _ => {}
        }
        Ok(())
    }

    fn certificate(&mut self, base64: &str) -> Result<(), Refusal> {
        let packed: String = base64.split_whitespace().collect();
        match STANDARD.decode(packed).ok().and_then(|der| Certificate::from_der(&der).ok()) {
            Some(certificate) => self.authority.certificates.push(certificate),
            None => self.unread = self.unread.saturating_add(1),
        }
        if self.list.len().saturating_add(self.authority.certificates.len()) > ACCREDITED_AUTHORITIES_MAX {
            return Err(Refusal::TooMany { what: "accredited authorities", max: ACCREDITED_AUTHORITIES_MAX });
        }
        Ok(())
    }

    fn authority_ends(&mut self) {
        let authority = std::mem::take(&mut self.authority);
        let spans = accreditations(authority.statuses);
        if spans.is_empty() {
            return;
        }
        for certificate in authority.certificates {
            let row = AccreditedAuthority {
                fingerprint: fingerprint(certificate.to_der()).to_vec(),
                name: authority.name.clone(),
                ogrn: authority.ogrn.clone(),
                spans: spans.clone(),
            };
            // one authority may name a certificate with each of its sites; two authorities may not share one
            if !self.list.iter().any(|(present, _)| *present == row) {
                self.list.push((row, certificate));
            }
        }
    }

    fn finish(self) -> Result<PublishedList, Refusal> {
        let version = self.version.ok_or_else(|| unreadable("Версия"))?;
        let list_date = self.list_date.ok_or_else(|| unreadable("Дата"))?;
        if !self.path.is_empty() {
            return Err(unreadable("markup"));
        }
        let (rows, certificates) = self.list.into_iter().unzip();
        Ok(PublishedList { version, list_date, rows, certificates, unread: self.unread })
    }
}

/// The spans in which the authority was accredited, by their beginnings; none when it never was.
fn accreditations(mut statuses: Vec<(Moment, bool)>) -> Vec<AccreditationSpan> {
    // of two statuses since one moment the one that accredits nothing counts
    statuses.sort_unstable_by_key(|(since, in_force)| (*since, *in_force));
    statuses.dedup_by_key(|(since, _)| *since);
    let mut spans: Vec<AccreditationSpan> = Vec::new();
    for (since, in_force) in statuses {
        let open = spans.last_mut().filter(|last| last.until.is_none());
        match (open, in_force) {
            (Some(open), false) => open.until = Some(since),
            (None, true) => spans.push(AccreditationSpan { from: since, until: None }),
            (Some(_), true) | (None, false) => {}
        }
    }
    spans
}

/// A date and time with or without a zone (then Moscow's), or a date alone.
fn moment(text: &str) -> Option<Moment> {
    let with = |rest: &str| Moment::parse_rfc3339(&format!("{text}{rest}")).ok();
    with("").or_else(|| with("+03:00")).or_else(|| with("T00:00:00+03:00"))
}

/// The day at the start of a date, with or without a time.
fn day(text: &str) -> Option<CivilDate> {
    text.get(..10)?.parse().ok()
}

/// The five entities of XML and numbers.
fn character(name: &str) -> Option<char> {
    let number = |text: &str| match text.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => text.parse().ok(),
    };
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => char::from_u32(number(name.strip_prefix('#')?)?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        moment(text).unwrap()
    }

    #[test]
    fn the_history_gives_every_span() {
        let spans = |statuses: &[(&str, bool)]| accreditations(statuses.iter().map(|(t, f)| (at(t), *f)).collect());
        let span = |from: &str, until: Option<&str>| AccreditationSpan { from: at(from), until: until.map(at) };
        assert_eq!(spans(&[]), []);
        assert_eq!(spans(&[("2020-01-01", false)]), []);
        assert_eq!(spans(&[("2020-01-01", true)]), [span("2020-01-01", None)]);
        let ended = [span("2020-01-01", Some("2022-01-01"))];
        assert_eq!(spans(&[("2022-01-01", false), ("2020-01-01", true)]), ended);
        // a status said again changes nothing
        let told = [("2020-01-01", true), ("2021-01-01", true), ("2022-01-01", false), ("2023-01-01", false)];
        assert_eq!(spans(&told), ended);
        let again = [ended[0], span("2023-01-01", None)];
        assert_eq!(spans(&[("2020-01-01", true), ("2022-01-01", false), ("2023-01-01", true)]), again);
        // given and taken at one moment, in whichever order it is told
        assert_eq!(spans(&[("2020-01-01", true), ("2020-01-01", false)]), []);
        let mixed = [("2020-01-01", true), ("2022-01-01", true), ("2022-01-01", false), ("2023-01-01", true)];
        assert_eq!(spans(&mixed), again);
    }

    #[test]
    fn moments_are_moscows_unless_they_say_otherwise() {
        assert_eq!(at("2020-01-01"), at("2019-12-31T21:00:00Z"));
        assert_eq!(at("2020-01-01T00:00:00"), at("2020-01-01T00:00:00+03:00"));
        assert_eq!(moment("вчера"), None);
        assert_eq!(moment(""), None);
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let head = "<АккредитованныеУдостоверяющиеЦентры>";
        let tail = "</АккредитованныеУдостоверяющиеЦентры>";
        let dated = "<Версия>7</Версия><Дата>2026-11-20T03:00:00</Дата>";
        let read = |body: &str| PublishedList::read(&format!("{head}{body}{tail}"));
        let empty = read(dated).unwrap();
        assert_eq!((empty.version, empty.list_date, empty.rows.len()), (7, "2026-11-20".parse().unwrap(), 0));
        for bad in [
            String::new(),
            "text".to_owned(),
            "<Список/>".to_owned(),
            head.to_owned(),
            format!("<!DOCTYPE x>{head}{dated}{tail}"),
            format!("{head}{dated}"),
            format!("{head}{tail}"),
            format!("{head}<Версия>7</Версия>{tail}"),
            format!("{head}<Версия>первая</Версия><Дата>2026-11-20</Дата>{tail}"),
            format!("{head}<Версия>7</Версия><Дата>вчера</Дата>{tail}"),
            format!("{head}{dated}&nbsp;{tail}"),
            format!("{head}{dated}{}{tail}", "<а>".repeat(64)),
            format!(
                "{head}{dated}<УдостоверяющийЦентр><СтатусАккредитации><Статус>Действует</Статус></СтатусАккредитации></УдостоверяющийЦентр>{tail}"
            ),
        ] {
            assert!(matches!(PublishedList::read(&bad), Err(Refusal::Unreadable { .. })), "{bad}");
        }
    }
}
