//! An archive read: bounded, and refused where its parts contradict each other.

use super::layout::{
    CENTRAL, CENTRAL_BYTES, DEFLATED, END, END_BYTES, FLAG_SIZES_AFTER, FLAGS_KNOWN, LOCAL, LOCAL_BYTES, STORED,
    size_at, u16_at, u32_at,
};
use super::{Member, is_plain_name};
use crate::limits::{CONTAINER_BYTES_MAX, INFLATED_BYTES_FREE, INFLATED_BYTES_MAX, INFLATION_RATIO_MAX, MEMBERS_MAX};
use crate::refusal::{ArchiveFault, TransportRefusal};
use flate2::{Crc, Decompress, FlushDecompress, Status};
use std::collections::HashSet;

type Result<T> = std::result::Result<T, TransportRefusal>;

/// Reads all members, in the order of the archive's list. Refuses what is no archive, has another method, encryption, several disks or
/// 64-bit sizes, says two things of one member, holds bytes twice, names a folder, or goes over [`crate::limits`].
pub fn read(archive: &[u8]) -> Result<Vec<Member>> {
    if archive.len() > CONTAINER_BYTES_MAX {
        return Err(ArchiveFault::TooLarge.into());
    }
    let end = End::of(archive)?;
    let entries = end.entries(archive)?;
    check(&entries, archive.len())?;
    let mut spans = Vec::with_capacity(entries.len());
    let mut members = Vec::with_capacity(entries.len());
    for entry in entries {
        let data = entry.data(archive, end.list_at)?;
        spans.push((entry.at, data.end));
        let packed = archive.get(data).ok_or(ArchiveFault::Broken)?;
        members.push(entry.unpack(packed)?);
    }
    spans.sort_unstable();
    let overlaps = spans.iter().zip(spans.iter().skip(1)).any(|(one, next)| one.1 > next.0);
    if overlaps { Err(ArchiveFault::Overlap.into()) } else { Ok(members) }
}

fn check(entries: &[Entry], archive_bytes: usize) -> Result<()> {
    let mut names = HashSet::new();
    let sizes = entries.iter().map(|entry| entry.size).fold(0, usize::saturating_add);
    let grows = sizes > INFLATED_BYTES_FREE && sizes / INFLATION_RATIO_MAX > archive_bytes;
    match () {
        () if sizes > INFLATED_BYTES_MAX || grows => Err(ArchiveFault::Inflation.into()),
        () if !entries.iter().all(|entry| is_plain_name(&entry.name)) => Err(ArchiveFault::Name.into()),
        () if !entries.iter().all(|entry| names.insert(&entry.name)) => Err(ArchiveFault::NameTwice.into()),
        () => Ok(()),
    }
}

/// The record at the end: where the list of members stands.
struct End {
    list_at: usize,
    list_end: usize,
    count: usize,
}

impl End {
    /// The last record whose comment reaches the end of the archive.
    fn of(archive: &[u8]) -> Result<Self> {
        let last = archive.len().checked_sub(END_BYTES).ok_or(ArchiveFault::NotArchive)?;
        let first = last.saturating_sub(usize::from(u16::MAX));
        let is_end = |at: &usize| {
            let comment = u16_at(archive, at + 20).map(usize::from);
            u32_at(archive, *at) == Some(END) && comment == Some(last - at)
        };
        let at = (first..=last).rev().find(is_end).ok_or(ArchiveFault::NotArchive)?;
        Self::at(archive, at).ok_or(ArchiveFault::Broken)?
    }

    fn at(archive: &[u8], at: usize) -> Option<Result<Self>> {
        let one_disk = u32_at(archive, at + 4)? == 0;
        let (count, all) = (u16_at(archive, at + 8)?, u16_at(archive, at + 10)?);
        let (size, list_at) = (size_at(archive, at + 12)?, size_at(archive, at + 16)?);
        let count = usize::from(count);
        Some(match () {
            () if !one_disk || count != usize::from(all) => Err(ArchiveFault::Unsupported.into()),
            () if count == 0 || count > MEMBERS_MAX => Err(ArchiveFault::Members.into()),
            () if list_at.checked_add(size) != Some(at) => Err(ArchiveFault::Broken.into()),
            () => Ok(Self { list_at, list_end: at, count }),
        })
    }

    fn entries(&self, archive: &[u8]) -> Result<Vec<Entry>> {
        let mut at = self.list_at;
        let mut entries = Vec::with_capacity(self.count);
        for _ in 0..self.count {
            let (entry, next) = Entry::listed(archive, at).ok_or(ArchiveFault::Broken)??;
            entries.push(entry);
            at = next;
        }
        if at == self.list_end { Ok(entries) } else { Err(ArchiveFault::Broken.into()) }
    }
}

/// A member as the list tells it.
struct Entry {
    name: String,
    flags: u16,
    method: u16,
    crc: u32,
    packed_size: usize,
    size: usize,
    /// Where its own record stands.
    at: usize,
}

impl Entry {
    /// The entry at this place of the list and the place of the next one.
    fn listed(archive: &[u8], at: usize) -> Option<Result<(Self, usize)>> {
        if u32_at(archive, at)? != CENTRAL {
            return None;
        }
        let [name, extra, comment] = [28, 30, 32].map(|field| u16_at(archive, at + field).map(usize::from));
        let name_at = at + CENTRAL_BYTES;
        let name_end = name_at + name?;
        let entry = Self {
            name: String::from_utf8(archive.get(name_at..name_end)?.to_vec()).ok()?,
            flags: u16_at(archive, at + 8)?,
            method: u16_at(archive, at + 10)?,
            crc: u32_at(archive, at + 16)?,
            packed_size: size_at(archive, at + 20)?,
            size: size_at(archive, at + 24)?,
            at: size_at(archive, at + 42)?,
        };
        let understood = entry.flags & !FLAGS_KNOWN == 0 && matches!(entry.method, STORED | DEFLATED);
        let whole = u16_at(archive, at + 34)? == 0;
        let next = name_end + extra? + comment?;
        Some(if understood && whole { Ok((entry, next)) } else { Err(ArchiveFault::Unsupported.into()) })
    }

    /// Where its data stand: the member's own record must say what the list says.
    fn data(&self, archive: &[u8], list_at: usize) -> Result<std::ops::Range<usize>> {
        let span = || {
            let (name, extra) = (u16_at(archive, self.at + 26)?, u16_at(archive, self.at + 28)?);
            let name_at = self.at + LOCAL_BYTES;
            let name_end = name_at + usize::from(name);
            let same_name = archive.get(name_at..name_end)? == self.name.as_bytes();
            let begins = u32_at(archive, self.at)? == LOCAL && same_name;
            let same = u16_at(archive, self.at + 6)? == self.flags && u16_at(archive, self.at + 8)? == self.method;
            let sizes = [14, 18, 22].map(|field| u32_at(archive, self.at + field));
            let listed = [Some(self.crc), u32::try_from(self.packed_size).ok(), u32::try_from(self.size).ok()];
            let later = self.flags & FLAG_SIZES_AFTER != 0 && sizes == [Some(0); 3];
            let start = name_end + usize::from(extra);
            let end = start.checked_add(self.packed_size)?;
            (begins && same && (later || sizes == listed) && end <= list_at).then_some(start..end)
        };
        span().ok_or_else(|| ArchiveFault::Contradiction.into())
    }

    fn unpack(self, packed: &[u8]) -> Result<Member> {
        let is_stored = self.method == STORED;
        let content = match is_stored {
            true if self.size == packed.len() => packed.to_vec(),
            true => return Err(ArchiveFault::Contradiction.into()),
            false => inflate(packed, self.size)?,
        };
        let mut crc = Crc::new();
        crc.update(&content);
        if crc.sum() == self.crc {
            Ok(Member { name: self.name, content, is_stored })
        } else {
            Err(ArchiveFault::Checksum.into())
        }
    }
}

/// Inflates into exactly `size` bytes; the list's sizes were bounded before.
fn inflate(packed: &[u8], size: usize) -> Result<Vec<u8>> {
    let mut content = Vec::with_capacity(size);
    let mut stream = Decompress::new(false);
    let status = stream.decompress_vec(packed, &mut content, FlushDecompress::Finish);
    let whole = usize::try_from(stream.total_in()) == Ok(packed.len()) && content.len() == size;
    match status {
        Ok(Status::StreamEnd) if whole => Ok(content),
        _ => Err(ArchiveFault::Broken.into()),
    }
}
