use account::User;
use serde::Serialize;
use utoipa::ToSchema;

/// A person of the desk by name: who is at work, who looked first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DeskPerson)]
pub(crate) struct PersonView {
    /// Who.
    user_id: String,
    /// What others call the person.
    name: String,
}

impl PersonView {
    pub(super) fn all(people: &[User]) -> Vec<Self> {
        let view = |user: &User| Self { user_id: user.user_id.to_string(), name: user.name.clone() };
        people.iter().map(view).collect()
    }
}
