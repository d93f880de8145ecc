//! What the host's administrator decides.

use crate::Refusal;
use crate::model::{DeskRules, due_on};
use kernel::{CivilDate, Inn, Moment, Ogrn, OrganizationId, UserId};
use rules::Rules;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// Scans and the passport's number are kept so long after the certificate is issued: time to object to it.
const PAPERS_KEPT: Duration = DAY.saturating_mul(30);
/// An application nobody goes on with is kept so long: a holiday and a business trip.
const DRAFTS_KEPT: Duration = DAY.saturating_mul(90);

/// For whom the own unqualified authority issues at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum IssuingPolicy {
    /// Every organization of this host; the default.
    #[default]
    Everyone,
    /// Only these.
    Only(BTreeSet<OrganizationId>),
    /// Nobody: certificates come from elsewhere.
    Nobody,
}

impl IssuingPolicy {
    /// Refuses an organization the administrator does not issue for.
    pub fn allows(&self, organization_id: OrganizationId) -> Result<(), Refusal> {
        match self {
            Self::Everyone => Ok(()),
            Self::Only(listed) if listed.contains(&organization_id) => Ok(()),
            Self::Only(_) | Self::Nobody => Err(Refusal::IssuingClosed),
        }
    }
}

/// Who the operator of this host is, as its certificate names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OperatorIdentity {
    /// Name, at most 64 characters.
    pub name: String,
    /// ИНН of the company that hosts, if it wants to be named.
    pub inn: Option<Inn>,
    /// ОГРН of the company that hosts.
    pub ogrn: Option<Ogrn>,
}

impl Default for OperatorIdentity {
    fn default() -> Self {
        Self { name: "Оператор Свиток".to_owned(), inn: None, ogrn: None }
    }
}

/// What the host hands to the room.
#[derive(Clone, Debug)]
pub struct Config {
    /// Address others reach this host at, without a slash at its end: it goes into certificates, so that
    /// revocation lists are found.
    pub public_url: String,
    /// Who the operator is.
    pub operator: OperatorIdentity,
    /// For whom certificates are issued.
    pub issuing: IssuingPolicy,
    /// Certificates come only on an application that the desk has checked.
    pub desk_only: bool,
    /// What the desk demands.
    pub desk: DeskRules,
    /// Who grants places at the desk.
    pub administrators: Arc<BTreeSet<UserId>>,
    /// Kinds of the jobs by which other rooms hear that a certificate was revoked or suspended.
    pub stopped_heard_by: &'static [&'static str],
    /// The law as dated rows: the production calendar of the desk's clock, what a certificate is enough for.
    pub rules: Option<Arc<Rules>>,
    /// How long papers are kept after the certificate is issued.
    pub papers_kept: Duration,
    /// How long an application is kept that nobody goes on with.
    pub drafts_kept: Duration,
}

impl Config {
    /// The default for a host at this address.
    pub fn new(public_url: &str) -> Self {
        Self {
            public_url: public_url.trim_end_matches('/').to_owned(),
            operator: OperatorIdentity::default(),
            issuing: IssuingPolicy::default(),
            desk_only: false,
            desk: DeskRules { second_pair: true },
            administrators: Arc::default(),
            stopped_heard_by: &[],
            rules: None,
            papers_kept: PAPERS_KEPT,
            drafts_kept: DRAFTS_KEPT,
        }
    }

    /// The last day on which the check of an application is in time; none where the calendar is not known.
    pub(crate) fn check_due_on(&self, submitted_at: Moment) -> Option<CivilDate> {
        self.rules.as_ref().and_then(|rules| due_on(rules.calendar(), submitted_at))
    }

    /// Where the revocation list of a key is.
    pub(crate) fn list_url(&self, key_id: &[u8]) -> String {
        format!("{}/crl/{}.crl", self.public_url, hex::encode(key_id))
    }

    /// Where the state of certificates of a key is asked (OCSP).
    pub(crate) fn status_url(&self, key_id: &[u8]) -> String {
        format!("{}/ocsp/{}", self.public_url, hex::encode(key_id))
    }

    /// Where the certificate of an authority's key is.
    pub(crate) fn authority_url(&self, key_id: &[u8]) -> String {
        format!("{}/ca/{}.crt", self.public_url, hex::encode(key_id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_names_whom_it_allows() {
        let listed = OrganizationId::from_bytes(&[1; 16]).unwrap();
        let other = OrganizationId::from_bytes(&[2; 16]).unwrap();
        let only = IssuingPolicy::Only(BTreeSet::from([listed]));
        assert_eq!(IssuingPolicy::Everyone.allows(other), Ok(()));
        assert_eq!(only.allows(listed), Ok(()));
        assert_eq!(only.allows(other), Err(Refusal::IssuingClosed));
        assert_eq!(IssuingPolicy::Nobody.allows(listed), Err(Refusal::IssuingClosed));
    }

    #[test]
    fn addresses_have_one_slash() {
        let config = Config::new("https://host.example/");
        assert_eq!(config.list_url(&[0xab, 1]), "https://host.example/crl/ab01.crl");
        assert_eq!(config.status_url(&[0xab, 1]), "https://host.example/ocsp/ab01");
        assert_eq!(config.authority_url(&[0xab, 1]), "https://host.example/ca/ab01.crt");
    }
}
