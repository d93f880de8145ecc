//! `svitok keygen`, `request`, `sign`, `pfx`, `verify` between foreign tools: keys, certificates, signatures and exit codes.
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
fn several_signers_attached_detached_and_added() {
    let desk = Desk::keyed("XA");
    let other = Desk::keyed("TCB");
    for name in ["key.pem", "cert.pem"] {
        std::fs::copy(other.at(name), desk.at(&format!("other-{name}"))).unwrap();
    }
    let both =
        [desk.at("cert.pem"), desk.at("other-cert.pem")].map(|path| std::fs::read_to_string(path).unwrap()).concat();
    std::fs::write(desk.at("both.pem"), both).unwrap();
    let two = "--key key.pem --cert cert.pem --key other-key.pem --cert other-cert.pem";
    let told = desk.run(&format!("svitok sign {two} paper.txt --out two.sig --json"));
    let told: Value = serde_json::from_slice(&told.stdout).unwrap();
    assert_eq!(told.pointer("/signers").unwrap().as_array().unwrap().len(), 2);
    desk.good("svitok sign --key key.pem --cert cert.pem paper.txt --out one.sig");
    desk.good("svitok sign --key other-key.pem --cert other-cert.pem paper.txt --add-to one.sig --out added.sig");
    let openssl = "openssl cms -verify -engine gost -binary -inform DER -CAfile both.pem -out taken";
    for message in ["two.sig", "added.sig"] {
        desk.good(&format!("{openssl} -in {message} -content paper.txt"));
        assert!(!desk.run(&format!("{openssl} -in {message} -content other.txt")).status.success());
        assert_eq!(desk.code(&format!("svitok verify paper.txt {message} --ca both.pem")), 0);
        assert_eq!(
            desk.code(&format!("svitok verify paper.txt {message} --ca cert.pem")),
            1,
            "one signer is a stranger"
        );
    }
    desk.good(&format!("svitok sign {two} --attached paper.txt"));
    desk.good(&format!("{openssl} -in paper.txt.p7m"));
    assert_eq!(std::fs::read(desk.at("taken")).unwrap(), std::fs::read(desk.at("paper.txt")).unwrap());
    let twice = "--key key.pem --cert cert.pem --key key.pem --cert cert.pem";
    for (line, code) in [
        (format!("{twice} paper.txt --out no.sig"), 1),
        ("--key key.pem --cert cert.pem paper.txt --add-to one.sig --out no.sig".to_owned(), 1),
        ("--key key.pem --key other-key.pem --cert cert.pem paper.txt --out no.sig".to_owned(), 2),
        ("--key key.pem --cert cert.pem paper.txt --add-to absent.sig --out no.sig".to_owned(), 2),
    ] {
        assert_eq!(desk.code(&format!("svitok sign {line}")), code, "{line}");
    }
    assert!(!desk.at("no.sig").exists());
}

#[test]
fn a_key_goes_into_a_pfx_and_comes_out_of_it_and_of_openssls() {
    let desk = Desk::keyed("XA");
    std::fs::write(desk.at("password"), "пароль 1\n").unwrap();
    std::fs::write(desk.at("wrong"), "пароль 2\n").unwrap();
    desk.good("svitok pfx make --key key.pem --cert cert.pem --name Ромашка --password-file password --out mine.pfx");
    let taken = desk.good("openssl pkcs12 -engine gost -in mine.pfx -passin file:password -nodes");
    assert!(taken.contains("BEGIN PRIVATE KEY") && taken.contains("BEGIN CERTIFICATE"), "{taken}");
    desk.good("openssl pkcs12 -engine gost -export -inkey key.pem -in cert.pem -passout file:password -out theirs.pfx");
    for (file, out) in [("mine.pfx", "a"), ("theirs.pfx", "b")] {
        let open = format!("svitok pfx open {file} --key-out {out}.key --cert-out {out}.pem");
        assert_eq!(desk.code(&format!("{open} --password-file wrong")), 2, "{file}");
        assert!(!desk.at(&format!("{out}.key")).exists());
        let told = desk.run(&format!("{open} --password-file password --json"));
        let told: Value = serde_json::from_slice(&told.stdout).unwrap();
        assert_eq!(told.pointer("/certificates"), Some(&Value::from(1)), "{file}: {told}");
        desk.good(&format!("svitok sign --key {out}.key --cert {out}.pem paper.txt --out {out}.sig"));
        assert_eq!(desk.code(&format!("svitok verify paper.txt {out}.sig --ca cert.pem")), 0);
    }
    assert_eq!(
        desk.code("svitok pfx make --key key.pem --password-file password --out mine.pfx"),
        1,
        "never overwritten"
    );
    assert_eq!(desk.code("svitok pfx open paper.txt --password-file password --key-out c.key"), 2);
    assert_eq!(desk.code("svitok pfx open . --password-file password --key-out c.key"), 2, "no folder of key files");
    assert_eq!(desk.code("svitok pfx open mine.pfx --key-out c.key"), 2, "no password");
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
