//! A task (поручение): what one member asks of a colleague or of a department.

use super::{AccountRefusal, DepartmentAccess, DepartmentId, PeopleRefusal, comment};
use kernel::{BoxId, CivilDate, Moment, UserId, uuid::Uuid};

kernel::typed_id!(
    /// A task.
    pub struct TaskId
);

/// Where a task stands. Only an open one goes anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskState {
    /// Waits for whom it was given to.
    Open,
    /// They did it.
    Done,
    /// They gave it back undone, and said why.
    Returned,
    /// Who gave it no longer needs it.
    Withdrawn,
}

impl TaskState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Open, Self::Done, Self::Returned, Self::Withdrawn];

    /// The stored and shown name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Done => "done",
            Self::Returned => "returned",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// By its stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// To whom a task is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskReceiver {
    /// One person.
    Member(UserId),
    /// Whoever of the department takes it first.
    Department(DepartmentId),
}

impl TaskReceiver {
    /// Of the two ways to name it. Refuses both and none.
    pub fn read(member: Option<UserId>, department: Option<DepartmentId>) -> Result<Self, AccountRefusal> {
        match (member, department) {
            (Some(user_id), None) => Ok(Self::Member(user_id)),
            (None, Some(department_id)) => Ok(Self::Department(department_id)),
            _ => Err(PeopleRefusal::TaskReceiver.into()),
        }
    }

    /// Whether this member is meant.
    #[must_use]
    pub fn is(self, user_id: UserId, departments: &DepartmentAccess) -> bool {
        match self {
            Self::Member(member) => member == user_id,
            Self::Department(department_id) => departments.reaches(department_id),
        }
    }
}

/// The document a task is about. Who follows the link needs the right to read the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskDocument {
    /// A box of the organization.
    pub box_id: BoxId,
    /// The document's id in it, as the room of documents knows it.
    pub document_id: Uuid,
}

/// A task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// Its id.
    pub task_id: TaskId,
    /// What is to be done.
    pub text: String,
    /// What about.
    pub document: Option<TaskDocument>,
    /// Who gave it.
    pub from: UserId,
    /// To whom.
    pub to: TaskReceiver,
    /// By which day.
    pub due_on: Option<CivilDate>,
    /// Where it stands.
    pub state: TaskState,
    /// Why it was returned.
    pub reason: Option<String>,
    /// When it was given.
    pub created_at: Moment,
    /// When it was done, returned or withdrawn.
    pub decided_at: Option<Moment>,
    /// By whom.
    pub decided_by: Option<UserId>,
}

/// What becomes of an open task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskAct {
    /// By whom it was given to.
    Finish,
    /// By the same, with the reason, not empty.
    Return(String),
    /// By who gave it.
    Withdraw,
}

impl TaskAct {
    /// The state after it, and the reason to keep.
    #[must_use]
    pub fn outcome(&self) -> (TaskState, Option<&str>) {
        match self {
            Self::Finish => (TaskState::Done, None),
            Self::Return(reason) => (TaskState::Returned, Some(reason)),
            Self::Withdraw => (TaskState::Withdrawn, None),
        }
    }
}

impl Task {
    /// Refuses an act on a task that is over, and one that belongs to the other side. Who is neither side does not find it.
    pub fn check(&self, act: &TaskAct, by: UserId, departments: &DepartmentAccess) -> Result<(), AccountRefusal> {
        let (is_giver, is_receiver) = (self.from == by, self.to.is(by, departments));
        if !is_giver && !is_receiver {
            return Err(AccountRefusal::not_found("task"));
        }
        if self.state != TaskState::Open {
            return Err(PeopleRefusal::TaskOver.into());
        }
        let may = if *act == TaskAct::Withdraw { is_giver } else { is_receiver };
        if may { Ok(()) } else { Err(PeopleRefusal::TaskOfOther.into()) }
    }

    /// Refuses a day that is past where it is given.
    pub fn check_due(due_on: Option<CivilDate>, now: Moment) -> Result<(), AccountRefusal> {
        match due_on {
            Some(day) if day < now.civil_date_msk() => Err(PeopleRefusal::TaskDue.into()),
            _ => Ok(()),
        }
    }
}

/// Words that must be there, of a task or of a reason: 1 to 500 characters, lines allowed.
pub fn words(field: &'static str, text: &str) -> Result<String, AccountRefusal> {
    match comment(field, text) {
        Ok(text) if !text.is_empty() => Ok(text),
        _ => Err(AccountRefusal::TextForm { field, accepted: "1 to 500 characters" }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::TypedId as _;

    fn user(number: u128) -> UserId {
        UserId::from_uuid(Uuid::from_u128(number))
    }

    fn department(number: u128) -> DepartmentId {
        DepartmentId::from_uuid(Uuid::from_u128(number))
    }

    fn task(to: TaskReceiver, state: TaskState) -> Task {
        Task {
            task_id: TaskId::from_uuid(Uuid::from_u128(9)),
            text: "Проверить цены".to_owned(),
            document: None,
            from: user(1),
            to,
            due_on: None,
            state,
            reason: None,
            created_at: Moment::EPOCH,
            decided_at: None,
            decided_by: None,
        }
    }

    #[test]
    fn who_may_do_what() {
        let listed = |number| DepartmentAccess::Listed([department(number)].into());
        let (finish, back, withdraw) = (TaskAct::Finish, TaskAct::Return("Не моё".to_owned()), TaskAct::Withdraw);
        let (absent, other) = (Err(AccountRefusal::not_found("task")), Err(PeopleRefusal::TaskOfOther.into()));
        let to_member = TaskReceiver::Member(user(2));
        let to_department = TaskReceiver::Department(department(5));
        for (to, by, access, act, expected) in [
            (to_member, 2, listed(6), &finish, Ok(())),
            (to_member, 2, listed(6), &back, Ok(())),
            (to_member, 2, listed(6), &withdraw, other.clone()),
            (to_member, 1, listed(6), &withdraw, Ok(())),
            (to_member, 1, DepartmentAccess::All, &finish, other.clone()),
            (to_member, 1, listed(6), &back, other),
            (to_member, 3, DepartmentAccess::All, &finish, absent.clone()),
            (to_department, 3, listed(5), &finish, Ok(())),
            (to_department, 3, DepartmentAccess::All, &back, Ok(())),
            (to_department, 3, listed(6), &finish, absent),
        ] {
            assert_eq!(task(to, TaskState::Open).check(act, user(by), &access), expected, "{to:?} {by} {act:?}");
        }
        for state in [TaskState::Done, TaskState::Returned, TaskState::Withdrawn] {
            for (act, by) in [(&finish, 2), (&back, 2), (&withdraw, 1)] {
                let over = Err(PeopleRefusal::TaskOver.into());
                assert_eq!(task(to_member, state).check(act, user(by), &listed(6)), over, "{state:?} {act:?}");
            }
        }
        assert_eq!(finish.outcome(), (TaskState::Done, None));
        assert_eq!(back.outcome(), (TaskState::Returned, Some("Не моё")));
        assert_eq!(withdraw.outcome(), (TaskState::Withdrawn, None));
    }

    #[test]
    fn what_is_given() {
        let receiver =
            |member: Option<u128>, place: Option<u128>| TaskReceiver::read(member.map(user), place.map(department));
        assert_eq!(receiver(Some(2), None), Ok(TaskReceiver::Member(user(2))));
        assert_eq!(receiver(None, Some(5)), Ok(TaskReceiver::Department(department(5))));
        for (member, place) in [(None, None), (Some(2), Some(5))] {
            assert_eq!(receiver(member, place), Err(PeopleRefusal::TaskReceiver.into()));
        }
        let now = Moment::from_seconds(1_795_000_000);
        let today = now.civil_date_msk();
        assert_eq!(Task::check_due(None, now), Ok(()));
        assert_eq!(Task::check_due(Some(today), now), Ok(()));
        assert_eq!(Task::check_due(Some(today.yesterday().unwrap()), now), Err(PeopleRefusal::TaskDue.into()));
        for wrong in ["", " \n ", "\u{7}"] {
            assert!(words("text", wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(words("text", " Проверить ").as_deref(), Ok("Проверить"));
        assert!(words("text", &"я".repeat(501)).is_err());
        for state in TaskState::ALL {
            assert_eq!(TaskState::parse(state.name()), Some(state));
        }
        assert_eq!(TaskState::parse("late"), None);
    }
}
