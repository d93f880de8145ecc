//! Codes that a generator on the phone shows: RFC 6238 over RFC 4226, with HMAC-SHA-1, 30 seconds and six digits, as every
//! generator in use reads them.

use kernel::{Chance, Moment};
use ring::hmac::{HMAC_SHA1_FOR_LEGACY_USE_ONLY, Key, sign};
use std::fmt;
use zeroize::Zeroizing;

/// Octets of the shared secret: those of the hash (RFC 4226 §4, requirement 6).
const SECRET: usize = 20;
/// Seconds a code is shown: the default of RFC 6238 §4.1.
const STEP_SECONDS: i64 = 30;
/// Steps to either side that are taken: a phone's clock is off by seconds, typing takes a few (RFC 6238 §5.2).
const STEPS_ASIDE: i64 = 1;
/// Codes of six digits.
const CODES: u32 = 1_000_000;
/// Digits of a code.
const DIGITS: usize = 6;
/// RFC 4648 §6.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The secret that the host and the generator share. Never printed.
#[derive(Clone)]
pub struct TotpSecret(Zeroizing<[u8; SECRET]>);

impl fmt::Debug for TotpSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TotpSecret(..)")
    }
}

impl TotpSecret {
    /// A new one.
    #[must_use]
    pub fn draw(chance: &Chance) -> Self {
        Self(Zeroizing::new(chance.octets()))
    }

    /// From its octets; nothing where there are not 20.
    #[must_use]
    pub fn from_octets(octets: &[u8]) -> Option<Self> {
        octets.try_into().ok().map(|octets| Self(Zeroizing::new(octets)))
    }

    /// Its octets, to be sealed.
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        self.0.as_slice()
    }

    /// As people type it into a generator: 32 characters of Base32.
    #[must_use]
    pub fn base32(&self) -> String {
        let mut out = String::with_capacity(32);
        for five in self.0.chunks(5) {
            let word = five.iter().fold(0_u64, |word, octet| (word << 8) | u64::from(*octet));
            for place in (0..8_u32).rev() {
                let index = usize::try_from((word >> (place * 5)) & 31).unwrap_or_default();
                out.push(char::from(BASE32.get(index).copied().unwrap_or(b'A')));
            }
        }
        out
    }

    /// The address that a generator reads from a picture.
    #[must_use]
    pub fn address(&self, host: &str, who: &str) -> String {
        let escaped =
            |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>().replace('+', "%20");
        let (host, who) = (escaped(host), escaped(who));
        format!("otpauth://totp/{host}:{who}?secret={}&issuer={host}&algorithm=SHA1&digits=6&period=30", self.base32())
    }

    /// The step whose code was typed, among those that are taken now. Spaces between the digits are passed over. All
    /// steps are tried in the same time.
    #[must_use]
    pub fn step_of(&self, typed: &str, now: Moment) -> Option<i64> {
        let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
        if digits.len() != DIGITS || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let typed: u32 = digits.parse().ok()?;
        let present = now.micros().div_euclid(STEP_SECONDS * 1_000_000);
        let steps = present - STEPS_ASIDE..=present + STEPS_ASIDE;
        steps.fold(None, |found, step| if self.code(step) == typed { Some(step) } else { found })
    }

    /// RFC 4226 §5.3: four octets from where the last one points, without the sign.
    fn code(&self, step: i64) -> u32 {
        let key = Key::new(HMAC_SHA1_FOR_LEGACY_USE_ONLY, self.octets());
        let tag = sign(&key, &step.to_be_bytes());
        let tag = tag.as_ref();
        let offset = usize::from(tag.last().copied().unwrap_or_default() & 15);
        let four = tag.get(offset..offset + 4).unwrap_or_default();
        let number = four.iter().fold(0_u32, |number, octet| (number << 8) | u32::from(*octet));
        (number & 0x7fff_ffff) % CODES
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret() -> TotpSecret {
        TotpSecret::from_octets(b"12345678901234567890").unwrap()
    }

    #[test]
    fn vectors_of_the_standards() {
        // RFC 4226, appendix D: codes of the counters 0 to 9.
        let known = [755_224, 287_082, 359_152, 969_429, 338_314, 254_676, 287_922, 162_583, 399_871, 520_489];
        for (step, code) in (0..).zip(known) {
            assert_eq!(secret().code(step), code, "{step}");
        }
        // RFC 6238, appendix B, the last six of eight digits.
        for (second, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(secret().step_of(code, Moment::from_seconds(second)), Some(second / 30), "{second}");
        }
    }

    #[test]
    fn neighbours_are_taken_and_others_are_not() {
        let at = |second| secret().step_of("287082", Moment::from_seconds(second));
        assert_eq!((at(29), at(30), at(59), at(60), at(89)), (Some(1), Some(1), Some(1), Some(1), Some(1)));
        assert_eq!(at(90), None);
        for typed in ["", "28708", "2870820", "28708a", "-28708", "２８７０８２", "287083"] {
            assert_eq!(secret().step_of(typed, Moment::from_seconds(59)), None, "{typed}");
        }
        assert_eq!(secret().step_of(" 287 082 ", Moment::from_seconds(59)), Some(1));
    }

    #[test]
    fn a_generator_reads_it() {
        assert_eq!(secret().base32(), "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        let address = secret().address("svitok.example", "anna@romashka.example");
        assert!(address.starts_with("otpauth://totp/svitok.example:anna%40romashka.example?secret=GEZDG"), "{address}");
        assert_eq!(format!("{:?}", secret()), "TotpSecret(..)");
    }
}
