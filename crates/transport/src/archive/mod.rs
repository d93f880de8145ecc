//! ZIP archives as containers use them: written alike every time, read within limits.
//!
//! One disk, no encryption, no 64-bit sizes; members stored or deflated. What an archive says twice must agree, nothing may stand
//! between its parts twice, and no name may lead out of a folder: of two readers none shall see another archive.

mod layout;
mod read;
mod write;

pub use read::read;
pub use write::write;

/// A file of an archive.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Member {
    /// Without folders, 1 to [`crate::limits::MEMBER_NAME_BYTES_MAX`] bytes.
    pub name: String,
    /// The file.
    pub content: Vec<u8>,
    /// Put in as it is: what is compressed or encrypted already grows by deflating.
    pub is_stored: bool,
}

/// A name without folders, control characters and the marks by which some system would leave the folder.
pub(crate) fn is_plain_name(name: &str) -> bool {
    let leads_out = |c: char| c.is_control() || matches!(c, '/' | '\\' | ':');
    let bounded = (1..=crate::limits::MEMBER_NAME_BYTES_MAX).contains(&name.len());
    bounded && !name.chars().any(leads_out) && name != "." && name != ".."
}
