//! States of a certificate and the only ways between them.

use crate::Refusal;
use kernel::Moment;
use serde::{Deserialize, Serialize};

/// Why a certificate stops being valid. Source: RFC 5280 §5.3.1; 63-ФЗ art. 14 part 6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RevocationReason {
    /// The owner asked and said nothing more.
    Unspecified,
    /// The private key was lost, copied or seen by another.
    KeyCompromise,
    /// The person no longer works for or with the organization, or its name changed.
    AffiliationChanged,
    /// Another certificate took its place.
    Superseded,
    /// The organization or the work it was for ended.
    CessationOfOperation,
}

impl RevocationReason {
    /// All reasons, for reading back and for texts.
    pub const ALL: [Self; 5] = [
        Self::Unspecified,
        Self::KeyCompromise,
        Self::AffiliationChanged,
        Self::Superseded,
        Self::CessationOfOperation,
    ];

    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unspecified => "unspecified",
            Self::KeyCompromise => "key_compromise",
            Self::AffiliationChanged => "affiliation_changed",
            Self::Superseded => "superseded",
            Self::CessationOfOperation => "cessation_of_operation",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|r| r.word() == word)
    }
}

/// State of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertificateState {
    /// Written down, not signed yet: nobody has seen it.
    Intended,
    /// Signed and handed out.
    Issued {
        /// When.
        at: Moment,
    },
    /// Out of force for a while; it may come back or be revoked.
    Suspended {
        /// Since when.
        at: Moment,
    },
    /// Stopped before its end.
    Revoked {
        /// When.
        at: Moment,
        /// Why.
        reason: RevocationReason,
    },
}

impl CertificateState {
    /// Stops an issued certificate. Refuses one that is not issued yet, and one already revoked.
    pub fn revoke(self, at: Moment, reason: RevocationReason) -> Result<Self, Refusal> {
        match self {
            Self::Issued { .. } | Self::Suspended { .. } => Ok(Self::Revoked { at, reason }),
            Self::Intended => Err(Refusal::NotIssuedYet),
            Self::Revoked { .. } => Err(Refusal::AlreadyRevoked),
        }
    }

    /// Takes an issued certificate out of force for a while. Refuses any other state.
    pub fn suspend(self, at: Moment) -> Result<Self, Refusal> {
        match self {
            Self::Issued { .. } => Ok(Self::Suspended { at }),
            Self::Intended => Err(Refusal::NotIssuedYet),
            Self::Revoked { .. } => Err(Refusal::AlreadyRevoked),
            Self::Suspended { .. } => Err(Refusal::NotSuspendable),
        }
    }

    /// Puts a suspended certificate in force again. Refuses any other state.
    pub fn resume(self, issued_at: Moment) -> Result<Self, Refusal> {
        match self {
            Self::Suspended { .. } => Ok(Self::Issued { at: issued_at }),
            Self::Revoked { .. } => Err(Refusal::AlreadyRevoked),
            Self::Intended | Self::Issued { .. } => Err(Refusal::NotSuspendable),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_issued_certificate_is_revoked() {
        let at = Moment::from_micros(5);
        let reason = RevocationReason::KeyCompromise;
        let issued = CertificateState::Issued { at: Moment::from_micros(1) };
        let revoked = CertificateState::Revoked { at, reason };
        assert_eq!(issued.revoke(at, reason), Ok(revoked));
        assert_eq!(CertificateState::Intended.revoke(at, reason), Err(Refusal::NotIssuedYet));
        assert_eq!(revoked.revoke(at, RevocationReason::Superseded), Err(Refusal::AlreadyRevoked));
    }

    #[test]
    fn suspended_ones_come_back_or_are_revoked() {
        let at = Moment::from_micros(5);
        let issued = CertificateState::Issued { at };
        let suspended = CertificateState::Suspended { at };
        let revoked = CertificateState::Revoked { at, reason: RevocationReason::Superseded };
        assert_eq!(issued.suspend(at), Ok(suspended));
        assert_eq!(suspended.resume(at), Ok(issued));
        assert_eq!(suspended.revoke(at, RevocationReason::Superseded), Ok(revoked));
        assert_eq!(suspended.suspend(at), Err(Refusal::NotSuspendable));
        assert_eq!(CertificateState::Intended.suspend(at), Err(Refusal::NotIssuedYet));
        for wrong in [CertificateState::Intended, issued] {
            assert_eq!(wrong.resume(at), Err(Refusal::NotSuspendable));
        }
        for wrong in [revoked.resume(at), revoked.suspend(at)] {
            assert_eq!(wrong, Err(Refusal::AlreadyRevoked));
        }
    }

    #[test]
    fn reasons_come_back() {
        for reason in RevocationReason::ALL {
            assert_eq!(RevocationReason::from_word(reason.word()), Some(reason));
        }
        for wrong in ["", "hold", "KEY_COMPROMISE", "keyCompromise"] {
            assert_eq!(RevocationReason::from_word(wrong), None);
        }
    }
}
