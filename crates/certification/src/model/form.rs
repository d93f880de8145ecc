//! The form of an application: what each field takes, and the text that is printed or signed.

use super::application::{ApplicationKind, Point};
use crate::Refusal;
use kernel::{CivilDate, Inn, RefusalKind, Snils};
use paper::Statement;
use std::collections::BTreeMap;

/// Characters of a name or a position: the longest an X.509 name takes (RFC 5280, ub-name parts).
const TEXT_CHARS_MAX: usize = 64;
/// Octets of a mail address: RFC 5321 §4.5.3.1.
const EMAIL_BYTES_MAX: usize = 254;
/// Digits of a passport's series and number.
const PASSPORT_DIGITS: usize = 10;

/// What every application asks and promises.
const ASKED: [&str; 2] = [
    "Прошу выпустить на моё имя сертификат ключа проверки усиленной неквалифицированной электронной подписи для работы \
     от имени организации.",
    "Сведения верны. Ключ подписи создаю сам и никому не передаю; о его утрате сообщу сразу.",
];

/// Values of the fields, by item.
pub(crate) type Values = BTreeMap<Point, String>;

/// A field that is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} cannot be read", field.word())]
pub struct FormRefusal {
    /// Which.
    pub field: Point,
}

impl kernel::Refusal for FormRefusal {
    fn code(&self) -> &'static str {
        match self.field {
            Point::Snils => "certification.form.snils",
            Point::PersonInn => "certification.form.person-inn",
            Point::Passport => "certification.form.passport",
            Point::Email => "certification.form.email",
            _ => "certification.form.text",
        }
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }

    fn field(&self) -> Option<String> {
        Some(self.field.word().to_owned())
    }
}

/// Reads what was typed into a field, as it will be kept: digits alone for numbers, single spaces in names. Refuses a
/// wrong check digit, control characters, what is too long, and emptiness where something must stand.
pub(crate) fn read_field(field: Point, typed: &str) -> Result<String, FormRefusal> {
    let no = FormRefusal { field };
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.is_empty() {
        return if field.may_be_empty() { Ok(text) } else { Err(no) };
    }
    if text.chars().any(char::is_control) {
        return Err(no);
    }
    match field {
        Point::Surname | Point::GivenName | Point::Position => {
            let has_letter = text.chars().any(char::is_alphabetic);
            if has_letter && text.chars().count() <= TEXT_CHARS_MAX { Ok(text) } else { Err(no) }
        }
        Point::Snils => Snils::parse(&digits_of(&text)).map(|snils| snils.as_str().to_owned()).map_err(|_| no),
        Point::PersonInn => {
            Inn::parse(&digits_of(&text)).ok().filter(Inn::is_person).map(|inn| inn.as_str().to_owned()).ok_or(no)
        }
        Point::Passport => {
            let digits = digits_of(&text);
            let good = digits.len() == PASSPORT_DIGITS && digits.bytes().all(|octet| octet.is_ascii_digit());
            if good { Ok(digits) } else { Err(no) }
        }
        Point::Email => {
            let has_parts = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
            let is_plain = !text.chars().any(|c| c.is_whitespace() || "<>,;\"".contains(c));
            if has_parts && is_plain && text.len() <= EMAIL_BYTES_MAX { Ok(text) } else { Err(no) }
        }
        Point::PassportScan | Point::SnilsScan | Point::StatementScan => Err(no),
    }
}

/// Without what people write between digits.
fn digits_of(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '№')).collect()
}

/// What the signed application says of whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form<'a> {
    pub number: &'a str,
    pub kind: ApplicationKind,
    pub organization: &'a str,
    pub organization_inn: &'a str,
    pub line: &'a str,
    pub made_on: CivilDate,
    pub values: &'a Values,
}

impl Form<'_> {
    /// What is printed and signed by hand, or signed as text with the key of a certificate in force. Refuses while a
    /// field is missing.
    pub(crate) fn statement(&self) -> Result<Statement, Refusal> {
        let value = |field: Point| self.values.get(&field).map(String::as_str).unwrap_or_default();
        for field in self.kind.points().filter(|point| point.is_in_statement() && !point.may_be_empty()) {
            if value(field).is_empty() {
                return Err(FormRefusal { field }.into());
            }
        }
        let rows = [
            ("Организация", self.organization),
            ("ИНН организации", self.organization_inn),
            ("Фамилия", value(Point::Surname)),
            ("Имя и отчество", value(Point::GivenName)),
            ("Должность", value(Point::Position)),
            ("ИНН", value(Point::PersonInn)),
            ("СНИЛС", value(Point::Snils)),
            ("Паспорт, серия и номер", value(Point::Passport)),
        ];
        Ok(Statement {
            title: format!("Заявление № {}", self.number),
            subject: "на выпуск сертификата ключа проверки электронной подписи".to_owned(),
            worth: self.line.to_owned(),
            rows: rows.map(|(label, value)| (label.to_owned(), value.to_owned())).to_vec(),
            text: ASKED.map(str::to_owned).to_vec(),
            made_on: self.made_on,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_as_people_type_them() {
        let rows = [
            (Point::Surname, " Ромашкина ", "Ромашкина"),
            (Point::GivenName, "Анна   Ивановна", "Анна Ивановна"),
            (Point::Position, "", ""),
            (Point::Passport, "40 10 № 123456", "4010123456"),
            (Point::Email, " director@romashka.example ", "director@romashka.example"),
            (Point::PersonInn, "", ""),
            (Point::PersonInn, "9800 0000 0101", "980000000101"),
            (Point::Snils, "112-233-445 95", "11223344595"),
        ];
        for (field, typed, kept) in rows {
            assert_eq!(read_field(field, typed).as_deref(), Ok(kept), "{field:?}");
        }
    }

    #[test]
    fn wrong_fields_are_refused_by_name() {
        let long = "я".repeat(65);
        let rows = [
            (Point::Surname, ""),
            (Point::Surname, "12"),
            (Point::Surname, long.as_str()),
            (Point::GivenName, "Ан\u{7}на"),
            (Point::Snils, "112-233-445 96"),
            (Point::Snils, "1"),
            (Point::PersonInn, "9800000013"),
            (Point::PersonInn, "980000000102"),
            (Point::Passport, "4010 12345"),
            (Point::Passport, "4010 12345a"),
            (Point::Email, "нет"),
            (Point::Email, "a@b"),
            (Point::Email, "a b@c.d"),
            (Point::PassportScan, "text"),
        ];
        for (field, typed) in rows {
            assert_eq!(read_field(field, typed), Err(FormRefusal { field }), "{typed}");
        }
    }

    #[test]
    fn the_statement_names_the_person_and_the_organization() {
        let mut values: Values = [
            (Point::Surname, "Ромашкина"),
            (Point::GivenName, "Анна Ивановна"),
            (Point::Snils, "11223344595"),
            (Point::Passport, "4010123456"),
        ]
        .into_iter()
        .map(|(field, value)| (field, value.to_owned()))
        .collect();
        let text = |values: &Values| {
            let form = Form {
                number: "0190",
                kind: ApplicationKind::First,
                organization: "ООО «Ромашка»",
                organization_inn: "9800000013",
                line: "НЕКВАЛИФИЦИРОВАННЫЙ",
                made_on: CivilDate::constant(2026, 11, 22),
                values,
            };
            form.statement().map(|statement| statement.to_text())
        };
        let whole = text(&values).unwrap();
        assert!(whole.contains("Фамилия: Ромашкина\n") && whole.contains("ИНН организации: 9800000013\n"), "{whole}");
        assert!(!whole.contains("Должность"), "what is empty is not named");
        values.remove(&Point::Snils);
        assert!(text(&values).is_err());
    }
}
