//! Against the documentation's requests and answers, and official samples, when `../shared` is here.

use crate::support::*;
use formats::Element;
use std::collections::BTreeMap;
use std::path::Path;
use wire_diadoc::contract::context::{CardAddress, OrganizationCard, OrganizationKind, RussianAddress};
use wire_diadoc::contract::{Context, TitleAsk, generate, parse_with_losses};

fn read(folder: &Path, name: &str) -> Vec<u8> {
    std::fs::read(folder.join("edo-samples").join(name)).unwrap()
}

/// Every attribute and text of a document with how often it stands there.
fn facts(element: &Element, path: &str, found: &mut BTreeMap<String, usize>) {
    let path = format!("{path}/{}", element.name());
    for (name, value) in element.attributes() {
        *found.entry(format!("{path}/@{name} {}", plain(value))).or_default() += 1;
    }
    let text = element.text();
    if !text.trim().is_empty() {
        *found.entry(format!("{path} {}", plain(text.trim()))).or_default() += 1;
    }
    element.elements().for_each(|child| facts(child, &path, found));
}

fn facts_of(bytes: &[u8]) -> BTreeMap<String, usize> {
    let mut found = BTreeMap::new();
    facts(&formats::read_tree(bytes).unwrap(), "", &mut found);
    found
}

/// What the first has and the second lacks, the file's own name, time and program apart.
fn absent(first: &[u8], second: &[u8]) -> Vec<String> {
    let own =
        ["/Файл/@ИдФайл", "/Файл/@ВерсПрог", "@ДатаИнфПр", "@ВремИнфПр", "@ДатаИнфПок", "@ВремИнфПок", "СвОЭДОтпр"];
    let (first, second) = (facts_of(first), facts_of(second));
    let lacking = first.iter().filter(|(fact, count)| second.get(*fact).is_none_or(|found| found < *count));
    lacking.map(|(fact, _)| fact.clone()).filter(|fact| own.iter().all(|o| !fact.contains(o))).collect()
}

fn ask_820() -> TitleAsk {
    ask("СЧФДОП", "utd820_05_01_02_hyphen", 0)
}

fn documented_buyer() -> OrganizationCard {
    OrganizationCard {
        box_id: "{{boxId_recipient}}".to_owned(),
        kind: OrganizationKind::LegalEntity,
        name: "Документация-получатель".to_owned(),
        inn: Some("9147414342".to_owned()),
        kpp: Some("757645784".to_owned()),
        ogrn: None,
        participant_id: Some("2XX-9147414342".to_owned()),
        address: Some(CardAddress::Russian(RussianAddress {
            region: "66".to_owned(),
            zip_code: "620142".to_owned(),
            city: "Екатеринбург".to_owned(),
            street: "Сажинская".to_owned(),
            building: "11".to_owned(),
            ..RussianAddress::default()
        })),
        country: None,
    }
}

/// The documentation masks persons and their numbers; the answer differs from the request there and nowhere else.
#[test]
fn the_documented_request_of_820_gives_the_documented_answer() {
    let Some(shared) = shared("the_documented_request_of_820_gives_the_documented_answer") else { return };
    let request = read(&shared, "masked_generate_utd820_05_01_02_hyphen_title0_body.xml");
    let answer = read(&shared, "masked_generate_utd820_05_01_02_hyphen_title0_resp.xml");
    let cards = [documented_buyer()];
    let context = Context { organizations: &cards, sender_id: None, recipient_id: None, ..context() };
    let made = generate(&request, &ask_820(), &context).unwrap();
    assert!(made.file_name.starts_with("ON_NSCHFDOPPRPROS_2XX-9147414342_2BM-participantId1_"), "{}", made.file_name);
    let lacking = absent(&answer, &made.bytes);
    let masked = |fact: &&String| fact.contains("770000000000") || fact.contains("@ИдПол ");
    assert!(lacking.iter().all(|fact| masked(&fact)), "{lacking:#?}");
    let extra: Vec<String> =
        absent(&made.bytes, &answer).into_iter().filter(|f| !f.contains("ИННФЛ") && !f.contains("@ИдПол ")).collect();
    assert_eq!(extra, [] as [String; 0]);
}

#[test]
fn the_documented_request_of_970_gives_the_documented_answer() {
    let Some(shared) = shared("the_documented_request_of_970_gives_the_documented_answer") else { return };
    let request = read(&shared, "masked_generate_utd970_05_02_01_title0_body.xml");
    let answer = read(&shared, "masked_generate_utd970_05_02_01_title0_resp.xml");
    let mut ask = ask("СЧФДОП", "utd970_05_02_01", 0);
    ask.disable_validation = true;
    let made = generate(&request, &ask, &context()).unwrap();
    let flags = made.file_name.rsplit_once(GUID).unwrap().1.to_owned();
    assert_eq!(flags, "_1_1_0_0_1_00.xml");
    let lacking = absent(&answer, &made.bytes);
    // Masked by the documentation, except the name of a unit: the service replaces a given name, here it stays as given.
    let masked = ["770000000000", "+70000000000", "@НаимЕдИзм м3", "@НаимЕдИзм упак", "СвФактор/ИдСв/СвИП/ФИО"];
    let other: Vec<&String> = lacking.iter().filter(|fact| masked.iter().all(|m| !fact.contains(m))).collect();
    assert_eq!(other, [] as [&String; 0]);
}

/// What each official sample says and its contract cannot.
#[test]
fn official_samples_keep_their_values() {
    let Some(shared) = shared("official_samples_keep_their_values") else { return };
    for (name, version, function) in [
        ("masked_generate_utd970_05_02_01_title0_resp.xml", "utd970_05_02_01", "СЧФДОП"),
        ("masked_generate_utd820_05_01_02_hyphen_title0_resp.xml", "utd820_05_01_02_hyphen", "СЧФДОП"),
        ("masked_generate_utd820_05_01_02_hyphen_title1_resp.xml", "utd820_05_01_02_hyphen", "СЧФДОП"),
        (
            "masked_ON_NSCHFDOPPR_2LT-600003352_2LT-600006439_20210426_00c4d099-a48f-47ed-8608-54d32890fe73.УПДи.xml",
            "utd820_05_01_02_hyphen",
            "СЧФДОП",
        ),
        (
            "masked_ON_NSCHFDOPPR_2LT-600003352_2LT-600006439_20210426_afb6cce6-6cb9-4147-bc2f-689be4fd2198.xml",
            "utd820_05_01_02_hyphen",
            "СЧФДОП",
        ),
    ] {
        let sample = read(&shared, name);
        let mut ask = ask(function, version, 0);
        ask.disable_validation = true;
        let parsed = parse_with_losses(&sample, &ask).unwrap_or_else(|e| panic!("{name}: {e}"));
        let made = generate(&parsed.contract, &ask, &context()).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(absent(&sample, &made.bytes), [] as [String; 0], "{name}");
        assert_eq!(parsed.lost, [] as [String; 0], "{name}");
    }
}
