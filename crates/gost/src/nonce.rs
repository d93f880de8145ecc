//! The secret number `k` of a signature: deterministic and hedged.
//!
//! `k` is the first candidate below the order of the base point, and not zero, among
//!
//! ```text
//! candidate(i) = the low bits(q) bits of HMAC-Streebog(key = d, i ‖ curve ‖ digest ‖ hedge), read little-endian
//! ```
//!
//! where HMAC-Streebog has the length of the set (256 or 512), `d` is the private key as `size_bytes` little-endian
//! octets, `i` is one octet counting from 0 and `curve` one octet naming the curve. All parts but the last have fixed
//! length, so no two inputs give the same message.
//!
//! - With an empty hedge it is the idea of RFC 6979: one key and digest always give one `k`, and `k` is uniform below
//!   `q` to anyone without `d` as long as HMAC-Streebog is a pseudo-random function. A failed random source
//!   cannot repeat a `k` under two digests.
//! - With fresh chance as hedge, faults and power traces of one signature do not repeat in the next one
//!   (the reasoning of RFC 6979bis drafts on hedged signatures). A bad hedge costs nothing but that.
//!
//! RFC 6979's own HMAC_DRBG is not used: its six or more HMAC calls would cost more than the curve, and its
//! output is not prescribed by GOST R 34.10-2012, which only asks for a random `k`.

use crate::hash::{HmacStreebog256, HmacStreebog512};
use crate::limbs::{bit_length_vartime, from_le, is_less, is_zero};
use crate::param_set::ParamSet;
use zeroize::Zeroizing;

/// Everything a nonce is made from.
pub(crate) struct NonceSource<'a> {
    pub(crate) set: ParamSet,
    pub(crate) key_le: &'a [u8],
    pub(crate) digest: &'a [u8],
    pub(crate) hedge: &'a [u8],
}

impl NonceSource<'_> {
    /// Candidate number `index`, or `None` when it is zero or not below `q`. That a candidate was thrown away says
    /// nothing of the one that is kept.
    pub(crate) fn candidate<const N: usize>(&self, q: &[u64; N], index: u8) -> Option<Zeroizing<[u64; N]>> {
        let head = [index, self.set.curve_octet()];
        let mut octets = Zeroizing::new([0u8; 64]);
        if self.set.size_bytes() == 64 {
            let mut hmac = HmacStreebog512::new(self.key_le);
            hmac.update(&head);
            hmac.update(self.digest);
            hmac.update(self.hedge);
            *octets = hmac.finish();
        } else {
            let mut hmac = HmacStreebog256::new(self.key_le);
            hmac.update(&head);
            hmac.update(self.digest);
            hmac.update(self.hedge);
            let short = Zeroizing::new(hmac.finish::<32>());
            for (place, octet) in octets.iter_mut().zip(short.iter()) {
                *place = *octet;
            }
        }
        usable(from_le(octets.as_slice()), q)
    }
}

/// The number cut to as many bits as `q` has, if it then lies in `1..q`.
pub(crate) fn usable<const N: usize>(mut number: [u64; N], q: &[u64; N]) -> Option<Zeroizing<[u64; N]>> {
    let spare_bits = 64 * N - bit_length_vartime(q);
    if let Some(top) = number.last_mut() {
        *top &= u64::MAX >> spare_bits;
    }
    let number = Zeroizing::new(number);
    (!is_zero(&number) && is_less(&number, q)).then_some(number)
}
