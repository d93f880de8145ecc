//! Records of a ZIP archive (PKWARE APPNOTE §4.3) as numbers and places.

pub(super) const LOCAL: u32 = 0x0403_4b50;
pub(super) const CENTRAL: u32 = 0x0201_4b50;
pub(super) const END: u32 = 0x0605_4b50;

/// Bytes of each record before its name.
pub(super) const LOCAL_BYTES: usize = 30;
pub(super) const CENTRAL_BYTES: usize = 46;
pub(super) const END_BYTES: usize = 22;

pub(super) const STORED: u16 = 0;
pub(super) const DEFLATED: u16 = 8;

/// General purpose flags that are understood: level of compression, sizes after the data, names in UTF-8.
pub(super) const FLAG_SIZES_AFTER: u16 = 1 << 3;
pub(super) const FLAG_UTF8: u16 = 1 << 11;
pub(super) const FLAGS_KNOWN: u16 = 0b110 | FLAG_SIZES_AFTER | FLAG_UTF8;

/// Version 2.0 of the format: deflate.
pub(super) const VERSION: u16 = 20;
/// 1980-01-01, the first day the format has: an archive does not say when it was made.
pub(super) const DAY: u16 = (1 << 5) | 1;

/// A number of two bytes, the lowest first.
pub(super) fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..at.checked_add(2)?)?.try_into().ok().map(u16::from_le_bytes)
}

/// A number of four bytes, the lowest first.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_le_bytes)
}

/// A size or a place.
pub(super) fn size_at(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32_at(bytes, at)?).ok()
}
