//! Scans: the published rules as data, and what is checked again here of what the browser checked first.

use super::application::Point;
use kernel::RefusalKind;
use serde::Serialize;

/// Octets of any scan: a colour page at 300 dpi in JPEG takes 1 to 3 MiB.
pub const SCAN_BYTES_MAX: usize = 5 * 1024 * 1024;
/// Octets below which nothing can be read in a picture of a document.
const SCAN_BYTES_MIN: usize = 1_024;
/// Pixels on the longer side: A4 at 600 dpi has 7 016. Beyond, a small file unpacks into gigabytes.
const SIDE_PIXELS_MAX: u32 = 10_000;
/// Segments of a JPEG looked through for its size; real files have some twenty.
const JPEG_SEGMENTS_MAX: usize = 1_000;

/// The rules of one scan, as published to applicants and browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct ScanRule {
    /// Which scan.
    pub scan: Point,
    /// Formats that are taken.
    pub formats: &'static [ScanFormat],
    /// Octets at least.
    pub bytes_min: usize,
    /// Octets at most.
    pub bytes_max: usize,
    /// Pixels of the shorter side at least: 150 dpi of the document's shorter side.
    pub side_pixels_min: u32,
    /// Pixels of the longer side at most.
    pub side_pixels_max: u32,
    /// Whether it must be in colour.
    pub in_colour: bool,
    /// Sharpness at least: variance of the Laplacian of the luma (0…255), the picture reduced to 1 000 pixels on its
    /// longer side. Judged in the browser; here a person looks.
    pub sharpness_min: u32,
    /// Share of the picture, per cent, that an even border (a table, a scanner's lid) may take. Judged in the browser.
    pub border_percent_max: u32,
}

/// A format by its first octets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScanFormat {
    /// PNG.
    Png,
    /// JPEG.
    Jpeg,
    /// PDF.
    Pdf,
}

impl ScanFormat {
    /// Media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Pdf => "application/pdf",
        }
    }

    /// By the first octets.
    pub fn of(octets: &[u8]) -> Option<Self> {
        const MAGIC: [(&[u8], ScanFormat); 3] = [
            (b"\x89PNG\r\n\x1a\n", ScanFormat::Png),
            (&[0xff, 0xd8, 0xff], ScanFormat::Jpeg),
            (b"%PDF-", ScanFormat::Pdf),
        ];
        MAGIC.into_iter().find(|(magic, _)| octets.starts_with(magic)).map(|(_, format)| format)
    }
}

const PICTURES: &[ScanFormat] = &[ScanFormat::Png, ScanFormat::Jpeg];
const PICTURES_AND_PDF: &[ScanFormat] = &[ScanFormat::Png, ScanFormat::Jpeg, ScanFormat::Pdf];

const fn rule(scan: Point, formats: &'static [ScanFormat], side_pixels_min: u32, in_colour: bool) -> ScanRule {
    ScanRule {
        scan,
        formats,
        bytes_min: SCAN_BYTES_MIN,
        bytes_max: SCAN_BYTES_MAX,
        side_pixels_min,
        side_pixels_max: SIDE_PIXELS_MAX,
        in_colour,
        sharpness_min: 60,
        border_percent_max: 40,
    }
}

/// The published rules. A passport's spread is 125 × 176 mm, СНИЛС 80 × 110 mm, the application A4.
pub const SCAN_RULES: &[ScanRule] = &[
    rule(Point::PassportScan, PICTURES, 700, true),
    rule(Point::SnilsScan, PICTURES_AND_PDF, 450, true),
    rule(Point::StatementScan, PICTURES_AND_PDF, 1_000, false),
];

/// Why a scan is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScanRefusal {
    /// No picture of a format that is taken.
    #[error("neither PNG nor JPEG nor, where it is taken, PDF")]
    Format,
    /// Too few or too many octets.
    #[error("a scan has {SCAN_BYTES_MIN} to {SCAN_BYTES_MAX} octets")]
    Size,
    /// Begins like a picture and goes on like none.
    #[error("the file is cut off or damaged")]
    Damaged,
    /// Too few or too many pixels.
    #[error("too few or too many pixels")]
    Pixels,
    /// Grey where colour is asked for.
    #[error("the picture is not in colour")]
    NotInColour,
    /// A PDF under a password, or one that hides what it does.
    #[error("the PDF is encrypted")]
    Encrypted,
}

impl kernel::Refusal for ScanRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Format => "certification.scan.format",
            Self::Size => "certification.scan.size",
            Self::Damaged => "certification.scan.damaged",
            Self::Pixels => "certification.scan.pixels",
            Self::NotInColour => "certification.scan.not-in-colour",
            Self::Encrypted => "certification.scan.encrypted",
        }
    }

    fn kind(&self) -> RefusalKind {
        RefusalKind::Invalid
    }
}

/// What a picture's head says of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Head {
    width: u32,
    height: u32,
    in_colour: bool,
}

/// Checks a file by the rule of its scan: format by the first octets, size, pixels, colour; an encrypted PDF is refused.
/// Nothing is unpacked, so a small file that would unpack into gigabytes costs nothing.
pub fn check_scan(scan: Point, octets: &[u8]) -> Result<ScanFormat, ScanRefusal> {
    let rule = SCAN_RULES.iter().find(|rule| rule.scan == scan).ok_or(ScanRefusal::Format)?;
    let format = ScanFormat::of(octets).filter(|format| rule.formats.contains(format)).ok_or(ScanRefusal::Format)?;
    if octets.len() < rule.bytes_min || octets.len() > rule.bytes_max {
        return Err(ScanRefusal::Size);
    }
    let head = match format {
        ScanFormat::Png => png_head(octets).ok_or(ScanRefusal::Damaged)?,
        ScanFormat::Jpeg => jpeg_head(octets).ok_or(ScanRefusal::Damaged)?,
        ScanFormat::Pdf => return check_pdf(octets).map(|()| format),
    };
    let (shorter, longer) = (head.width.min(head.height), head.width.max(head.height));
    if shorter < rule.side_pixels_min || longer > rule.side_pixels_max {
        return Err(ScanRefusal::Pixels);
    }
    if rule.in_colour && !head.in_colour {
        return Err(ScanRefusal::NotInColour);
    }
    Ok(format)
}

fn number(octets: &[u8], at: usize, length: usize) -> Option<u32> {
    let part = octets.get(at..at.checked_add(length)?)?;
    Some(part.iter().fold(0, |number, octet| (number << 8) | u32::from(*octet)))
}

/// IHDR comes first (PNG specification, 11.2.2); IEND ends the file.
fn png_head(octets: &[u8]) -> Option<Head> {
    let is_head = octets.get(8..16)? == b"\0\0\0\x0dIHDR";
    let is_whole = octets.ends_with(b"IEND\xae\x42\x60\x82");
    let (width, height) = (number(octets, 16, 4)?, number(octets, 20, 4)?);
    // 2 true colour, 3 palette, 6 true colour with alpha; 0 and 4 are grey.
    let kind = *octets.get(25)?;
    (is_head && is_whole && matches!(kind, 0 | 2 | 3 | 4 | 6)).then_some(Head {
        width,
        height,
        in_colour: matches!(kind, 2 | 3 | 6),
    })
}

/// The frame header among the segments (ISO/IEC 10918-1, B.2.2); EOI ends the picture.
fn jpeg_head(octets: &[u8]) -> Option<Head> {
    let mut at = 2;
    for _ in 0..JPEG_SEGMENTS_MAX {
        if *octets.get(at)? != 0xff {
            return None;
        }
        let marker = *octets.get(at.checked_add(1)?)?;
        if marker == 0xff {
            at = at.checked_add(1)?;
            continue;
        }
        let body = at.checked_add(2)?;
        // SOF0…SOF15 but the tables (DHT, JPG, DAC).
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let (height, width) = (number(octets, body.checked_add(3)?, 2)?, number(octets, body.checked_add(5)?, 2)?);
            let components = *octets.get(body.checked_add(7)?)?;
            let tail = octets.get(octets.len().saturating_sub(JPEG_TAIL_BYTES)..)?;
            let is_whole = tail.windows(2).any(|pair| pair == [0xff, 0xd9]);
            return is_whole.then_some(Head { width, height, in_colour: components >= 3 });
        }
        let length = usize::try_from(number(octets, body, 2)?).ok().filter(|length| *length >= 2)?;
        at = body.checked_add(length)?;
    }
    None
}

/// Cameras put a few octets of their own after the end of the picture.
const JPEG_TAIL_BYTES: usize = 4_096;

/// A PDF that ends and is not under a password: an encrypted one names `/Encrypt` in its trailer or in the dictionary
/// of its cross-reference stream, both in clear text (ISO 32000-1, 7.6.1).
fn check_pdf(octets: &[u8]) -> Result<(), ScanRefusal> {
    let has = |word: &[u8]| octets.windows(word.len()).any(|window| window == word);
    if has(b"/Encrypt") {
        return Err(ScanRefusal::Encrypted);
    }
    if !has(b"%%EOF") || !has(b"startxref") {
        return Err(ScanRefusal::Damaged);
    }
    Ok(())
}

/// Files for tests: heads as the formats prescribe them, filled up to a believable size.
#[cfg(test)]
pub(crate) mod samples {
    /// A PNG with this head.
    pub(crate) fn png(width: u32, height: u32, kind: u8) -> Vec<u8> {
        let mut octets = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
        octets.extend([width.to_be_bytes(), height.to_be_bytes()].concat());
        octets.extend([8, kind, 0, 0, 0, 0, 0, 0, 0]);
        octets.resize(3_000, 7);
        octets.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
        octets
    }

    /// A JPEG with one application segment before its frame.
    pub(crate) fn jpeg(width: u16, height: u16, components: u8) -> Vec<u8> {
        let mut octets = vec![0xff, 0xd8, 0xff, 0xe0, 0, 16];
        octets.resize(20, 0);
        octets.extend([0xff, 0xff, 0xc0, 0, 17, 8]);
        octets.extend([height.to_be_bytes(), width.to_be_bytes()].concat());
        octets.push(components);
        octets.resize(3_000, 7);
        octets.extend([0xff, 0xd9]);
        octets
    }

    /// A PDF with this trailer.
    pub(crate) fn pdf(trailer: &str) -> Vec<u8> {
        let mut octets = b"%PDF-1.7\n".to_vec();
        octets.resize(2_000, b' ');
        octets.extend(format!("trailer << {trailer} >>\nstartxref\n9\n%%EOF\n").bytes());
        octets
    }
}

#[cfg(test)]
mod tests {
    use super::samples::{jpeg, pdf, png};
    use super::*;

    #[test]
    fn good_scans_are_taken() {
        assert_eq!(check_scan(Point::PassportScan, &png(1_000, 1_400, 2)), Ok(ScanFormat::Png));
        assert_eq!(check_scan(Point::PassportScan, &jpeg(1_000, 1_400, 3)), Ok(ScanFormat::Jpeg));
        assert_eq!(check_scan(Point::StatementScan, &jpeg(1_240, 1_754, 1)), Ok(ScanFormat::Jpeg));
        assert_eq!(check_scan(Point::StatementScan, &pdf("/Root 1 0 R")), Ok(ScanFormat::Pdf));
    }

    #[test]
    fn wrong_scans_are_refused_by_the_rule_they_break() {
        use ScanRefusal::{Damaged, Encrypted, Format, NotInColour, Pixels, Size};
        let cut = |octets: Vec<u8>| octets[..octets.len() - 6].to_vec();
        let mut huge = png(1_000, 1_400, 2);
        huge.splice(100..100, vec![0; SCAN_BYTES_MAX]);
        let mut bomb = png(60_000, 60_000, 2);
        bomb.truncate(3_012);
        let rows: Vec<(Point, Vec<u8>, ScanRefusal)> = vec![
            (Point::PassportScan, b"MZ\x90\0 a program".repeat(100), Format),
            (Point::PassportScan, Vec::new(), Format),
            (Point::PassportScan, b"GIF89a".repeat(500), Format),
            (Point::PassportScan, pdf("/Root 1 0 R"), Format),
            (Point::Surname, png(1_000, 1_400, 2), Format),
            (Point::PassportScan, png(1_000, 1_400, 2)[..900].to_vec(), Size),
            (Point::PassportScan, huge, Size),
            (Point::PassportScan, cut(png(1_000, 1_400, 2)), Damaged),
            (Point::PassportScan, cut(jpeg(1_000, 1_400, 3)), Damaged),
            (Point::PassportScan, [&[0xff, 0xd8, 0xff], [0; 3_000].as_slice()].concat(), Damaged),
            (Point::PassportScan, png(1_000, 1_400, 9), Damaged),
            (Point::PassportScan, png(300, 1_400, 2), Pixels),
            (Point::PassportScan, bomb, Pixels),
            (Point::PassportScan, png(1_000, 1_400, 0), NotInColour),
            (Point::SnilsScan, jpeg(1_000, 1_400, 1), NotInColour),
            (Point::SnilsScan, pdf("/Encrypt 5 0 R"), Encrypted),
            (Point::SnilsScan, cut(pdf("/Root 1 0 R")), Damaged),
        ];
        for (number, (scan, octets, refusal)) in rows.into_iter().enumerate() {
            assert_eq!(check_scan(scan, &octets), Err(refusal), "row {number}");
        }
    }

    #[test]
    fn no_cut_or_changed_file_panics() {
        for good in [png(1_000, 1_400, 2), jpeg(1_000, 1_400, 3), pdf("/Root 1 0 R")] {
            for at in 0..good.len().min(64) {
                let mut changed = good.clone();
                changed[at] ^= 0xff;
                let _ = check_scan(Point::StatementScan, &changed);
                let _ = check_scan(Point::StatementScan, &[&good[..at], &[0; 2_000]].concat());
            }
        }
    }
}
