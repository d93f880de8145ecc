//! One use case a file.

pub(crate) mod application;
pub(crate) mod check_journal;
pub(crate) mod desk;
pub(crate) mod find;
pub(crate) mod holder;
pub(crate) mod import;
pub(crate) mod issue;
pub(crate) mod letters;
pub(crate) mod list;
pub(crate) mod make_authorities;
pub(crate) mod make_list;
pub(crate) mod make_operator;
pub(crate) mod mine;
pub(crate) mod notices;
pub(crate) mod phrase;
pub(crate) mod revoke;
pub(crate) mod signed;
pub(crate) mod status;
pub(crate) mod suspend;
