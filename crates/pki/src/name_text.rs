//! Names as people write them: `CN=…, O=…, ИННЮЛ=…` (RFC 4514 §3, in the order of the certificate, one value to an attribute).

use crate::asn1::Result;
use crate::name::{Name, label_oid};
use crate::oid::{self, Oid};
use crate::refusal::PkiRefusal;
use core::str::FromStr;

/// Longest text of a name: every attribute at its longest would be more, and nobody writes that by hand.
const TEXT_BYTES_MAX: usize = 8 * 1024;

/// Latin names beside the labels that [`Name`] shows.
const ALSO: &[(&str, Oid)] = &[
    ("ST", oid::STATE),
    ("SURNAME", oid::SURNAME),
    ("GIVENNAME", oid::GIVEN_NAME),
    ("TITLE", oid::TITLE),
    ("EMAIL", oid::EMAIL),
    ("EMAILADDRESS", oid::EMAIL),
    ("INN", oid::INN),
    ("INNLE", oid::INN_LE),
    ("OGRN", oid::OGRN),
    ("OGRNIP", oid::OGRNIP),
    ("SNILS", oid::SNILS),
];

impl FromStr for Name {
    type Err = PkiRefusal;

    /// Reads attributes separated by commas; a backslash makes the next character (`\,` `\=` `\\`) part of the value, blanks
    /// around names and values do not count. An attribute is a label that names are shown with, its Latin twin, or a dotted
    /// identifier; letter case does not count. Refuses an unknown label, an empty text, and what [`crate::NameBuilder::build`]
    /// refuses.
    ///
    /// ```
    /// let name: pki::Name = r#"CN=ООО «Ромашка», O=ООО «Ромашка»\, филиал, INNLE=7700000016, C=RU"#.parse()?;
    /// assert_eq!(name.inn_le(), Some("7700000016"));
    /// assert_eq!(name.o(), Some("ООО «Ромашка», филиал"));
    /// # Ok::<(), pki::PkiRefusal>(())
    /// ```
    fn from_str(text: &str) -> Result<Self> {
        if text.len() > TEXT_BYTES_MAX {
            return Err(PkiRefusal::OverLimit { what: "bytes of a name's text", limit: TEXT_BYTES_MAX });
        }
        let mut builder = Self::builder();
        for part in parts(text)? {
            let (label, value) = part.split_once('=').ok_or(PkiRefusal::NameText)?;
            builder = builder.with(attribute(label.trim())?, &unescaped(value));
        }
        builder.build()
    }
}

/// The pieces between commas, still escaped.
fn parts(text: &str) -> Result<Vec<&str>> {
    let (mut parts, mut begun, mut is_escaped) = (Vec::new(), 0, false);
    for (at, letter) in text.char_indices() {
        if letter == ',' && !is_escaped {
            parts.push(text.get(begun..at).unwrap_or_default());
            begun = at.saturating_add(1);
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    if is_escaped {
        return Err(PkiRefusal::NameText);
    }
    parts.push(text.get(begun..).unwrap_or_default());
    Ok(parts)
}

fn attribute(label: &str) -> Result<Oid> {
    let latin = || ALSO.iter().find(|(name, _)| name.eq_ignore_ascii_case(label)).map(|(_, oid)| *oid);
    label_oid(label).or_else(latin).or_else(|| label.parse().ok()).ok_or(PkiRefusal::NameText)
}

/// The value without escapes; blanks at its ends count only where they are escaped.
fn unescaped(value: &str) -> String {
    let mut kept = String::with_capacity(value.len());
    let (mut is_escaped, mut firm) = (false, 0);
    for letter in value.trim_start().chars() {
        if letter == '\\' && !is_escaped {
            is_escaped = true;
            continue;
        }
        kept.push(letter);
        if is_escaped || !letter.is_whitespace() {
            firm = kept.len();
        }
        is_escaped = false;
    }
    kept.truncate(firm);
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Name> {
        text.parse()
    }

    #[test]
    fn what_is_shown_is_read_again() {
        let text = "CN=Иванов Иван, SN=Иванов, GN=Иван, T=Директор, S=77 г. Москва, E=a@romashka.example, ИНН=770000000000, \
                    ОГРН=1027700000001, СНИЛС=00000000000, 1.2.643.100.111=Средство, C=RU";
        let name = read(text).unwrap();
        assert_eq!(name.to_string(), text);
        assert_eq!(read(&name.to_string()).unwrap().to_der(), name.to_der());
    }

    #[test]
    fn blanks_escapes_and_latin_names() {
        let name = read(r" cn = a\,b\=c\\ , st=x ,innle=7700000016, o=\ два  слова\ ").unwrap();
        assert_eq!((name.cn(), name.st(), name.inn_le()), (Some(r"a,b=c\"), Some("x"), Some("7700000016")));
        assert_eq!(name.o(), Some(" два  слова "));
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in ["", "CN", "CN=a,", ",CN=a", "CN=a,,O=b", "XX=a", "=a", r"CN=a\", "1.2.=a", "CN=a;O=b=c,Q"] {
            assert_eq!(read(text).err(), Some(PkiRefusal::NameText), "{text}");
        }
        for (text, label) in
            [("CN=", "CN"), ("C=ru", "C"), ("ИНН=77", "ИНН"), ("innle=770000000", "ИННЮЛ"), ("E=почта", "E")]
        {
            assert_eq!(read(text).err(), Some(PkiRefusal::NameValue(label)), "{text}");
        }
        assert!(matches!(read(&"CN=a,".repeat(2_000)), Err(PkiRefusal::OverLimit { .. })));
    }
}
