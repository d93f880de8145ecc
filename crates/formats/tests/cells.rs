//! Computed cells: every one stands where its form has a place, agrees with the control ratios, and gives way to a person.
#![expect(clippy::unwrap_used, reason = "a set-up that fails is a test that fails")]

use formats::form::cells::{CellRules, Cells, Computed, Filling};
use formats::form::{Change, Section, schema};
use formats::ratios::{Ratios, check};
use formats::{Document, Element, FormatId, Registry};
use std::collections::BTreeSet;
use std::path::Path;

fn rules(document: &Document) -> CellRules {
    let definition = Registry::embedded().definition(document.format()).unwrap();
    CellRules::ready(&Cells::embedded().of(definition)).unwrap()
}

fn paths(section: &Section, found: &mut Vec<(String, bool)>) {
    found.extend(section.fields.iter().map(|field| (field.path.clone(), field.computed.is_some())));
    section.sections.iter().for_each(|each| paths(each, found));
}

#[test]
fn every_cell_of_the_base_stands_in_its_form_once() {
    assert_eq!(Cells::embedded().faults(), []);
    let registry = Registry::embedded();
    let mut forms = BTreeSet::new();
    for format in registry.formats() {
        let definition = registry.definition(format).unwrap();
        let rules = Cells::embedded().of(definition);
        let wanted: BTreeSet<String> = rules.iter().map(|rule| rule.path(&definition.root.name)).collect();
        assert_eq!(wanted.len(), rules.len(), "{format}: a cell has two rules");
        let mut found = Vec::new();
        paths(&schema(definition, &rules).root, &mut found);
        let computed: BTreeSet<String> = found.into_iter().filter(|(_, is)| *is).map(|(path, _)| path).collect();
        assert_eq!(computed, wanted, "{format}");
        if !rules.is_empty() {
            forms.insert(format.prefix.clone());
        }
    }
    assert_eq!(forms.into_iter().collect::<Vec<_>>(), ["NO_NDFL6.2", "NO_RASCHSV", "NO_USN", "ON_NSCHFDOPPR"]);
}

#[test]
fn documents_that_keep_the_ratios_are_what_is_computed() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ratios");
    let mut computed = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|kind| kind != "xml") {
            continue;
        }
        let document = Registry::embedded().read(&std::fs::read(&path).unwrap()).unwrap();
        let rules = rules(&document);
        let before = document.clone();
        let mut filling = Filling::new(document);
        let told = filling.compute(Registry::embedded(), &rules).unwrap();
        let by_hand: Vec<&Computed> = told.iter().filter(|cell| cell.is_overwritten).collect();
        assert!(by_hand.is_empty(), "{}: {by_hand:#?}", path.display());
        assert_eq!(*filling.document(), before, "{}", path.display());
        assert_eq!(check(filling.document(), Ratios::embedded()).findings, [], "{}", path.display());
        computed += told.len();
    }
    assert!(computed > 60, "{computed}");
}

fn utd() -> Filling {
    let format = FormatId::from_schema_name("ON_NSCHFDOPPR_1_997_01_05_03_05").unwrap();
    Filling::new(Document::new(format, Element::new("Файл")))
}

const ROW: &str = "Файл/Документ/ТаблСчФакт/СведТов";
const TOTAL: &str = "Файл/Документ/ТаблСчФакт/ВсегоОпл/@СтТовУчНалВсего";

fn act(filling: &mut Filling, change: Change) -> Vec<Computed> {
    filling.change(Registry::embedded(), &change).unwrap();
    let rules = rules(filling.document());
    filling.compute(Registry::embedded(), &rules).unwrap()
}

fn set(filling: &mut Filling, path: &str, value: &str) -> Vec<Computed> {
    act(filling, Change::Set { path: path.to_owned(), value: value.to_owned() })
}

fn total(told: &[Computed]) -> Option<(Option<&str>, &str, bool)> {
    let cell = told.iter().find(|cell| cell.path == TOTAL)?;
    Some((cell.value.as_deref(), &cell.computed, cell.is_overwritten))
}

#[test]
fn a_total_follows_its_rows_until_a_person_writes_another() {
    let mut filling = utd();
    assert_eq!(total(&set(&mut filling, "Файл/@ИдФайл", "ON")), None);
    let told = set(&mut filling, &format!("{ROW}/@СтТовУчНал"), "100.10");
    assert_eq!(total(&told), Some((Some("100.10"), "100.10", false)));
    let told = set(&mut filling, &format!("{ROW}[2]/@СтТовУчНал"), "0.2");
    assert_eq!(total(&told), Some((Some("100.30"), "100.30", false)));
    let told = set(&mut filling, TOTAL, "500");
    assert_eq!(total(&told), Some((Some("500"), "100.30", true)));
    let told = set(&mut filling, &format!("{ROW}[2]/@СтТовУчНал"), "399.9");
    assert_eq!(total(&told), Some((Some("500"), "500.00", false)), "the same sum is no other value");
    let told = act(&mut filling, Change::Remove { path: ROW.to_owned() });
    assert_eq!(total(&told), Some((Some("399.90"), "399.90", false)));
    let told = set(&mut filling, TOTAL, "1");
    assert_eq!(total(&told), Some((Some("1"), "399.90", true)));
    let told = act(&mut filling, Change::Clear { path: TOTAL.to_owned() });
    assert_eq!(total(&told), Some((Some("399.90"), "399.90", false)));
    let told = act(&mut filling, Change::Remove { path: ROW.to_owned() });
    assert_eq!(total(&told), None);
    assert!(filling.document().root().at(&["Документ", "ТаблСчФакт", "ВсегоОпл"]).is_none(), "nothing is left of it");
}

#[test]
fn what_is_no_number_gives_no_total() {
    let mut filling = utd();
    set(&mut filling, &format!("{ROW}/@СтТовУчНал"), "1");
    let told = set(&mut filling, &format!("{ROW}[2]/@СтТовУчНал"), "две");
    assert_eq!(total(&told), None);
    let told = set(&mut filling, &format!("{ROW}[2]/@СтТовУчНал"), "2");
    assert_eq!(total(&told), Some((Some("3.00"), "3.00", false)));
}

#[test]
fn cells_of_rows_go_with_their_rows() {
    let format = FormatId::from_schema_name("NO_NDFL6.2_1_231_00_05_05_02").unwrap();
    let mut filling = Filling::new(Document::new(format, Element::new("Файл")));
    let row = "Файл/Документ/НДФЛ6.2/РасчСумНал";
    set(&mut filling, &format!("{row}/@СумНачислНач"), "1000");
    set(&mut filling, &format!("{row}[2]/@СумНачислНач"), "2000");
    let told = set(&mut filling, &format!("{row}/@НалБаза"), "7");
    let bases = |told: &[Computed]| {
        let of = |cell: &&Computed| cell.path.ends_with("@НалБаза");
        told.iter().filter(of).map(|cell| (cell.value.clone().unwrap(), cell.is_overwritten)).collect::<Vec<_>>()
    };
    assert_eq!(bases(&told), [("7".to_owned(), true), ("2000.00".to_owned(), false)]);
    let told = act(&mut filling, Change::Insert { path: row.to_owned() });
    assert_eq!(bases(&told), [("7".to_owned(), true), ("2000.00".to_owned(), false)]);
    let told = act(&mut filling, Change::Remove { path: format!("{row}[2]") });
    assert_eq!(bases(&told), [("2000.00".to_owned(), false)]);
    let told = set(&mut filling, &format!("{row}[2]/@СумНачислНач"), "3000");
    assert_eq!(bases(&told), [("3000.00".to_owned(), false)]);
}

#[test]
fn a_file_is_taken_whole_or_not_at_all() {
    let file = |cells: &str| {
        let text = format!(
            r#"{{"title":"t","prefix":"NO_USN","versions":["5.09"],"compared_on":"2026-11-28",
                "sources":{{"s":{{"norm":"n","trust":"text"}}}},"cells":[{cells}]}}"#
        );
        Cells::layered(Ratios::embedded(), [("x.json".to_owned(), text.into_bytes())]).1
    };
    let own = |more: &str| format!(r#"{{"cell":"@А","words":"w","source":"s","digits":0,{more}}}"#);
    assert_eq!(file(&own(r#""formula":"@Б""#)), []);
    let wrong = [
        own(r#""formula":"@Б +""#),
        own(r#""formula":"@Б > 0""#),
        own(r#""formula":"@Б","when":"@Б""#),
        own(r#""formula":"@Б","each":"@Б""#),
        own(r#""formula":"@Б","strange":1"#),
        r#"{"cell":"/Документ/@А","words":"w","source":"s","digits":0,"formula":"@Б"}"#.to_owned(),
        r#"{"cell":"@А","words":"w","source":"s","digits":12,"formula":"@Б"}"#.to_owned(),
        r#"{"cell":"@А","words":"w","source":"other","digits":0,"formula":"@Б"}"#.to_owned(),
        r#"{"cell":"@А","source":"s","digits":0,"formula":"@Б"}"#.to_owned(),
        r#"{"ratio":"usn.no-such","digits":0}"#.to_owned(),
        r#"{"ratio":"usn.income-grows.half","digits":0}"#.to_owned(),
    ];
    for cells in wrong {
        assert_eq!(file(&cells).len(), 1, "{cells}");
    }
}
