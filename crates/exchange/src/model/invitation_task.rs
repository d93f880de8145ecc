//! An invitation as a task: asked for now, its result asked for later.

use kernel::{BoxId, Moment, OrganizationId};

use super::ids::InvitationTaskId;
use super::limits::INVITATION_TOLD_WITHIN;
use super::refusal::Refusal;

/// Where a task stands, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskState {
    /// The other box was not told yet.
    Pending,
    /// The other box was told.
    Done,
    /// The invitation could not be made.
    Refused(Refusal),
}

/// Words of the refusals a task may end with.
const REASONS: &[(&str, Refusal)] =
    &[("already_invited", Refusal::AlreadyInvited), ("too_many_invitations", Refusal::TooManyInvitations)];

impl TaskState {
    /// State and reason as they are kept; none for a refusal that does not depend on what the boxes are to each other:
    /// such a one is answered at once.
    #[must_use]
    pub fn words(&self) -> Option<(&'static str, Option<&'static str>)> {
        match self {
            Self::Pending => Some(("pending", None)),
            Self::Done => Some(("done", None)),
            Self::Refused(refusal) => {
                let (word, _) = REASONS.iter().find(|(_, known)| known == refusal)?;
                Some(("refused", Some(word)))
            }
        }
    }

    /// Reads what [`TaskState::words`] gave.
    #[must_use]
    pub fn from_words(state: &str, reason: Option<&str>) -> Option<Self> {
        match (state, reason) {
            ("pending", None) => Some(Self::Pending),
            ("done", None) => Some(Self::Done),
            ("refused", Some(reason)) => {
                let (_, refusal) = REASONS.iter().find(|(word, _)| *word == reason)?;
                Some(Self::Refused(refusal.clone()))
            }
            _ => None,
        }
    }
}

/// A task of a box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvitationTask {
    /// The task.
    pub id: InvitationTaskId,
    /// The invited box.
    pub counteragent_box_id: BoxId,
    /// Its organization.
    pub counteragent_organization_id: OrganizationId,
    /// Where it stands.
    pub state: TaskState,
    /// When it was asked for.
    pub asked_at: Moment,
}

impl InvitationTask {
    /// Where it stands for who asks now: one that waits longer than telling is tried for has failed.
    #[must_use]
    pub fn result(&self, now: Moment) -> TaskState {
        match &self.state {
            TaskState::Pending if now > self.asked_at.plus(INVITATION_TOLD_WITHIN) => {
                TaskState::Refused(Refusal::InvitationNotTold)
            }
            state => state.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::{TypedId as _, uuid::Uuid};

    #[test]
    fn words_come_back() {
        let refused = |refusal| TaskState::Refused(refusal);
        for state in [
            TaskState::Pending,
            TaskState::Done,
            refused(Refusal::AlreadyInvited),
            refused(Refusal::TooManyInvitations),
        ] {
            let (word, reason) = state.words().unwrap();
            assert_eq!(TaskState::from_words(word, reason), Some(state));
        }
        assert_eq!(refused(Refusal::SameBox).words(), None);
        for (state, reason) in [
            ("", None),
            ("pending", Some("already_invited")),
            ("done", Some("x")),
            ("refused", None),
            ("refused", Some("x")),
        ] {
            assert_eq!(TaskState::from_words(state, reason), None, "{state} {reason:?}");
        }
    }

    #[test]
    fn a_task_does_not_wait_for_ever() {
        let task = |state| InvitationTask {
            id: InvitationTaskId::from_uuid(Uuid::from_u128(1)),
            counteragent_box_id: BoxId::from_uuid(Uuid::from_u128(2)),
            counteragent_organization_id: OrganizationId::from_uuid(Uuid::from_u128(3)),
            state,
            asked_at: Moment::EPOCH,
        };
        let end = Moment::EPOCH.plus(INVITATION_TOLD_WITHIN);
        let late = end.plus(std::time::Duration::from_micros(1));
        assert_eq!(task(TaskState::Pending).result(end), TaskState::Pending);
        assert_eq!(task(TaskState::Pending).result(late), TaskState::Refused(Refusal::InvitationNotTold));
        assert_eq!(task(TaskState::Done).result(late), TaskState::Done);
    }
}
