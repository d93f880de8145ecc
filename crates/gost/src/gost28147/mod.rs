//! GOST 28147-89, the cipher of messages and key containers made before 2019, and of many made since.
//!
//! Differs from [`crate::cipher::Magma`] in the order of octets and in that its substitution ([`SBox`]) is a parameter.
//! Use it to read what others made and to write for those who read nothing newer.
//!
//! | what | source |
//! |---|---|
//! | [`Gost28147`]: a block at a time | GOST 28147-89, clause 2; RFC 5830, section 5 |
//! | [`cfb_encrypt`], [`cfb_decrypt`]: gamma with feedback | GOST 28147-89, clause 4; RFC 5830, section 7 |
//! | [`Cnt`]: gamma | GOST 28147-89, clause 3; RFC 5830, section 6 |
//! | [`Imit`]: authentication code | GOST 28147-89, clause 5; RFC 5830, section 8 |
//! | [`KeyMeshing`]: another key every 1024 bytes | RFC 4357, section 2.3 |
//! | [`diversify`], [`wrap()`], [`unwrap`], [`wrap_diversified`], [`unwrap_diversified`] | RFC 4357, sections 6.1 to 6.5 |

mod core;
mod gamma;
mod imit;
mod sbox;
mod wrap;

pub use self::core::{BLOCK_BYTES, Gost28147};
pub use gamma::{Cnt, KeyMeshing, MESHING_BYTES, cfb_decrypt, cfb_encrypt};
pub use imit::{IMIT_BYTES, Imit};
pub use sbox::SBox;
pub use wrap::{UKM_BYTES, diversify, unwrap, unwrap_diversified, wrap, wrap_diversified};
