//! What can be done in this room, one use case per file.

pub mod accept_invitation;
pub mod add_member;
pub mod authenticate;
pub mod change_address;
pub mod change_member;
pub mod create_integrator_key;
pub mod create_organization;
pub mod end_sign_in;
pub mod invite;
mod paging;
pub mod read;
pub mod register;
pub mod remove_member;
pub mod resend;
pub mod revoke_integrator_key;
pub mod sign_in;
pub mod withdraw_invitation;
