//! `svitok keygen`, `request`, `sign`, `verify` between foreign tools: keys, certificates, signatures and exit codes.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

use serde_json::Value;
use std::path::PathBuf;
use std::process::{Command, Output};
use svitok::client::Client;
use svitok::config::Place;
use svitok::server::{Setup, assemble, listen};
use svitok::story::cast::Role;
use svitok::story::{Credentials, settle};
use tempfile::TempDir;

/// What brings OpenSSL with the GOST engine.
const INSTALL: &str = "apt-get install openssl libengine-gost-openssl";

/// Every parameter set as the program and as OpenSSL call it.
const SETS: [(&str, &str); 12] = [
    ("A", "CryptoPro-A"),
    ("B", "CryptoPro-B"),
    ("C", "CryptoPro-C"),
    ("XA", "CryptoPro-XchA"),
    ("XB", "CryptoPro-XchB"),
    ("TCA", "(256 bit) ParamSet A"),
    ("TCB", "(256 bit) ParamSet B"),
    ("TCC", "(256 bit) ParamSet C"),
    ("TCD", "(256 bit) ParamSet D"),
    ("512A", "(512 bit) ParamSet A"),
    ("512B", "(512 bit) ParamSet B"),
    ("512C", "(512 bit) ParamSet C"),
];

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        std::fs::write(desk.at("paper.txt"), "Договор поставки № 3\n").unwrap();
        std::fs::write(desk.at("other.txt"), "Договор поставки № 4\n").unwrap();
        desk
    }

    fn at(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A tool in the desk's folder; the words after `svitok` are the program's own.
    fn run(&self, line: &str) -> Output {
        let mut words = line.split(' ');
        let tool = words.next().unwrap();
        let tool = if tool == "svitok" { env!("CARGO_BIN_EXE_svitok") } else { tool };
        let output = Command::new(tool).args(words).current_dir(self.0.path()).output();
        output.unwrap_or_else(|why| panic!("{line}: {why}; {INSTALL}"))
    }

    fn good(&self, line: &str) -> String {
        let output = self.run(line);
        let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{line}: {text}; {INSTALL}");
        text
    }

    fn code(&self, line: &str) -> i32 {
        self.run(line).status.code().unwrap()
    }

    /// A key of the set by `svitok keygen` with a certificate that OpenSSL makes over it.
    fn keyed(set: &str) -> Self {
        let desk = Self::new();
        desk.good(&format!("svitok keygen --paramset {set} --out key.pem"));
        let bits = if set.starts_with("512") { 512 } else { 256 };
        desk.good(&format!(
            "openssl req -engine gost -new -x509 -key key.pem -md_gost12_{bits} -subj /CN=Romashka -days 30 -out cert.pem"
        ));
        desk
    }
}

#[test]
fn openssl_reads_the_key_and_agrees_with_the_signature() {
    for (set, named) in SETS {
        let desk = Desk::keyed(set);
        let shown = desk.good("openssl pkey -engine gost -in key.pem -noout -text");
        assert!(shown.contains(named), "{set}: {shown}");
        desk.good("svitok sign --key key.pem --cert cert.pem paper.txt");
        let line = "openssl cms -verify -engine gost -binary -inform DER -in paper.txt.sig -CAfile cert.pem -out taken";
        desk.good(&format!("{line} -content paper.txt"));
        assert!(!desk.run(&format!("{line} -content other.txt")).status.success());
    }
}

#[test]
fn openssl_takes_a_request_of_every_set() {
    let desk = Desk::new();
    for (set, named) in SETS {
        let made = desk.run(&format!("svitok keygen --paramset {set} --out {set}.pem --json"));
        let made: Value = serde_json::from_slice(&made.stdout).unwrap();
        assert_eq!(made.pointer("/paramset").and_then(Value::as_str), Some(set));
        let subject = "CN=Ромашка,INNLE=7700000016,C=RU";
        desk.good(&format!("svitok request --key {set}.pem --subject {subject} --out {set}.csr --usage key-agreement"));
        let shown = desk
            .good(&format!("openssl req -engine gost -in {set}.csr -verify -noout -text -nameopt utf8,sep_comma_plus"));
        assert!(shown.contains("verify OK") && shown.contains("CN=Ромашка") && shown.contains(named), "{set}: {shown}");
        assert!(shown.contains("Key Agreement") && !shown.contains("Digital Signature"), "{set}: {shown}");
    }
    for (subject, key) in
        [("CN", "A.pem"), ("CN=", "A.pem"), ("XX=1", "A.pem"), ("CN=a", "paper.txt"), ("CN=a", "no.pem")]
    {
        assert_eq!(desk.code(&format!("svitok request --key {key} --subject {subject} --out no.csr")), 2, "{subject}");
    }
    assert!(!desk.at("no.csr").exists());
}

#[test]
fn a_signature_of_openssl_is_good() {
    let desk = Desk::keyed("XA");
    for form in ["", " -cades", " -noattr"] {
        desk.good(&format!(
            "openssl cms -sign -engine gost -binary -md md_gost12_256 -signer cert.pem -inkey key.pem -in paper.txt \
             -outform DER -out theirs.p7s{form}"
        ));
        assert_eq!(desk.code("svitok verify paper.txt theirs.p7s --ca cert.pem"), 0, "{form}");
        assert_eq!(desk.code("svitok verify other.txt theirs.p7s --ca cert.pem"), 1, "{form}");
    }
}

#[test]
fn keys_are_kept_from_others_and_never_overwritten() {
    use std::os::unix::fs::PermissionsExt as _;
    let desk = Desk::keyed("XA");
    let mode = std::fs::metadata(desk.at("key.pem")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let key = std::fs::read(desk.at("key.pem")).unwrap();
    assert_eq!(desk.code("svitok keygen --out key.pem"), 1);
    assert_eq!(std::fs::read(desk.at("key.pem")).unwrap(), key);
    assert_eq!(desk.code("svitok keygen --paramset ZZ --out other.pem"), 2);
    assert!(!desk.at("other.pem").exists());
    desk.good("svitok keygen --out another.pem");
    assert_eq!(desk.code("svitok sign --key another.pem --cert cert.pem paper.txt"), 1, "another key's certificate");
    assert_eq!(desk.code("svitok sign --key paper.txt --cert cert.pem paper.txt"), 2);
    assert_eq!(desk.code("svitok sign --key absent.pem --cert cert.pem paper.txt"), 2);
    assert!(!desk.at("paper.txt.sig").exists());
}

#[test]
fn exit_codes_tell_good_bad_and_unreadable() {
    let desk = Desk::keyed("XA");
    desk.good("svitok sign --key key.pem --cert cert.pem paper.txt --out mine.sig");
    assert_eq!(desk.code("svitok verify paper.txt mine.sig --ca cert.pem"), 0);
    let report = desk.run("svitok verify paper.txt mine.sig --ca cert.pem --json");
    let report: Value = serde_json::from_slice(&report.stdout).unwrap();
    assert!(report.to_string().contains("not_asked"), "{report}");
    assert_eq!(desk.code("svitok verify other.txt mine.sig --ca cert.pem"), 1);
    let stranger = Desk::keyed("A");
    std::fs::copy(stranger.at("cert.pem"), desk.at("stranger.pem")).unwrap();
    assert_eq!(desk.code("svitok verify paper.txt mine.sig --ca stranger.pem"), 1, "a chain that leads elsewhere");
    for line in [
        "paper.txt paper.txt --ca cert.pem",
        "absent.txt mine.sig --ca cert.pem",
        "paper.txt absent.sig --ca cert.pem",
        "paper.txt mine.sig --ca paper.txt",
        "paper.txt mine.sig --ca cert.pem --crl paper.txt",
        "paper.txt mine.sig --ca absent.pem",
        "paper.txt mine.sig",
    ] {
        assert_eq!(desk.code(&format!("svitok verify {line}")), 2, "{line}");
    }
}

#[test]
fn a_stored_report_is_made_again_without_the_files() {
    let desk = Desk::keyed("XA");
    desk.good("svitok sign --key key.pem --cert cert.pem paper.txt --out mine.sig");
    for (file, code) in [("paper.txt", 0), ("other.txt", 1)] {
        let told = desk.run(&format!("svitok verify {file} mine.sig --ca cert.pem --json"));
        assert_eq!(told.status.code(), Some(code), "{file}");
        std::fs::write(desk.at("report.json"), &told.stdout).unwrap();
        let again = desk.run("svitok verify --recompute report.json --json");
        assert_eq!((again.status.code(), &again.stdout), (Some(code), &told.stdout), "{file}");
        // whoever betters the outcome is told where
        let report = String::from_utf8(told.stdout).unwrap();
        std::fs::write(desk.at("report.json"), report.replacen("\"yes\"", "\"unknown\"", 1)).unwrap();
        let again = desk.run("svitok verify --recompute report.json");
        assert_eq!(again.status.code(), Some(1), "{file}");
        assert!(String::from_utf8(again.stderr).unwrap().contains("/checks/"), "{file}");
    }
    for line in
        ["--recompute paper.txt", "--recompute absent.json", "--recompute report.json paper.txt mine.sig --ca cert.pem"]
    {
        assert_eq!(desk.code(&format!("svitok verify {line}")), 2, "{line}");
    }
}

/// A certificate of the authority «ТЕСТ» proves nothing outside tests, however whole the signature is.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_test_signature_is_told_from_a_good_one() {
    use pki::Signer as _;
    let desk = Desk::new();
    let (listener, address) = listen(([127, 0, 0, 1], 0).into()).await.unwrap();
    let base = format!("http://{address}");
    let program = assemble(Setup::new(Place::in_folder(&desk.at("data")), &base)).await.unwrap();
    let (chance, clock) = (program.app.chance.clone(), program.app.clock.clone());
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let mut serving = tokio::task::JoinSet::new();
    serving.spawn(program.serve(listener, async move { stopped.await.unwrap() }));
    let role = Role::teplica();
    let credentials = Credentials::drawn(&role, &chance);
    let person = settle(&Client::new(&base).unwrap(), &role, &credentials, &chance).await.unwrap();
    let paper = std::fs::read(desk.at("paper.txt")).unwrap();
    std::fs::write(desk.at("test.sig"), person.sign(&paper, clock.now()).unwrap()).unwrap();
    let chain: String = person.signer.chain().iter().map(|certificate| certificate.to_pem().unwrap()).collect();
    std::fs::write(desk.at("chain.pem"), chain).unwrap();
    stop.send(()).unwrap();
    serving.join_next().await.unwrap().unwrap().unwrap();
    assert_eq!(desk.code("svitok verify paper.txt test.sig --ca chain.pem"), 3);
    assert_eq!(desk.code("svitok verify other.txt test.sig --ca chain.pem"), 1);
    let told = desk.run("svitok verify paper.txt test.sig --ca chain.pem --json");
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(told.pointer("/exit_code"), Some(&3.into()), "{told}");
}
