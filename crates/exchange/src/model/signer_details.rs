//! Details of a signer, kept for the titles he will sign: opaque to the room, one record for a certificate and a kind of
//! title.

use super::limits::{SIGNER_DETAILS_BYTES_MAX, SIGNER_TITLE_CHARS_MAX};
use super::refusal::Refusal;

/// Hexadecimal digits of a thumbprint: SHA-1 of the certificate.
const THUMBPRINT_DIGITS: usize = 40;

/// Of which certificate and for which kind of title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerKey {
    thumbprint: String,
    title: String,
}

impl SignerKey {
    /// A thumbprint of 40 hexadecimal digits in either case, and the surface's word for a kind of title: 1 to 64 ASCII
    /// letters, digits, `_` and `-`. Refuses other shapes.
    pub fn parse(thumbprint: &str, title: &str) -> Result<Self, Refusal> {
        let is_thumbprint = thumbprint.len() == THUMBPRINT_DIGITS && thumbprint.bytes().all(|b| b.is_ascii_hexdigit());
        let is_title = !title.is_empty()
            && title.len() <= SIGNER_TITLE_CHARS_MAX
            && title.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
        if !is_thumbprint || !is_title {
            return Err(Refusal::SignerKey);
        }
        Ok(Self { thumbprint: thumbprint.to_ascii_lowercase(), title: title.to_owned() })
    }

    /// Lower-case hexadecimal digits.
    #[must_use]
    pub fn thumbprint(&self) -> &str {
        &self.thumbprint
    }

    /// The kind of title.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }
}

/// Refuses details that are too long.
pub fn check(details: &str) -> Result<(), Refusal> {
    if details.len() > SIGNER_DETAILS_BYTES_MAX { Err(Refusal::SignerDetailsTooLong) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        let print = "00112233445566778899AABBCCDDEEFF00112233";
        let key = SignerKey::parse(print, "utd970_seller").unwrap();
        assert_eq!((key.thumbprint(), key.title()), (print.to_lowercase().as_str(), "utd970_seller"));
        let long = "a".repeat(65);
        for (bad, title) in [
            ("", "t"),
            ("00", "t"),
            ("00112233445566778899AABBCCDDEEFF0011223", "t"),
            ("00112233445566778899AABBCCDDEEFF001122зз", "t"),
            ("z0112233445566778899AABBCCDDEEFF00112233", "t"),
            (print, ""),
            (print, "титул"),
            (print, "a b"),
            (print, long.as_str()),
        ] {
            assert_eq!(SignerKey::parse(bad, title), Err(Refusal::SignerKey), "{bad} {title}");
        }
        assert_eq!(check(&"я".repeat(4096)), Ok(()));
        assert_eq!(check(&"я".repeat(4097)), Err(Refusal::SignerDetailsTooLong));
    }
}
