//! The code that a person types from a device's screen.

use account::SecretHash;
use kernel::Chance;

/// Letters of a code: no vowels, so that no word comes out, and none that look alike (RFC 8628 §6.1).
const LETTERS: &[u8; 20] = b"BCDFGHJKLMNPQRSTVWXZ";
/// How many: 20⁸ is 2.6·10¹⁰, and a person may try ten in 15 minutes.
const COUNT: usize = 8;
/// A byte up to here falls on each letter equally often.
const FAIR: u8 = 240;

/// Eight letters.
#[derive(Clone, PartialEq, Eq)]
pub struct UserCode(String);

impl UserCode {
    /// A new one.
    #[must_use]
    pub fn drawn(chance: &Chance) -> Self {
        let mut letters = String::with_capacity(COUNT);
        while letters.len() < COUNT {
            let [byte] = chance.octets::<1>();
            let letter = LETTERS.get(usize::from(byte) % LETTERS.len());
            letters.extend(letter.filter(|_| byte < FAIR).map(|letter| char::from(*letter)));
        }
        Self(letters)
    }

    /// As typed: case, blanks and hyphens do not matter. Nothing for a text that is no code.
    #[must_use]
    pub fn typed(text: &str) -> Option<Self> {
        let is_between = |c: &char| !c.is_whitespace() && *c != '-';
        let letters: String = text.chars().filter(is_between).map(|c| c.to_ascii_uppercase()).take(COUNT + 1).collect();
        let is_code = letters.len() == COUNT && letters.bytes().all(|letter| LETTERS.contains(&letter));
        is_code.then_some(Self(letters))
    }

    /// As it is shown: `BCDF-GHJK`.
    #[must_use]
    pub fn shown(&self) -> String {
        let (left, right) = self.0.split_at(COUNT / 2);
        format!("{left}-{right}")
    }

    /// For a column.
    #[must_use]
    pub fn hash(&self) -> SecretHash {
        SecretHash::of(&self.0)
    }
}

impl std::fmt::Debug for UserCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("UserCode(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_typed_as_people_type() {
        let code = UserCode::drawn(&Chance::from_seed([3; 32]));
        let shown = code.shown();
        assert_eq!(shown.len(), COUNT + 1);
        for typed in
            [shown.clone(), shown.to_lowercase(), shown.replace('-', " "), format!(" {} ", shown.replace('-', ""))]
        {
            assert_eq!(UserCode::typed(&typed), Some(code.clone()), "{typed}");
        }
        for wrong in ["", "BCDF-GHJ", "BCDF-GHJKL", "BCDA-GHJK", "BCD1-GHJK", "ВСДФ-ГХЖК"] {
            assert_eq!(UserCode::typed(wrong), None, "{wrong}");
        }
        assert_eq!(format!("{code:?}"), "UserCode(..)");
    }
}
