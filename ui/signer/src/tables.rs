//! Things behind handles. A handle is a number that is given once in the life of the module, whatever the kind: one that was
//! dropped, or that belongs to another kind, finds nothing.

use crate::refusal::SignerRefusal;
use std::collections::BTreeMap;

/// Gives the handles; zero is none.
#[derive(Debug, Default)]
pub struct Handles(u32);

impl Handles {
    fn next(&mut self) -> Option<u32> {
        self.0 = self.0.checked_add(1)?;
        Some(self.0)
    }
}

/// Things of one kind, bounded.
#[derive(Debug)]
pub struct Table<T> {
    what: &'static str,
    limit: usize,
    unknown: fn(u32) -> SignerRefusal,
    items: BTreeMap<u32, T>,
}

impl<T> Table<T> {
    /// Empty.
    pub fn new(what: &'static str, limit: usize, unknown: fn(u32) -> SignerRefusal) -> Self {
        Self { what, limit, unknown, items: BTreeMap::new() }
    }

    /// Keeps a thing. Refuses over the limit, and when the handles are used up.
    pub fn put(&mut self, handles: &mut Handles, item: T) -> Result<u32, SignerRefusal> {
        let full = SignerRefusal::TooMany { what: self.what, limit: self.limit };
        if self.items.len() >= self.limit {
            return Err(full);
        }
        let handle = handles.next().ok_or(full)?;
        self.items.insert(handle, item);
        Ok(handle)
    }

    /// Looks at it.
    pub fn get(&self, handle: u32) -> Result<&T, SignerRefusal> {
        self.items.get(&handle).ok_or_else(|| (self.unknown)(handle))
    }

    /// Changes it.
    pub fn get_mut(&mut self, handle: u32) -> Result<&mut T, SignerRefusal> {
        self.items.get_mut(&handle).ok_or_else(|| (self.unknown)(handle))
    }

    /// Takes it away; the handle is dead from here on.
    pub fn take(&mut self, handle: u32) -> Result<T, SignerRefusal> {
        self.items.remove(&handle).ok_or_else(|| (self.unknown)(handle))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn handles_are_never_used_again_and_kinds_do_not_mix() {
        let mut handles = Handles::default();
        let mut keys = Table::new("keys", 2, SignerRefusal::UnknownKey);
        let mut streams = Table::new("streams", 2, SignerRefusal::UnknownStream);
        let a = keys.put(&mut handles, 'a').unwrap();
        let s = streams.put(&mut handles, 's').unwrap();
        assert_eq!(keys.get(s), Err(SignerRefusal::UnknownKey(s)));
        assert_eq!(streams.take(a), Err(SignerRefusal::UnknownStream(a)));
        assert_eq!(keys.take(a), Ok('a'));
        let b = keys.put(&mut handles, 'b').unwrap();
        assert!(b > s && keys.get(a) == Err(SignerRefusal::UnknownKey(a)));
        keys.put(&mut handles, 'c').unwrap();
        assert_eq!(keys.put(&mut handles, 'd'), Err(SignerRefusal::TooMany { what: "keys", limit: 2 }));
        assert_eq!(keys.get(0), Err(SignerRefusal::UnknownKey(0)));
    }

    #[test]
    fn used_up_handles_are_refused_not_begun_anew() {
        let mut keys = Table::new("keys", 2, SignerRefusal::UnknownKey);
        let mut handles = Handles(u32::MAX);
        assert!(keys.put(&mut handles, ()).is_err() && keys.put(&mut handles, ()).is_err());
    }
}
