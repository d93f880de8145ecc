//! The phrase of a holder: what it must be like, and what is refused about it.

use kernel::RefusalKind;

/// Characters of a phrase: shorter ones are guessed.
const CHARS_MIN: usize = 12;
/// Characters of a phrase: longer ones are not remembered.
const CHARS_MAX: usize = 200;

/// Something about the phrase is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhraseRefusal {
    /// Too short or too long.
    #[error("the phrase has {CHARS_MIN} to {CHARS_MAX} characters")]
    Form,
    /// Serial number and phrase do not go together; whether there is such a certificate is not said.
    #[error("no certificate is known by this serial number and phrase")]
    Wrong,
    /// Too many tries.
    #[error("too many tries; wait an hour")]
    TooManyTries,
}

impl kernel::Refusal for PhraseRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Form => "certification.phrase.form",
            Self::Wrong => "certification.phrase.wrong",
            Self::TooManyTries => "certification.phrase.too-many-tries",
        }
    }

    fn kind(&self) -> RefusalKind {
        match self {
            Self::Form => RefusalKind::Invalid,
            Self::Wrong => RefusalKind::NotFound,
            Self::TooManyTries => RefusalKind::RateLimited,
        }
    }

    fn field(&self) -> Option<String> {
        Some("phrase".to_owned())
    }
}

/// As it is kept and compared: without what people type differently. Refuses too few or too many characters.
pub(crate) fn folded(phrase: &str) -> Result<String, PhraseRefusal> {
    let text = phrase.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let chars = text.chars().count();
    if (CHARS_MIN..=CHARS_MAX).contains(&chars) { Ok(text) } else { Err(PhraseRefusal::Form) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_differently_is_the_same() {
        assert_eq!(folded("  Ромашка  в чистом Поле ").as_deref(), Ok("ромашка в чистом поле"));
        let long = "я".repeat(CHARS_MAX + 1);
        for wrong in ["", "ромашка", "           ", long.as_str()] {
            assert_eq!(folded(wrong), Err(PhraseRefusal::Form), "{wrong}");
        }
    }
}
