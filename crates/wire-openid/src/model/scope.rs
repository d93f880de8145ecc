//! What a program asks for.

use crate::refusal::OpenidRefusal;

/// A set of the words `openid`, `profile` and `extern.api`; at least one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// An id_token, and `sub`.
    pub openid: bool,
    /// The name.
    pub profile: bool,
    /// Whatever the person may do.
    pub api: bool,
}

impl Scope {
    /// Every word there is.
    pub const WORDS: [&'static str; 3] = ["openid", "profile", "extern.api"];

    /// What the vendor's clients ask for where they say nothing.
    pub const API: Self = Self { openid: false, profile: false, api: true };

    /// Words with blanks between (RFC 6749 §3.3). `offline_access` asks for what every program gets, and is passed over.
    /// Refuses another word and none at all.
    pub fn parse(text: &str) -> Result<Self, OpenidRefusal> {
        let mut scope = Self { openid: false, profile: false, api: false };
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match word {
                "openid" => scope.openid = true,
                "profile" => scope.profile = true,
                "extern.api" => scope.api = true,
                "offline_access" => {}
                _ => return Err(OpenidRefusal::Scope),
            }
        }
        if scope.words().next().is_none() { Err(OpenidRefusal::Scope) } else { Ok(scope) }
    }

    /// The words of this one.
    pub fn words(self) -> impl Iterator<Item = &'static str> {
        let held = [self.openid, self.profile, self.api];
        Self::WORDS.into_iter().zip(held).filter_map(|(word, is_held)| is_held.then_some(word))
    }

    /// As it stands in answers and tables.
    #[must_use]
    pub fn text(self) -> String {
        self.words().collect::<Vec<_>>().join(" ")
    }

    /// Whether it holds nothing that the other lacks.
    #[must_use]
    pub fn is_within(self, other: Self) -> bool {
        self.words().all(|word| other.words().any(|held| held == word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_in_one_order() {
        for (said, text) in [
            ("extern.api", "extern.api"),
            ("extern.api openid", "openid extern.api"),
            (" openid  profile offline_access", "openid profile"),
        ] {
            assert_eq!(Scope::parse(said).unwrap().text(), text);
        }
        for wrong in ["", " ", "offline_access", "email", "openid email", "OPENID", "openid\textern.api"] {
            assert_eq!(Scope::parse(wrong), Err(OpenidRefusal::Scope), "{wrong:?}");
        }
        let (id, all) = (Scope::parse("openid").unwrap(), Scope::parse("openid extern.api").unwrap());
        assert!(id.is_within(all) && !all.is_within(id) && Scope::API.is_within(all));
    }
}
