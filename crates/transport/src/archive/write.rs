//! An archive written: equal members give equal bytes.

use super::layout::{CENTRAL, DAY, DEFLATED, END, FLAG_UTF8, LOCAL, STORED, VERSION};
use super::{Member, is_plain_name};
use crate::limits::{CONTAINER_BYTES_MAX, INFLATED_BYTES_MAX, INFLATION_RATIO_MAX, MEMBERS_MAX};
use crate::refusal::{ArchiveFault, TransportRefusal};
use flate2::{Compress, Compression, Crc, FlushCompress, Status};
use std::collections::HashSet;

type Result<T> = std::result::Result<T, TransportRefusal>;

/// Writes an archive of these members in this order. Refuses none or too many, names that lead out of a folder or stand twice,
/// contents and archives over [`crate::limits`].
pub fn write(members: &[Member]) -> Result<Vec<u8>> {
    check(members)?;
    let (mut archive, mut central) = (Vec::new(), Vec::new());
    for member in members {
        let at = four(archive.len())?;
        let header = Header::of(member)?;
        archive.extend(LOCAL.to_le_bytes());
        header.put(&mut archive);
        archive.extend(member.name.as_bytes());
        archive.extend(header.packed.as_deref().unwrap_or(&member.content));
        header.put_central(member, at, &mut central);
        if archive.len() > CONTAINER_BYTES_MAX {
            return Err(ArchiveFault::TooLarge.into());
        }
    }
    put_end(&mut archive, &central, members.len())?;
    Ok(archive)
}

fn check(members: &[Member]) -> Result<()> {
    let mut names = HashSet::new();
    let sizes: usize = members.iter().map(|member| member.content.len()).fold(0, usize::saturating_add);
    match () {
        () if members.is_empty() || members.len() > MEMBERS_MAX => Err(ArchiveFault::Members.into()),
        () if sizes > INFLATED_BYTES_MAX => Err(ArchiveFault::TooLarge.into()),
        () if !members.iter().all(|member| is_plain_name(&member.name)) => Err(ArchiveFault::Name.into()),
        () if !members.iter().all(|member| names.insert(&member.name)) => Err(ArchiveFault::NameTwice.into()),
        () => Ok(()),
    }
}

/// What both records of a member say alike.
struct Header {
    flags: u16,
    crc: u32,
    size: u32,
    packed_size: u32,
    name_bytes: u16,
    /// The deflated content, where it is deflated.
    packed: Option<Vec<u8>>,
}

impl Header {
    fn of(member: &Member) -> Result<Self> {
        // what would look like an attack to its reader is put in as it is
        let bearable = |packed: &Vec<u8>| member.content.len() / INFLATION_RATIO_MAX <= packed.len();
        let packed = (!member.is_stored).then(|| deflate(&member.content)).filter(bearable);
        let mut crc = Crc::new();
        crc.update(&member.content);
        Ok(Self {
            flags: if member.name.is_ascii() { 0 } else { FLAG_UTF8 },
            crc: crc.sum(),
            size: four(member.content.len())?,
            packed_size: four(packed.as_ref().unwrap_or(&member.content).len())?,
            name_bytes: u16::try_from(member.name.len()).map_err(|_| ArchiveFault::Name)?,
            packed,
        })
    }

    fn put(&self, out: &mut Vec<u8>) {
        let method = if self.packed.is_some() { DEFLATED } else { STORED };
        // version, flags, method, time of day, day
        for number in [VERSION, self.flags, method, 0, DAY] {
            out.extend(number.to_le_bytes());
        }
        for number in [self.crc, self.packed_size, self.size] {
            out.extend(number.to_le_bytes());
        }
        // length of the name, of the extra field
        for number in [self.name_bytes, 0] {
            out.extend(number.to_le_bytes());
        }
    }

    fn put_central(&self, member: &Member, at: u32, out: &mut Vec<u8>) {
        out.extend(CENTRAL.to_le_bytes());
        out.extend(VERSION.to_le_bytes());
        self.put(out);
        // length of the comment, disk, internal attributes; external attributes
        out.extend([0; 10]);
        out.extend(at.to_le_bytes());
        out.extend(member.name.as_bytes());
    }
}

fn put_end(archive: &mut Vec<u8>, central: &[u8], count: usize) -> Result<()> {
    let (at, size) = (four(archive.len())?, four(central.len())?);
    let count = u16::try_from(count).map_err(|_| ArchiveFault::Members)?.to_le_bytes();
    archive.extend(central);
    archive.extend(END.to_le_bytes());
    // this disk, the disk of the list
    archive.extend([0; 4]);
    archive.extend(count);
    archive.extend(count);
    archive.extend(size.to_le_bytes());
    archive.extend(at.to_le_bytes());
    // length of the comment
    archive.extend([0; 2]);
    Ok(())
}

/// One call compresses all: a stream given less room than it needs would end early.
fn deflate(content: &[u8]) -> Vec<u8> {
    // what deflate adds where nothing can be made shorter: 5 bytes in 16 KiB, and the ends
    let bound = content.len() + content.len() / 1_000 + 64;
    let mut packed = Vec::with_capacity(bound);
    let mut stream = Compress::new(Compression::default(), false);
    match stream.compress_vec(content, &mut packed, FlushCompress::Finish) {
        Ok(Status::StreamEnd) => packed,
        _ => kernel::bug!("deflate ended early"),
    }
}

fn four(size: usize) -> Result<u32> {
    u32::try_from(size).map_err(|_| ArchiveFault::TooLarge.into())
}
