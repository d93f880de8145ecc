//! What the tests of this crate share: sample containers, the folder of official files, other people's tools.

use kernel::TypedId;
use kernel::uuid::Uuid;
use std::path::{Path, PathBuf};
use std::process::Command;
use transport::{Carried, CarriedId, CarriedSignature, ContainerId, DocflowId, Subject, fns, kind, role};

pub fn id<Id: TypedId>(number: u128) -> Id {
    Id::from_uuid(Uuid::from_u128(number))
}

pub fn carried(number: u128, type_code: &str) -> Carried {
    Carried {
        id: id::<CarriedId>(number),
        type_code: type_code.to_owned(),
        content_kind: kind::XML.to_owned(),
        original_name: Some(format!("NO_USN_0087_0087_7701000019770101001_20261128_{number}.xml")),
        compressed: false,
        encrypted: false,
        content: Some(format!("<Файл номер=\"{number}\"/>").repeat(20).into_bytes()),
        signatures: vec![CarriedSignature { role: role::SUBSCRIBER.to_owned(), bytes: vec![0x30, 0x03, 2, 1, 1] }],
    }
}

/// A return of «ООО Ромашка» with its description, the first step of a report.
pub fn report() -> fns::Container {
    let mut description = carried(12, "02");
    (description.original_name, description.signatures) = (Some("TR_INFSOOB.xml".to_owned()), vec![]);
    let mut warrant = carried(13, "03");
    (warrant.content, warrant.encrypted) = (Some(vec![7; 300]), true);
    warrant.signatures.push(CarriedSignature { role: role::OPERATOR.to_owned(), bytes: vec![1, 2, 3] });
    fns::Container {
        docflow: id::<DocflowId>(0xD0),
        id: id::<ContainerId>(0xC0),
        flow: "01".to_owned(),
        transaction: "01".to_owned(),
        sender: Subject::of("0SV-7701000019-770101001").unwrap(),
        operator: Some(Subject::of("0SV").unwrap()),
        receiver: Subject::of("0087").unwrap(),
        program: Some("Свиток 0.1".to_owned()),
        documents: vec![carried(11, "01"), description, warrant],
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

/// What a tool of the system wrote; stops where the tool is missing or says no.
pub fn tool(name: &str, package: &str, args: &[&Path]) -> Vec<u8> {
    let output = Command::new(name).args(args).output();
    let output = output.unwrap_or_else(|e| panic!("{name} is needed: apt-get install {package} ({e})"));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{name} {args:?}: {said}{}", String::from_utf8_lossy(&output.stdout));
    output.stdout
}
