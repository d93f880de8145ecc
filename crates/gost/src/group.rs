//! What the multiplications of `multiples.rs` ask of a group of points, and the tables they keep of its base point.

use crate::curves::{Coordinates, Curve};
use crate::field::Field;
use alloc::vec::Vec;
#[cfg(feature = "tables")]
use std::sync::OnceLock;
use zeroize::Zeroize;

/// Odd multiples `1, 3, ..., 31` kept of a point for a digit of a secret scalar.
pub(crate) const ENTRIES: usize = 16;
/// Odd multiples `1, 3, ..., 127` of the base point for verification.
pub(crate) const BASE_POINTS: usize = 64;

/// The subgroup of prime order of a curve, in coordinates of its own.
pub(crate) trait Group<const N: usize>: 'static {
    type F: Field<Number = [u64; N]>;
    /// A point multiples are made of.
    type Start: Copy;
    /// A multiple of a point, not neutral, as tables keep it.
    type Entry: Copy + Send + Sync;
    /// A sum of points.
    type Sum: Copy + Zeroize;
    const NEUTRAL: Self::Sum;
    /// Zeros where an entry will be.
    const FILLER: Self::Entry;

    fn tables() -> &'static Tables<Self::Entry>;

    /// A point of the curve from its plain coordinates; `None` for a point of order 2 where the coordinates of the
    /// group cannot hold it.
    fn start(point: &Coordinates<N>) -> Option<Self::Start>;
    /// A public sum, not neutral, as a point to start from.
    fn restart_vartime(sum: &Self::Sum) -> Self::Start;
    /// `1, 3, 5, ..., 2 * count - 1` times a public point of large order.
    fn odd_multiples_vartime(point: &Self::Start, count: usize) -> Vec<Self::Entry>;

    /// `b` where the mask is all ones, `a` where it is zero.
    fn select(a: &Self::Entry, b: &Self::Entry, mask: u64) -> Self::Entry;
    fn negate(entry: &Self::Entry) -> Self::Entry;
    /// The opposite where the mask is all ones.
    fn negate_where(entry: &Self::Entry, mask: u64) -> Self::Entry;

    fn lift(entry: &Self::Entry) -> Self::Sum;
    fn double(sum: &Self::Sum) -> Self::Sum;
    /// The sum of two points neither equal nor opposite nor neutral, in constant time: the caller proves it.
    fn add_distinct(sum: &Self::Sum, entry: &Self::Entry) -> Self::Sum;
    /// The sum of any two points.
    fn add_vartime(sum: &Self::Sum, entry: &Self::Entry) -> Self::Sum;
    /// Plain coordinates of the sum of any two points that are not opposite, in constant time.
    fn add_last(sum: &Self::Sum, entry: &Self::Entry, curve: &Curve<N>) -> Coordinates<N>;
    fn is_neutral(sum: &Self::Sum) -> bool;
    /// Numerator and denominator of `x`; both never vanish together, and the denominator of the neutral element does.
    fn x_fraction(sum: &Self::Sum) -> (Self::F, Self::F);
}

/// Multiples of a base point, computed when they are first asked for and kept as long as the program runs. The base
/// point is public, and so is the time this takes.
#[derive(Debug)]
pub(crate) struct Tables<E> {
    #[cfg(feature = "tables")]
    rows: OnceLock<Vec<E>>,
    #[cfg(feature = "tables")]
    odd: OnceLock<Vec<E>>,
    #[cfg(not(feature = "tables"))]
    none: core::marker::PhantomData<E>,
}

#[cfg(feature = "tables")]
impl<E> Tables<E> {
    pub(crate) const fn new() -> Self {
        Self { rows: OnceLock::new(), odd: OnceLock::new() }
    }

    /// Rows of [`ENTRIES`] odd multiples of `32^i * base` for signing; `compute` makes them.
    pub(crate) fn rows(&self, compute: impl FnOnce() -> Vec<E>) -> Option<&[E]> {
        Some(self.rows.get_or_init(compute))
    }

    /// [`BASE_POINTS`] multiples for verification; `compute` makes them.
    pub(crate) fn odd(&self, compute: impl FnOnce() -> Vec<E>) -> Option<&[E]> {
        Some(self.odd.get_or_init(compute))
    }
}

/// Without the feature nothing is kept: slower, and less of code and memory.
#[cfg(not(feature = "tables"))]
impl<E> Tables<E> {
    pub(crate) const fn new() -> Self {
        Self { none: core::marker::PhantomData }
    }

    pub(crate) fn rows(&self, _: impl FnOnce() -> Vec<E>) -> Option<&[E]> {
        None
    }

    pub(crate) fn odd(&self, _: impl FnOnce() -> Vec<E>) -> Option<&[E]> {
        None
    }
}
