//! What stands in a printed file, read back.

use std::io::Write as _;
use std::process::{Command, Stdio};

use paper::{Paper, Pdf, Printer as _};
use print::Typesetter;

/// What every archival file holds: the claims of its metadata, a colour profile, a tree of tags, fonts inside, a language.
const ARCHIVAL: &[&str] =
    &["<pdfaid:part>2<", "<pdfaid:conformance>B<", "/OutputIntent", "/StructTreeRoot", "/FontFile", "(ru-RU)"];
/// What none holds: it would run, fetch, or hide something.
const FORBIDDEN: &[&str] = &["/JavaScript", "/Launch", "/URI", "/EmbeddedFile", "/Encrypt"];

/// A printed paper and its text, where `pdftotext` is.
pub struct Seen {
    /// The file.
    pub pdf: Pdf,
    text: Option<String>,
}

impl Seen {
    /// Prints and reads back.
    pub fn print(paper: &Paper) -> Self {
        let pdf = Typesetter.print(paper).unwrap();
        let text = text_of(&pdf.bytes);
        Self { pdf, text }
    }

    /// Every one of these words is read back; spaces and breaks of lines are all one.
    pub fn says(&self, words: &[&str]) {
        let Some(text) = &self.text else { return };
        for word in words {
            assert!(text.contains(&plain(word)), "{word:?} is not in:\n{text}");
        }
    }

    /// None of these is.
    pub fn says_not(&self, words: &[&str]) {
        let Some(text) = &self.text else { return };
        for word in words {
            assert!(!text.contains(&plain(word)), "{word:?} is in:\n{text}");
        }
    }

    /// How often these words stand in it; as often as there are pages where the text cannot be read back.
    pub fn count(&self, words: &str) -> usize {
        self.text.as_ref().map_or(self.pdf.pages, |text| text.matches(&plain(words)).count())
    }

    /// The marks of PDF/A-2b.
    pub fn is_archival(&self) {
        let has = |what: &str| self.pdf.bytes.windows(what.len()).any(|octets| octets == what.as_bytes());
        assert!(self.pdf.bytes.starts_with(b"%PDF-1.7"));
        for mark in ARCHIVAL {
            assert!(has(mark), "{mark} is absent");
        }
        for mark in FORBIDDEN {
            assert!(!has(mark), "{mark} is there");
        }
    }
}

fn text_of(pdf: &[u8]) -> Option<String> {
    let mut reader = Command::new("pdftotext");
    reader.args(["-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let Ok(mut reader) = reader.spawn() else {
        println!("SKIPPED: the text of a printed file is not read back: no pdftotext (package poppler-utils)");
        return None;
    };
    let mut input = reader.stdin.take().unwrap();
    let octets = pdf.to_vec();
    let writing = std::thread::spawn(move || input.write_all(&octets));
    let output = reader.wait_with_output().unwrap();
    writing.join().unwrap().unwrap();
    assert!(output.status.success());
    Some(plain(&String::from_utf8(output.stdout).unwrap()))
}

/// Without what layout adds: breaks of lines, runs of spaces, hyphens at the end of a line, places where a word may be
/// broken.
fn plain(text: &str) -> String {
    let line = text.replace('\u{200B}', "").split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace("\u{AD} ", "")
}
