//! Our schema of a contract against our fixtures, and against the reference on fixtures and their mutants.

use crate::coverage::SCHEMAS;
use crate::support::*;
use std::path::{Path, PathBuf};
use wire_diadoc::contract::{schema_of, schema_of_universal_message};

/// Mutants of each fixture.
const MUTANTS: usize = 120;

fn written(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let file = folder.join(name);
    std::fs::write(&file, bytes).unwrap();
    file
}

#[test]
fn every_fixture_passes_our_schema() {
    let folder = tempfile::tempdir().unwrap();
    for (index, fixture) in fixtures().iter().enumerate() {
        let schema = written(folder.path(), &format!("{index}.xsd"), &schema_of(&fixture.ask).unwrap());
        let file = written(folder.path(), &format!("{index}.xml"), fixture.text.as_bytes());
        assert_eq!(xmllint(&schema, &[file]), [""], "{} {}", fixture.name, fixture.ask.version);
    }
}

#[test]
fn our_schema_agrees_with_the_reference() {
    let Some(shared) = shared("our_schema_agrees_with_the_reference") else { return };
    let folder = tempfile::tempdir().unwrap();
    for (version, title_index, reference) in SCHEMAS {
        let reference = shared.join("edo-diadoc-usercontract").join(reference);
        let of_title = |f: &Fixture| f.ask.version == *version && f.ask.title_index == *title_index;
        let fixtures: Vec<Fixture> = fixtures().into_iter().filter(of_title).collect();
        let schema =
            written(folder.path(), &format!("{version}.{title_index}.xsd"), &schema_of(&fixtures[0].ask).unwrap());
        let mut files = Vec::new();
        for (index, fixture) in fixtures.iter().enumerate() {
            let mut chance = Seeded(17 + index as u64);
            files.push(written(
                folder.path(),
                &format!("{version}.{title_index}.{index}.xml"),
                fixture.text.as_bytes(),
            ));
            for number in 0..MUTANTS {
                let mutant = mutate(&fixture.text, &mut chance);
                let name = format!("{version}.{title_index}.{index}.{number}.xml");
                files.push(written(folder.path(), &name, mutant.as_bytes()));
            }
        }
        let verdicts = xmllint(&schema, &files).into_iter().zip(xmllint(&reference, &files));
        let mut refused = 0;
        for ((ours, theirs), file) in verdicts.zip(&files) {
            refused += usize::from(!theirs.is_empty());
            assert_eq!(
                ours.is_empty(),
                theirs.is_empty(),
                "{}\n{ours}\n{theirs}\n{}",
                file.display(),
                std::fs::read_to_string(file).unwrap()
            );
        }
        assert!(refused > MUTANTS / 4, "{version} {title_index}: {refused}");
    }
}

#[test]
fn the_schema_of_a_universal_message_agrees_with_the_reference() {
    let Some(shared) = shared("the_schema_of_a_universal_message_agrees_with_the_reference") else { return };
    let reference = "csharp-sdk/UniversalMessage/DP_UNISOOBSCH_1_982_02_05_01_01_UserContract.xsd";
    let reference = shared.join("edo-diadoc-usercontract").join(reference);
    let folder = tempfile::tempdir().unwrap();
    let schema = written(folder.path(), "message.xsd", &schema_of_universal_message().unwrap());
    let mut chance = Seeded(5);
    let mut files = vec![written(folder.path(), "message.xml", MESSAGE.as_bytes())];
    for number in 0..MUTANTS {
        let mutant = mutate(MESSAGE, &mut chance);
        files.push(written(folder.path(), &format!("{number}.xml"), mutant.as_bytes()));
    }
    let verdicts = xmllint(&schema, &files).into_iter().zip(xmllint(&reference, &files)).zip(&files);
    for ((ours, theirs), file) in verdicts {
        assert_eq!(ours.is_empty(), theirs.is_empty(), "{}\n{ours}\n{theirs}", std::fs::read_to_string(file).unwrap());
    }
}
