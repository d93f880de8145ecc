//! An authority that the program knows nothing of.

use kernel::Moment;
use pki::{Name, SignForm};
use testkit::authority;

/// A signature by a certificate for the organization that an unknown authority issued.
pub fn signature(content: &[u8], (name, inn): (&str, &str), now: Moment) -> Vec<u8> {
    let root = authority::root(Name::builder().cn("УЦ чужой").c("RU").build().unwrap(), 1, now);
    let subject = Name::builder().cn(name).o(name).inn_le(inn).c("RU").build().unwrap();
    let signer = authority::person(&root, subject, 2, now);
    pki::sign_detached(content, &signer, SignForm::CadesBes { at: now }).unwrap()
}
