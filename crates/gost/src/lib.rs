#![doc = include_str!("../README.md")]
#![no_std]
#![cfg_attr(not(feature = "simd"), forbid(unsafe_code))]
#![warn(missing_docs)]

extern crate alloc;
#[cfg(any(test, feature = "tables", feature = "simd"))]
extern crate std;

mod arithmetic;
pub mod cipher;
mod curves;
mod dedicated;
#[cfg(test)]
mod differential;
mod edwards;
mod field;
pub mod gost28147;
mod group;
pub mod hash;
mod inverse;
mod inverse_vartime;
mod jacobian;
pub mod kdf;
pub mod key_agreement;
#[cfg(test)]
mod known_answers;
mod limbs;
mod masked_key;
mod montgomery;
mod multiples;
mod nonce;
mod param_set;
pub mod password;
#[cfg(test)]
mod point;
mod private_key;
mod public_key;
mod refusals;
mod residue;
mod signature;
mod special_prime;
mod streebog;
#[cfg(test)]
mod test_numbers;
#[cfg(feature = "traits")]
pub mod traits;
mod wnaf;

pub use param_set::ParamSet;
pub use private_key::{CHANCE_TRIES_MAX, NONCE_TRIES_MAX, PrivateKey};
pub use public_key::PublicKey;
pub use refusals::{KeyRefusal, SignRefusal};
pub use signature::Signature;
