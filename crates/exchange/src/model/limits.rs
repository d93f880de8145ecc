//! Limits of the exchange, each with its unit and reason.

use std::time::Duration;

/// Documents in one message, unless the host sets another number. What integrators of the compatible surface rely on.
pub const DOCUMENTS_PER_MESSAGE_MAX: usize = 40;
/// Bytes of one document, unless the host sets another number: 70 MB, as integrators rely on.
pub const CONTENT_BYTES_MAX: usize = 70 * 1024 * 1024;
/// Bytes of one detached signature: the largest seen carry a chain and time stamps in some 30 KB.
pub const SIGNATURE_BYTES_MAX: usize = 256 * 1024;
/// Characters of a comment, a refusal's or a correction request's words.
pub const COMMENT_CHARS_MAX: usize = 5000;
/// Bytes of a file name: what common file systems keep.
pub const FILE_NAME_BYTES_MAX: usize = 255;
/// Characters of the sender's own id of a document.
pub const CUSTOM_ID_CHARS_MAX: usize = 256;
/// Pairs of custom data on one document.
pub const CUSTOM_DATA_PAIRS_MAX: usize = 100;
/// Characters of a custom key or value.
pub const CUSTOM_DATA_CHARS_MAX: usize = 1000;
/// Documents that one document may name as its origins.
pub const INITIAL_DOCUMENTS_MAX: usize = 100;
/// Acts in one patch: as many as a message may hold documents, or more where the host lets it hold more.
pub const ACTS_PER_PATCH_MAX: usize = 40;
/// Entities of one message copy: 40 documents with 50 entities each; a longer talk belongs to a new message.
pub const ENTITIES_PER_MESSAGE_MAX: usize = 2000;
/// Invitations a box may have waiting for an answer: keeps a stranger from flooding boxes.
pub const INVITATIONS_WAITING_MAX: i64 = 1000;
/// Documents counted for a list's total: beyond, "this many or more". Each costs a step over an index.
pub const COUNTED_MAX: i64 = 1000;
/// Documents asked of at once by their ids: a page.
pub const DOCUMENTS_AT_ONCE_MAX: usize = 100;
/// Entities loaded for one page of a list or of the feed, each about a kilobyte: a page of a hundred usual messages has a
/// tenth of it. A page with more ends before it is full.
pub const ENTITIES_AT_ONCE_MAX: usize = 10_000;
/// How long a document that came counts as unread: a quarter with its reports. What nobody opened by then is an archive, and
/// whoever joins an organization does not find years of it unread.
pub const UNREAD_FOR: Duration = Duration::from_secs(90 * 24 * 60 * 60);
/// Drafts that wait in one box: a year of a small company's documents; beyond, somebody forgot to send.
pub const DRAFTS_PER_BOX_MAX: i64 = 1000;
/// Contents of a draft's document with a signer filled in, beside the original: each signer who tried.
pub const DRAFT_CONTENTS_MAX: usize = 10;
/// How long a draft stays that nobody touches, and what is left of one that was sent or recycled: two quarters, after
/// which its document would be out of date.
pub const DRAFT_KEPT: Duration = Duration::from_secs(180 * 24 * 60 * 60);
/// Bytes of a file on the shelf, unless the host sets another number: what integrators rely on.
pub const SHELF_FILE_BYTES_MAX: i64 = 400 * 1024 * 1024;
/// Bytes of one part of it: the largest the vendor's later pages name. Never more than a document may have.
pub const SHELF_PART_BYTES_MAX: i64 = 3 * 1024 * 1024;
/// Parts of one file: the largest file in the smallest usual parts (512 KiB) has 800.
pub const SHELF_PARTS_MAX: i64 = 1000;
/// Files on one person's shelf: a week of an integrator's documents of a size that needs the shelf.
pub const SHELF_FILES_MAX: i64 = 1000;
/// Files of the largest size on one person's shelf: more is an archive, not a shelf.
pub const SHELF_LARGEST_FILES_MAX: i64 = 10;
/// How long a file lies there from its first part on, unless the host sets another time: what integrators rely on.
pub const SHELF_KEPT: Duration = Duration::from_secs(7 * 24 * 60 * 60);
/// Characters of a file's name on the shelf: a UUID with an extension has 47.
pub const SHELF_NAME_CHARS_MAX: usize = 100;
/// Characters of its extension.
pub const SHELF_EXTENSION_CHARS_MAX: usize = 10;
/// Bytes of a signer's details: the longest filled form is under two kilobytes.
pub const SIGNER_DETAILS_BYTES_MAX: usize = 8 * 1024;
/// Characters of a surface's word for a kind of title.
pub const SIGNER_TITLE_CHARS_MAX: usize = 64;
/// Records of signers in one box: every certificate of a large company for every kind of title it sends.
pub const SIGNER_DETAILS_PER_BOX_MAX: i64 = 1000;
/// How long the other box may go untold before a task says so: telling is tried for about a day, then given up and shown to
/// the host, who may put it back.
pub const INVITATION_TOLD_WITHIN: Duration = Duration::from_secs(2 * 24 * 60 * 60);
/// How long the result of an invitation's task may be asked for: clients ask within minutes, a stopped one within a month.
pub const INVITATION_TASK_KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);
/// Characters by which counteragents are sought: nobody types more of a name.
pub const SOUGHT_CHARS_MAX: usize = 100;
/// Beginnings of words in one search: each is a walk in the index.
pub const SOUGHT_WORDS_MAX: usize = 6;
/// Characters of a word that is found by its beginning: nobody types more of one.
pub const WORD_CHARS_MAX: usize = 40;
/// Words that one document or counteragent is found by: long names of companies have some fifteen.
pub const WORDS_OF_THING_MAX: usize = 32;
/// Rows of the index that one beginning is looked for in: enough for everything with a rare word, and a beginning that more
/// things have is too short to find by.
pub const FOUND_LOOKED_AT_MAX: i64 = 1000;
/// Documents that a search shows: a page.
pub const FOUND_DOCUMENTS_MAX: usize = 100;
/// Counteragents that a search shows: what fits above the documents.
pub const FOUND_COUNTERAGENTS_MAX: usize = 20;
