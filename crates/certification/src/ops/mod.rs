//! One use case a file.

pub(crate) mod check_journal;
pub(crate) mod find;
pub(crate) mod holder;
pub(crate) mod issue;
pub(crate) mod list;
pub(crate) mod make_authorities;
pub(crate) mod make_list;
pub(crate) mod make_operator;
pub(crate) mod revoke;
