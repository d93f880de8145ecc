//! What the tests of this crate share: the cast, the folder of official files, the oracle.

#![expect(
    dead_code,
    clippy::expect_used,
    clippy::panic,
    reason = "each test file uses its part and stops at the first surprise"
)]

pub mod mutants;
pub mod skeleton;

use formats::service::{AnsweredFile, OperatorDetails, Participant, PersonName, Requisites, ServiceSigner};
use std::path::{Path, PathBuf};
use std::process::Command;

pub const GUID: &str = "0190a1b2-0000-7000-8000-00000000000a";
pub const PROGRAM: &str = "Svitok 0.1";

pub fn romashka() -> Participant {
    Participant {
        id: "2XX-7701000019-770101001-1".into(),
        requisites: Requisites::Organization {
            name: "ООО «Ромашка»".into(),
            inn: ROMASHKA_INN.into(),
            kpp: "770101001".into(),
        },
    }
}

pub fn vasilek() -> Participant {
    Participant {
        id: "2XX-7801000020-780101001-1".into(),
        requisites: Requisites::Organization {
            name: "ООО «Василёк»".into(),
            inn: VASILEK_INN.into(),
            kpp: "780101001".into(),
        },
    }
}

pub const ROMASHKA_INN: &str = "7701000019";
pub const VASILEK_INN: &str = "7801000020";
pub const OPERATOR_INN: &str = "9901000034";
pub const PERSON_INN: &str = "980000000101";

pub fn operator() -> OperatorDetails {
    OperatorDetails { name: "Оператор «Свиток»".into(), inn: OPERATOR_INN.into(), id: "2XX".into() }
}

pub fn director() -> PersonName {
    PersonName { surname: "Директор".into(), given_name: "Василька".into(), patronymic: None }
}

pub fn signer() -> ServiceSigner {
    ServiceSigner::new(director(), Some("Генеральный директор".into()))
}

pub fn answered() -> AnsweredFile {
    AnsweredFile {
        file_id: format!("ON_NSCHFDOPPR_2XX-2_2XX-1_20261122_{GUID}_0_0_0_0_0_00"),
        signatures: vec!["MIIBdGVzdA==".into()],
    }
}

/// `../shared` beside the workspace, or where `SVITOK_SHARED` says; says aloud when it is not there.
pub fn shared(test: &str) -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("SVITOK_SHARED").map_or(beside, PathBuf::from).join("formats");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED {test}: ../shared is not here");
    None
}

/// The oracle's verdict on each file against one schema, all in one process.
pub fn xmllint(schema: &Path, files: &[PathBuf]) -> Vec<bool> {
    let output = Command::new("xmllint").arg("--noout").arg("--schema").arg(schema).args(files).output();
    let output = output.unwrap_or_else(|e| panic!("xmllint is needed: apt-get install libxml2-utils ({e})"));
    let said = String::from_utf8_lossy(&output.stderr);
    files
        .iter()
        .map(|file| {
            let name = file.to_str().expect("a test path is text");
            said.lines().any(|line| line == format!("{name} validates"))
        })
        .collect()
}

/// Every file of the folder with this extension, in order.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|e| e == extension))
        .collect();
    files.sort();
    files
}

/// Chance for mutants: small, seeded, the same everywhere.
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(limit.max(1)).unwrap_or(1)).unwrap_or(0)
    }
}
