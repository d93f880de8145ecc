//! What the command line says to a person: `texts/{ru,en}/svitok.ftl`, Russian unless `SVITOK_LANGUAGE=en`.

use crate::commands::Failure;
use crate::texts;
use web::{Language, Texts};

/// The texts in the person's language.
#[derive(Debug)]
pub struct Words {
    texts: Texts,
    language: Language,
}

impl Words {
    /// In the language of `SVITOK_LANGUAGE`: `ru` or `en`.
    pub fn open() -> Result<Self, Failure> {
        let texts = texts::embedded().map_err(|why| Failure::failed("the texts", why))?;
        let language = match std::env::var("SVITOK_LANGUAGE").as_deref() {
            Ok("en") => Language::English,
            _ => Language::Russian,
        };
        Ok(Self { texts, language })
    }

    /// A text by its key.
    #[must_use]
    pub fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        let found = self.texts.text(self.language, key, arguments);
        found.unwrap_or_else(|| kernel::bug!("no text {key}"))
    }

    /// All texts, for reports that write themselves.
    #[must_use]
    pub fn texts(&self) -> (&Texts, Language) {
        (&self.texts, self.language)
    }
}
