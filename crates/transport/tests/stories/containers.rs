//! Containers of the tax service: written alike, read back, readable by others, refused when they contradict themselves.

use crate::support::{carried, id, report, shared, tool};
use kernel::Refusal as _;
use std::path::Path;
use transport::archive::{self, Member};
use transport::{Carried, ContainerFault, ContainerId, Subject, SubjectKind, TransportRefusal, Trust, fns};

fn written(name: &str, bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// The descriptor of a container as text.
fn descriptor(archive: &[u8]) -> String {
    let members = archive::read(archive).unwrap();
    assert_eq!(members[0].name, "packageDescription.xml");
    String::from_utf8(tool_text(&members[0].content)).unwrap()
}

fn tool_text(windows_1251: &[u8]) -> Vec<u8> {
    let (_folder, path) = written("text", windows_1251);
    tool("iconv", "libc-bin", &[Path::new("-f"), Path::new("cp1251"), Path::new("-t"), Path::new("utf8"), &path])
}

/// A container with these words of its descriptor replaced, the archive's own rules kept.
fn altered(from: &str, to: &str) -> Result<fns::Container, TransportRefusal> {
    let archive = report().write().unwrap();
    let text = descriptor(&archive);
    assert!(text.contains(from), "{from} is not in {text}");
    let text = text.replacen(from, to, 1).replacen("windows-1251", "UTF-8", 1);
    let mut members = archive::read(&archive).unwrap();
    members[0].content = text.into_bytes();
    fns::Container::read(&archive::write(&members).unwrap())
}

fn code(read: Result<fns::Container, TransportRefusal>) -> &'static str {
    read.unwrap_err().code()
}

#[test]
fn a_container_is_written_alike_and_read_back() {
    let container = report();
    let archive = container.write().unwrap();
    assert_eq!(container.write().unwrap(), archive);
    assert_eq!(fns::Container::read(&archive).unwrap(), container);
    let name = container.name().unwrap();
    let expected = "FNS_0SV-7701000019-770101001_0087_000000000000000000000000000000c0_01_01_01.zip";
    assert_eq!(name, expected);
    assert_eq!(fns::Container::read_named(&name.to_uppercase().replace(".ZIP", ".zip"), &archive).unwrap(), container);
}

#[test]
fn every_transaction_of_every_flow_goes_round() {
    let mut count = 0;
    for flow in fns::flows() {
        for transaction in &flow.transactions {
            let documents = flow.documents.iter().zip(1..).map(|(kind, number)| carried(number, &kind.code)).collect();
            let (flow, transaction) = (flow.code.clone(), transaction.code.clone());
            let container = fns::Container { flow, transaction, documents, ..report() };
            assert_eq!(fns::Container::read(&container.write().unwrap()).unwrap(), container);
            count += 1;
        }
    }
    assert_eq!(count, 59);
    let trust = |code| fns::flow(code).map(|flow| flow.trust);
    assert_eq!([trust("01"), trust("10")], [Some(Trust::Secondary), Some(Trust::Analogy)]);
}

#[test]
fn unzip_and_xmllint_take_what_is_written() {
    let archive = report().write().unwrap();
    let (_folder, path) = written("container.zip", &archive);
    tool("unzip", "unzip", &[Path::new("-t"), &path]);
    for member in archive::read(&archive).unwrap() {
        let content = tool("unzip", "unzip", &[Path::new("-p"), &path, Path::new(&member.name)]);
        assert_eq!(content, member.content, "{}", member.name);
    }
    let Some(shared) = shared("unzip_and_xmllint_take_what_is_written") else { return };
    let schema = shared.join("transport/packageDescription_FNS_1.0.xsd");
    let (_folder, path) = written("packageDescription.xml", &archive::read(&archive).unwrap()[0].content);
    tool("xmllint", "libxml2-utils", &[Path::new("--noout"), Path::new("--schema"), &schema, &path]);
}

#[test]
fn what_another_program_zipped_is_read() {
    let folder = tempfile::tempdir().unwrap();
    let members = archive::read(&report().write().unwrap()).unwrap();
    let paths: Vec<_> = members.iter().map(|member| folder.path().join(&member.name)).collect();
    for (path, member) in paths.iter().zip(&members) {
        std::fs::write(path, &member.content).unwrap();
    }
    let target = folder.path().join("other.zip");
    let args: Vec<&Path> =
        [Path::new("-q"), Path::new("-j"), &target].into_iter().chain(paths.iter().map(|p| p.as_path())).collect();
    tool("zip", "zip", &args);
    assert_eq!(fns::Container::read(&std::fs::read(&target).unwrap()).unwrap(), report());
}

#[test]
fn a_container_of_another_program_is_known_by_its_name() {
    let own = "<ДопСв><контейнер идентификаторКонтейнера=\"000000000000000000000000000000c0\"/></ДопСв>";
    assert_eq!(altered(own, "").unwrap_err(), ContainerFault::NoId.into());
    let archive = report().write().unwrap();
    let mut members = archive::read(&archive).unwrap();
    members[0].content = descriptor(&archive).replace(own, "").replace("windows-1251", "UTF-8").into_bytes();
    let bare = archive::write(&members).unwrap();
    let name = report().name().unwrap();
    assert_eq!(fns::Container::read_named(&name, &bare).unwrap(), report());
    for wrong in ["FNS.zip", "container.bin", &name.replace("_01_01_01", "_01_02_01"), &name.replace("0087", "0088")] {
        let refusal = fns::Container::read_named(wrong, &bare).unwrap_err();
        assert!(refusal.code().starts_with("transport."), "{wrong}: {refusal}");
    }
    let other = fns::Container { id: id::<ContainerId>(0xC1), ..report() }.name().unwrap();
    assert_eq!(fns::Container::read_named(&other, &archive).unwrap_err(), ContainerFault::OtherName.into());
}

#[test]
fn a_descriptor_that_contradicts_itself_is_refused() {
    let table = [
        ("кодТипаДокументооборота=\"01\"", "кодТипаДокументооборота=\"99\"", "transport.container.flow"),
        ("кодТипаТранзакции=\"01\"", "кодТипаТранзакции=\"55\"", "transport.container.flow"),
        ("типТранзакции=\"ДекларацияНП\"", "типТранзакции=\"Декларация\"", "transport.container.flow"),
        ("типДокументооборота=\"Декларация\"", "типДокументооборота=\"ИОН\"", "transport.container.flow"),
        ("кодТипаДокумента=\"03\"", "кодТипаДокумента=\"33\"", "transport.container.document-type"),
        ("типДокумента=\"доверенность\"", "типДокумента=\"приложение\"", "transport.container.document-type"),
        ("типСубъекта=\"абонент\"", "типСубъекта=\"спецоператор\"", "transport.container.subject"),
        ("имяФайла=\"0000000000000000000000000000000c", "имяФайла=\"x", "transport.container.member-absent"),
        (
            "идентификаторДокумента=\"0000000000000000000000000000000c",
            "идентификаторДокумента=\"0000000000000000000000000000000b",
            "transport.container.document-twice",
        ),
        ("идентификаторДокумента=\"0000", "идентификаторДокумента=\"zzzz", "transport.descriptor.identifier"),
        (
            "идентификаторДокументооборота=\"0000",
            "идентификаторДокументооборота=\"-000",
            "transport.descriptor.identifier",
        ),
        ("идентификаторКонтейнера=\"0000", "идентификаторКонтейнера=\"0", "transport.descriptor.identifier"),
        ("версияФормата=\"ФНС:1.0\"", "версияФормата=\"ФНС:2.0\"", "transport.descriptor.schema"),
        ("сжат=\"false\"", "сжат=\"нет\"", "transport.descriptor.schema"),
        ("получатель", "адресат", "formats.xml.not-well-formed"),
    ];
    for (from, to, expected) in table {
        let refusal = altered(from, to).unwrap_err();
        let code = refusal.code();
        assert!(
            code == expected || expected.starts_with("formats") && code == "transport.descriptor.schema",
            "{to}: {code}"
        );
    }
    assert_eq!(altered("ВерсПрог=\"Свиток 0.1\"", "ВерсПрог=\"Другая\"").unwrap().program.unwrap(), "Другая");
}

#[test]
fn files_and_descriptor_must_be_the_same_set() {
    let archive = report().write().unwrap();
    let with = |change: &dyn Fn(&mut Vec<Member>)| {
        let mut members = archive::read(&archive).unwrap();
        change(&mut members);
        code(fns::Container::read(&archive::write(&members).unwrap()))
    };
    let extra = Member { name: "more.bin".to_owned(), content: vec![1], is_stored: true };
    assert_eq!(with(&|members| members.push(extra.clone())), "transport.container.member-unnamed");
    assert_eq!(with(&|members| drop(members.pop())), "transport.container.member-absent");
    assert_eq!(with(&|members| drop(members.remove(0))), "transport.container.no-descriptor");
    assert_eq!(with(&|members| members[0].content.truncate(60)), "transport.descriptor.schema");
    assert_eq!(with(&|members| members[0].content = vec![b' '; 3 << 20]), "transport.container.descriptor-too-large");
}

#[test]
fn what_may_not_be_written_is_refused() {
    let refused = |change: &dyn Fn(&mut fns::Container)| {
        let mut container = report();
        change(&mut container);
        container.write().unwrap_err().code()
    };
    assert_eq!(refused(&|c| c.documents.clear()), "transport.container.documents");
    assert_eq!(refused(&|c| c.documents.push(c.documents[0].clone())), "transport.container.document-twice");
    assert_eq!(refused(&|c| c.transaction = "12".to_owned()), "transport.container.flow");
    assert_eq!(refused(&|c| c.flow = "13".to_owned()), "transport.container.flow");
    assert_eq!(refused(&|c| c.documents[0].type_code = "11".to_owned()), "transport.container.document-type");
    assert_eq!(refused(&|c| c.documents[0].content_kind = String::new()), "transport.descriptor.schema");
    assert_eq!(refused(&|c| c.documents[0].original_name = Some("я".repeat(151))), "transport.descriptor.schema");
    assert_eq!(refused(&|c| c.program = Some("☃".to_owned())), "formats.character.outside-windows-1251");
    let many: Vec<Carried> = (0..1_000).map(|number| carried(number, "10")).collect();
    assert_eq!(refused(&|c| c.documents = many.clone()), "transport.container.documents");
    assert_eq!(refused(&|c| c.documents = many[..600].to_vec()), "transport.archive.members");
}

#[test]
fn a_subject_is_what_its_identifier_tells() {
    let kind = |id: &str| Subject::of(id).map(|subject| subject.kind());
    assert_eq!(kind("0SV"), Ok(SubjectKind::Operator));
    assert_eq!(kind("0087"), Ok(SubjectKind::TaxAuthority));
    assert_eq!(kind("00a7"), Ok(SubjectKind::Subscriber));
    for wrong in ["", &"1".repeat(47), "a/b", "a\\b", "..", "a\nb"] {
        assert_eq!(kind(wrong), Err(ContainerFault::Subject.into()), "{wrong:?}");
    }
    assert_eq!(Subject::of_statistics("00-87").map(|subject| subject.kind()), Ok(SubjectKind::Statistics));
}
