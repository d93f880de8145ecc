//! What a person lent to a program.

use super::Scope;
use account::lent_sign_in::OfPerson;
use kernel::Moment;

kernel::typed_id!(
    /// A grant: it stands as `sid` in id_tokens.
    pub struct GrantId
);

/// One consent, living as long as the sign-in behind it.
#[derive(Debug, Clone)]
pub struct Grant {
    /// Its id.
    pub grant_id: GrantId,
    /// The program; none for the older sessions, which name none.
    pub client_id: Option<String>,
    /// The sign-in it stands on.
    pub of: OfPerson,
    /// What was lent.
    pub loaned: Loaned,
    /// Until when it can be renewed.
    pub renewable_until: Moment,
    /// When it was ended.
    pub ended_at: Option<Moment>,
}

/// What is told about it in id_tokens.
#[derive(Debug, Clone)]
pub struct Loaned {
    /// What for.
    pub scope: Scope,
    /// What the program bound its request with.
    pub nonce: Option<String>,
    /// When the person proved who he is.
    pub authenticated_at: Moment,
}
