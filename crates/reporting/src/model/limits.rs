//! Limits of the room, each with its reason.

use std::time::Duration;

/// Payers of one organization: an accounting firm serves hundreds; the table of 1,000 is answered at once.
pub const PAYERS_MAX: i64 = 2_000;
/// Drafts not sent yet: one for each form of each payer, and room for mistakes.
pub const DRAFTS_MAX: i64 = 5_000;
/// Documents of one draft: an answer to a demand carries many files; the vendor's clients split at 99.
pub const DOCUMENTS_MAX: usize = 200;
/// One document: the largest reports have 100 MB, the transport asks for less.
pub const DOCUMENT_BYTES_MAX: usize = 64 * 1024 * 1024;
/// All documents of a draft: what a regulator takes in one container.
pub const DRAFT_BYTES_MAX: i64 = 60 * 1024 * 1024;
/// A detached signature with its certificates.
pub const SIGNATURE_BYTES_MAX: usize = 64 * 1024;
/// Signatures under one document: the payer's and those of a representative, a head accountant.
pub const SIGNATURES_MAX: usize = 10;
/// Documents one docflow can come to: answers are finite, a regulator may repeat itself.
pub const DOCFLOW_DOCUMENTS_MAX: usize = 1_000;
/// Findings kept of the check of a draft's document: a person reads a page.
pub const FINDINGS_KEPT_MAX: usize = 100;
/// File names, codes and words of a person.
pub const TEXT_CHARS_MAX: usize = 255;
/// Content brought in parts that no draft named: the vendor keeps it as long.
pub const UPLOAD_KEPT: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// Content brought in parts: the number of its parts.
pub const UPLOAD_PARTS_MAX: usize = 1_000;
/// A draft after it was sent or last changed.
pub const DRAFT_KEPT: Duration = Duration::from_secs(365 * 24 * 60 * 60);
/// Containers taken from a gateway at once.
pub const COLLECTED_AT_ONCE: u32 = 100;
/// How long a gateway may hold an empty answer: news come at once, an idle program asks thrice a minute.
pub const COLLECT_WAIT: Duration = Duration::from_secs(20);
/// Between two tries when a gateway does not answer.
pub const COLLECT_PAUSE: Duration = Duration::from_secs(5);
/// Certificates of one payer that regulators seal to: its people, a few years of each.
pub const CERTIFICATES_MAX: usize = 50;
/// A certificate.
pub const CERTIFICATE_BYTES_MAX: usize = 16 * 1024;
