//! What speaks against a signature by which one party binds itself.

use super::verdict::{Chain, Part, SignerVerdict, Verdict};

/// The first thing that is not as it must be; each room has its own refusal for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blemish {
    /// No signer could be read.
    Unreadable,
    /// More than one signer.
    SignerCount,
    /// Bytes and signature do not agree.
    Broken,
    /// The certificate, or one above it, was not in force at the moment.
    Expired,
    /// The chain ends in no trusted root, or it is not known whether it does.
    Untrusted,
    /// A link was revoked.
    Revoked,
    /// It is not known whether a link was revoked.
    RevocationUnknown,
}

impl Blemish {
    /// Stable word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::SignerCount => "signer-count",
            Self::Broken => "broken",
            Self::Expired => "expired",
            Self::Untrusted => "untrusted",
            Self::Revoked => "revoked",
            Self::RevocationUnknown => "revocation-unknown",
        }
    }
}

impl Verdict {
    /// The one signer, when nothing speaks against the signature at the moment of the verdict.
    pub fn sole_signer(&self) -> Result<&SignerVerdict, Blemish> {
        let signer = match self.signers.as_slice() {
            [signer] => signer,
            [] => return Err(Blemish::Unreadable),
            _ => return Err(Blemish::SignerCount),
        };
        if !self.integrity.is_good() {
            return Err(Blemish::Broken);
        }
        match &self.chain {
            Chain::TrustedUpTo { .. } => {}
            Chain::Broken { reason } if reason.ends_with("expired") || reason.ends_with("not-yet-valid") => {
                return Err(Blemish::Expired);
            }
            Chain::Broken { .. } | Chain::Unknown { .. } => return Err(Blemish::Untrusted),
        }
        match &self.revocation {
            Part::Good => Ok(signer),
            Part::Bad { .. } => Err(Blemish::Revoked),
            Part::Unknown { .. } | Part::NotAsked => Err(Blemish::RevocationUnknown),
        }
    }
}
