/// How an authority came to be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Made by this installation.
    Own,
    /// Brought by the host's administrator.
    Imported,
    /// Taken from the list of accredited authorities.
    Accredited,
}

impl Origin {
    /// Stable word, as kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Imported => "imported",
            Self::Accredited => "accredited",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Own, Self::Imported, Self::Accredited].into_iter().find(|o| o.word() == word)
    }
}
