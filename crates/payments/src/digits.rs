//! What the requisites of an order are made of.

use crate::refusal::{PaymentRefusal, Rule};

/// Whether the text is so many decimal digits and nothing else.
pub(crate) fn are_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a bank's file can carry in one field: not empty, no line ends or other control characters, at most so many characters.
pub(crate) fn line(field: &str, text: &str, chars_max: usize) -> Result<String, PaymentRefusal> {
    let text = text.trim();
    let refuse = |rule| Err(PaymentRefusal::new(field, rule));
    if text.is_empty() {
        return refuse(Rule::Required);
    }
    if text.chars().any(char::is_control) {
        return refuse(Rule::Characters);
    }
    if text.chars().count() > chars_max {
        return refuse(Rule::TooLong { chars_max });
    }
    Ok(text.to_owned())
}
