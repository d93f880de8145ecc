//! A person's shelf: files brought in parts, in any order, before a document names them.

use kernel::Moment;

use super::host_limits::HostLimits;
use super::limits::{SHELF_EXTENSION_CHARS_MAX, SHELF_FILES_MAX, SHELF_NAME_CHARS_MAX, SHELF_PARTS_MAX};
use super::refusal::Refusal;

/// Name of a file on its owner's shelf: 1 to 100 of letters, digits, `-`, `_` and `.`, in the case it was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ShelfName(String);

impl ShelfName {
    /// A name that the owner chose, or was given before. Refuses other shapes.
    pub fn parse(name: &str) -> Result<Self, Refusal> {
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if name.is_empty() || name.len() > SHELF_NAME_CHARS_MAX || !plain || name.starts_with('.') {
            return Err(Refusal::ShelfName);
        }
        Ok(Self(name.to_owned()))
    }

    /// A name of a unique part and an extension: 1 to 10 letters and digits, or none at all.
    pub fn new(unique: &str, extension: &str) -> Result<Self, Refusal> {
        if extension.is_empty() {
            return Self::parse(unique);
        }
        let plain = extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if extension.len() > SHELF_EXTENSION_CHARS_MAX || !plain {
            return Err(Refusal::ShelfName);
        }
        Self::parse(&format!("{unique}.{}", extension.to_ascii_lowercase()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A part as it lies there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShelfPart {
    /// Its place, from 0.
    pub index: i64,
    /// BLAKE3 of its bytes.
    pub hash: [u8; 32],
    /// Their number.
    pub size_bytes: i64,
}

/// A file as it lies there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShelfFile {
    /// Its name.
    pub name: ShelfName,
    /// How many parts it has; none until the last came.
    pub part_count: Option<i64>,
    /// When its first part came: it is kept for a time from then on.
    pub begun_at: Moment,
    /// Parts that came, in their order.
    pub parts: Vec<ShelfPart>,
}

/// What a shelf holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ShelfLoad {
    /// Files.
    pub files: i64,
    /// Bytes of all of them.
    pub bytes: i64,
}

/// A part on its way to the shelf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewShelfPart {
    /// The part.
    pub part: ShelfPart,
    /// Nothing comes after it.
    pub is_last: bool,
}

impl ShelfFile {
    /// A file without parts.
    #[must_use]
    pub fn begun(name: ShelfName, begun_at: Moment) -> Self {
        Self { name, part_count: None, begun_at, parts: Vec::new() }
    }

    /// Bytes that came.
    #[must_use]
    pub fn size_bytes(&self) -> i64 {
        self.parts.iter().map(|part| part.size_bytes).sum()
    }

    /// Places of parts that are yet to come: all below the last, or below the greatest that came.
    #[must_use]
    pub fn missing(&self) -> Vec<i64> {
        let end = self.part_count.or_else(|| self.parts.last().map(|part| part.index)).unwrap_or(0);
        (0..end).filter(|index| self.parts.iter().all(|part| part.index != *index)).collect()
    }

    /// Whether all of it came.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.part_count.is_some() && self.missing().is_empty()
    }

    /// Takes a part; says whether it is new. The same part once more changes nothing.
    ///
    /// Refuses other bytes at a place that is taken, a place past the last, another last part, and what goes beyond the
    /// limits of a part, a file or the shelf.
    pub fn take(&mut self, new: NewShelfPart, load: ShelfLoad, limits: &HostLimits) -> Result<bool, Refusal> {
        let NewShelfPart { part, is_last } = new;
        if !(0..SHELF_PARTS_MAX).contains(&part.index) {
            return Err(Refusal::ShelfPart);
        }
        within(part.size_bytes, limits.shelf_part_bytes_max())?;
        let end = part.index + 1;
        let is_past = self.part_count.is_some_and(|count| part.index >= count);
        let is_other_end =
            is_last && (self.part_count.is_some_and(|count| count != end) || self.parts.iter().any(|p| p.index >= end));
        if is_past || is_other_end {
            return Err(Refusal::ShelfPart);
        }
        if is_last {
            self.part_count = Some(end);
        }
        match self.parts.binary_search_by_key(&part.index, |known| known.index) {
            Ok(at) if self.parts.get(at).is_some_and(|known| known.hash == part.hash) => Ok(false),
            Ok(_) => Err(Refusal::ShelfPart),
            Err(at) => {
                within(self.size_bytes() + part.size_bytes, limits.shelf_file_bytes_max)?;
                let files = load.files + i64::from(self.parts.is_empty());
                if files > SHELF_FILES_MAX || load.bytes + part.size_bytes > limits.shelf_bytes_max() {
                    return Err(Refusal::ShelfFull { days: limits.shelf_days() });
                }
                self.parts.insert(at, part);
                Ok(true)
            }
        }
    }
}

/// Refuses what is larger.
pub fn within(size_bytes: i64, bytes_max: i64) -> Result<(), Refusal> {
    if size_bytes > bytes_max { Err(Refusal::ShelfTooLarge { bytes_max }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::super::limits::{SHELF_FILE_BYTES_MAX, SHELF_PART_BYTES_MAX};
    use super::*;

    const EMPTY: ShelfLoad = ShelfLoad { files: 0, bytes: 0 };

    fn part(index: i64, byte: u8, is_last: bool) -> NewShelfPart {
        NewShelfPart { part: ShelfPart { index, hash: [byte; 32], size_bytes: 10 }, is_last }
    }

    impl ShelfFile {
        fn put(&mut self, new: NewShelfPart, load: ShelfLoad) -> Result<bool, Refusal> {
            self.take(new, load, &HostLimits::default())
        }
    }

    fn file() -> ShelfFile {
        ShelfFile::begun(ShelfName::parse("a.pdf").unwrap(), Moment::EPOCH)
    }

    #[test]
    fn parts_come_in_any_order() {
        let mut file = file();
        assert_eq!((file.missing(), file.is_whole()), (vec![], false));
        assert_eq!(file.put(part(2, 2, false), EMPTY), Ok(true));
        assert_eq!(file.missing(), [0, 1]);
        assert_eq!(file.put(part(3, 3, true), EMPTY), Ok(true));
        assert_eq!(file.put(part(0, 0, false), EMPTY), Ok(true));
        assert_eq!((file.missing(), file.is_whole()), (vec![1], false));
        assert_eq!(file.put(part(3, 3, true), EMPTY), Ok(false), "the last part is always sent again");
        assert_eq!(file.put(part(1, 1, false), EMPTY), Ok(true));
        assert!(file.is_whole() && file.missing().is_empty());
        assert_eq!(file.parts.iter().map(|part| part.index).collect::<Vec<_>>(), [0, 1, 2, 3]);
    }

    #[test]
    fn wrong_parts() {
        let mut file = file();
        file.put(part(1, 1, false), EMPTY).unwrap();
        for bad in [
            part(1, 9, false),
            part(-1, 1, false),
            part(SHELF_PARTS_MAX, 1, false),
            part(i64::MAX, 1, true),
            part(0, 0, true),
        ] {
            assert_eq!(file.clone().put(bad, EMPTY), Err(Refusal::ShelfPart), "{bad:?}");
        }
        file.put(part(2, 2, true), EMPTY).unwrap();
        for bad in [part(3, 3, false), part(3, 3, true), part(1, 1, true), part(2, 9, true)] {
            assert_eq!(file.clone().put(bad, EMPTY), Err(Refusal::ShelfPart), "{bad:?}");
        }
        assert_eq!(file.put(part(2, 2, false), EMPTY), Ok(false));
    }

    #[test]
    fn limits() {
        let large =
            |index, size_bytes| NewShelfPart { part: ShelfPart { index, hash: [0; 32], size_bytes }, is_last: false };
        assert_eq!(file().put(large(0, SHELF_PART_BYTES_MAX), EMPTY), Ok(true));
        assert_eq!(
            file().put(large(0, SHELF_PART_BYTES_MAX + 1), EMPTY),
            Err(Refusal::ShelfTooLarge { bytes_max: SHELF_PART_BYTES_MAX })
        );
        let mut full = file();
        let parts = SHELF_FILE_BYTES_MAX / SHELF_PART_BYTES_MAX;
        for index in 0..parts {
            full.put(large(index, SHELF_PART_BYTES_MAX), EMPTY).unwrap();
        }
        let rest = SHELF_FILE_BYTES_MAX - parts * SHELF_PART_BYTES_MAX;
        assert_eq!(full.clone().put(large(parts, rest), EMPTY), Ok(true));
        assert_eq!(
            full.put(large(parts, rest + 1), EMPTY),
            Err(Refusal::ShelfTooLarge { bytes_max: SHELF_FILE_BYTES_MAX })
        );
        let crowded = ShelfLoad { files: SHELF_FILES_MAX, bytes: 0 };
        assert_eq!(file().put(part(0, 0, false), crowded), Err(Refusal::ShelfFull { days: 7 }));
        let mut known = file();
        known.put(part(0, 0, false), EMPTY).unwrap();
        assert_eq!(known.put(part(1, 0, false), crowded), Ok(true), "another part of a file that is there");
        let heavy = ShelfLoad { files: 1, bytes: HostLimits::default().shelf_bytes_max() - 9 };
        assert_eq!(known.put(part(2, 0, false), heavy), Err(Refusal::ShelfFull { days: 7 }));
    }

    #[test]
    fn limits_of_a_host() {
        let small = HostLimits {
            content_bytes_max: 1024 * 1024,
            shelf_file_bytes_max: 2 * 1024 * 1024,
            ..HostLimits::default()
        };
        let part =
            |index, size_bytes| NewShelfPart { part: ShelfPart { index, hash: [0; 32], size_bytes }, is_last: false };
        let mut file = file();
        assert_eq!(
            file.take(part(0, 1024 * 1024 + 1), EMPTY, &small),
            Err(Refusal::ShelfTooLarge { bytes_max: 1024 * 1024 })
        );
        for index in 0..2 {
            assert_eq!(file.take(part(index, 1024 * 1024), EMPTY, &small), Ok(true));
        }
        assert_eq!(file.take(part(2, 1), EMPTY, &small), Err(Refusal::ShelfTooLarge { bytes_max: 2 * 1024 * 1024 }));
    }

    #[test]
    fn names() {
        for good in ["a", "0190a1b2-0000-7000-8000-00000000000a.pdf", "A_b-1.xml", &"a".repeat(100)] {
            assert_eq!(ShelfName::parse(good).unwrap().as_str(), good);
        }
        for bad in ["", "a/b", "../a", ".a", "a b", "имя", "a\n", "__userId__/a", &"a".repeat(101)] {
            assert_eq!(ShelfName::parse(bad), Err(Refusal::ShelfName), "{bad}");
        }
        assert_eq!(ShelfName::new("x", "PDF").unwrap().as_str(), "x.pdf");
        assert_eq!(ShelfName::new("x", "").unwrap().as_str(), "x");
        for bad in ["p.f", "../", "a b", "абв", "abcdefghijk"] {
            assert_eq!(ShelfName::new("x", bad), Err(Refusal::ShelfName), "{bad}");
        }
    }
}
