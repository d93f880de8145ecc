use crate::{IntegratorKeyId, JobId, SignInId, UserId};
use serde::{Deserialize, Serialize};

/// Who asks. What the caller may do is `account`'s answer, never read from here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Caller {
    /// No sign-in was shown.
    Nobody,
    /// A person, by the sign-in shown.
    User {
        /// The person.
        user_id: UserId,
        /// The sign-in.
        sign_in_id: SignInId,
        /// The integrator's program it came through, if any.
        integrator_key_id: Option<IntegratorKeyId>,
    },
    /// A background job, whose scope an authorised transaction wrote into it.
    Job {
        /// The job.
        job_id: JobId,
    },
    /// The program itself: first start, seeding, the administrator's command line.
    System,
}

impl Caller {
    /// The person, where a person asks.
    pub fn user_id(&self) -> Option<UserId> {
        match self {
            Self::User { user_id, .. } => Some(*user_id),
            Self::Nobody | Self::Job { .. } | Self::System => None,
        }
    }
}
