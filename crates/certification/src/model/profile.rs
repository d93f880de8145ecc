//! What each kind of certificate contains, as data. `pki` reads every to-be-signed certificate back and compares it
//! with its profile before anything is signed.

use crate::model::Line;
use kernel::Moment;
use pki::oid;
use pki::{Authority, CertificateProfile, KeyUsage};
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A certificate counts from a little before it was signed, so that a verifier whose clock is slow takes it.
const BACKDATED: Duration = Duration::from_secs(5 * 60);

/// One row of the table of profiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// A root.
    Root,
    /// An issuing authority.
    Issuing,
    /// A person who signs for an organization.
    Holder,
    /// The operator of the host.
    Operator,
}

impl Profile {
    /// Days a certificate lasts. Roots and issuing authorities last long, since this floor has no roll-over; people's
    /// follow the usual fifteen months.
    fn validity_days(self) -> u32 {
        match self {
            Self::Root => 5_479,
            Self::Issuing => 3_652,
            Self::Holder | Self::Operator => 457,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Root => "root-1",
            Self::Issuing => "issuing-1",
            Self::Holder => "holder-1",
            Self::Operator => "operator-1",
        }
    }

    /// The profile itself. No policies: a КС class is never claimed, and this authority has no policy of its own.
    pub(crate) fn certificate_profile(self) -> CertificateProfile {
        let signs_certificates = KeyUsage::KEY_CERT_SIGN | KeyUsage::CRL_SIGN;
        let signs_documents = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION;
        let (authority, key_usage, purposes) = match self {
            Self::Root => (Authority::Issues { path_len: None }, signs_certificates, Vec::new()),
            Self::Issuing => (Authority::Issues { path_len: Some(0) }, signs_certificates, Vec::new()),
            Self::Holder | Self::Operator => {
                (Authority::None, signs_documents, vec![oid::PURPOSE_CLIENT, oid::PURPOSE_EMAIL])
            }
        };
        let subject_requires = match self {
            Self::Root | Self::Issuing => vec![oid::COUNTRY, oid::ORGANIZATION, oid::COMMON_NAME],
            Self::Holder => vec![oid::COUNTRY, oid::COMMON_NAME, oid::SURNAME, oid::GIVEN_NAME],
            Self::Operator => vec![oid::COUNTRY, oid::COMMON_NAME],
        };
        CertificateProfile {
            name: self.name().to_owned(),
            validity_days_max: self.validity_days().saturating_add(1),
            authority,
            key_usage,
            purposes,
            policies: Vec::new(),
            subject_requires,
            names_issuer_in_key_id: false,
        }
    }

    /// From now for the profile's length, and never longer than the issuer.
    pub(crate) fn validity(self, now: Moment, issuer_not_after: Option<Moment>) -> Validity {
        let not_before = whole_second(now.minus(BACKDATED));
        let not_after = whole_second(now.plus(DAY.saturating_mul(self.validity_days())));
        Validity { not_before, not_after: issuer_not_after.map_or(not_after, |end| not_after.min(end)) }
    }
}

/// First and last moment of a certificate, whole seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Validity {
    pub not_before: Moment,
    pub not_after: Moment,
}

fn whole_second(at: Moment) -> Moment {
    Moment::from_seconds(at.seconds())
}

/// Common name of an authority.
pub(super) fn authority_common_name(line: Line, profile: Profile) -> String {
    match profile {
        Profile::Root => format!("Свиток {} корневой УЦ", line.mark()),
        Profile::Issuing | Profile::Holder | Profile::Operator => format!("Свиток {} УЦ", line.mark()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_outlives_the_issuer() {
        let now = Moment::from_seconds(1_800_000_000);
        let end = now.plus(DAY);
        let free = Profile::Holder.validity(now, None);
        assert_eq!(free.not_after.seconds() - now.seconds(), 457 * 86_400);
        assert_eq!(now.seconds() - free.not_before.seconds(), 300);
        assert_eq!(Profile::Holder.validity(now, Some(end)).not_after, end);
    }

    #[test]
    fn no_profile_claims_a_class_and_only_authorities_issue() {
        for profile in [Profile::Root, Profile::Issuing, Profile::Holder, Profile::Operator] {
            let rules = profile.certificate_profile();
            assert!(rules.policies.is_empty(), "{profile:?}");
            let issues = matches!(rules.authority, Authority::Issues { .. });
            assert_eq!(issues, rules.key_usage.contains(KeyUsage::KEY_CERT_SIGN), "{profile:?}");
            assert_eq!(issues, matches!(profile, Profile::Root | Profile::Issuing), "{profile:?}");
        }
    }
}
