//! The value of `templates/statement.typ`.

use paper::Statement;
use serde::Serialize;

use crate::typesetter::Sheet;

#[derive(Debug, Serialize)]
pub(crate) struct Said<'a> {
    title: &'a str,
    subject: &'a str,
    worth: &'a str,
    rows: Vec<&'a (String, String)>,
    text: &'a [String],
}

pub(crate) fn sheet(statement: &Statement) -> Sheet<Said<'_>> {
    let Statement { title, subject, worth, text, made_on, .. } = statement;
    Sheet {
        title: format!("{title} {subject}"),
        date: (*made_on).into(),
        body: Said { title, subject, worth, rows: statement.said_rows().collect(), text },
    }
}
