//! The fixtures, the context they are translated in, and the oracle.

use formats::{Element, Registry};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use wire_diadoc::contract::context::{AnsweredTitle, Operator};
use wire_diadoc::contract::{Context, Generated, TitleAsk, generate};

pub const GUID: &str = "00c4d099-a48f-47ed-8608-54d32890fe73";

/// A contract of ours: what it is asked as, and its text.
pub struct Fixture {
    pub name: &'static str,
    pub ask: TitleAsk,
    pub text: String,
}

pub fn ask(function: &str, version: &str, title_index: u32) -> TitleAsk {
    TitleAsk {
        named_id: "UniversalTransferDocument".to_owned(),
        function: function.to_owned(),
        version: version.to_owned(),
        title_index,
        disable_validation: false,
    }
}

fn fixture(name: &'static str, file: &str, ask: TitleAsk) -> Fixture {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/contract").join(file);
    let text = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    Fixture { name, ask, text }
}

/// Every fixture: a small and a rich contract of each title.
pub fn fixtures() -> Vec<Fixture> {
    let mut all = Vec::new();
    for (version, small, rich) in [
        ("utd970_05_03_01", "utd970_05_03_01.seller.small.xml", "utd970_05_03_01.seller.rich.xml"),
        ("utd970_05_02_01", "utd970_05_02_01.seller.small.xml", "utd970_05_02_01.seller.rich.xml"),
    ] {
        all.push(fixture(small, small, ask("ДОП", version, 0)));
        all.push(fixture(rich, rich, ask("СЧФДОП", version, 0)));
        for file in ["utd970.buyer.small.xml", "utd970.buyer.rich.xml"] {
            all.push(fixture(file, file, ask("СЧФДОП", version, 1)));
        }
    }
    for version in ["utd820_05_01_02_hyphen", "utd820_05_01_02", "utd820_05_01_01_hyphen", "utd820_05_01_01"] {
        let hyphen = version.ends_with("_hyphen");
        let small = if hyphen { "utd820_hyphen.seller.small.xml" } else { "utd820.seller.small.xml" };
        let mut contract = fixture(small, small, ask("ДОП", version, 0));
        if version != "utd820_05_01_01" {
            // The oldest contract leaves the participants to the service, the others name them.
            let named = "SenderFnsParticipantId=\"2XX-1\" RecipientFnsParticipantId=\"2XX-2\" Function=\"ДОП\"";
            contract.text = contract.text.replacen("Function=\"ДОП\"", named, 1);
        }
        all.push(contract);
        if hyphen {
            let rich = "utd820_hyphen.seller.rich.xml";
            all.push(fixture(rich, rich, ask("СЧФДОП", version, 0)));
        }
        for file in ["utd820.buyer.small.xml", "utd820.buyer.rich.xml"] {
            all.push(fixture(file, file, ask(if hyphen { "СЧФДОП" } else { "ДОП" }, version, 1)));
        }
    }
    all
}

pub fn seller_of(version: &str) -> Fixture {
    let of_version = fixtures().into_iter().filter(|f| f.ask.version == version && f.ask.title_index == 0);
    of_version.max_by_key(|f| f.text.len()).unwrap()
}

/// A context without references.
pub fn context() -> Context<'static> {
    Context {
        sender_id: Some("2XX-1"),
        recipient_id: Some("2XX-2"),
        operator: Some(Operator { code: "2XX", name: "Оператор «Свиток»", inn: "9901000034" }),
        formed_at: jiff::civil::date(2026, 11, 20).at(12, 30, 15, 0),
        unique: GUID,
        program: "Svitok",
        ..Context::of(Registry::embedded())
    }
}

/// The title of a fixture; a buyer's title answers the rich seller's title of the same version.
pub fn titled(fixture: &Fixture) -> Generated {
    let made = if fixture.ask.title_index == 0 {
        generate(fixture.text.as_bytes(), &fixture.ask, &context())
    } else {
        let seller = titled(&seller_of(&fixture.ask.version));
        let signatures = ["MIIBdGVzdA==".to_owned()];
        let answered = AnsweredTitle { bytes: &seller.bytes, signatures: &signatures };
        generate(
            fixture.text.as_bytes(),
            &fixture.ask,
            &Context { seller_title: Some(answered), sender_id: None, recipient_id: None, ..context() },
        )
    };
    made.unwrap_or_else(|refusal| panic!("{} {}: {refusal}", fixture.name, fixture.ask.version))
}

/// The same for two contracts that say the same: attributes by name, elements of `xs:all` by name, decimals by value.
pub fn canonical(bytes: &[u8]) -> String {
    let root = formats::read_tree(bytes).unwrap();
    let mut out = String::new();
    write(&root, 0, &mut out);
    out
}

fn write(element: &Element, depth: usize, out: &mut String) {
    let attributes: BTreeMap<&str, String> =
        element.attributes().filter(|(n, _)| !n.starts_with("xmlns")).map(|(n, v)| (n, plain(v))).collect();
    out.push_str(&format!("{}{} {attributes:?} {}\n", "  ".repeat(depth), element.name(), element.text().trim()));
    let mut children: Vec<&Element> = element.elements().collect();
    children.sort_by_key(|child| child.name().to_owned());
    children.iter().for_each(|child| write(child, depth + 1, out));
}

/// A decimal without zeros that say nothing.
pub fn plain(value: &str) -> String {
    let decimal =
        value.contains('.') && value.chars().all(|c| c.is_ascii_digit() || c == '.') && value.matches('.').count() == 1;
    if decimal { value.trim_end_matches('0').trim_end_matches('.').to_owned() } else { value.to_owned() }
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

/// The oracle's complaints about each file against one schema; empty where it has none.
pub fn xmllint(schema: &Path, files: &[PathBuf]) -> Vec<String> {
    let output = Command::new("xmllint").arg("--noout").arg("--schema").arg(schema).args(files).output();
    let output = output.unwrap_or_else(|e| panic!("xmllint is needed: apt-get install libxml2-utils ({e})"));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!said.contains("failed to compile"), "{said}");
    let about = |file: &PathBuf| {
        let name = file.display().to_string();
        let lines = said.lines().filter(|line| line.starts_with(&name) && !line.ends_with(" validates"));
        lines.map(str::to_owned).collect::<Vec<_>>().join("\n")
    };
    files.iter().map(about).collect()
}

/// Fails at the first line that differs.
pub fn same(found: &str, expected: &str, about: &str) {
    let first = found.lines().zip(expected.lines()).find(|(f, e)| f != e);
    assert_eq!(first.map(|(f, _)| f), first.map(|(_, e)| e), "{about}");
    assert_eq!(found.lines().count(), expected.lines().count(), "{about}");
}

/// A universal message with everything in it.
pub const MESSAGE: &str = r#"<?xml version="1.0" encoding="utf-8"?>
<UniversalMessage>
  <UniversalMessageInfos>
    <UniversalMessageInfo StatusCode="2999">
      <PlainText>Уточните количество в строке 2</PlainText>
    </UniversalMessageInfo>
    <UniversalMessageInfo StatusCode="4002"/>
  </UniversalMessageInfos>
  <Sender Position="Кладовщик" UseDefaultPersonInfo="false">
    <Fio LastName="Васильков" FirstName="Иван" MiddleName="Олегович"/>
    <Contacts OtherContactInfo="Мессенджер">
      <Phones>
        <Phone>+7 812 000-00-01</Phone>
      </Phones>
      <Emails>
        <Email>store@vasilek.example</Email>
      </Emails>
    </Contacts>
  </Sender>
  <Recipient UseDefaultPersonInfo="false">
    <Fio LastName="Ромашкина" FirstName="Анна"/>
  </Recipient>
</UniversalMessage>
"#;

/// A small generator (the multiplier of Knuth's MMIX), so that a failing case can be made again.
pub struct Seeded(pub u64);

impl Seeded {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % bound.max(1) as u64) as usize
    }
}

/// One change at one place of a document.
pub fn mutate(text: &str, chance: &mut Seeded) -> String {
    let root = formats::read_tree(text.as_bytes()).unwrap();
    let target = chance.below(size(&root));
    let mut seen = 0;
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    spoilt(&root, target, &mut seen, chance, &mut out);
    out
}

fn size(element: &Element) -> usize {
    1 + element.elements().map(size).sum::<usize>()
}

fn spoilt(element: &Element, target: usize, seen: &mut usize, chance: &mut Seeded, out: &mut String) {
    let here = *seen == target;
    *seen += 1;
    let mut name = element.name().to_owned();
    let mut attributes: Vec<(String, String)> =
        element.attributes().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    let mut text = if element.elements().next().is_none() { element.text() } else { String::new() };
    let mut children: Vec<Element> = element.elements().cloned().collect();
    if here {
        let at = chance.below(attributes.len());
        match chance.below(10) {
            0 if !children.is_empty() => drop(children.remove(chance.below(children.len()))),
            1 if !children.is_empty() => children.push(children[chance.below(children.len())].clone()),
            2 if children.len() > 1 => children.swap(0, 1),
            3 => name.push('X'),
            4 if !attributes.is_empty() => drop(attributes.remove(at)),
            5 => attributes.push(("Extra".into(), "1".into())),
            6 => children.push(Element::new("Alien")),
            7 if children.is_empty() => text.push_str("текст"),
            _ if !attributes.is_empty() => attributes[at].1 = worse(&attributes[at].1, chance),
            _ if children.is_empty() => text = worse(&text, chance),
            _ => drop(children.pop()),
        }
    }
    let escape = |value: &str| value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    out.push_str(&format!("<{name}"));
    attributes.iter().for_each(|(n, v)| out.push_str(&format!(" {n}=\"{}\"", escape(v))));
    out.push('>');
    out.push_str(&escape(&text));
    children.iter().for_each(|child| spoilt(child, target, seen, chance, out));
    out.push_str(&format!("</{name}>"));
}

fn worse(value: &str, chance: &mut Seeded) -> String {
    match chance.below(9) {
        0 => String::new(),
        1 => format!("{value}9"),
        2 => value.chars().skip(1).collect(),
        3 => "x".repeat(2500),
        4 => "-1".to_owned(),
        5 => "0.001".to_owned(),
        6 => format!("{value}.123456789012"),
        7 => "29.02.2025".to_owned(),
        _ => value.chars().rev().collect(),
    }
}
