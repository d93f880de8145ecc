//! What can be done in this room, one use case per file.

pub mod accept_invitation;
pub mod add_member;
pub mod ask_access;
pub mod authenticate;
pub mod bell;
pub mod change_address;
pub mod change_department;
pub mod change_member;
pub mod change_role;
pub mod create_integrator_key;
pub mod create_organization;
pub mod create_role;
pub mod decide_access;
pub mod delegate;
pub mod end_sign_in;
pub mod give_roles;
pub mod invite;
mod notify;
mod paging;
pub mod read;
pub mod register;
pub mod remove_member;
pub mod resend;
pub mod revoke_integrator_key;
pub mod sign_in;
pub mod who_can;
pub mod withdraw_invitation;
