//! Writing: the same file always gives the same octets.

use super::{
    ACCOUNT, ACCOUNT_END, BankFileRefusal, ClientBankFile, DOCUMENT, DOCUMENT_END, Encoding, FIRST, Fields, LAST,
};

/// Line end of the format.
const LINE_END: &str = "\r\n";

/// Writes the file in its encoding: head, accounts, documents, each key in its order.
///
/// Refuses a character that the encoding lacks ([`BankFileRefusal::Encoding`]): a bank must not guess a name.
pub fn write(file: &ClientBankFile) -> Result<Vec<u8>, BankFileRefusal> {
    let mut text = String::new();
    line(&mut text, FIRST);
    fields(&mut text, &file.head);
    for account in &file.accounts {
        line(&mut text, ACCOUNT);
        fields(&mut text, account);
        line(&mut text, ACCOUNT_END);
    }
    for document in &file.documents {
        line(&mut text, &format!("{DOCUMENT}={}", document.kind));
        fields(&mut text, &document.fields);
        line(&mut text, DOCUMENT_END);
    }
    line(&mut text, LAST);
    encoded(text, file.encoding)
}

fn line(text: &mut String, words: &str) {
    text.push_str(words);
    text.push_str(LINE_END);
}

fn fields(text: &mut String, fields: &Fields) {
    for (key, value) in fields.iter() {
        line(text, &format!("{key}={value}"));
    }
}

fn encoded(text: String, encoding: Encoding) -> Result<Vec<u8>, BankFileRefusal> {
    let page = match encoding {
        Encoding::Utf8 => return Ok(text.into_bytes()),
        Encoding::Dos => encoding_rs::IBM866,
        Encoding::Windows => encoding_rs::WINDOWS_1251,
    };
    let (bytes, _, is_lossy) = page.encode(&text);
    if is_lossy { Err(BankFileRefusal::Encoding) } else { Ok(bytes.into_owned()) }
}
