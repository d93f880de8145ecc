//! OpenSSL with the GOST engine, and GnuTLS, as judges. A missing one fails the test with the line that installs it.

use kernel::Moment;
use std::path::{Path, PathBuf};
use std::process::Command;

pub struct Bench {
    dir: tempfile::TempDir,
}

pub struct Verdict {
    pub good: bool,
    pub said: String,
}

impl Bench {
    pub fn new() -> Self {
        let engine = Command::new("openssl").args(["engine", "gost"]).output();
        let there = engine.is_ok_and(|output| output.status.success());
        assert!(there, "OpenSSL with the GOST engine is missing: apt-get install -y openssl libengine-gost-openssl");
        Self { dir: tempfile::tempdir().unwrap() }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn take(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    pub fn take_text(&self, name: &str) -> String {
        String::from_utf8(self.take(name)).unwrap()
    }

    fn run(&self, program: &str, arguments: &[&str]) -> Verdict {
        let output = Command::new(program).args(arguments).current_dir(self.dir.path()).output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        Verdict { good: output.status.success(), said }
    }

    /// Runs `openssl COMMAND -engine gost …`.
    pub fn openssl(&self, arguments: &str) -> Verdict {
        let mut words = arguments.split_whitespace();
        let command = words.next().unwrap();
        let mut all = vec![command, "-engine", "gost"];
        all.extend(words);
        self.run("openssl", &all)
    }

    /// The same, and it must succeed.
    pub fn openssl_does(&self, arguments: &str) {
        let verdict = self.openssl(arguments);
        assert!(verdict.good, "openssl {arguments}: {}", verdict.said);
    }

    pub fn certtool(&self, arguments: &str) -> Verdict {
        let words: Vec<&str> = arguments.split_whitespace().collect();
        assert!(
            Command::new("certtool").arg("--version").output().is_ok(),
            "GnuTLS is missing: apt-get install -y gnutls-bin"
        );
        self.run("certtool", &words)
    }
}

/// Seconds since 1970, for `-attime`.
pub fn seconds(at: Moment) -> String {
    at.seconds().to_string()
}

/// The folder of shared facts beside the workspace, or `SVITOK_SHARED`; `None` (said aloud) when it is not here.
pub fn shared(test: &str, part: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("SVITOK_SHARED").map_or(beside, PathBuf::from).join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED {test}: ../shared is not here");
    None
}
