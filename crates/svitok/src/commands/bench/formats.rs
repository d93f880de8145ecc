//! `svitok bench formats`: the check of a 20 KB УПД beside Xerces-J, which knows the schema and no control assertions; all
//! definitions in memory; a РСВ of 100 MB checked in parts.
#![expect(clippy::float_arithmetic, reason = "ratios shown to a person")]

use super::super::Failure;
use super::figures::{Figures, median};
use super::machine::{now, resident_kib, thread_time};
use super::peer::Peer;
use super::pinned::pinned;
use crate::clock::MachineClock;
use crate::story::cast::Role;
use crate::story::title::{Sides, seller_title};
use formats::utd::UtdFunction;
use formats::{Document, Element, Extent, Findings, Node, PartedCheck, Registry};
use kernel::Clock as _;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

const SOURCE: &str = include_str!("xerces.java");
/// Where Debian keeps it.
const XERCES: &str = "/usr/share/java/xercesImpl.jar";
/// What to do where the peer cannot be built or run.
const ADVICE: &str = "the peer needs a JDK and Xerces: apt-get install default-jdk-headless libxerces2-java";
/// The format of the document.
const FORMAT: &str = "ON_NSCHFDOPPR_1_997_01_05_03_05";
/// The document has at least so many bytes.
const DOCUMENT_BYTES: usize = 20_000;
/// One window of measuring, as long as the peer's.
const WINDOW: Duration = Duration::from_millis(300);
/// Windows of each when no time is named: about one a second; the median counts.
const WINDOWS_USUAL: u64 = 7;
/// Windows of each at the most.
const WINDOWS_MAX: u64 = 200;
/// Documents between two looks at the clock.
const BATCH: u32 = 16;
/// Documents the peer of peers is given at once: its start must not count.
const XMLLINT_DOCUMENTS: usize = 600;
/// Bytes of the large report, and of the parts it comes in.
const LARGE_BYTES: usize = 100_000_000;
const PART_BYTES: usize = 256 * 1024;

/// Measures all; what needs the official schema is left out aloud where the schema is not at hand.
pub(super) fn measure(seconds: Option<u64>, figures: &mut Figures) -> Result<(), Failure> {
    definitions(figures)?;
    large(figures)?;
    let windows = seconds.unwrap_or(WINDOWS_USUAL).clamp(1, WINDOWS_MAX);
    pinned(|| checks(windows, figures))
}

/// All definitions of the base pack made ready.
fn definitions(figures: &mut Figures) -> Result<(), Failure> {
    let (before, begun) = (resident_kib(std::process::id())?, now());
    let registry = Registry::embedded();
    let mut count = 0u32;
    for format in registry.formats() {
        count = count.saturating_add(1);
        registry.definition(format).map_err(|why| Failure::failed("a definition", why))?;
    }
    let after = resident_kib(std::process::id())?;
    figures.set("formats.definitions", f64::from(count));
    figures.set("formats.definitions_s", begun.elapsed().as_secs_f64());
    figures.set("formats.definitions_mb", mb(after.saturating_sub(before)));
    Ok(())
}

fn mb(kib: u64) -> f64 {
    Duration::from_micros(kib.saturating_mul(1_024)).as_secs_f64()
}

/// A РСВ of 100 MB, made and checked part by part.
fn large(figures: &mut Figures) -> Result<(), Failure> {
    let mut report = Report::new();
    let mut check = Registry::embedded().check_in_parts(None, Extent::Assertions);
    let before = resident_kib(std::process::id())?;
    let (mut most, mut spent, mut size) = (before, Duration::ZERO, 0usize);
    while size < LARGE_BYTES {
        let part = report.part();
        size = size.saturating_add(part.len());
        spent = spent.saturating_add(push(&mut check, &part)?);
        most = most.max(resident_kib(std::process::id())?);
    }
    let begun = thread_time()?;
    push(&mut check, &report.end())?;
    let found = check.finish();
    spent = spent.saturating_add(thread_time()?.saturating_sub(begun));
    good(&found)?;
    figures.set("formats.rsv100mb_s", spent.as_secs_f64());
    figures.set("formats.rsv100mb_extra_mb", mb(most.saturating_sub(before)));
    Ok(())
}

fn push(check: &mut PartedCheck<'_>, part: &[u8]) -> Result<Duration, Failure> {
    let begun = thread_time()?;
    check.push(part);
    Ok(thread_time()?.saturating_sub(begun))
}

fn good(found: &Findings) -> Result<(), Failure> {
    match found.first_error() {
        None => Ok(()),
        Some(wrong) => Err(Failure::Failed(format!("{} at {}: {}", wrong.code, wrong.path, wrong.shape))),
    }
}

/// A РСВ 5.08 with as many insured persons as are asked for.
struct Report {
    persons: u32,
    is_begun: bool,
}

impl Report {
    fn new() -> Self {
        Self { persons: 0, is_begun: false }
    }

    fn part(&mut self) -> Vec<u8> {
        let mut text = String::with_capacity(2 * PART_BYTES);
        if !std::mem::replace(&mut self.is_begun, true) {
            text.push_str(REPORT_HEAD);
        }
        while text.len() < PART_BYTES {
            self.persons = self.persons.saturating_add(1);
            text.push_str(&person(self.persons));
        }
        in_windows_1251(&text)
    }

    fn end(&self) -> Vec<u8> {
        in_windows_1251("</РасчетСВ></Документ></Файл>")
    }
}

fn in_windows_1251(text: &str) -> Vec<u8> {
    encoding_rs::WINDOWS_1251.encode(text).0.into_owned()
}

const REPORT_HEAD: &str = "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<Файл ИдФайл=\"NO_RASCHSV_0087_0087_7701000019770101001_20260409_00000000-0000-0000-0000-000000000003\" ВерсПрог=\"Svitok\" ВерсФорм=\"5.08\"><Документ КНД=\"1151111\" ДатаДок=\"09.04.2026\" НомКорр=\"0\" Период=\"21\" ОтчетГод=\"2026\" КодНО=\"0087\" ПоМесту=\"214\"><СвНП СрЧисл=\"100\"><НПЮЛ НаимОрг=\"ООО Ромашка\" ИННЮЛ=\"7701000019\" КПП=\"770101001\"/></СвНП><Подписант ПрПодп=\"1\"><ФИО Фамилия=\"Директор\" Имя=\"Ромашки\"/></Подписант><РасчетСВ><ОбязПлатСВ ТипПлат=\"2\" ОКТМО=\"45000000\"><УплПерОПС КБК=\"18210201000011000160\" СумСВУплПер=\"0\" СумСВУпл1М=\"0\" СумСВУпл2М=\"0\" СумСВУпл3М=\"0\"/></ОбязПлатСВ>";

/// One insured person with three months of payments.
fn person(number: u32) -> String {
    let months = [1, 2, 3].map(|month| {
        format!("<СвВыплМК Месяц=\"{month}\" КодКатЛиц=\"НР\" СумВыпл=\"{number}.00\" ВыплОПС=\"{number}.00\" НачислСВ=\"22.00\"/>")
    });
    format!(
        "<ПерсСвСтрахЛиц><ДанФЛПолуч СНИЛС=\"{:03}-{:03}-{:03} 00\" ДатаРожд=\"01.01.1990\" Гражд=\"643\" Пол=\"1\" КодВидДок=\"21\" СерНомДок=\"45 10 000000\"><ФИО Фамилия=\"Лицо\" Имя=\"Номер\"/></ДанФЛПолуч><СвВыплСВОПС><СвВыпл>{}</СвВыпл></СвВыплСВОПС></ПерсСвСтрахЛиц>",
        number / 1_000_000 % 1_000,
        number / 1_000 % 1_000,
        number % 1_000,
        months.concat(),
    )
}

/// The check without and with the assertions, in windows taken in turn with the peer's.
fn checks(windows: u64, figures: &mut Figures) -> Result<(), Failure> {
    let document = document()?;
    let registry = Registry::embedded();
    good(&registry.check(&document))?;
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let file = folder.path().join("document.xml");
    std::fs::write(&file, &document).map_err(|why| Failure::failed("the peer's file", why))?;
    let schema = official_schema();
    let mut peer = schema.as_ref().map(|schema| start(folder.path(), schema, &file)).transpose()?;
    let (mut schemas, mut all, mut theirs) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..windows {
        schemas.push(window(|| registry.check_schema(black_box(&document)))?);
        if let Some(peer) = &mut peer {
            theirs.push(peer.verify_rate()?);
        }
        all.push(window(|| registry.check(black_box(&document)))?);
    }
    let (schemas, all) = (median(schemas), median(all));
    figures.set("formats.schema_per_s", schemas);
    figures.set("formats.checks_per_s", all);
    let (Some(peer), Some(schema)) = (peer, schema) else {
        eprintln!(
            "left out: formats.schema_vs_xerces, formats.checks_vs_xerces: the official schema {FORMAT} is not here"
        );
        return Ok(());
    };
    peer.end()?;
    let theirs = median(theirs);
    figures.set("formats.xerces_per_s", theirs);
    figures.set("formats.schema_vs_xerces", schemas / theirs);
    figures.set("formats.checks_vs_xerces", all / theirs);
    figures.set("formats.libxml2_per_s", libxml2(&schema, &file)?);
    Ok(())
}

fn window(operation: impl Fn() -> Findings) -> Result<f64, Failure> {
    let (begun, mut done) = (thread_time()?, 0u32);
    loop {
        for _ in 0..BATCH {
            black_box(operation());
        }
        done = done.saturating_add(BATCH);
        let passed = thread_time()?.saturating_sub(begun);
        if passed >= WINDOW {
            return Ok(f64::from(done) / passed.as_secs_f64());
        }
    }
}

/// A УПД whose rows are repeated until it is long enough.
fn document() -> Result<Vec<u8>, Failure> {
    let failed = |why| Failure::failed("a УПД", why);
    let (seller, buyer) = (Role::romashka(), Role::vasilek());
    let sides =
        Sides { seller: (&seller, "2XX-7701000019-770101001-1"), buyer: (&buyer, "2XX-7801000020-780101001-1") };
    let unique = "0190a1b2-0000-7000-8000-00000000000a";
    let title = seller_title(sides, UtdFunction::SchfDop, unique, MachineClock.now()).map_err(failed)?;
    let document = formats::read(&title).map_err(failed)?;
    let mut times = 1;
    loop {
        let longer = Document::new(document.format().clone(), with_rows(document.root(), times));
        let bytes = formats::write(&longer).map_err(failed)?;
        if bytes.len() >= DOCUMENT_BYTES {
            return Ok(bytes);
        }
        times += 1;
    }
}

fn with_rows(element: &Element, times: usize) -> Element {
    let mut copy = Element::new(element.name());
    for (name, value) in element.attributes() {
        copy.set(name, value);
    }
    for node in element.nodes() {
        match node {
            Node::Element(row) if row.name() == "СведТов" => {
                copy.push_all((0..times).map(|_| row.clone()));
            }
            Node::Element(child) => {
                copy.push(with_rows(child, times));
            }
            Node::Text(text) => {
                copy.push_text(text);
            }
        }
    }
    copy
}

/// The official schema, where the folder of official files is: beside the project, or where `SVITOK_SHARED` says.
fn official_schema() -> Option<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let folder = std::env::var_os("SVITOK_SHARED").map_or(beside, PathBuf::from).join("formats/edo");
    Some(folder.join(format!("{FORMAT}.xsd"))).filter(|file| file.is_file())
}

/// Compiles and starts the peer.
fn start(folder: &Path, schema: &Path, document: &Path) -> Result<Peer, Failure> {
    let source = folder.join("xerces.java");
    std::fs::write(&source, SOURCE).map_err(|why| Failure::failed("the peer's source", why))?;
    let built = Command::new("javac").args(["-cp", XERCES, "-d"]).arg(folder).arg(&source).status();
    if !built.is_ok_and(|status| status.success()) {
        return Err(Failure::Unreadable(ADVICE.to_owned()));
    }
    let path = format!("{XERCES}:{}", folder.display());
    let arguments = ["-cp".as_ref(), path.as_ref(), "xerces".as_ref(), schema.as_os_str(), document.as_os_str()];
    Peer::start_with(Path::new("java"), &arguments)
}

/// Documents a second of libxml2 by its own command, without its start and the schema's compilation.
fn libxml2(schema: &Path, document: &Path) -> Result<f64, Failure> {
    let took = |documents: usize| {
        let begun = now();
        let mut command = Command::new("xmllint");
        command.arg("--noout").arg("--schema").arg(schema).args((0..documents).map(|_| document));
        let output = command.output().map_err(|why| Failure::Unreadable(format!("xmllint: {why}")))?;
        match output.status.success() {
            true => Ok(begun.elapsed()),
            false => Err(Failure::Failed("xmllint finds the document wrong".to_owned())),
        }
    };
    let (one, all) = (took(1)?, took(XMLLINT_DOCUMENTS)?);
    let documents = f64::from(u32::try_from(XMLLINT_DOCUMENTS).unwrap_or(u32::MAX));
    Ok(documents / all.saturating_sub(one).as_secs_f64())
}
