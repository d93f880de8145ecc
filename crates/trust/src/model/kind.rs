//! Which kind of signature a trusted root stands for.

use kernel::CivilDate;

/// Kind of a signature by the law on electronic signatures, as far as the root of its chain lets it be known.
/// Source: 63-ФЗ of 2011-04-06, art. 5 (kinds); art. 6 (when each equals a handwritten signature).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignatureKind {
    /// A code, a password or another sign without a certificate. This crate never concludes it; rooms that keep simple signatures do.
    Simple,
    /// Strengthened, the root is of an authority that calls itself «НЕКВАЛИФИЦИРОВАННЫЙ»: lawful between parties who agreed so.
    Unqualified,
    /// Strengthened, the authority stands in the accredited list published on this date and the certificate claims a КС or КВ class.
    QualifiedByList {
        /// Date of the accredited list, ISO.
        #[schema(value_type = String, example = "2026-11-20")]
        list_date: CivilDate,
    },
    /// Made under a root «ТЕСТ»: means nothing outside tests.
    Test,
    /// Made under a root «СИМУЛЯТОР»: the state or another operator was played by a machine.
    Simulator,
    /// The root is not trusted here, or is trusted but says nothing of the kind.
    Unknown,
}

/// Word in a root's name by which its kind is recognised. Whole words only: «АТТЕСТАЦИЯ» is not «ТЕСТ».
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum RootMark {
    /// «СИМУЛЯТОР»
    Simulator,
    /// «ТЕСТ»
    Test,
    /// «НЕКВАЛИФИЦИРОВАННЫЙ»
    Unqualified,
}

impl RootMark {
    const ALL: [(Self, &'static str); 3] =
        [(Self::Simulator, "СИМУЛЯТОР"), (Self::Test, "ТЕСТ"), (Self::Unqualified, "НЕКВАЛИФИЦИРОВАННЫЙ")];

    /// The word itself, in capitals.
    pub fn word(self) -> &'static str {
        match self {
            Self::Simulator => "СИМУЛЯТОР",
            Self::Test => "ТЕСТ",
            Self::Unqualified => "НЕКВАЛИФИЦИРОВАННЫЙ",
        }
    }

    /// The mark of a root by its name (the common name, or the organization where there is none).
    /// With several marks the one that promises least wins: simulator, then test, then unqualified.
    pub fn of_name(name: &str) -> Option<Self> {
        let words: Vec<String> =
            name.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_uppercase).collect();
        Self::ALL.into_iter().find(|(_, mark)| words.iter().any(|w| w == mark)).map(|(mark, _)| mark)
    }
}

/// The arc of classes of signature tools (КС1 … КА1) in certificate policies.
/// Source: FSB order 795 of 2011-12-27, the form of the qualified certificate.
pub const TOOL_CLASS_ARC: &str = "1.2.643.100.113.";

/// Accreditation of the authority whose certificate stands in the chain, at the moment of the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accreditation {
    /// Date of the list that says so.
    pub list_date: CivilDate,
}

impl SignatureKind {
    /// The kind from the root's mark, the accreditation of an authority in the chain and the leaf's policies.
    /// An accredited chain whose leaf claims no tool class is not qualified: unknown.
    pub fn conclude(mark: Option<RootMark>, accreditation: Option<Accreditation>, leaf_policies: &[String]) -> Self {
        match (mark, accreditation) {
            (Some(RootMark::Simulator), _) => Self::Simulator,
            (Some(RootMark::Test), _) => Self::Test,
            (Some(RootMark::Unqualified), _) => Self::Unqualified,
            (None, Some(a)) if leaf_policies.iter().any(|p| p.starts_with(TOOL_CLASS_ARC)) => {
                Self::QualifiedByList { list_date: a.list_date }
            }
            (None, _) => Self::Unknown,
        }
    }

    /// True for a test or simulated signature: never shown or exported as a real one.
    pub fn is_play(self) -> bool {
        matches!(self, Self::Test | Self::Simulator)
    }

    /// Stable word, as other rooms keep it.
    pub fn word(self) -> &'static str {
        self.text_key().trim_start_matches("trust-kind-")
    }

    /// Key of its text; `qualified` takes the list's date.
    pub fn text_key(self) -> &'static str {
        match self {
            Self::Simple => "trust-kind-simple",
            Self::Unqualified => "trust-kind-unqualified",
            Self::QualifiedByList { .. } => "trust-kind-qualified",
            Self::Test => "trust-kind-test",
            Self::Simulator => "trust-kind-simulator",
            Self::Unknown => "trust-kind-unknown",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_whole_words() {
        let cases = [
            ("Корневой УЦ НЕКВАЛИФИЦИРОВАННЫЙ", Some(RootMark::Unqualified)),
            ("УЦ «НЕКВАЛИФИЦИРОВАННЫЙ» сервиса", Some(RootMark::Unqualified)),
            ("УЦ Неквалифицированный", Some(RootMark::Unqualified)),
            ("ТЕСТ", Some(RootMark::Test)),
            ("УЦ-ТЕСТ-1", Some(RootMark::Test)),
            ("НЕКВАЛИФИЦИРОВАННЫЙ ТЕСТ", Some(RootMark::Test)),
            ("ТЕСТ СИМУЛЯТОР", Some(RootMark::Simulator)),
            ("АТТЕСТАЦИЯ", None),
            ("Тестовый УЦ", None),
            ("КВАЛИФИЦИРОВАННЫЙ", None),
            ("СИМУЛЯТОРЫ", None),
            ("TECT", None), // Latin letters that look alike
            ("", None),
        ];
        for (name, expected) in cases {
            assert_eq!(RootMark::of_name(name), expected, "{name}");
        }
    }

    #[test]
    fn kind_needs_list_and_class_together() {
        let date: CivilDate = "2026-11-20".parse().unwrap();
        let listed = Some(Accreditation { list_date: date });
        let class = vec!["1.2.643.100.113.1".to_owned()];
        let other = vec!["1.2.643.100.1131.1".to_owned(), "2.5.29.32.0".to_owned()];
        let qualified = SignatureKind::QualifiedByList { list_date: date };
        assert_eq!(SignatureKind::conclude(None, listed, &class), qualified);
        assert_eq!(SignatureKind::conclude(None, listed, &other), SignatureKind::Unknown);
        assert_eq!(SignatureKind::conclude(None, listed, &[]), SignatureKind::Unknown);
        assert_eq!(SignatureKind::conclude(None, None, &class), SignatureKind::Unknown);
        // A mark outweighs the list: nobody becomes qualified under a root that calls itself a test.
        assert_eq!(SignatureKind::conclude(Some(RootMark::Test), listed, &class), SignatureKind::Test);
        assert_eq!(SignatureKind::conclude(Some(RootMark::Simulator), listed, &class), SignatureKind::Simulator);
        assert_eq!(SignatureKind::conclude(Some(RootMark::Unqualified), listed, &class), SignatureKind::Unqualified);
    }
}
