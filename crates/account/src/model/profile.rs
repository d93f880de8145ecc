//! How a person likes the program.

use super::AccountRefusal;

/// Colours of the pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The stored and shown name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// By its name.
    pub fn parse(name: &str) -> Result<Self, AccountRefusal> {
        let wrong = AccountRefusal::TextForm { field: "theme", accepted: "system, light or dark" };
        Self::ALL.into_iter().find(|theme| theme.name() == name).ok_or(wrong)
    }
}

/// Language, colours and time zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// `ru` or `en`.
    pub language: &'static str,
    /// Colours.
    pub theme: Theme,
    /// A name of the IANA time zone database.
    pub time_zone: String,
}

/// Languages the texts are written in.
const LANGUAGES: [&str; 2] = ["ru", "en"];
/// Terms of the law are counted by it.
const TIME_ZONE_USUAL: &str = "Europe/Moscow";

impl Default for Profile {
    fn default() -> Self {
        Self { language: "ru", theme: Theme::System, time_zone: TIME_ZONE_USUAL.to_owned() }
    }
}

impl Profile {
    /// Refuses a language without texts, unknown colours, and a time zone that the IANA database has not.
    pub fn parse(language: &str, theme: &str, time_zone: &str) -> Result<Self, AccountRefusal> {
        let form = |field, accepted| AccountRefusal::TextForm { field, accepted };
        let language = LANGUAGES.into_iter().find(|known| *known == language);
        let zone = jiff::tz::TimeZone::get(time_zone).ok();
        let zone = zone.as_ref().and_then(jiff::tz::TimeZone::iana_name).map(str::to_owned);
        Ok(Self {
            language: language.ok_or(form("language", "ru or en"))?,
            theme: Theme::parse(theme)?,
            time_zone: zone.ok_or(form("time_zone", "a name of the IANA database, such as Europe/Moscow"))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn profiles() {
        let usual = Profile::default();
        assert_eq!(Profile::parse(usual.language, usual.theme.name(), &usual.time_zone), Ok(usual));
        assert_eq!(Profile::parse("en", "dark", "Asia/Yekaterinburg").unwrap().time_zone, "Asia/Yekaterinburg");
        for (language, theme, zone) in [
            ("de", "dark", "Europe/Moscow"),
            ("", "dark", "Europe/Moscow"),
            ("ru", "pink", "Europe/Moscow"),
            ("ru", "Dark", "Europe/Moscow"),
            ("ru", "dark", "Europe/Nowhere"),
            ("ru", "dark", ""),
            ("ru", "dark", "../../etc/passwd"),
        ] {
            assert!(Profile::parse(language, theme, zone).is_err(), "{language} {theme} {zone}");
        }
    }
}
