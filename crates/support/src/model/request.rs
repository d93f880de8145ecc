//! What a person tells the administrators.

use super::SupportRefusal;
use crate::limits::{CODE_CHARS_MAX, COMMENT_CHARS_MAX, PLACE_CHARS_MAX};
use kernel::{Moment, RequestId, UserId};

kernel::typed_id!(
    /// A request to the administrators.
    pub struct SupportRequestId
);

/// What is filed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRequest {
    /// The stable code of what went wrong.
    pub code: String,
    /// The number under which the server's journal has it.
    pub trace_id: Option<RequestId>,
    /// Where on the site, without what was asked there.
    pub place: String,
    /// In the person's own words; may be empty.
    pub comment: String,
}

/// A filed request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub request_id: SupportRequestId,
    /// Who filed it.
    pub user_id: UserId,
    /// When.
    pub filed_at: Moment,
    /// What.
    pub told: NewRequest,
    /// What the administrators said.
    pub answer: Option<Answer>,
}

/// What the administrators said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// In words.
    pub text: String,
    /// When.
    pub at: Moment,
}

impl NewRequest {
    /// Refuses a code that is none, a place that is no path of this site, and words that are too long. What stands after
    /// `?` of a place may be a search for a person, and is left out.
    pub fn checked(self) -> Result<Self, SupportRefusal> {
        let is_code = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_');
        if self.code.is_empty() || self.code.len() > CODE_CHARS_MAX || !self.code.chars().all(is_code) {
            return Err(SupportRefusal::Field("code"));
        }
        let place = self.place.split(['?', '#']).next().unwrap_or_default().to_owned();
        let is_path = place.starts_with('/') && place.chars().all(|c| c.is_ascii_graphic());
        if place.len() > PLACE_CHARS_MAX || !is_path {
            return Err(SupportRefusal::Field("place"));
        }
        Ok(Self { place, comment: words(&self.comment, "comment")?, ..self })
    }
}

/// Words of a person: trimmed, without marks that are not shown, within the limit.
pub fn words(text: &str, field: &'static str) -> Result<String, SupportRefusal> {
    let text: String = text.trim().chars().filter(|c| !c.is_control() || *c == '\n').collect();
    if text.chars().count() > COMMENT_CHARS_MAX { Err(SupportRefusal::Field(field)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn new(code: &str, place: &str, comment: &str) -> Result<NewRequest, SupportRefusal> {
        let told = NewRequest { code: code.into(), trace_id: None, place: place.into(), comment: comment.into() };
        told.checked()
    }

    #[test]
    fn what_may_be_filed() {
        let told = new("web.timed-out", "/search?text=Петрова#x", " Не открылось\u{7}\nдважды ").unwrap();
        assert_eq!((told.place.as_str(), told.comment.as_str()), ("/search", "Не открылось\nдважды"));
        let long = "я".repeat(COMMENT_CHARS_MAX + 1);
        for (code, place, comment, field) in [
            ("", "/", "", "code"),
            ("Web.Fault", "/", "", "code"),
            ("web fault", "/", "", "code"),
            (&"a".repeat(CODE_CHARS_MAX + 1), "/", "", "code"),
            ("a", "", "", "place"),
            ("a", "?x", "", "place"),
            ("a", "https://evil.example/", "", "place"),
            ("a", "/я", "", "place"),
            ("a", &format!("/{}", "a".repeat(PLACE_CHARS_MAX)), "", "place"),
            ("a", "/", &long, "comment"),
        ] {
            assert_eq!(new(code, place, comment), Err(SupportRefusal::Field(field)), "{code} {place}");
        }
    }
}
