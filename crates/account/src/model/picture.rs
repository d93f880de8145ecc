//! A person's picture: PNG or JPEG, walked through and stripped of what is no picture.

use super::{AccountRefusal, PeopleRefusal};
use std::ops::Range;

/// Octets of a picture: content up to 64 KiB lives in a table, and a page shows dozens.
pub const PICTURE_BYTES_MAX: usize = 64 * 1024;
/// Points of a side: twice what the largest place on a page shows.
const SIDE_MAX: u32 = 1024;
/// First octets of a PNG: its specification, section 5.2.
const PNG_SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];
/// Chunks that make the picture; texts, places, times and moving pictures are left out.
const PNG_KEPT: [&[u8; 4]; 5] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"];

/// Which kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureKind {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
}

impl PictureKind {
    /// The stored name.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Jpeg => "jpeg",
        }
    }

    /// The media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// By its stored name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Png, Self::Jpeg].into_iter().find(|kind| kind.name() == name)
    }
}

/// A picture without notes on where and by whom it was taken, and with nothing after its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Which kind.
    pub kind: PictureKind,
    /// What is kept of it.
    pub content: Vec<u8>,
}

impl Picture {
    /// Refuses what is no PNG or JPEG by its structure, is over 64 KiB, or has a side of none or over 1024 points.
    /// Comments, EXIF (which tells where it was taken), colour notes and whatever follows the end are left out.
    pub fn parse(octets: &[u8]) -> Result<Self, AccountRefusal> {
        let read = if octets.len() > PICTURE_BYTES_MAX {
            None
        } else if octets.starts_with(&PNG_SIGNATURE) {
            png(octets).map(|content| Self { kind: PictureKind::Png, content })
        } else {
            jpeg(octets).map(|content| Self { kind: PictureKind::Jpeg, content })
        };
        read.ok_or(PeopleRefusal::PictureForm.into())
    }
}

fn is_good_size(width: u32, height: u32) -> bool {
    (1..=SIDE_MAX).contains(&width) && (1..=SIDE_MAX).contains(&height)
}

fn number(octets: &[u8], at: usize) -> Option<u32> {
    let four: [u8; 4] = octets.get(at..at.checked_add(4)?)?.try_into().ok()?;
    Some(u32::from_be_bytes(four))
}

/// Length, kind, content, check sum: section 5.3. `IHDR` is first, `IEND` last.
fn png(octets: &[u8]) -> Option<Vec<u8>> {
    let mut kept = PNG_SIGNATURE.to_vec();
    let mut at = PNG_SIGNATURE.len();
    let mut has_image = false;
    loop {
        let length = usize::try_from(number(octets, at)?).ok()?;
        let body: Range<usize> = at.checked_add(4)?..at.checked_add(8)?.checked_add(length)?;
        let checked = octets.get(body.clone())?;
        if number(octets, body.end)? != check_sum(checked) {
            return None;
        }
        let is_first = kept.len() == PNG_SIGNATURE.len();
        let kind = checked.get(..4)?;
        if is_first && !(kind == b"IHDR" && length == 13 && is_good_size(number(checked, 4)?, number(checked, 8)?)) {
            return None;
        }
        let end = body.end.checked_add(4)?;
        if PNG_KEPT.iter().any(|known| kind == *known) {
            kept.extend(octets.get(at..end)?);
        }
        has_image |= kind == b"IDAT";
        if kind == b"IEND" {
            return has_image.then_some(kept);
        }
        at = end;
    }
}

/// CRC-32 of ISO 3309, as section 5.5 asks.
fn check_sum(octets: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for octet in octets {
        sum ^= u32::from(*octet);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 };
        }
    }
    !sum
}

/// Segments of ITU-T T.81 Annex B, up to the end of the image.
fn jpeg(octets: &[u8]) -> Option<Vec<u8>> {
    if !octets.starts_with(&[0xff, 0xd8]) {
        return None;
    }
    let mut kept = vec![0xff, 0xd8];
    let (mut at, mut has_size, mut has_image) = (2_usize, false, false);
    loop {
        let &[0xff, marker] = octets.get(at..at.checked_add(2)?)? else { return None };
        if marker == 0xd9 {
            kept.extend([0xff, 0xd9]);
            return (has_size && has_image).then_some(kept);
        }
        let length = octets.get(at.checked_add(2)?..at.checked_add(4)?)?;
        let length = usize::from(u16::from_be_bytes(length.try_into().ok()?));
        let mut end = at.checked_add(2)?.checked_add(length.max(2))?;
        let segment = octets.get(at..end)?;
        match marker {
            // Baseline, extended and progressive frames; arithmetic coding and lossless ones no browser shows.
            0xc0..=0xc2 if is_good_frame(segment)? => has_size = true,
            0xc0..=0xc2 => return None,
            0xda => {
                has_image = true;
                end = scan_end(octets, end)?;
            }
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf | 0x00..=0xbf | 0xd0..=0xd8 | 0xff => return None,
            _ => {}
        }
        // JFIF and Adobe's note on colours are needed to show it; other notes and comments are not.
        let is_note = matches!(marker, 0xe1..=0xed | 0xef | 0xfe);
        if !is_note {
            kept.extend(octets.get(at..end)?);
        }
        at = end;
    }
}

/// Height and width of a frame header: T.81, B.2.2.
fn is_good_frame(segment: &[u8]) -> Option<bool> {
    let side = |from: usize| Some(u32::from(u16::from_be_bytes(segment.get(from..from + 2)?.try_into().ok()?)));
    Some(is_good_size(side(7)?, side(5)?))
}

/// Where coded data ends: at a marker that is neither a stuffed zero nor a restart.
fn scan_end(octets: &[u8], from: usize) -> Option<usize> {
    let coded = octets.get(from..)?;
    let is_end = |pair: &[u8]| matches!(*pair, [0xff, next] if next != 0 && !(0xd0..=0xd7).contains(&next));
    Some(from + coded.windows(2).position(is_end)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        let checked = [kind.as_slice(), content].concat();
        let length = u32::try_from(content.len()).unwrap().to_be_bytes();
        [&length[..], &checked, &check_sum(&checked).to_be_bytes()].concat()
    }

    fn head(width: u32, height: u32) -> Vec<u8> {
        chunk(b"IHDR", &[&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat())
    }

    fn png_of(chunks: &[Vec<u8>]) -> Vec<u8> {
        [PNG_SIGNATURE.to_vec(), chunks.concat()].concat()
    }

    fn frame(width: u16, height: u16) -> Vec<u8> {
        let (w, h) = (width.to_be_bytes(), height.to_be_bytes());
        [&[0xff, 0xc0, 0, 11, 8][..], &h, &w, &[1, 1, 0x11, 0]].concat()
    }

    const SCAN: [u8; 15] = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0, 0xff, 0xd3];

    fn jpeg_of(segments: &[&[u8]]) -> Vec<u8> {
        [&[0xff, 0xd8][..], &segments.concat(), &[0xff, 0xd9]].concat()
    }

    #[test]
    fn check_sums_are_those_of_the_specification() {
        assert_eq!(check_sum(b"IEND"), 0xae42_6082);
    }

    #[test]
    fn a_png_keeps_its_picture_and_nothing_else() {
        let (data, end) = (chunk(b"IDAT", &[1, 2, 3]), chunk(b"IEND", &[]));
        let plain = png_of(&[head(10, 20), data.clone(), end.clone()]);
        let noted =
            png_of(&[head(10, 20), chunk(b"tEXt", b"where"), chunk(b"eXIf", b"gps"), data.clone(), end.clone()]);
        for octets in [plain.clone(), noted, [plain.clone(), b"<script>".to_vec()].concat()] {
            assert_eq!(Picture::parse(&octets).unwrap(), Picture { kind: PictureKind::Png, content: plain.clone() });
        }
        let mut broken = plain.clone();
        broken[30] ^= 1;
        for wrong in [
            broken,
            plain[..plain.len() - 1].to_vec(),
            PNG_SIGNATURE.to_vec(),
            png_of(&[head(0, 20), data.clone(), end.clone()]),
            png_of(&[head(10, 1025), data.clone(), end.clone()]),
            png_of(&[data.clone(), head(10, 20), end.clone()]),
            png_of(&[head(10, 20), end]),
            [plain, vec![0; PICTURE_BYTES_MAX]].concat(),
        ] {
            assert_eq!(Picture::parse(&wrong), Err(PeopleRefusal::PictureForm.into()));
        }
    }

    #[test]
    fn a_jpeg_keeps_its_picture_and_nothing_else() {
        let size = frame(20, 10);
        let plain = jpeg_of(&[&size, &SCAN]);
        let exif = [0xff, 0xe1, 0, 6, b'g', b'p', b's', b'!'];
        let comment = [0xff, 0xfe, 0, 4, b'h', b'i'];
        let noted = jpeg_of(&[&exif, &size, &comment, &SCAN]);
        for octets in [plain.clone(), noted, [plain.clone(), b"<script>".to_vec()].concat()] {
            assert_eq!(Picture::parse(&octets).unwrap(), Picture { kind: PictureKind::Jpeg, content: plain.clone() });
        }
        let adobe = [0xff, 0xee, 0, 4, 1, 2];
        assert_eq!(Picture::parse(&jpeg_of(&[&adobe, &size, &SCAN])).unwrap().content.len(), plain.len() + adobe.len());
        for wrong in [
            vec![],
            b"GIF89a".to_vec(),
            b"<svg/>".to_vec(),
            vec![0xff, 0xd8],
            plain[..plain.len() - 2].to_vec(),
            jpeg_of(&[&SCAN]),
            jpeg_of(&[&size]),
            jpeg_of(&[&frame(0, 10), &SCAN]),
            jpeg_of(&[&frame(1025, 10), &SCAN]),
            jpeg_of(&[&[0xff, 0xe1, 0xff, 0xff]]),
            jpeg_of(&[&[0xff, 0xc3, 0, 2], &size, &SCAN]),
        ] {
            assert_eq!(Picture::parse(&wrong), Err(PeopleRefusal::PictureForm.into()), "{wrong:x?}");
        }
    }

    #[test]
    fn whatever_comes_never_panics() {
        let chance = kernel::Chance::from_seed([3; 32]);
        let seeds =
            [png_of(&[head(9, 9), chunk(b"IDAT", &[7; 40]), chunk(b"IEND", &[])]), jpeg_of(&[&frame(9, 9), &SCAN])];
        for round in 0..4_000_u32 {
            let mut octets = seeds[usize::from(round % 2 == 0)].clone();
            for _ in 0..=chance.below(4) {
                let at = usize::try_from(chance.below(u32::try_from(octets.len()).unwrap())).unwrap();
                octets[at] = chance.octets::<1>()[0];
            }
            octets.truncate(usize::try_from(chance.below(120)).unwrap());
            if let Ok(picture) = Picture::parse(&octets) {
                assert_eq!(Picture::parse(&picture.content), Ok(picture));
            }
        }
    }
}
