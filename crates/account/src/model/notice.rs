//! What a person is told by the bell.

use kernel::{Moment, OrganizationId};
use std::collections::BTreeMap;

kernel::typed_id!(
    /// A notice to a person.
    pub struct NoticeId
);

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// To administrators: somebody asks for access.
    AccessAsked,
    /// To the person: they are a member now.
    AccessApproved,
    /// To the person: no, and why.
    AccessRefused,
    /// To the delegate: they may act in another's place.
    DelegationGiven,
    /// To the delegator: another may act in their place.
    DelegationMade,
    /// To both: it has ended before its time.
    DelegationRevoked,
    /// To whom a task is given.
    TaskGiven,
    /// To who gave it: it is done.
    TaskDone,
    /// To who gave it: it comes back undone.
    TaskReturned,
    /// To whom it was given: it is no longer needed.
    TaskWithdrawn,
    /// To the holder: the certificate is of no use any more.
    CertificateRevoked,
    /// To the holder: the certificate is of no use for a while.
    CertificateSuspended,
    /// To the holder: the certificate ends soon.
    CertificateEnding,
    /// To the holder: the certificate has ended.
    CertificateEnded,
}

impl NoticeKind {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::AccessAsked,
        Self::AccessApproved,
        Self::AccessRefused,
        Self::DelegationGiven,
        Self::DelegationMade,
        Self::DelegationRevoked,
        Self::TaskGiven,
        Self::TaskDone,
        Self::TaskReturned,
        Self::TaskWithdrawn,
        Self::CertificateRevoked,
        Self::CertificateSuspended,
        Self::CertificateEnding,
        Self::CertificateEnded,
    ];

    /// The stored and shown name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AccessAsked => "access-asked",
            Self::AccessApproved => "access-approved",
            Self::AccessRefused => "access-refused",
            Self::DelegationGiven => "delegation-given",
            Self::DelegationMade => "delegation-made",
            Self::DelegationRevoked => "delegation-revoked",
            Self::TaskGiven => "task-given",
            Self::TaskDone => "task-done",
            Self::TaskReturned => "task-returned",
            Self::TaskWithdrawn => "task-withdrawn",
            Self::CertificateRevoked => "certificate-revoked",
            Self::CertificateSuspended => "certificate-suspended",
            Self::CertificateEnding => "certificate-ending",
            Self::CertificateEnded => "certificate-ended",
        }
    }

    /// Key of the person's text.
    #[must_use]
    pub const fn text_key(self) -> &'static str {
        match self {
            Self::AccessAsked => "account-notice-access-asked",
            Self::AccessApproved => "account-notice-access-approved",
            Self::AccessRefused => "account-notice-access-refused",
            Self::DelegationGiven => "account-notice-delegation-given",
            Self::DelegationMade => "account-notice-delegation-made",
            Self::DelegationRevoked => "account-notice-delegation-revoked",
            Self::TaskGiven => "account-notice-task-given",
            Self::TaskDone => "account-notice-task-done",
            Self::TaskReturned => "account-notice-task-returned",
            Self::TaskWithdrawn => "account-notice-task-withdrawn",
            Self::CertificateRevoked => "account-notice-certificate-revoked",
            Self::CertificateSuspended => "account-notice-certificate-suspended",
            Self::CertificateEnding => "account-notice-certificate-ending",
            Self::CertificateEnded => "account-notice-certificate-ended",
        }
    }

    /// By its stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// A notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub notice_id: NoticeId,
    /// In which organization.
    pub organization_id: Option<OrganizationId>,
    /// What happened.
    pub kind: NoticeKind,
    /// What the text tells: names and dates as they were.
    pub arguments: BTreeMap<String, String>,
    /// When.
    pub created_at: Moment,
    /// When the person saw it.
    pub read_at: Option<Moment>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_come_back() {
        for kind in NoticeKind::ALL {
            assert_eq!(NoticeKind::parse(kind.name()), Some(kind));
        }
        assert_eq!(NoticeKind::parse(""), None);
    }
}
