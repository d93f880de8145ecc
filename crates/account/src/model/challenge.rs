//! Challenges: texts of chance that only the holder of a key can answer.
//!
//! A challenge is not kept when it is given out: its own tag proves that it is ours, what it is for, to which host and to
//! whom it was given, and until when it holds. Only that it was answered is remembered, until it would expire anyway. So
//! asking for challenges costs the host nothing that lasts.

use super::AccountRefusal;
use crate::vault::Vault;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use kernel::{Chance, Moment};
use std::time::Duration;

/// Choosing a certificate and typing a container's password takes a minute or two.
pub const CHALLENGE_LIFE: Duration = Duration::from_secs(5 * 60);
/// Octets of chance.
const NONCE: usize = 16;
/// Octets of the moment of expiry.
const EXPIRY: usize = 8;
/// Octets of the tag.
const TAG: usize = 32;
/// Octets of a whole challenge.
const WHOLE: usize = NONCE + EXPIRY + TAG;

/// What answering the challenge does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Opens a sign-in by a signature.
    SignIn,
    /// Binds a certificate to the signed-in person.
    Bind,
    /// Opens a sign-in by decrypting it.
    Decrypt,
    /// Opens a sign-in by a passkey.
    Passkey,
    /// Makes a passkey of the signed-in person.
    NewPasskey,
}

impl Purpose {
    const fn word(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Bind => "bind",
            Self::Decrypt => "decrypt",
            Self::Passkey => "passkey",
            Self::NewPasskey => "new-passkey",
        }
    }

    /// What the person signs, in words.
    const fn words(self) -> &'static str {
        match self {
            Self::Bind => "Привязка сертификата к учётной записи «Свитка»",
            Self::SignIn | Self::Decrypt | Self::Passkey | Self::NewPasskey => "Вход в «Свиток»",
        }
    }
}

/// Where and for whom challenges are made.
#[derive(Debug, Clone, Copy)]
pub struct ChallengeDesk<'a> {
    /// The host's keys.
    pub vault: &'a Vault,
    /// The address the world sees.
    pub host: &'a str,
    /// What they are for.
    pub purpose: Purpose,
    /// To whom they are given: a person, a certificate; empty for anybody.
    pub bound_to: &'a [u8],
}

/// A challenge in the making or shown again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Challenge {
    octets: [u8; WHOLE],
    expires_at: Moment,
}

impl ChallengeDesk<'_> {
    /// A new one.
    #[must_use]
    pub fn draw(&self, now: Moment, chance: &Chance) -> Challenge {
        let expires_at = now.plus(CHALLENGE_LIFE);
        let (nonce, expiry) = (chance.octets::<NONCE>(), expires_at.micros().to_be_bytes());
        let tag = self.tag(&nonce, &expiry);
        let mut octets = [0; WHOLE];
        let parts = nonce.into_iter().chain(expiry).chain(*tag.as_bytes());
        octets.iter_mut().zip(parts).for_each(|(octet, part)| *octet = part);
        Challenge { octets, expires_at }
    }

    /// One that was shown. Refuses, with one answer, what this host did not give out for this purpose to this one, and
    /// what has expired.
    pub fn read(&self, octets: &[u8], now: Moment) -> Result<Challenge, AccountRefusal> {
        let over = AccountRefusal::ChallengeOver;
        let octets: [u8; WHOLE] = octets.try_into().map_err(|_| over.clone())?;
        let (nonce, rest) = octets.split_first_chunk::<NONCE>().ok_or(over.clone())?;
        let (expiry, tag) = rest.split_first_chunk::<EXPIRY>().ok_or(over.clone())?;
        let tag: [u8; TAG] = tag.try_into().map_err(|_| over.clone())?;
        // blake3::Hash compares in constant time.
        if self.tag(nonce, expiry) != blake3::Hash::from(tag) {
            return Err(over);
        }
        let expires_at = Moment::from_micros(i64::from_be_bytes(*expiry));
        if now < expires_at { Ok(Challenge { octets, expires_at }) } else { Err(over) }
    }

    /// The same as text.
    pub fn read_code(&self, code: &str, now: Moment) -> Result<Challenge, AccountRefusal> {
        let octets = URL_SAFE_NO_PAD.decode(code).map_err(|_| AccountRefusal::ChallengeOver)?;
        self.read(&octets, now)
    }

    /// The text that is signed: what a person reads before signing it.
    #[must_use]
    pub fn text(&self, challenge: &Challenge) -> String {
        let until = challenge.expires_at.civil_datetime_msk().strftime("%d.%m.%Y %H:%M:%S");
        format!(
            "{}\nСервер: {}\nДействует до: {until} МСК\nКод: {}\n",
            self.purpose.words(),
            self.host,
            challenge.code()
        )
    }

    fn tag(&self, nonce: &[u8; NONCE], expiry: &[u8; EXPIRY]) -> blake3::Hash {
        self.vault.challenge_tag(&[
            self.purpose.word().as_bytes(),
            self.host.as_bytes(),
            self.bound_to,
            nonce.as_slice(),
            expiry.as_slice(),
        ])
    }
}

impl Challenge {
    /// As it is given out to programs.
    #[must_use]
    pub fn octets(&self) -> &[u8] {
        &self.octets
    }

    /// As text.
    #[must_use]
    pub fn code(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.octets)
    }

    /// Until when it may be answered.
    #[must_use]
    pub const fn expires_at(&self) -> Moment {
        self.expires_at
    }

    /// By what an answered one is remembered.
    #[must_use]
    pub fn nonce(&self) -> &[u8] {
        self.octets.first_chunk::<NONCE>().map_or(&[], |nonce| nonce.as_slice())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_given_out_is_taken_back() {
        let (vault, other) = (Vault::new(&[1; 32]), Vault::new(&[2; 32]));
        let now = Moment::from_seconds(1_800_000_000);
        let desk = ChallengeDesk { vault: &vault, host: "https://a.example", purpose: Purpose::SignIn, bound_to: b"" };
        let challenge = desk.draw(now, &Chance::from_seed([3; 32]));
        assert_eq!(desk.read_code(&challenge.code(), now), Ok(challenge));
        let last = challenge.expires_at().minus(Duration::from_micros(1));
        assert!(desk.read(challenge.octets(), last).is_ok());
        let over = Err(AccountRefusal::ChallengeOver);
        assert_eq!(desk.read(challenge.octets(), challenge.expires_at()), over);
        for elsewhere in [
            ChallengeDesk { vault: &other, ..desk },
            ChallengeDesk { host: "https://b.example", ..desk },
            ChallengeDesk { purpose: Purpose::Bind, ..desk },
            ChallengeDesk { bound_to: b"anna", ..desk },
        ] {
            assert_eq!(elsewhere.read(challenge.octets(), now), over);
        }
        for at in 0..WHOLE {
            let mut changed = challenge.octets;
            changed[at] ^= 1;
            assert_eq!(desk.read(&changed, now), over, "octet {at}");
            assert_eq!(desk.read(&challenge.octets[..at], now), over, "cut at {at}");
        }
        assert_eq!(desk.read_code("не код", now), over);
    }

    #[test]
    fn a_person_reads_what_is_signed() {
        let vault = Vault::new(&[1; 32]);
        let host = "https://svitok.example";
        let desk = ChallengeDesk { vault: &vault, host, purpose: Purpose::SignIn, bound_to: b"" };
        let challenge = desk.draw(Moment::from_seconds(1_800_000_000), &Chance::from_seed([3; 32]));
        let text = desk.text(&challenge);
        assert!(
            text.starts_with(
                "Вход в «Свиток»\nСервер: https://svitok.example\nДействует до: 15.01.2027 11:05:00 МСК\n"
            )
        );
        assert!(text.ends_with(&format!("Код: {}\n", challenge.code())), "{text}");
    }
}
