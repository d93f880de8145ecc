//! Every limit of this crate, with its unit and its reason. A reader refuses before it allocates.
//!
//! ```
//! use pki::limits::CERTIFICATE_BYTES_MAX;
//! use pki::{Certificate, PkiRefusal};
//!
//! let long = vec![0x30; CERTIFICATE_BYTES_MAX + 1];
//! assert!(matches!(Certificate::from_der(&long), Err(PkiRefusal::OverLimit { limit: CERTIFICATE_BYTES_MAX, .. })));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

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
/// Rounds of a password derivation, at least: fewer is no protection, and RFC 8018 §4.2 asks for a thousand. OpenSSL writes 2 048.
pub const PASSWORD_ITERATIONS_MIN: u32 = 1_000;
/// Rounds of one password derivation, at most: about four seconds of one core with Streebog; known programs write up to 600 000.
pub const PASSWORD_ITERATIONS_MAX: u32 = 1_000_000;
/// Rounds of all derivations made for one file together, so that a file of many bags costs no more than a few of the dearest.
pub const PASSWORD_WORK_MAX: u32 = 4_000_000;
/// Rounds written unless the caller wants others: a PFX is written or opened in about half a second of one core, a few times as long in a
/// browser. Streebog is ten times slower than SHA-256, for whoever guesses passwords too.
pub const PASSWORD_ITERATIONS_WRITTEN: u32 = 50_000;
/// Bytes of a password in UTF-8.
pub const PASSWORD_BYTES_MAX: usize = 1_024;
/// Bytes of a salt we read; programs write 8 to 32.
pub const SALT_BYTES_MAX: usize = 256;
/// Bytes of a salt we write (RFC 9337 §4 asks for 8 to 32).
pub const SALT_BYTES_WRITTEN: usize = 32;
/// Bytes of one PFX file: keys and chains, no documents.
pub const PFX_BYTES_MAX: usize = 1024 * 1024;
/// Parts (encrypted or plain) of one PFX file; programs write two or three.
pub const PFX_PARTS_MAX: usize = 16;
/// Bags of one PFX file, all parts together: certificates of a chain and a few keys.
pub const PFX_BAGS_MAX: usize = 64;
/// Keys of one PFX file.
pub const PFX_KEYS_MAX: usize = 8;
/// Recipients of one enveloped message: an exchange packet goes to a handful, a circular to a few hundred.
pub const RECIPIENTS_MAX: usize = 512;
/// Recipients whose entries are tried with one key: each costs a multiplication of a point.
pub const RECIPIENT_TRIALS_MAX: usize = 16;
/// Bytes of each part of a recipient's entry (algorithm, sender's key, wrapped key): real ones stay below 512. Entries of one agreement
/// repeat its parts in memory, so a large part would be multiplied by the number of recipients.
pub const RECIPIENT_PART_BYTES_MAX: usize = 4 * 1024;
/// Bytes of one enveloped message; it carries a document.
pub const ENVELOPED_BYTES_MAX: usize = 64 * 1024 * 1024;
/// Bytes of one file of a key container: the header carries two certificates.
pub const CONTAINER_FILE_BYTES_MAX: usize = 64 * 1024;
/// Bytes of one OCSP request: one certificate takes about 100, an unsigned request of twenty 2 KiB.
pub const OCSP_REQUEST_BYTES_MAX: usize = 8 * 1024;
/// Certificates asked about in one OCSP request: a chain has eight at most.
pub const OCSP_ASKED_MAX: usize = 20;
/// Bytes of a nonce extension's value (RFC 9654 §2.1: 128, and its header).
pub const OCSP_NONCE_BYTES_MAX: usize = 132;
