//! Our schema of a contract against our fixtures, and against the reference on fixtures and their mutants.

use crate::coverage::SCHEMAS;
use crate::support::*;
use std::path::{Path, PathBuf};
use wire_diadoc::contract::{Dialect, schema_of, schema_of_signer, schema_of_universal_message};

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

const SIGNER_970: &str = r#"<Signers BoxId="1ad2acb4-7e9b-4c43-b1c6-0a4f4b0e7a11">
  <Signer SignatureType="1" SigningDate="20.11.2026" SignerPowersConfirmationMethod="2">
    <Certificate CertificateThumbprint="A1B2" CertificateBytes="MIIB"/>
    <Fio LastName="Ромашкина" FirstName="Анна" MiddleName="Петровна"/>
    <Position PositionSource="Employee">Директор</Position>
    <SignerAdditionalInfo SignerAdditionalInfoSource="Manual">Сведения</SignerAdditionalInfo>
    <PowerOfAttorney>
      <Electronic>
        <Storage UseDefault="false">
          <FullId RegistrationNumber="00c4d099-a48f-47ed-8608-54d32890fe73" IssuerInn="7701000019" RepresentativeInn="980000000101"/>
        </Storage>
      </Electronic>
      <Paper InternalNumber="1" RegistrationDate="01.10.2026" IssuerInfo="Сведения">
        <Person LastName="Ромашкина" FirstName="Анна"/>
      </Paper>
    </PowerOfAttorney>
  </Signer>
</Signers>"#;

const SIGNER_820: &str = r#"<Signers>
  <Signer>
    <SignerDetails LastName="Ромашкина" FirstName="Анна" MiddleName="Петровна" Position="Директор" RegistrationCertificate="1" SignerOrganizationName="ООО «Ромашка»" SignerPowers="21" SignerPowersBase="Устав" SignerOrgPowersBase="Договор" SignerStatus="6" SignerType="1" SignerInfo="Сведения" Inn="7701000019"/>
    <SignerReference BoxId="b" CertificateThumbprint="A1B2" CertificateBytes="MIIB">
      <PowerOfAttorney UseDefault="false">
        <FullId RegistrationNumber="1" IssuerInn="2" RepresentativeInn="7701000019"/>
      </PowerOfAttorney>
    </SignerReference>
  </Signer>
  <Signer/>
</Signers>"#;

#[test]
fn smaller_schemas_agree_with_the_reference() {
    let Some(shared) = shared("smaller_schemas_agree_with_the_reference") else { return };
    let signer = |dialect| schema_of_signer(dialect).unwrap();
    for (contract, schema, reference) in [
        (
            MESSAGE,
            schema_of_universal_message().unwrap(),
            "UniversalMessage/DP_UNISOOBSCH_1_982_02_05_01_01_UserContract.xsd",
        ),
        (SIGNER_970, signer(Dialect::Order970), "CommonSignerUserContracts/UniversalSigner.xsd"),
        (SIGNER_970, signer(Dialect::Order970), "Utd970/V050301/ON_NSCHFDOPPR_SignerUserContract_970_05_03_xx.xsd"),
        (SIGNER_820, signer(Dialect::Order820), "CommonSignerUserContracts/CommonSignerUserContract.xsd"),
    ] {
        let reference = shared.join("edo-diadoc-usercontract/csharp-sdk").join(reference);
        let folder = tempfile::tempdir().unwrap();
        let schema = written(folder.path(), "ours.xsd", &schema);
        let mut chance = Seeded(5);
        let mut files = vec![written(folder.path(), "contract.xml", contract.as_bytes())];
        for number in 0..MUTANTS {
            let mutant = mutate(contract, &mut chance);
            files.push(written(folder.path(), &format!("{number}.xml"), mutant.as_bytes()));
        }
        let (ours, theirs) = (xmllint(&schema, &files), xmllint(&reference, &files));
        assert_eq!(ours[0], "");
        assert!(theirs.iter().filter(|said| !said.is_empty()).count() > MUTANTS / 4);
        for ((ours, theirs), file) in ours.iter().zip(&theirs).zip(&files) {
            let text = std::fs::read_to_string(file).unwrap();
            assert_eq!(ours.is_empty(), theirs.is_empty(), "{}\n{text}\n{ours}\n{theirs}", reference.display());
        }
    }
}
