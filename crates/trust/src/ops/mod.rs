//! One use case a file.

mod import_accredited;
mod import_authorities;
mod import_list;
mod load_snapshot;
mod register_accredited;
mod register_own;
mod withdraw;

pub use import_accredited::{CheckedAccredited, ImportedAccredited, import_accredited, prepare_accredited};
pub use import_authorities::{ImportedAuthorities, import_authorities, prepare_authorities};
pub use import_list::{VerifiedList, import_list, prepare_list};
pub(crate) use load_snapshot::{load_snapshot, load_snapshot_as_of};
pub use register_accredited::register_accredited;
pub use register_own::{OwnAuthority, OwnRole, register_own_authority, register_own_list};
pub use withdraw::withdraw_authority;
