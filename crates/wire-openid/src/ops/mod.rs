//! What the provider does, one act a file.

pub mod authorize;
pub mod device;
pub mod end;
pub mod id_token;
pub mod issue;
pub mod keys;
pub mod redeem;
pub mod renew;

use crate::refusal::OpenidRefusal;
use ::store::No;
use account::AccountRefusal;

/// Whatever the account refuses of a code or a refresh token is one answer: who shows it need not know why.
fn refused(no: No<AccountRefusal>) -> No<OpenidRefusal> {
    match no {
        No::Fault(fault) => No::Fault(fault),
        No::Refused(AccountRefusal::IntegratorRefused) => OpenidRefusal::Client.into(),
        No::Refused(_) => OpenidRefusal::Grant.into(),
    }
}
