//! Proof Key for Code Exchange (RFC 7636), method S256 alone: `plain` proves nothing to who saw the request.

use crate::refusal::OpenidRefusal;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::digest::{SHA256, digest};

/// Characters of a verifier (RFC 7636 §4.1).
const VERIFIER_CHARS: std::ops::RangeInclusive<usize> = 43..=128;

/// SHA-256 of a verifier, in base64url.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge(String);

impl Challenge {
    /// As it was sent: 43 characters of base64url that hold 32 octets.
    pub fn parse(text: &str) -> Result<Self, OpenidRefusal> {
        let octets = URL_SAFE_NO_PAD.decode(text).ok().filter(|octets| octets.len() == 32);
        match octets {
            Some(_) => Ok(Self(text.to_owned())),
            None => Err(OpenidRefusal::Form { name: "code_challenge", accepted: "base64url of a SHA-256" }),
        }
    }

    /// Of a verifier; nothing for a text that cannot be one.
    #[must_use]
    pub fn of(verifier: &str) -> Option<Self> {
        let is_plain = verifier.bytes().all(|c| c.is_ascii_alphanumeric() || b"-._~".contains(&c));
        (is_plain && VERIFIER_CHARS.contains(&verifier.len()))
            .then(|| Self(URL_SAFE_NO_PAD.encode(digest(&SHA256, verifier.as_bytes()))))
    }

    /// For a column.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the verifier is the one: where a challenge was sent one must come, where none was sent none may, so that nobody
    /// takes the proof away on the road.
    #[must_use]
    pub fn is_met(challenge: Option<&str>, verifier: Option<&str>) -> bool {
        match (challenge, verifier) {
            (None, None) => true,
            (Some(challenge), Some(verifier)) => Self::of(verifier).is_some_and(|shown| shown.0 == challenge),
            (Some(_), None) | (None, Some(_)) => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7636, appendix B.
    const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    #[test]
    fn the_standards_own_pair() {
        assert_eq!(Challenge::of(VERIFIER).unwrap().as_str(), CHALLENGE);
        assert!(Challenge::parse(CHALLENGE).is_ok());
        assert!(Challenge::is_met(Some(CHALLENGE), Some(VERIFIER)) && Challenge::is_met(None, None));
        assert!(!Challenge::is_met(Some(CHALLENGE), None), "left out");
        assert!(!Challenge::is_met(None, Some(VERIFIER)), "taken away on the road");
        assert!(!Challenge::is_met(Some(CHALLENGE), Some(CHALLENGE)), "plain");
        assert!(!Challenge::is_met(Some(VERIFIER), Some(VERIFIER)));
    }

    #[test]
    fn what_is_neither() {
        for wrong in ["", "E9Mel", &CHALLENGE[1..], &format!("{CHALLENGE}A"), &CHALLENGE.replace('-', "+")] {
            assert!(Challenge::parse(wrong).is_err(), "{wrong}");
        }
        for wrong in [&VERIFIER[1..], &"a".repeat(129), &format!("{VERIFIER} "), &format!("{VERIFIER}é")] {
            assert!(Challenge::of(wrong).is_none(), "{wrong}");
        }
    }
}
