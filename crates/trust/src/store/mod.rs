//! Tables of trust. All belong to the whole installation: what a host trusts is the same for every organization in it.

mod accredited;
mod authority;
mod revocation_list;
mod version;

use store::Sql;

pub(crate) use accredited::{find_latest_list, insert_list};
pub(crate) use authority::{
    AuthorityRow, NewAuthority, Role, find_present, get_certificate, insert_authority, list_as_of, withdraw_authority,
};
pub(crate) use revocation_list::{
    ListRow, find_current, get_content, has_list, insert_revocation_list, lists_as_of, replace_current,
};
pub(crate) use version::{bump_version, get_version};

/// Every statement, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: &[&Sql] = &[
    &version::GET,
    &version::BUMP,
    &authority::LIST_AS_OF,
    &authority::FIND_PRESENT,
    &authority::GET_CERTIFICATE,
    &authority::INSERT,
    &authority::WITHDRAW,
    &revocation_list::LISTS_AS_OF,
    &revocation_list::GET_CONTENT,
    &revocation_list::FIND_CURRENT,
    &revocation_list::HAS,
    &revocation_list::REPLACE,
    &revocation_list::INSERT,
    &accredited::FIND_LATEST,
    &accredited::LIST,
    &accredited::INSERT_EDITION,
    &accredited::INSERT_SPAN,
];
