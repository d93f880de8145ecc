//! Reading what banks really send: any order of keys, unknown keys, three encodings, no last line end.

use super::{
    ACCOUNT, ACCOUNT_END, BankDocument, ClientBankFile, DOCUMENT, DOCUMENT_END, ENCODING, Encoding, FIRST, Fields, LAST,
};
use super::{BankFileRefusal, FIELDS_MAX, FILE_BYTES_MAX, SECTIONS_MAX};
use std::borrow::Cow;

/// Reads a file of any of the three encodings; keys keep their order, unknown ones are kept.
///
/// Refuses another first line, more than [`FILE_BYTES_MAX`], [`SECTIONS_MAX`] or [`FIELDS_MAX`], and a file without its last line.
pub fn read(bytes: &[u8]) -> Result<ClientBankFile, BankFileRefusal> {
    if bytes.len() > FILE_BYTES_MAX {
        return Err(BankFileRefusal::TooLarge { what: "bytes", limit: FILE_BYTES_MAX });
    }
    let (encoding, text) = decoded(bytes);
    // Banks separate lines in either way.
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    if lines.next() != Some(FIRST) {
        return Err(BankFileRefusal::NotExchange);
    }
    let mut reading = Reading {
        file: ClientBankFile { encoding, head: Fields::default(), accounts: Vec::new(), documents: Vec::new() },
        open: Open::Head,
    };
    for line in lines {
        if line == LAST {
            return Ok(reading.file);
        }
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        reading.take(key.trim(), value.trim())?;
    }
    Err(BankFileRefusal::Cut)
}

/// UTF-8 is told by itself; the other two by the one key that every head has.
fn decoded(bytes: &[u8]) -> (Encoding, Cow<'_, str>) {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Ok(text) = std::str::from_utf8(bytes) {
        return (Encoding::Utf8, Cow::Borrowed(text));
    }
    let (text, _) = encoding_rs::IBM866.decode_without_bom_handling(bytes);
    if text.contains(ENCODING) {
        return (Encoding::Dos, text);
    }
    let (text, _) = encoding_rs::WINDOWS_1251.decode_without_bom_handling(bytes);
    (Encoding::Windows, text)
}

/// Where the next line belongs.
#[derive(Clone, Copy)]
enum Open {
    Head,
    Account,
    Document,
}

struct Reading {
    file: ClientBankFile,
    open: Open,
}

impl Reading {
    fn take(&mut self, key: &str, value: &str) -> Result<(), BankFileRefusal> {
        match key {
            ACCOUNT => {
                self.open = Open::Account;
                self.file.accounts.push(Fields::default());
            }
            DOCUMENT => {
                self.open = Open::Document;
                self.file.documents.push(BankDocument { kind: value.to_owned(), fields: Fields::default() });
            }
            ACCOUNT_END | DOCUMENT_END => self.open = Open::Head,
            _ => self.push(key, value)?,
        }
        if self.file.accounts.len() + self.file.documents.len() > SECTIONS_MAX {
            return Err(BankFileRefusal::TooLarge { what: "sections", limit: SECTIONS_MAX });
        }
        Ok(())
    }

    fn push(&mut self, key: &str, value: &str) -> Result<(), BankFileRefusal> {
        let account = self.file.accounts.last_mut();
        let document = self.file.documents.last_mut().map(|document| &mut document.fields);
        let fields = match self.open {
            Open::Head => None,
            Open::Account => account,
            Open::Document => document,
        };
        let fields = fields.unwrap_or(&mut self.file.head);
        if fields.len() >= FIELDS_MAX {
            return Err(BankFileRefusal::TooLarge { what: "fields", limit: FIELDS_MAX });
        }
        fields.push(key, value);
        Ok(())
    }
}
