//! The two lines of authorities and their places.

kernel::typed_id!(
    /// One of this installation's authorities.
    pub struct AuthorityId
);
kernel::typed_id!(
    /// A certificate of an organization, from its intention on.
    pub struct CertificateId
);

/// A root with its issuing authority, named by what its certificates are worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Line {
    /// «НЕКВАЛИФИЦИРОВАННЫЙ»: for organizations that work in earnest.
    Unqualified,
    /// «ТЕСТ»: for test organizations.
    Test,
}

impl Line {
    /// Both lines.
    pub const ALL: [Self; 2] = [Self::Unqualified, Self::Test];

    /// The line of an organization.
    pub fn of_organization(is_test: bool) -> Self {
        if is_test { Self::Test } else { Self::Unqualified }
    }

    /// The word its authorities bear in their names.
    pub fn mark(self) -> &'static str {
        match self {
            Self::Unqualified => trust::RootMark::Unqualified.word(),
            Self::Test => trust::RootMark::Test.word(),
        }
    }

    /// Stable word, as kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unqualified => "unqualified",
            Self::Test => "test",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|line| line.word() == word)
    }
}

/// Place of an authority in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuthorityRank {
    /// Signs itself and the issuing authority.
    Root,
    /// Signs certificates of organizations and of the operator.
    Issuing,
}

impl AuthorityRank {
    /// Both ranks, the root first.
    pub const ALL: [Self; 2] = [Self::Root, Self::Issuing];

    /// Stable word, as kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Issuing => "issuing",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rank| rank.word() == word)
    }
}
