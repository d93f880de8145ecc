//! Every limit of this crate, with its unit and its reason. A reader refuses before it allocates.

/// Bytes of one certificate or one request. Real Russian certificates are 1.5–3 KB; 64 KiB leaves room for long policies.
pub const CERTIFICATE_BYTES_MAX: usize = 64 * 1024;
/// Bytes of one signed message. A detached signature with a chain is 1–10 KB; an enveloping one may carry a document.
pub const SIGNED_MESSAGE_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Bytes of one revocation list. 100 000 entries are about 3.6 MB; the largest known national lists stay below 64 MiB.
pub const REVOCATION_LIST_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Entries of one revocation list; bounds the memory of the index (about 48 bytes an entry).
pub const REVOCATION_ENTRIES_MAX: usize = 2_000_000;
/// Bytes of one PKCS#8 key file; a 512-bit key takes 106.
pub const KEY_BYTES_MAX: usize = 4 * 1024;
/// Bytes of one PEM text holding several certificates or lists.
pub const PEM_BYTES_MAX: usize = 96 * 1024 * 1024;
/// Blocks in one PEM text: a national trust list has some hundreds of certificates.
pub const PEM_BLOCKS_MAX: usize = 4_096;
/// Signers of one message. Contracts with more parties travel as several signatures.
pub const SIGNERS_MAX: usize = 32;
/// Certificates embedded in one message: every signer's chain, and room to spare.
pub const EMBEDDED_CERTIFICATES_MAX: usize = 64;
/// Revocation lists embedded in one message.
pub const EMBEDDED_LISTS_MAX: usize = 16;
/// Attributes of one signer, signed and unsigned apart. CAdES archives use about ten.
pub const ATTRIBUTES_MAX: usize = 64;
/// Extensions of one certificate or list.
pub const EXTENSIONS_MAX: usize = 64;
/// Attributes of one name. The qualified profile names fewer than twenty.
pub const NAME_ATTRIBUTES_MAX: usize = 64;
/// Characters of one value of a name we write (RFC 5280 appendix A gives 64 for most; Russian registers need more).
pub const NAME_VALUE_CHARS_MAX: usize = 1_024;
/// Elements of any other list inside a structure (policies, purposes, addresses).
pub const LIST_ELEMENTS_MAX: usize = 256;
/// Certificates in one path, signer and anchor included. The Russian tree has three levels.
pub const PATH_CERTIFICATES_MAX: usize = 8;
/// Certificate signatures checked for one signer, so that look-alike issuers cannot make us work without end.
pub const ISSUER_TRIALS_MAX: usize = 64;
/// Bytes of a serial number (RFC 5280 §4.1.2.2: 20, and a sign byte that some issuers add).
pub const SERIAL_BYTES_MAX: usize = 21;
/// Nesting of one DER value where we walk it whole.
pub const DER_DEPTH_MAX: usize = 24;
