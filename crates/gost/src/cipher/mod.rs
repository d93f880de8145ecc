//! Kuznyechik and Magma in the modes of GOST R 34.13 and of the recommendations around it.
//!
//! Read [`BlockCipher`] first: every mode is generic over it. Keys are 32 bytes, data is changed in place, and what is
//! secret is wiped when dropped. One key serves one mode: where a mode needs two keys, derive two.
//!
//! | mode | what | source |
//! |---|---|---|
//! | [`Ctr`] | gamma, any length, hides but does not protect from change | GOST R 34.13-2015, clause 5.2 |
//! | [`CtrAcpkm`] | the same with a new key every section | R 1323565.1.017-2018, clause 4.1; RFC 8645, section 6.2.2 |
//! | [`cbc_encrypt`], [`cbc_decrypt`] | whole blocks | GOST R 34.13-2015, clause 5.4 |
//! | [`cfb_encrypt`], [`cfb_decrypt`] | any length | GOST R 34.13-2015, clause 5.5 |
//! | [`Omac`] | authentication code | GOST R 34.13-2015, clause 5.6 |
//! | [`Mgm`] | hides and protects from change | R 1323565.1.026-2019; RFC 9058 |
//! | [`kexp15()`], [`kimp15`] | a key under two other keys | R 1323565.1.017-2018, clause 5 |

mod acpkm;
mod block;
mod carryless;
mod chained;
mod ctr;
mod kexp15;
mod mgm;
mod omac;
mod refusals;

pub use acpkm::CtrAcpkm;
pub use block::{BlockCipher, KEY_BYTES, Kuznyechik, Magma};
pub use chained::{REGISTER_BLOCKS_MAX, cbc_decrypt, cbc_encrypt, cfb_decrypt, cfb_encrypt};
pub use ctr::Ctr;
pub use kexp15::{EXPORTED_KEY_BYTES_MAX, kexp15, kimp15};
pub use mgm::Mgm;
pub use omac::{Omac, TAG_BYTES_MIN};
pub use refusals::CipherRefusal;
