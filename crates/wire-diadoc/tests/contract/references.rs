//! What a contract refers to: boxes, certificates, powers of attorney, settings.

use crate::support::*;
use wire_diadoc::contract::context::{
    CardAddress, OrganizationCard, OrganizationKind, PowerCard, RussianAddress, SignerCard, StoredSigner,
};
use wire_diadoc::contract::{
    Context, ContractRefusal, Dialect, SignerContract, fill_signer, generate, parse, read_signer, wanted,
};

const BOX: &str = "{1AD2ACB4-7E9B-4C43-B1C6-0A4F4B0E7A11}";
const REFERENCE: &str = "<OrganizationReference BoxId=\"1ad2acb4-7e9b-4c43-b1c6-0a4f4b0e7a11\"";

fn vasilek() -> OrganizationCard {
    OrganizationCard {
        box_id: BOX.to_owned(),
        kind: OrganizationKind::LegalEntity,
        name: "ООО «Василёк»".to_owned(),
        inn: Some("7801000020".to_owned()),
        kpp: Some("780101001".to_owned()),
        ogrn: None,
        participant_id: Some("2XX-2".to_owned()),
        address: Some(CardAddress::Russian(RussianAddress { region: "78".to_owned(), ..RussianAddress::default() })),
        country: None,
    }
}

fn small(version: &str) -> Fixture {
    fixtures().into_iter().find(|f| f.ask.version == version && f.name.contains("seller.small")).unwrap()
}

/// The fixture with its buyer told by a reference.
fn by_reference(version: &str, more: &str) -> Fixture {
    let mut fixture = small(version);
    let start = fixture.text.find("<Buyer>").unwrap() + "<Buyer>".len();
    let end = fixture.text.find("</Buyer>").unwrap();
    fixture.text.replace_range(start..end, &format!("{REFERENCE} {more}/>"));
    fixture
}

#[test]
fn a_box_becomes_its_card_with_what_the_contract_adds() {
    let cards = [vasilek()];
    let context = Context { organizations: &cards, ..context() };
    let fixture = by_reference("utd970_05_03_01", "Department=\"Склад\" BankName=\"Банк\"");
    let title = generate(fixture.text.as_bytes(), &fixture.ask, &context).unwrap();
    let parsed = String::from_utf8(parse(&title.bytes, &fixture.ask).unwrap()).unwrap();
    let buyer = parsed.split("<Buyer>").nth(1).unwrap().split("</Buyer>").next().unwrap();
    for part in ["ООО «Василёк»", "Inn=\"7801000020\"", "Region=\"78\"", "Department=\"Склад\"", "BankName=\"Банк\""]
    {
        assert!(buyer.contains(part), "{part}: {buyer}");
    }
    let old = by_reference("utd820_05_01_02_hyphen", "OrgType=\"1\" Phone=\"1\"");
    let title = generate(old.text.as_bytes(), &old.ask, &context).unwrap();
    assert!(title.file_name.contains("_2XX-2_2XX-1_"), "{}", title.file_name);
}

#[test]
fn an_answer_repeats_what_the_seller_says_of_the_goods() {
    let buyer = fixtures().into_iter().find(|f| f.ask.version == "utd970_05_03_01" && f.ask.title_index == 1).unwrap();
    let name = titled(&buyer).file_name;
    assert_eq!(name, format!("ON_NSCHFDOPPOK_2XX-1_2XX-2_20261120_{GUID}_1_1_1_1_1_00.xml"));
}

#[test]
fn the_recipient_is_the_box_of_the_buyer() {
    let mut card = vasilek();
    card.participant_id = Some("2XX-777".to_owned());
    let cards = [card];
    let mut fixture = by_reference("utd970_05_03_01", "");
    let context = Context { organizations: &cards, sender_id: None, recipient_id: None, ..context() };
    let contradicting = generate(fixture.text.as_bytes(), &fixture.ask, &context);
    assert!(matches!(contradicting, Err(ContractRefusal::Contradiction { .. })), "{contradicting:?}");
    fixture.text = fixture.text.replace("RecipientFnsParticipantId=\"2XX-2\" ", "");
    let title = generate(fixture.text.as_bytes(), &fixture.ask, &context).unwrap();
    assert!(title.file_name.starts_with("ON_NSCHFDOPPR_2XX-777_2XX-1_20261120_"), "{}", title.file_name);
}

#[test]
fn a_box_nobody_knows_is_refused() {
    let fixture = by_reference("utd970_05_03_01", "");
    let refused = generate(fixture.text.as_bytes(), &fixture.ask, &context()).unwrap_err();
    let path = "UniversalTransferDocument/Buyers/Buyer/OrganizationReference/@BoxId".to_owned();
    assert_eq!(refused, ContractRefusal::NotResolved { path, what: "the box" });
    let cards = [vasilek()];
    let context = Context { organizations: &cards, ..context() };
    let other = by_reference("utd820_05_01_02_hyphen", "OrgType=\"2\"");
    let refused = generate(other.text.as_bytes(), &other.ask, &context);
    assert!(matches!(refused, Err(ContractRefusal::Contradiction { .. })), "{refused:?}");
}

fn director() -> SignerCard {
    SignerCard {
        certificate_thumbprint: Some("A1B2C3".to_owned()),
        certificate: Some("MIIB".to_owned()),
        last_name: "Ромашкина".to_owned(),
        first_name: "Анна".to_owned(),
        middle_name: Some("Петровна".to_owned()),
        employee_position: Some("Главный бухгалтер".to_owned()),
        certificate_position: Some("Директор".to_owned()),
        stored_position: Some("Руководитель".to_owned()),
        stored_info: Some("Действует по уставу".to_owned()),
        stored_confirmation_method: Some("3".to_owned()),
        details: Some(StoredSigner {
            signer_type: "1".to_owned(),
            inn: Some("7701000019".to_owned()),
            position: Some("Директор".to_owned()),
            powers: "6".to_owned(),
            status: "1".to_owned(),
            powers_base: Some("Устав".to_owned()),
            ..StoredSigner::default()
        }),
    }
}

fn power() -> PowerCard {
    PowerCard {
        registration_number: GUID.to_owned(),
        issuer_inn: "7701000019".to_owned(),
        issued_on: "01.10.2026".to_owned(),
        system_id: "Хранилище".to_owned(),
        is_default: true,
        ..PowerCard::default()
    }
}

const SIGNER: &str = "<Signers BoxId=\"1ad2acb4-7e9b-4c43-b1c6-0a4f4b0e7a11\"><Signer>\
<Certificate CertificateThumbprint=\"a1b2c3\"/><Position PositionSource=\"SOURCE\"/>\
<SignerAdditionalInfo SignerAdditionalInfoSource=\"StorageByTitleTypeId\"/>\
<PowerOfAttorney><Electronic><Storage UseDefault=\"true\"/></Electronic></PowerOfAttorney></Signer></Signers>";

#[test]
fn a_signer_takes_his_fields_from_certificate_and_settings() {
    let (people, powers) = ([director(), SignerCard::default()], [power()]);
    let context = Context { signers: &people, powers: &powers, ..context() };
    let fixture = small("utd970_05_03_01");
    let title = titled(&fixture);
    for (source, position) in
        [("Employee", "Главный бухгалтер"), ("Certificate", "Директор"), ("StorageByTitleTypeId", "Руководитель")]
    {
        let signer = read_signer(SIGNER.replace("SOURCE", source).as_bytes()).unwrap();
        assert_eq!(signer.dialect(), Dialect::Order970);
        let filled = fill_signer(&title.bytes, &signer, &context).unwrap();
        let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&filled);
        let part = text.split("<Подписант ").nth(1).unwrap();
        for fact in [position, "Петровна", "ДопСведПодп=\"Действует по уставу\"", GUID, "СпосПодтПолном=\"3\""]
        {
            assert!(part.contains(fact), "{fact}: {part}");
        }
        assert_eq!(text.matches("<Подписант ").count(), 1);
    }
}

#[test]
fn filling_in_a_signer_changes_nothing_else() {
    let people = [SignerCard { stored_confirmation_method: Some("1".to_owned()), ..director() }];
    let context = Context { signers: &people, ..context() };
    let signer = read_signer("<Signers><Signer/></Signers>".as_bytes()).unwrap();
    for fixture in fixtures().into_iter().filter(|f| f.ask.version.starts_with("utd970")) {
        let title = titled(&fixture);
        let filled = fill_signer(&title.bytes, &signer, &context).unwrap();
        assert!(filled != title.bytes);
        let without = |bytes: &[u8]| {
            let (text, _, _) = encoding_rs::WINDOWS_1251.decode(bytes);
            let (head, rest) = text.split_once("<Подписант").unwrap();
            let (_, tail) = rest.rsplit_once("</Подписант>").unwrap();
            format!("{head}{tail}")
        };
        assert_eq!(without(&filled), without(&title.bytes), "{}", fixture.name);
        assert_eq!(formats::read(&filled).unwrap().file_id(), formats::read(&title.bytes).unwrap().file_id());
    }
}

#[test]
fn a_signer_nobody_knows_is_refused() {
    let fixture = small("utd970_05_03_01");
    let title = titled(&fixture);
    let signer = |text: &str| read_signer(text.as_bytes()).unwrap();
    let known = SIGNER.replace("SOURCE", "Employee");
    let people = [director()];
    for (text, people, powers) in [
        (known.clone(), &[][..], vec![power()]),
        (known.clone(), &people[..], vec![]),
        (known.replace("a1b2c3", "ffff"), &people[..], vec![power()]),
        (known.clone(), &[SignerCard { employee_position: None, ..director() }][..], vec![power()]),
        (
            known.replace(
                "UseDefault=\"true\"/>",
                "UseDefault=\"false\"><FullId RegistrationNumber=\"00000000-a48f-47ed-8608-54d32890fe73\" IssuerInn=\"7701000019\"/></Storage>",
            ),
            &people[..],
            vec![power()],
        ),
    ] {
        let context = Context { signers: people, powers: &powers, ..context() };
        let refused = fill_signer(&title.bytes, &signer(&text), &context);
        assert!(matches!(refused, Err(ContractRefusal::NotResolved { .. })), "{refused:?}");
    }
    let people = [SignerCard { stored_confirmation_method: None, ..director() }];
    let context = Context { signers: &people, ..context() };
    let refused = fill_signer(&title.bytes, &signer("<Signers><Signer/></Signers>"), &context);
    assert!(matches!(refused, Err(ContractRefusal::Missing { .. })), "{refused:?}");
}

#[test]
fn stored_details_sign_a_title_of_5_01() {
    let fixture = small("utd820_05_01_02_hyphen");
    let title = titled(&fixture);
    let card = director();
    let signer = SignerContract::from_stored(&card, card.details.as_ref().unwrap());
    let filled = fill_signer(&title.bytes, &signer, &context()).unwrap();
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&filled);
    assert!(text.contains("ОснПолн=\"Устав\"") && text.contains("Отчество=\"Петровна\""), "{text}");
    let common = "<Signers><Signer><SignerReference BoxId=\"b\" CertificateThumbprint=\"A1B2C3\"/></Signer></Signers>";
    let signer = read_signer(common.as_bytes()).unwrap();
    assert_eq!(signer.dialect(), Dialect::Order820);
    let people = [director()];
    let again = fill_signer(&title.bytes, &signer, &Context { signers: &people, ..context() }).unwrap();
    assert_eq!(again, filled);
    let by_power = common.replace(
        "CertificateThumbprint=\"A1B2C3\"/>",
        "CertificateThumbprint=\"A1B2C3\"><PowerOfAttorney UseDefault=\"true\"/></SignerReference>",
    );
    let by_power = read_signer(by_power.as_bytes()).unwrap();
    let powers =
        [PowerCard {
            issuer_inn: "7801000020".to_owned(), issuer_name: Some("ООО «Василёк»".to_owned()), ..power()
        }];
    let context_of_power = Context { signers: &people, powers: &powers, ..context() };
    let for_other = fill_signer(&title.bytes, &by_power, &context_of_power).unwrap();
    let (text, _, _) = encoding_rs::WINDOWS_1251.decode(&for_other);
    let signed = text.split("<Подписант ").nth(1).unwrap();
    assert!(signed.contains("ИННЮЛ=\"7801000020\"") && signed.contains("НаимОрг=\"ООО «Василёк»\""), "{signed}");
    let new = titled(&small("utd970_05_03_01"));
    let refused = fill_signer(&new.bytes, &signer, &Context { signers: &people, ..context() });
    assert!(matches!(refused, Err(ContractRefusal::Contradiction { .. })), "{refused:?}");
}

#[test]
fn a_signer_contract_of_another_shape_is_refused() {
    for bad in [
        "<Signer/>",
        "<Signers/>",
        "<Signers><Signer/><Signer/></Signers>",
        "<Signers><Signer><Position/></Signer></Signers>",
        "<Signers><Signer SigningDate=\"30.02.2026\"/></Signers>",
        "<Signers><Signer><SignerDetails LastName=\"Лугов\"/></Signer></Signers>",
    ] {
        assert!(read_signer(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn what_a_contract_refers_to_is_told_beforehand() {
    let mut fixture = by_reference("utd970_05_03_01", "");
    let (start, end) = (fixture.text.find("<Signers>").unwrap(), fixture.text.find("</Signers>").unwrap());
    fixture.text.replace_range(start..end + "</Signers>".len(), &SIGNER.replace("SOURCE", "Employee"));
    let wanted = wanted(fixture.text.as_bytes()).unwrap();
    assert_eq!(wanted.organization_boxes, ["1ad2acb4-7e9b-4c43-b1c6-0a4f4b0e7a11"]);
    assert_eq!(wanted.signer_boxes, ["1ad2acb4-7e9b-4c43-b1c6-0a4f4b0e7a11"]);
    assert_eq!(wanted.certificates[0].thumbprint.as_deref(), Some("a1b2c3"));
    assert!(wanted.signer_settings && wanted.powers.is_empty());
    assert_eq!(nothing_wanted(), wire_diadoc::contract::Wanted::default());
}

fn nothing_wanted() -> wire_diadoc::contract::Wanted {
    wanted(small("utd970_05_03_01").text.as_bytes()).unwrap()
}
