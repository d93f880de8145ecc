//! Independent implementations as judges: OpenSSL with gost-engine, BouncyCastle and GnuTLS each derive the public key,
//! accept our signature, refuse a changed one, and sign what we must accept. Keys are fresh with every run; the seed is
//! told when a case fails, and `SVITOK_SEED=<hex>` repeats it.
#![expect(clippy::unwrap_used, reason = "a judge that does not work must stop the test")]
#![expect(clippy::indexing_slicing, reason = "places in buffers of known length")]

mod cases;
#[path = "../pkcs8/mod.rs"]
mod pkcs8;

use cases::{Case, KeyForm};
use gost::ParamSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Fresh keys on each set.
const KEYS: usize = 200;
/// The same with `SVITOK_PROVE=full`.
const KEYS_PROOF: usize = 1_000;
/// GnuTLS has two curves. Measured with 3.7.9: the others are refused when the key is read.
const SETS_OF_GNUTLS: [ParamSet; 4] = [ParamSet::A, ParamSet::XA, ParamSet::TcB, ParamSet::Tc512A];
/// BouncyCastle 1.72 has every curve; the three names of tc26 for CryptoPro's curves it does not know.
const SETS_UNKNOWN_TO_BOUNCY: [ParamSet; 3] = [ParamSet::TcB, ParamSet::TcC, ParamSet::TcD];

fn keys() -> usize {
    if std::env::var("SVITOK_PROVE").is_ok_and(|size| size == "full") { KEYS_PROOF } else { KEYS }
}

/// A program that judges line by line.
struct Judge {
    name: &'static str,
    program: PathBuf,
    arguments: Vec<String>,
    form: KeyForm,
    _folder: tempfile::TempDir,
}

fn source(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/differential").join(file)
}

fn in_c(name: &'static str, file: &str, library: &str, package: &str) -> Judge {
    let folder = tempfile::tempdir().unwrap();
    let program = folder.path().join("judge");
    let built = Command::new("cc").arg("-O1").arg("-o").arg(&program).arg(source(file)).arg(library).output().unwrap();
    let said = String::from_utf8_lossy(&built.stderr);
    assert!(built.status.success(), "{name} cannot be built (apt-get install gcc libc6-dev {package}): {said}");
    Judge { name, program, arguments: Vec::new(), form: KeyForm::Pkcs8, _folder: folder }
}

fn bouncy_castle() -> Judge {
    let folder = tempfile::tempdir().unwrap();
    let jar = Path::new("/usr/share/java/bcprov.jar");
    let built =
        Command::new("javac").arg("-cp").arg(jar).arg("-d").arg(folder.path()).arg(source("Bouncy.java")).output();
    let install = "apt-get install default-jdk-headless libbcprov-java";
    assert!(built.is_ok(), "no javac here; {install}");
    let built = built.unwrap();
    assert!(built.status.success(), "{install}: {}", String::from_utf8_lossy(&built.stderr));
    let path = format!("{}:{}", jar.display(), folder.path().display());
    let arguments = vec!["-Xshare:auto".to_owned(), "-cp".to_owned(), path, "Bouncy".to_owned()];
    Judge { name: "BouncyCastle", program: "java".into(), arguments, form: KeyForm::Number, _folder: folder }
}

impl Judge {
    /// Asks about all cases at once; one answer a line.
    fn ask(&self, cases: &[Case]) -> Vec<String> {
        let mut asks = cases.iter().map(|case| case.line(self.form)).collect::<Vec<_>>().join("\n");
        asks.push('\n');
        let mut child = Command::new(&self.program)
            .args(&self.arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let writing = std::thread::spawn(move || stdin.write_all(asks.as_bytes()));
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", self.name);
        writing.join().unwrap().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
    }

    fn judges(&self, sets: &[ParamSet]) {
        for set in sets {
            let cases = cases::make(*set, keys());
            let answers = self.ask(&cases);
            assert_eq!(answers.len(), cases.len(), "{} on {set:?}", self.name);
            for (case, answer) in cases.iter().zip(&answers) {
                case.check(self.name, answer);
            }
        }
    }
}

#[test]
fn gost_engine_agrees_on_every_set() {
    in_c("gost-engine", "engine.c", "-lcrypto", "libssl-dev libengine-gost-openssl").judges(&ParamSet::ALL);
}

#[test]
fn bouncy_castle_agrees_on_every_curve() {
    let mut sets = ParamSet::ALL.to_vec();
    sets.retain(|set| !SETS_UNKNOWN_TO_BOUNCY.contains(set));
    bouncy_castle().judges(&sets);
}

#[test]
fn gnutls_agrees_on_the_sets_it_knows() {
    in_c("GnuTLS", "gnutls.c", "-lgnutls", "libgnutls28-dev").judges(&SETS_OF_GNUTLS);
}

#[test]
fn a_judge_that_lies_is_noticed() {
    let case = &cases::make(ParamSet::A, 1)[0];
    let truth = in_c("gost-engine", "engine.c", "-lcrypto", "libssl-dev libengine-gost-openssl")
        .ask(std::slice::from_ref(case));
    case.check("the truth", &truth[0]);
    let lies = [truth[0].replacen(" 1 1 ", " 0 1 ", 1), truth[0].replacen(" 1 1 ", " 1 0 ", 1), flipped(&truth[0], 3)];
    for lie in lies.into_iter().chain([flipped(&truth[0], truth[0].len() - 3)]) {
        assert!(std::panic::catch_unwind(|| case.check("a lie", &lie)).is_err(), "{lie}");
    }
}

fn flipped(line: &str, place: usize) -> String {
    let mut octets = line.as_bytes().to_vec();
    octets[place] = if octets[place] == b'0' { b'1' } else { b'0' };
    String::from_utf8(octets).unwrap()
}
