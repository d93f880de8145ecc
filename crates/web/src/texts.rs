//! Every text a person sees, from `texts/{ru,en}/<room>.ftl`, in two languages.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use std::fmt;
use unic_langid::LanguageIdentifier;

/// A language people are answered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// The language of the field, and the default.
    #[default]
    Russian,
    /// For developers and foreign colleagues.
    English,
}

impl Language {
    /// The subtag: `ru`, `en`.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Russian => "ru",
            Self::English => "en",
        }
    }

    /// The first known language of an `Accept-Language` header, by its quality and then its order; Russian if none.
    #[must_use]
    pub fn from_accept(header: &str) -> Self {
        let mut best: Option<(u32, Self)> = None;
        for part in header.split(',').take(16) {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim();
            let known = match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
                "ru" => Self::Russian,
                "en" => Self::English,
                _ => continue,
            };
            let quality = pieces.find_map(|piece| piece.trim().strip_prefix("q=")).map_or(1000, thousandths);
            if quality > 0 && best.is_none_or(|(seen, _)| quality > seen) {
                best = Some((quality, known));
            }
        }
        best.map_or_else(Self::default, |(_, language)| language)
    }

    const fn other(self) -> Self {
        match self {
            Self::Russian => Self::English,
            Self::English => Self::Russian,
        }
    }

    fn identifier(self) -> LanguageIdentifier {
        // Both tags are well formed; an unknown language would only change plural rules.
        self.tag().parse().unwrap_or_default()
    }
}

/// The key of the person's text of a refusal code.
pub(crate) fn key_of(code: &str) -> String {
    code.replace('.', "-")
}

/// `0.8` as 800; what cannot be read counts as absent preference.
fn thousandths(text: &str) -> u32 {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits: String = fraction.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), digits.parse::<u32>()) {
        (Ok(0), Ok(part)) => part,
        (Ok(1), Ok(0)) => 1000,
        _ => 0,
    }
}

/// One `.ftl` file as read at start.
#[derive(Debug, Clone, Copy)]
pub struct TextSource<'a> {
    /// Language of its folder.
    pub language: Language,
    /// File name, for messages.
    pub name: &'a str,
    /// What it holds.
    pub text: &'a str,
}

/// Why the texts cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextsRefusal {
    /// The file is not Fluent.
    #[error("{name} ({language}): {problem}")]
    Syntax {
        /// File.
        name: String,
        /// Its language.
        language: &'static str,
        /// What the parser says.
        problem: String,
    },
    /// A key stands twice in one language.
    #[error("{name} ({language}): a key stands twice: {problem}")]
    Twice {
        /// File.
        name: String,
        /// Its language.
        language: &'static str,
        /// What the bundle says.
        problem: String,
    },
}

/// The texts of both languages. Empty by [`Default`]: then refusals show their English detail.
pub struct Texts {
    russian: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

impl Default for Texts {
    fn default() -> Self {
        Self { russian: bundle(Language::Russian), english: bundle(Language::English) }
    }
}

impl fmt::Debug for Texts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Texts").finish_non_exhaustive()
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks around arguments would travel into letters and titles.
    bundle.set_use_isolating(false);
    bundle
}

impl Texts {
    /// Reads all files. Refuses a syntax error and a key that stands twice in one language.
    pub fn load<'a>(sources: impl IntoIterator<Item = TextSource<'a>>) -> Result<Self, TextsRefusal> {
        let mut texts = Self::default();
        for source in sources {
            texts.add(source)?;
        }
        Ok(texts)
    }

    fn add(&mut self, source: TextSource<'_>) -> Result<(), TextsRefusal> {
        let (name, language) = (source.name.to_owned(), source.language.tag());
        let resource = FluentResource::try_new(source.text.to_owned()).map_err(|(_, problems)| {
            let problem = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            TextsRefusal::Syntax { name: name.clone(), language, problem }
        })?;
        let bundle = match source.language {
            Language::Russian => &mut self.russian,
            Language::English => &mut self.english,
        };
        bundle.add_resource(resource).map_err(|problems| {
            let problem = problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ");
            TextsRefusal::Twice { name, language, problem }
        })
    }

    /// The text of a key, in the language asked or else in the other; `None` when neither has it.
    #[must_use]
    pub fn text(&self, language: Language, key: &str, arguments: &[(&str, &str)]) -> Option<String> {
        self.in_language(language, key, arguments).or_else(|| self.in_language(language.other(), key, arguments))
    }

    /// A text with a number of things, `$count`, in the form the language's plural rules ask: 1 документ, 2 документа.
    #[must_use]
    pub fn counted(&self, language: Language, key: &str, count: usize) -> Option<String> {
        let mut values = FluentArgs::new();
        values.set("count", count);
        self.filled(language, key, &values).or_else(|| self.filled(language.other(), key, &values))
    }

    /// The person's text of a refusal code: its dots become hyphens.
    #[must_use]
    pub fn of_code(&self, language: Language, code: &str) -> Option<String> {
        self.text(language, &key_of(code), &[])
    }

    fn in_language(&self, language: Language, key: &str, arguments: &[(&str, &str)]) -> Option<String> {
        let mut values = FluentArgs::new();
        for (name, value) in arguments {
            values.set((*name).to_owned(), (*value).to_owned());
        }
        self.filled(language, key, &values)
    }

    fn filled(&self, language: Language, key: &str, values: &FluentArgs<'_>) -> Option<String> {
        let bundle = match language {
            Language::Russian => &self.russian,
            Language::English => &self.english,
        };
        let pattern = bundle.get_message(key)?.value()?;
        let mut problems = Vec::new();
        let text = bundle.format_pattern(pattern, Some(values), &mut problems).into_owned();
        // A missing argument leaves its name in braces: visible, and told to the developer.
        if !problems.is_empty() {
            tracing::warn!(key, problems = problems.len(), "a text could not be filled in");
        }
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RU: TextSource<'static> =
        TextSource { language: Language::Russian, name: "a.ftl", text: "web-a = Нет { $what }\nweb-b = Б\n" };
    const EN: TextSource<'static> =
        TextSource { language: Language::English, name: "a.ftl", text: "web-a = No { $what }\n" };

    #[test]
    fn accepted_languages() {
        for (header, language) in [
            ("", Language::Russian),
            ("*", Language::Russian),
            ("de", Language::Russian),
            ("en", Language::English),
            ("en-GB,en;q=0.9,ru;q=0.8", Language::English),
            ("ru-RU,ru;q=0.9,en-US;q=0.8", Language::Russian),
            ("en;q=0.5, ru;q=0.7", Language::Russian),
            ("en;q=0, ru;q=0.1", Language::Russian),
            ("en;q=abc", Language::Russian),
            (";;;,,,q=", Language::Russian),
        ] {
            assert_eq!(Language::from_accept(header), language, "{header}");
        }
    }

    #[test]
    fn texts_are_found_and_filled() {
        let texts = Texts::load([RU, EN]).unwrap();
        assert_eq!(texts.text(Language::English, "web-a", &[("what", "box")]).unwrap(), "No box");
        assert_eq!(texts.text(Language::Russian, "web-a", &[("what", "ящика")]).unwrap(), "Нет ящика");
        assert_eq!(texts.text(Language::English, "web-b", &[]).unwrap(), "Б");
        assert_eq!(texts.text(Language::Russian, "web-c", &[]), None);
    }

    #[test]
    fn counted_things_take_their_plural() {
        let text = "web-c = { $count ->\n    [one] { $count } документ\n    [few] { $count } документа\n   *[many] { $count } документов\n }\n";
        let texts = Texts::load([TextSource { text, ..RU }]).unwrap();
        for (count, told) in [
            (0, "0 документов"),
            (1, "1 документ"),
            (2, "2 документа"),
            (5, "5 документов"),
            (11, "11 документов"),
            (21, "21 документ"),
            (1234, "1234 документа"),
        ] {
            assert_eq!(texts.counted(Language::Russian, "web-c", count).unwrap(), told);
        }
    }

    #[test]
    fn wrong_files_are_refused() {
        let broken = TextSource { text: "= nothing\n", ..RU };
        assert!(matches!(Texts::load([broken]), Err(TextsRefusal::Syntax { .. })));
        assert!(matches!(Texts::load([RU, RU]), Err(TextsRefusal::Twice { .. })));
    }
}
