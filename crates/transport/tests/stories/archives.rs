//! Archives: bounded, never two readings of one, never a panic.

use crate::support::tool;
use kernel::Refusal as _;
use std::path::Path;
use transport::archive::{Member, read, write};

fn member(name: &str, content: &[u8], is_stored: bool) -> Member {
    Member { name: name.to_owned(), content: content.to_vec(), is_stored }
}

fn sample() -> Vec<u8> {
    write(&[member("one", &[b'a'; 200], false), member("два", b"stored", true), member("empty", b"", false)]).unwrap()
}

fn code(archive: &[u8]) -> &'static str {
    read(archive).unwrap_err().code()
}

/// The archive with bytes at each place of `pattern` overwritten, `skip` places left out.
fn with(pattern: &[u8], offset: usize, bytes: &[u8]) -> Vec<u8> {
    let mut archive = sample();
    let at = archive.windows(pattern.len()).position(|window| window == pattern).unwrap() + offset;
    archive[at..at + bytes.len()].copy_from_slice(bytes);
    archive
}

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

#[test]
fn members_come_back_in_their_order() {
    let members = read(&sample()).unwrap();
    let names: Vec<&str> = members.iter().map(|member| member.name.as_str()).collect();
    assert_eq!(names, ["one", "два", "empty"]);
    assert_eq!(write(&members).unwrap(), sample());
    // a comment at the end is no part of the archive's files
    let mut commented = with(END, 20, &[5, 0]);
    commented.extend(b"PK\x05\x06\x00");
    assert_eq!(read(&commented).unwrap(), members);
}

#[test]
fn every_contradiction_has_its_refusal() {
    let table: [(&[u8], usize, &[u8], &str); 17] = [
        (END, 0, b"PK\x05\x05", "not-archive"),
        (END, 4, &[1], "unsupported"),
        (END, 8, &[2], "unsupported"),
        (END, 8, &[0, 0, 0, 0], "members"),
        (END, 8, &[0xFF, 0x7F, 0xFF, 0x7F], "members"),
        (END, 12, &[1], "broken"),
        (END, 16, &[9], "broken"),
        (CENTRAL, 0, b"PK\x01\x01", "broken"),
        (CENTRAL, 8, &[1], "unsupported"),
        (CENTRAL, 10, &[99], "unsupported"),
        (CENTRAL, 24, &[0xFF, 0xFF, 0xFF, 0x0F], "inflation"),
        (CENTRAL, 24, &[0, 0, 1], "contradiction"),
        (CENTRAL, 46, b"..\0", "name"),
        (CENTRAL, 42, &[0xFF, 0xFF, 0xFF, 0xFF], "contradiction"),
        (LOCAL, 8, &[0], "contradiction"),
        (LOCAL, 14, &[0], "contradiction"),
        (LOCAL, 30, b"two", "contradiction"),
    ];
    for (pattern, offset, bytes, expected) in table {
        let code = code(&with(pattern, offset, bytes));
        assert_eq!(code, format!("transport.archive.{expected}"), "{pattern:?} {offset}");
    }
    assert_eq!(code(b""), "transport.archive.not-archive");
    assert_eq!(code(&vec![0; 64 * 1024 * 1024 + 1]), "transport.archive.too-large");
}

#[test]
fn two_members_may_not_share_bytes() {
    // the second entry of the list is made to point at the first member under the first one's name
    let archive = write(&[member("a", b"same", true), member("b", b"same", true)]).unwrap();
    let list = archive.windows(4).position(|window| window == CENTRAL).unwrap();
    let mut twice = archive.clone();
    twice[list + 47 + 42..list + 47 + 46].fill(0);
    twice[list + 47 + 46] = b'a';
    assert_eq!(code(&twice), "transport.archive.name-twice");
    // a member inside another: stored content that is an archive's record itself
    let inner = write(&[member("b", b"x", true)]).unwrap();
    let outer = write(&[member("a", &inner, true), member("b", b"x", true)]).unwrap();
    let list = outer.windows(4).rposition(|window| window == CENTRAL).unwrap();
    let mut shared = outer;
    shared[list + 42] = 31;
    assert_eq!(code(&shared), "transport.archive.overlap");
}

#[test]
fn bombs_are_refused_before_they_are_inflated() {
    let folder = tempfile::tempdir().unwrap();
    let (blanks, target) = (folder.path().join("blanks"), folder.path().join("bomb.zip"));
    let bomb_of = |size: usize| {
        std::fs::write(&blanks, vec![0; size]).unwrap();
        tool("zip", "zip", &[Path::new("-q"), Path::new("-j"), &target, &blanks]);
        std::fs::read(&target).unwrap()
    };
    let bomb = bomb_of(32 << 20);
    assert!(bomb.len() < 64 << 10);
    assert_eq!(code(&bomb), "transport.archive.inflation");
    // small ones are no attack, and what we write ourselves is never like one
    assert_eq!(read(&bomb_of(8 << 20)).unwrap()[0].content.len(), 8 << 20);
    let own = write(&[member("blank", &vec![0; 32 << 20], false)]).unwrap();
    assert_eq!(read(&own).unwrap()[0].content.len(), 32 << 20);
}

#[test]
fn what_may_not_be_written_is_refused() {
    let refused = |members: &[Member]| write(members).unwrap_err().code();
    assert_eq!(refused(&[]), "transport.archive.members");
    assert_eq!(refused(&[member("a", b"", true), member("a", b"", true)]), "transport.archive.name-twice");
    for name in ["", "a/b", "..", "c:", "\n", &"я".repeat(151)] {
        assert_eq!(refused(&[member(name, b"", true)]), "transport.archive.name", "{name:?}");
    }
    let noise: Vec<u8> = (0..(65_u32 << 20)).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
    assert_eq!(refused(&[member("large", &noise, true)]), "transport.archive.too-large");
}

/// Every changed byte is refused or leaves the files as they were: in the time, the versions and attributes nobody reads.
#[test]
fn every_changed_byte_is_noticed_or_means_nothing() {
    let (archive, members) = (sample(), read(&sample()).unwrap());
    let files = |members: &[Member]| members.iter().map(|m| (m.name.clone(), m.content.clone())).collect::<Vec<_>>();
    for at in 0..archive.len() {
        for bit in 0..8 {
            let mut changed = archive.clone();
            changed[at] ^= 1 << bit;
            if let Ok(read) = read(&changed) {
                assert_eq!(files(&read), files(&members), "byte {at}, bit {bit}");
            }
        }
        assert!(read(&archive[..at]).is_err(), "cut at {at}");
    }
}
