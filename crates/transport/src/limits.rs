//! Every limit of this crate, with its unit and reason.

/// A container: what one post to an authority's gateway takes.
pub const CONTAINER_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Members of one archive: 99 documents of the largest draft with two signatures each, and room to spare.
pub const MEMBERS_MAX: usize = 1_000;
/// What all members of an archive come to: four times the largest container, so that memory stays bounded.
pub const INFLATED_BYTES_MAX: usize = 256 * 1024 * 1024;
/// How many times an archive may grow. Reports of many thousand equal lines reach 60; deflate itself ends at 1 032.
pub const INFLATION_RATIO_MAX: usize = 200;
/// What an archive may come to whatever its ratio: an almost empty scanned page is no attack.
pub const INFLATED_BYTES_FREE: usize = 16 * 1024 * 1024;
/// Name of a member, bytes: 150 characters of the schema, two bytes each.
pub const MEMBER_NAME_BYTES_MAX: usize = 300;
/// `packageDescription.xml`: a thousand members take a quarter of it.
pub const DESCRIPTOR_BYTES_MAX: usize = 2 * 1024 * 1024;
/// Documents of one container: each has at least one member.
pub const DOCUMENTS_MAX: usize = MEMBERS_MAX - 1;
