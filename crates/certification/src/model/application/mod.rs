//! The application for a certificate as one checked machine: stages, acts, the table of allowed transitions.
//!
//! Read [`event::TABLE`] first, then [`Application::apply`]. Every act names from which stages it may be done and where it may
//! lead; the guards beside it look at the items, the identity and the claim. `walk.rs` tries every act in every
//! reachable state.

mod event;
mod point;
mod refusal;
#[cfg(test)]
mod walk;

#[cfg(test)]
use event::TABLE;
pub use event::{Act, Event};
pub use point::{Point, PointState, Reason};
pub use refusal::ApplicationRefusal;

use kernel::{Moment, UserId};
use serde::Serialize;
use std::collections::BTreeMap;
use std::time::Duration;

kernel::typed_id!(
    /// An application for a certificate.
    pub struct ApplicationId
);

/// An operator's claim lasts so long without an act of his; then another may take the application. A careful look at
/// three scans takes minutes, and a forgotten window must not hold the three-day clock.
pub const CLAIM_LASTS: Duration = Duration::from_secs(30 * 60);

/// Why an application is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationKind {
    /// The first certificate of this person for this organization, or one whose papers are shown anew.
    First,
    /// Signed with the key of a certificate in force: no scan, no check, no visit.
    Renewal,
    /// In place of a certificate that was lost, revoked or has ended: the identity proven before stands, only the
    /// application is signed anew.
    Replacement,
}

impl ApplicationKind {
    /// All kinds.
    pub const ALL: [Self; 3] = [Self::First, Self::Renewal, Self::Replacement];

    /// Items such an application consists of.
    pub fn points(self) -> impl Iterator<Item = Point> {
        Point::ALL.into_iter().filter(move |point| match self {
            Self::First => true,
            Self::Renewal => false,
            Self::Replacement => !point.is_scan() || *point == Point::StatementScan,
        })
    }

    /// Stable word, as kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Renewal => "renewal",
            Self::Replacement => "replacement",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// Where an application stands: what the applicant sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ApplicationStage)]
pub enum Stage {
    /// «Новая»: being filled in.
    New,
    /// «Документы на проверке»: at the operators' desk.
    UnderCheck,
    /// «Отклонена»: what was refused is to be given again.
    Rejected,
    /// «Готова к выпуску»: waits for the holder's consent and key.
    ReadyForIssue,
    /// «Готова к установке»: the certificate is issued; a test signature is to prove that its key is at hand.
    ReadyToInstall,
    /// «Установлена».
    Installed,
    /// «Истекла»: the certificate has ended.
    Expired,
    /// «Отозвана».
    Revoked,
}

impl Stage {
    /// All stages.
    pub const ALL: [Self; 8] = [
        Self::New,
        Self::UnderCheck,
        Self::Rejected,
        Self::ReadyForIssue,
        Self::ReadyToInstall,
        Self::Installed,
        Self::Expired,
        Self::Revoked,
    ];

    /// While it is open, the person cannot make a second one for the same organization.
    pub fn is_open(self) -> bool {
        matches!(self, Self::New | Self::UnderCheck | Self::Rejected | Self::ReadyForIssue)
    }

    /// Stable word, as kept and as sent.
    pub fn word(self) -> &'static str {
        match self {
            Self::New => "new",
            Self::UnderCheck => "under_check",
            Self::Rejected => "rejected",
            Self::ReadyForIssue => "ready_for_issue",
            Self::ReadyToInstall => "ready_to_install",
            Self::Installed => "installed",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.word() == word)
    }
}

/// What is known of the applicant's identity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ApplicationIdentity)]
pub enum Identity {
    /// Only what the applicant says.
    Claimed,
    /// An operator doubts it: only a visit helps.
    Doubted,
    /// Two pairs of eyes (or as many as the host demands) found the documents good.
    ByDocuments,
    /// Signed with the key of a certificate in force.
    ByKey,
    /// Seen in person, with the papers, by a registration office or an operator.
    InPerson,
}

impl Identity {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Claimed, Self::Doubted, Self::ByDocuments, Self::ByKey, Self::InPerson];

    /// Stable word, as kept.
    pub fn word(self) -> &'static str {
        match self {
            Self::Claimed => "claimed",
            Self::Doubted => "doubted",
            Self::ByDocuments => "by_documents",
            Self::ByKey => "by_key",
            Self::InPerson => "in_person",
        }
    }

    /// Reads the stable word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|identity| identity.word() == word)
    }
}

/// Which operator is at work, until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// The operator.
    pub by: UserId,
    /// Afterwards another may take it.
    pub until: Moment,
}

/// What the host demands of its desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeskRules {
    /// A second person confirms the first one's approval.
    pub second_pair: bool,
}

/// An application as the rules see it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Application {
    /// Who will be named in the certificate.
    pub holder: UserId,
    /// Why it is made.
    pub kind: ApplicationKind,
    /// Where it stands.
    pub stage: Stage,
    /// Its items.
    pub points: BTreeMap<Point, PointState>,
    /// What is known of the identity.
    pub identity: Identity,
    /// Who approved first, while a second pair of eyes is waited for.
    pub first_approver: Option<UserId>,
    /// Who is at work.
    pub claim: Option<Claim>,
}

impl Application {
    /// A new one, to be filled in; a renewal is ready for issue at once, since the key has proven its holder.
    pub fn new(holder: UserId, kind: ApplicationKind, identity: Identity) -> Self {
        let is_renewal = kind == ApplicationKind::Renewal;
        Self {
            holder,
            kind,
            stage: if is_renewal { Stage::ReadyForIssue } else { Stage::New },
            points: kind.points().map(|point| (point, PointState::Absent)).collect(),
            identity: if is_renewal { Identity::ByKey } else { identity },
            first_approver: None,
            claim: None,
        }
    }

    /// The renewal of its certificate. Refuses where no certificate is in force.
    pub fn renew(&self) -> Result<Self, ApplicationRefusal> {
        match self.stage {
            Stage::ReadyToInstall | Stage::Installed => {
                Ok(Self::new(self.holder, ApplicationKind::Renewal, self.identity))
            }
            stage => Err(ApplicationRefusal::Stage { act: "renew", stage }),
        }
    }

    /// A new application in place of its certificate. Refuses while it is open itself.
    pub fn replace(&self) -> Result<Self, ApplicationRefusal> {
        if self.stage.is_open() {
            return Err(ApplicationRefusal::Stage { act: "replace", stage: self.stage });
        }
        Ok(Self::new(self.holder, ApplicationKind::Replacement, self.identity))
    }

    /// As it stands after the act. Refuses what [`event::TABLE`] does not allow in this stage, and what the guards refuse;
    /// then nothing has changed.
    pub fn apply(&self, event: Event, now: Moment, rules: DeskRules) -> Result<Self, ApplicationRefusal> {
        let act = event.act();
        if !act.may_be_done_in(self.stage) {
            return Err(ApplicationRefusal::Stage { act: act.word(), stage: self.stage });
        }
        let mut next = self.clone();
        match event {
            Event::Edit(point) => next.edit(point)?,
            Event::Upload(point) => next.upload(point)?,
            Event::SignStatement => next.sign_statement()?,
            Event::Submit => next.submit()?,
            Event::Withdraw => next.leave_desk(Stage::New),
            Event::Claim { by } => next.take(by, now)?,
            Event::Release { by } => {
                next.hold(by, now)?;
                next.claim = None;
            }
            Event::Judge { by, point, verdict } => next.judge(by, point, verdict, now)?,
            Event::Doubt { by } => next.doubt(by, now)?,
            Event::ProveInPerson { by } => next.prove_in_person(by)?,
            Event::Approve { by } => next.approve(by, now, rules)?,
            Event::Reject { by } => next.reject(by, now)?,
            Event::Issue => next.stage = Stage::ReadyToInstall,
            Event::Install => next.stage = Stage::Installed,
            Event::Expire => next.stage = Stage::Expired,
            Event::Revoke => next.stage = Stage::Revoked,
        }
        if !act.may_lead_to(next.stage) {
            kernel::bug!("{} leads an application where the table does not let it", act.word());
        }
        Ok(next)
    }

    fn edit(&mut self, point: Point) -> Result<(), ApplicationRefusal> {
        if point.is_scan() {
            return Err(ApplicationRefusal::NoSuchItem);
        }
        self.give(point)?;
        if point.is_in_statement()
            && let Some(statement) = self.points.get_mut(&Point::StatementScan)
            && *statement != PointState::Absent
        {
            *statement = PointState::Refused(Reason::FormChanged);
        }
        Ok(())
    }

    fn upload(&mut self, point: Point) -> Result<(), ApplicationRefusal> {
        if point.is_scan() { self.give(point) } else { Err(ApplicationRefusal::NoSuchItem) }
    }

    /// Its own verdict falls, no other item's.
    fn give(&mut self, point: Point) -> Result<(), ApplicationRefusal> {
        *self.points.get_mut(&point).ok_or(ApplicationRefusal::NoSuchItem)? = PointState::Unseen;
        Ok(())
    }

    fn sign_statement(&mut self) -> Result<(), ApplicationRefusal> {
        self.complete(|point| point != Point::StatementScan && !point.is_scan())?;
        let statement = self.points.get_mut(&Point::StatementScan).ok_or(ApplicationRefusal::NoSuchItem)?;
        *statement = PointState::Accepted;
        if self.identity != Identity::Doubted {
            self.identity = Identity::ByKey;
        }
        Ok(())
    }

    /// Refuses where an item of these is missing or refused.
    fn complete(&self, concerned: impl Fn(Point) -> bool) -> Result<(), ApplicationRefusal> {
        let open = self
            .points
            .iter()
            .find(|(point, state)| concerned(**point) && matches!(state, PointState::Absent | PointState::Refused(_)));
        match open {
            Some((point, PointState::Absent)) => Err(ApplicationRefusal::ItemMissing { point: *point }),
            Some((point, _)) => Err(ApplicationRefusal::ItemRefused { point: *point }),
            None => Ok(()),
        }
    }

    fn submit(&mut self) -> Result<(), ApplicationRefusal> {
        self.complete(|_| true)?;
        self.leave_desk(Stage::UnderCheck);
        Ok(())
    }

    /// Whatever was between operators is over.
    fn leave_desk(&mut self, stage: Stage) {
        self.stage = stage;
        self.claim = None;
        self.first_approver = None;
    }

    fn take(&mut self, by: UserId, now: Moment) -> Result<(), ApplicationRefusal> {
        self.not_own(by)?;
        if self.first_approver == Some(by) {
            return Err(ApplicationRefusal::SecondPair);
        }
        if self.claim.is_some_and(|claim| claim.by != by && claim.until > now) {
            return Err(ApplicationRefusal::ClaimedByOther);
        }
        self.claim = Some(Claim { by, until: now.plus(CLAIM_LASTS) });
        Ok(())
    }

    fn not_own(&self, by: UserId) -> Result<(), ApplicationRefusal> {
        if by == self.holder { Err(ApplicationRefusal::OwnApplication) } else { Ok(()) }
    }

    /// Whoever acts holds a claim that has not run out; the act makes it last again.
    fn hold(&mut self, by: UserId, now: Moment) -> Result<(), ApplicationRefusal> {
        self.not_own(by)?;
        match &mut self.claim {
            Some(claim) if claim.by == by && claim.until > now => {
                claim.until = now.plus(CLAIM_LASTS);
                Ok(())
            }
            _ => Err(ApplicationRefusal::NotClaimed),
        }
    }

    fn judge(&mut self, by: UserId, point: Point, verdict: Verdict, now: Moment) -> Result<(), ApplicationRefusal> {
        self.hold(by, now)?;
        let state = self.points.get_mut(&point).ok_or(ApplicationRefusal::NoSuchItem)?;
        *state = match verdict {
            Verdict::Accept => PointState::Accepted,
            Verdict::Refuse(reason) if reason.concerns(point) => PointState::Refused(reason),
            Verdict::Refuse(_) => return Err(ApplicationRefusal::ReasonElsewhere),
        };
        Ok(())
    }

    fn doubt(&mut self, by: UserId, now: Moment) -> Result<(), ApplicationRefusal> {
        self.hold(by, now)?;
        if self.identity == Identity::InPerson {
            return Err(ApplicationRefusal::SeenInPerson);
        }
        self.identity = Identity::Doubted;
        Ok(())
    }

    fn prove_in_person(&mut self, by: UserId) -> Result<(), ApplicationRefusal> {
        self.not_own(by)?;
        self.identity = Identity::InPerson;
        Ok(())
    }

    fn approve(&mut self, by: UserId, now: Moment, rules: DeskRules) -> Result<(), ApplicationRefusal> {
        self.hold(by, now)?;
        if self.identity == Identity::Doubted {
            return Err(ApplicationRefusal::IdentityDoubted);
        }
        if let Some((point, _)) = self.points.iter().find(|(_, state)| **state != PointState::Accepted) {
            return Err(ApplicationRefusal::NotJudged { point: *point });
        }
        if rules.second_pair && self.first_approver.is_none() {
            self.first_approver = Some(by);
            self.claim = None;
            return Ok(());
        }
        if self.first_approver == Some(by) {
            return Err(ApplicationRefusal::SecondPair);
        }
        if self.identity == Identity::Claimed {
            self.identity = Identity::ByDocuments;
        }
        self.leave_desk(Stage::ReadyForIssue);
        Ok(())
    }

    fn reject(&mut self, by: UserId, now: Moment) -> Result<(), ApplicationRefusal> {
        self.hold(by, now)?;
        let is_refused = self.points.values().any(|state| matches!(state, PointState::Refused(_)));
        if !is_refused && self.identity != Identity::Doubted {
            return Err(ApplicationRefusal::NothingRefused);
        }
        self.leave_desk(Stage::Rejected);
        Ok(())
    }
}

/// What an operator says of one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is good.
    Accept,
    /// It is not.
    Refuse(Reason),
}
