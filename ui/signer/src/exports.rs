//! What the host calls. Everything but chunks goes as a [request](crate::message) in a buffer and comes back as an answer in
//! another; each function here says which JSON fields and octet strings it takes and gives (`→`).
//!
//! Nothing here reads or writes memory by an address: the host writes into buffers that the module owns, and the module reads
//! them by their handles. The attribute that keeps a name for the linker is all that `unsafe_code` objects to.
#![expect(unsafe_code, reason = "exported names; there is no unsafe block")]

use crate::state::{Operation, with};
use crate::{certificates, containers, envelopes, folders, keys, requests, signing, streams, verifying};

/// A buffer of so many zeros. Zero when it would be too long or there are too many.
#[unsafe(no_mangle)]
pub extern "C" fn signer_buffer_new(length: u32) -> u32 {
    with(|state| state.new_buffer(length))
}

/// Where a buffer lies, null when there is none. Good until the next call of any function.
#[unsafe(no_mangle)]
pub extern "C" fn signer_buffer_at(buffer: u32) -> *mut u8 {
    with(|state| state.buffer_at(buffer))
}

/// Bytes of a buffer.
#[unsafe(no_mangle)]
pub extern "C" fn signer_buffer_length(buffer: u32) -> u32 {
    with(|state| state.buffer_length(buffer))
}

/// Wipes a buffer and gives its memory back.
#[unsafe(no_mangle)]
pub extern "C" fn signer_buffer_drop(buffer: u32) {
    with(|state| state.drop_buffer(buffer));
}

/// Feeds the first `length` octets of a buffer to a stream. Zero, or the buffer of an answer that refuses. The buffer is not
/// wiped: it takes the next chunk.
#[unsafe(no_mangle)]
pub extern "C" fn signer_stream_update(stream: u32, buffer: u32, length: u32) -> u32 {
    with(|state| state.feed(stream, buffer, length))
}

/// Runs a call; gives the buffer of its answer, zero when there was no room for it.
fn run(request: u32, operation: Operation) -> u32 {
    with(|state| state.run(request, operation))
}

macro_rules! calls {
    ($($(#[$doc:meta])* $name:ident = $operation:path;)+) => { $(
        $(#[$doc])*
        #[unsafe(no_mangle)]
        pub extern "C" fn $name(request: u32) -> u32 { run(request, $operation) }
    )+ };
}

calls! {
    /// `{}` → `{ version, sets, limits }`.
    signer_about = keys::about;

    /// `{ set }`, chance → `{ key, set, digest }`, the public key.
    signer_key_make = keys::make;
    /// `{ password }`, a private key in PKCS#8, DER or PEM, and when `password` is true the password → `{ key, set, digest }`, the public key.
    signer_key_read = keys::read;
    /// `{ key }` → `{ set }`, the public key.
    signer_key_public = keys::public;
    /// `{ key }` → `{}`; the key is wiped.
    signer_key_drop = keys::drop_key;
    /// `{ key }`, a Streebog digest of the key's length, chance → `{}`, the signature `s ‖ r`.
    signer_digest_sign = keys::sign_digest;

    /// `{ key, name, certificate, chain, iterations }`, chance, the password, then when `certificate` is true the certificate and `chain`
    /// issuers → `{}`, the container: a PFX file by RFC 9548.
    signer_container_seal = containers::seal;
    /// `{}`, a PFX file, its password → `{ keys: [{ key, set, digest, name, certificate, chain }], others, left_out }`; for each key its public
    /// key, its certificate if there is one and `chain` issuers, then the `others`, certificates of nobody here.
    signer_container_open = containers::open;
    /// `{ masks2, primary2, name }`, the files `header.key`, `masks.key` and `primary.key` of a CryptoPro folder, then those of the others that
    /// are true, and the password → `{ key, set, digest, name, certificate, exportable }`, the public key and the certificate if there is one.
    signer_folder_open = folders::open;

    /// `{ key, subject: [{ name, value }], usages }`, chance → `{}`, the request in DER.
    signer_request_make = requests::make;
    /// `{}`, certificates in DER or PEM → `[certificate, …]`, the DER of each.
    signer_certificates_read = certificates::read;

    /// `{ digests }` → `{ stream }`.
    signer_stream_begin = streams::begin;
    /// `{ digests }`, each digest, taken elsewhere → `{ stream }`, which hashes nothing more.
    signer_stream_ready = streams::ready;
    /// `{ stream }` → `{ bytes, digests: [name, …] }`, each digest. The stream ends.
    signer_stream_end = streams::end;
    /// `{ stream }` → `{}`; what was hashed is forgotten.
    signer_stream_drop = streams::drop_stream;

    /// `{ stream, form, at_ms, signers: [{ key, chain }], attached }`, chance, then for each signer the certificate and `chain` issuers
    /// → `{ bytes }`, the message; attached: what stands before the content and what stands after. The stream ends.
    signer_sign = signing::sign;

    /// `{ stream, form, at_ms, signers: [{ key, chain }] }`, chance, the message, then certificates as above → `{}`, the message with these
    /// signers too. Without a stream the message must enclose its content. The stream ends.
    signer_signature_add = signing::add;

    /// `{}`, a signed message → `{ digests, signers, encloses, certificates, lists }`.
    signer_signature_read = verifying::read;
    /// `{ stream, at_ms, revocation, trusted, known, lists }`, the message, then so many trusted certificates, known ones and lists
    /// → the report. Without a stream the enclosed content is verified and given back. The stream ends.
    signer_verify = verifying::verify;
    /// `{ at_ms, revocation, trusted, known, lists }`, the certificate, then as above → the report on it.
    signer_certificate_verify = verifying::verify_certificate;

    /// `{ key }`, an encrypted message, the certificate it is addressed to → `{ notices_changes, content_type }`, what was inside.
    signer_envelope_open = envelopes::open;
}
