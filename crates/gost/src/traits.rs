//! The types of this crate behind the traits of RustCrypto, for programs that are generic over them. Compiled with the
//! feature `traits`; the hash functions have their traits always.
//!
//! | type | traits |
//! |---|---|
//! | [`PrivateKey`] | `signature`: `Signer`, `Keypair`, `PrehashSigner` |
//! | [`PublicKey`] | `signature`: `Verifier`, `PrehashVerifier` |
//! | [`Signature`] | `signature::SignatureEncoding`: `s ‖ r` |
//! | [`Mgm`] | `aead`: `AeadInOut`, `KeyInit` |
//! | [`Ctr`], [`CtrAcpkm`] | `cipher::StreamCipher` |
//!
//! A message is hashed by the Streebog of the key's size. These traits have no place for fresh chance, so signatures made
//! through them are deterministic; [`PrivateKey::sign_digest`] takes a hedge.
//!
//! ```
//! use gost::{ParamSet, PrivateKey, Signature};
//! use signature::{Keypair, Signer, Verifier};
//!
//! let key = PrivateKey::from_le(ParamSet::XA, &[7; 32])?;
//! let signature: Signature = key.try_sign(b"a document")?;
//! assert!(key.verifying_key().verify(b"a document", &signature).is_ok());
//! assert!(key.verifying_key().verify(b"another one", &signature).is_err());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::cipher::{BlockCipher, Ctr, CtrAcpkm, Kuznyechik, Magma, Mgm};
use crate::hash::{streebog256, streebog512};
use crate::param_set::ParamSet;
use crate::private_key::PrivateKey;
use crate::public_key::PublicKey;
use crate::signature::Signature;
use aead::array::Array;
use aead::consts::{U8, U16, U32};
use aead::inout::InOutBuf;
use aead::{AeadCore, AeadInOut, Key, KeyInit, KeySizeUser, Nonce, Tag, TagPosition};
use alloc::vec::Vec;
use kuznyechik::cipher::{StreamCipher, StreamCipherError};
use signature::hazmat::{PrehashSigner, PrehashVerifier};
use signature::{Error, Keypair, SignatureEncoding, Signer, Verifier};

fn digest(set: ParamSet, message: &[u8]) -> Vec<u8> {
    if set.size_bytes() == 64 { streebog512(message).to_vec() } else { streebog256(message).to_vec() }
}

impl Signer<Signature> for PrivateKey {
    fn try_sign(&self, message: &[u8]) -> Result<Signature, Error> {
        self.sign_prehash(&digest(self.set(), message))
    }
}

impl PrehashSigner<Signature> for PrivateKey {
    fn sign_prehash(&self, prehash: &[u8]) -> Result<Signature, Error> {
        self.sign_digest(prehash, &[]).map_err(|_| Error::new())
    }
}

impl Keypair for PrivateKey {
    type VerifyingKey = PublicKey;

    fn verifying_key(&self) -> PublicKey {
        self.public_key()
    }
}

impl Verifier<Signature> for PublicKey {
    fn verify(&self, message: &[u8], signature: &Signature) -> Result<(), Error> {
        self.verify_prehash(&digest(self.set(), message), signature)
    }
}

impl PrehashVerifier<Signature> for PublicKey {
    fn verify_prehash(&self, prehash: &[u8], signature: &Signature) -> Result<(), Error> {
        if self.verify_digest(prehash, signature) { Ok(()) } else { Err(Error::new()) }
    }
}

/// By its length: 64 bytes for sets of 256 bits, 128 for sets of 512.
impl TryFrom<&[u8]> for Signature {
    type Error = Error;

    fn try_from(octets: &[u8]) -> Result<Self, Error> {
        let set = if octets.len() == 128 { ParamSet::Tc512A } else { ParamSet::TcA };
        Self::from_octets(set, octets).map_err(|_| Error::new())
    }
}

impl From<Signature> for Vec<u8> {
    fn from(signature: Signature) -> Self {
        signature.as_octets().to_vec()
    }
}

impl SignatureEncoding for Signature {
    type Repr = Vec<u8>;
}

/// The sizes of a nonce and of a tag are types, which a generic cipher does not tell.
macro_rules! aead_of {
    ($cipher:ty, $size:ty) => {
        impl AeadCore for Mgm<$cipher> {
            type NonceSize = $size;
            type TagSize = $size;
            const TAG_POSITION: TagPosition = TagPosition::Postfix;
        }

        impl AeadInOut for Mgm<$cipher> {
            fn encrypt_inout_detached(
                &self,
                nonce: &Nonce<Self>,
                associated: &[u8],
                buffer: InOutBuf<'_, '_, u8>,
            ) -> aead::Result<Tag<Self>> {
                let sealed = self.seal(nonce, associated, buffer.into_out_with_copied_in());
                sealed.map(Array).map_err(|_| aead::Error)
            }

            fn decrypt_inout_detached(
                &self,
                nonce: &Nonce<Self>,
                associated: &[u8],
                buffer: InOutBuf<'_, '_, u8>,
                tag: &Tag<Self>,
            ) -> aead::Result<()> {
                let opened = self.open(nonce, associated, buffer.into_out_with_copied_in(), tag);
                opened.map_err(|_| aead::Error)
            }
        }
    };
}

aead_of!(Kuznyechik, U16);
aead_of!(Magma, U8);

impl<C: BlockCipher> KeySizeUser for Mgm<C> {
    type KeySize = U32;
}

impl<C: BlockCipher> KeyInit for Mgm<C> {
    fn new(key: &Key<Self>) -> Self {
        Self::new(&key.0)
    }
}

macro_rules! stream_of {
    ($mode:ident) => {
        impl<C: BlockCipher> StreamCipher for $mode<C> {
            fn check_remaining(&self, length: usize) -> Result<(), StreamCipherError> {
                if self.holds(length) { Ok(()) } else { Err(StreamCipherError) }
            }

            fn unchecked_apply_keystream_inout(&mut self, buffer: InOutBuf<'_, '_, u8>) {
                self.apply_unchecked(buffer.into_out_with_copied_in());
            }

            fn unchecked_write_keystream(&mut self, buffer: &mut [u8]) {
                buffer.fill(0);
                self.apply_unchecked(buffer);
            }
        }
    };
}

stream_of!(Ctr);
stream_of!(CtrAcpkm);
