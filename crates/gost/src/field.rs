//! What the arithmetic of points asks of the numbers it is done in.

use zeroize::Zeroize;

/// An element of a prime field. Everything takes the same time for every value unless its name ends in `_vartime`.
pub(crate) trait Field: Copy + Zeroize + Send + Sync {
    /// A plain number of as many limbs as the prime.
    type Number;
    const ZERO: Self;
    const ONE: Self;

    /// The residue of any number that fits the limbs.
    fn from_number(number: &Self::Number) -> Self;
    /// The least residue.
    fn to_number(self) -> Self::Number;

    fn add(&self, other: &Self) -> Self;
    fn sub(&self, other: &Self) -> Self;
    fn mul(&self, other: &Self) -> Self;
    fn square(&self) -> Self;
    /// `1 / self`; zero gives zero.
    fn invert(&self) -> Self;
    /// `1 / self` of a public element; zero gives zero.
    fn invert_vartime(&self) -> Self;
    /// `b` where the mask is all ones, `a` where it is zero.
    fn select(a: &Self, b: &Self, mask: u64) -> Self;
    /// Whether it is zero; the answer is public.
    fn is_zero(&self) -> bool;

    #[inline(always)]
    fn double(&self) -> Self {
        self.add(self)
    }

    #[inline(always)]
    fn triple(&self) -> Self {
        self.double().add(self)
    }

    #[inline(always)]
    fn negate(&self) -> Self {
        Self::ZERO.sub(self)
    }
}

/// Whether products of so many limbs are calls and not written out in their callers. Eight limbs written out gain nothing
/// and make the compiler work for minutes; in WebAssembly size counts more than speed, and in builds for
/// tests the compiler's time does.
pub(crate) const fn is_called(limbs: usize) -> bool {
    limbs > 4 || cfg!(any(target_family = "wasm", debug_assertions))
}

/// Inverts all elements in place at the price of one inversion and three products each. They are public; none is zero.
pub(crate) fn invert_all_vartime<F: Field>(elements: &mut [F]) {
    let mut products = alloc::vec::Vec::with_capacity(elements.len());
    let mut product = F::ONE;
    for element in elements.iter() {
        products.push(product);
        product = product.mul(element);
    }
    let mut inverse = product.invert_vartime();
    for (element, before) in elements.iter_mut().zip(&products).rev() {
        let own = inverse.mul(before);
        inverse = inverse.mul(element);
        *element = own;
    }
}
