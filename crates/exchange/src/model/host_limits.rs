//! Limits that a host may set, and how far.

use std::time::Duration;

use super::limits::{
    ACTS_PER_PATCH_MAX, CONTENT_BYTES_MAX, DOCUMENTS_PER_MESSAGE_MAX, SHELF_FILE_BYTES_MAX, SHELF_KEPT,
    SHELF_LARGEST_FILES_MAX, SHELF_PART_BYTES_MAX,
};
use super::refusal::Refusal;

/// Most documents of a message that a host may allow: of the 2000 entities that a message may hold, each has 25, and a
/// document that takes every usual turn (two titles, two receipts, six confirmations, a revocation, each with its
/// signature) has 24.
pub const DOCUMENTS_PER_MESSAGE_CEILING: usize = 80;
/// Least bytes of a document that a host may set: a part of 512 KiB, as the vendor's clients cut them, must come through
/// in base64.
pub const CONTENT_BYTES_FLOOR: usize = 1024 * 1024;
/// Most: what the plumbing keeps and carries as one piece; `svitok` compares.
pub const CONTENT_BYTES_CEILING: usize = 128 * 1024 * 1024;
/// Least bytes of a file on a shelf that a host may set: as of a document.
pub const SHELF_FILE_BYTES_FLOOR: i64 = 1024 * 1024;
/// Most: what a thousand parts of 512 KiB hold, as the vendor's clients cut them.
pub const SHELF_FILE_BYTES_CEILING: i64 = 500 * 1024 * 1024;
/// Least days on a shelf that a host may set: what is brought in the evening is sent in the morning.
pub const SHELF_DAYS_FLOOR: u32 = 1;
/// Most: a quarter; what lies longer is an archive, not a shelf.
pub const SHELF_DAYS_CEILING: u32 = 92;

/// Limits that a host may set; what is posted or brought from then on keeps to them, what was kept before stays.
/// `svitok` takes nothing beyond the floors and ceilings of this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HostLimits {
    /// Documents in one message.
    pub documents_per_message_max: usize,
    /// Bytes of one document.
    pub content_bytes_max: usize,
    /// Bytes of one file on a shelf.
    pub shelf_file_bytes_max: i64,
    /// How long a file lies there from its first part on.
    pub shelf_kept: Duration,
}

impl Default for HostLimits {
    fn default() -> Self {
        Self {
            documents_per_message_max: DOCUMENTS_PER_MESSAGE_MAX,
            content_bytes_max: CONTENT_BYTES_MAX,
            shelf_file_bytes_max: SHELF_FILE_BYTES_MAX,
            shelf_kept: SHELF_KEPT,
        }
    }
}

impl HostLimits {
    /// Refuses a message with too many documents.
    pub fn check_documents(&self, count: usize) -> Result<(), Refusal> {
        let documents_max = self.documents_per_message_max;
        if count > documents_max { Err(Refusal::TooManyDocuments { documents_max }) } else { Ok(()) }
    }

    /// Refuses a content that is too large.
    pub fn check_content(&self, bytes: &[u8]) -> Result<(), Refusal> {
        let bytes_max = self.content_bytes_max;
        if bytes.len() > bytes_max { Err(Refusal::ContentTooLarge { bytes_max }) } else { Ok(()) }
    }

    /// Acts in one patch: never fewer than usual, since a message that was posted under other limits is answered too.
    #[must_use]
    pub fn acts_per_patch_max(&self) -> usize {
        self.documents_per_message_max.max(ACTS_PER_PATCH_MAX)
    }

    /// Bytes of one part of a file on a shelf: a part is a request, and no request is larger than a document.
    #[must_use]
    pub fn shelf_part_bytes_max(&self) -> i64 {
        i64::try_from(self.content_bytes_max).unwrap_or(i64::MAX).min(SHELF_PART_BYTES_MAX)
    }

    /// Bytes on one person's shelf.
    #[must_use]
    pub fn shelf_bytes_max(&self) -> i64 {
        self.shelf_file_bytes_max.saturating_mul(SHELF_LARGEST_FILES_MAX)
    }

    /// Days a file lies on a shelf, as a person is told.
    #[must_use]
    pub fn shelf_days(&self) -> u64 {
        self.shelf_kept.as_secs() / (24 * 60 * 60)
    }
}

#[cfg(test)]
mod tests {
    use super::super::limits::{ENTITIES_PER_MESSAGE_MAX, SHELF_PARTS_MAX};
    use super::*;

    #[test]
    fn a_host_may_go_so_far() {
        assert_eq!(ENTITIES_PER_MESSAGE_MAX / DOCUMENTS_PER_MESSAGE_CEILING, 25);
        assert_eq!(SHELF_PARTS_MAX * 512 * 1024, SHELF_FILE_BYTES_CEILING);
        let usual = HostLimits::default();
        assert!((1..=DOCUMENTS_PER_MESSAGE_CEILING).contains(&usual.documents_per_message_max));
        assert!((CONTENT_BYTES_FLOOR..=CONTENT_BYTES_CEILING).contains(&usual.content_bytes_max));
        assert!((SHELF_FILE_BYTES_FLOOR..=SHELF_FILE_BYTES_CEILING).contains(&usual.shelf_file_bytes_max));
        assert_eq!(usual.shelf_days(), 7);
    }

    #[test]
    fn what_follows_from_them() {
        let usual = HostLimits::default();
        assert_eq!((usual.acts_per_patch_max(), usual.shelf_part_bytes_max()), (40, 3 * 1024 * 1024));
        assert_eq!(usual.shelf_bytes_max(), 4000 * 1024 * 1024);
        let small = HostLimits { documents_per_message_max: 3, content_bytes_max: CONTENT_BYTES_FLOOR, ..usual };
        assert_eq!((small.acts_per_patch_max(), small.shelf_part_bytes_max()), (40, 1024 * 1024));
        assert_eq!(HostLimits { documents_per_message_max: 80, ..usual }.acts_per_patch_max(), 80);
    }
}
