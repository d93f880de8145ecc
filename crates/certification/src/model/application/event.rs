//! Acts upon an application, and the table of where each may be done and lead.

use super::{Point, Stage, Verdict};
use kernel::UserId;

/// One act with what it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The applicant fills a field in.
    Edit(Point),
    /// The applicant gives a scan, in place of the former one if there was any.
    Upload(Point),
    /// The applicant signs the application with the key of a certificate in force.
    SignStatement,
    /// The applicant hands it in.
    Submit,
    /// The applicant takes it back.
    Withdraw,
    /// An operator takes it.
    Claim {
        /// Who.
        by: UserId,
    },
    /// An operator lays it back.
    Release {
        /// Who.
        by: UserId,
    },
    /// An operator judges an item.
    Judge {
        /// Who.
        by: UserId,
        /// Which item.
        point: Point,
        /// What he says.
        verdict: Verdict,
    },
    /// An operator doubts the identity.
    Doubt {
        /// Who.
        by: UserId,
    },
    /// A registration office or an operator has seen the person with his papers.
    ProveInPerson {
        /// Who.
        by: UserId,
    },
    /// An operator finds all good.
    Approve {
        /// Who.
        by: UserId,
    },
    /// An operator sends it back.
    Reject {
        /// Who.
        by: UserId,
    },
    /// The holder consents and brings his key: the certificate is issued.
    Issue,
    /// A test signature proved that the key is at hand.
    Install,
    /// The certificate has ended.
    Expire,
    /// The certificate was revoked.
    Revoke,
}

/// Kind of an act, without what it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    /// [`Event::Edit`]
    Edit,
    /// [`Event::Upload`]
    Upload,
    /// [`Event::SignStatement`]
    SignStatement,
    /// [`Event::Submit`]
    Submit,
    /// [`Event::Withdraw`]
    Withdraw,
    /// [`Event::Claim`]
    Claim,
    /// [`Event::Release`]
    Release,
    /// [`Event::Judge`]
    Judge,
    /// [`Event::Doubt`]
    Doubt,
    /// [`Event::ProveInPerson`]
    ProveInPerson,
    /// [`Event::Approve`]
    Approve,
    /// [`Event::Reject`]
    Reject,
    /// [`Event::Issue`]
    Issue,
    /// [`Event::Install`]
    Install,
    /// [`Event::Expire`]
    Expire,
    /// [`Event::Revoke`]
    Revoke,
}

/// One row of the table: the act, the stages it may be done in, the stages it may lead to.
#[derive(Clone, Copy, Debug)]
pub struct Transition {
    /// The act.
    pub act: Act,
    /// Where it may be done.
    pub from: &'static [Stage],
    /// Where it may lead.
    pub to: &'static [Stage],
}

const fn row(act: Act, from: &'static [Stage], to: &'static [Stage]) -> Transition {
    Transition { act, from, to }
}

const NEW: &[Stage] = &[Stage::New];
const FILLING: &[Stage] = &[Stage::New, Stage::Rejected];
const CHECK: &[Stage] = &[Stage::UnderCheck];
const HELD: &[Stage] = &[Stage::ReadyToInstall, Stage::Installed];

/// Everything that may be done. What is not here is refused.
pub const TABLE: &[Transition] = &[
    row(Act::Edit, FILLING, FILLING),
    row(Act::Upload, FILLING, FILLING),
    row(Act::SignStatement, FILLING, FILLING),
    row(Act::Submit, FILLING, CHECK),
    row(Act::Withdraw, CHECK, NEW),
    row(Act::Claim, CHECK, CHECK),
    row(Act::Release, CHECK, CHECK),
    row(Act::Judge, CHECK, CHECK),
    row(Act::Doubt, CHECK, CHECK),
    row(
        Act::ProveInPerson,
        &[Stage::New, Stage::UnderCheck, Stage::Rejected],
        &[Stage::New, Stage::UnderCheck, Stage::Rejected],
    ),
    row(Act::Approve, CHECK, &[Stage::UnderCheck, Stage::ReadyForIssue]),
    row(Act::Reject, CHECK, &[Stage::Rejected]),
    row(Act::Issue, &[Stage::ReadyForIssue], &[Stage::ReadyToInstall]),
    row(Act::Install, &[Stage::ReadyToInstall], &[Stage::Installed]),
    row(Act::Expire, HELD, &[Stage::Expired]),
    row(Act::Revoke, HELD, &[Stage::Revoked]),
];

impl Act {
    /// Its row of [`TABLE`].
    fn transition(self) -> Option<&'static Transition> {
        TABLE.iter().find(|row| row.act == self)
    }

    /// Whether the table lets it be done in this stage.
    pub fn may_be_done_in(self, stage: Stage) -> bool {
        self.transition().is_some_and(|row| row.from.contains(&stage))
    }

    /// Whether the table lets it lead there.
    pub fn may_lead_to(self, stage: Stage) -> bool {
        self.transition().is_some_and(|row| row.to.contains(&stage))
    }

    /// Word for developers.
    pub fn word(self) -> &'static str {
        match self {
            Self::Edit => "edit",
            Self::Upload => "upload",
            Self::SignStatement => "sign_statement",
            Self::Submit => "submit",
            Self::Withdraw => "withdraw",
            Self::Claim => "claim",
            Self::Release => "release",
            Self::Judge => "judge",
            Self::Doubt => "doubt",
            Self::ProveInPerson => "prove_in_person",
            Self::Approve => "approve",
            Self::Reject => "reject",
            Self::Issue => "issue",
            Self::Install => "install",
            Self::Expire => "expire",
            Self::Revoke => "revoke",
        }
    }
}

impl Event {
    /// Its kind.
    pub fn act(self) -> Act {
        match self {
            Self::Edit(_) => Act::Edit,
            Self::Upload(_) => Act::Upload,
            Self::SignStatement => Act::SignStatement,
            Self::Submit => Act::Submit,
            Self::Withdraw => Act::Withdraw,
            Self::Claim { .. } => Act::Claim,
            Self::Release { .. } => Act::Release,
            Self::Judge { .. } => Act::Judge,
            Self::Doubt { .. } => Act::Doubt,
            Self::ProveInPerson { .. } => Act::ProveInPerson,
            Self::Approve { .. } => Act::Approve,
            Self::Reject { .. } => Act::Reject,
            Self::Issue => Act::Issue,
            Self::Install => Act::Install,
            Self::Expire => Act::Expire,
            Self::Revoke => Act::Revoke,
        }
    }
}
