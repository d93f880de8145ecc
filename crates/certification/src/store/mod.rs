//! Tables of certification, one file an aggregate.

pub(crate) mod authority;
pub(crate) mod certificate;
pub(crate) mod directory;
pub(crate) mod journal;
pub(crate) mod list;
pub(crate) mod operator;

use store::Sql;

/// Every statement, for the test that prepares them on both engines.
pub(crate) const STATEMENTS: &[&Sql] = &[
    &authority::LIST,
    &authority::INSERT,
    &authority::LOCK,
    &authority::SET_HEAD,
    &authority::TAKE_LIST_NUMBER,
    &journal::INSERT,
    &journal::PAGE,
    &journal::HEAD,
    &certificate::INSERT,
    &certificate::FIND,
    &certificate::FIND_BY_REQUEST,
    &certificate::PAGE_FIRST,
    &certificate::PAGE_NEXT,
    &certificate::ISSUE,
    &certificate::REVOKE,
    &directory::INSERT_SERIAL,
    &directory::FIND_SERIAL,
    &directory::INSERT_THUMBPRINT,
    &directory::FIND_THUMBPRINT,
    &directory::INSERT_KEY,
    &list::INSERT_REVOKED,
    &list::PAGE_REVOKED,
    &list::LAST_REVOKED,
    &list::INSERT,
    &list::FIND_LATEST,
    &list::FIND_UNSIGNED,
    &list::SET_CONTENT,
    &operator::FIND_LATEST,
    &operator::INSERT,
];
