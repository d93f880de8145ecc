//! Recognising, reading, checking and writing documents with the definitions at hand.

use crate::definition::Definition;
use crate::engine::check::{Checker, Extent, Found};
use crate::engine::names::{Resolved, declared_prefix};
use crate::engine::read::TreeBuilder;
use crate::engine::scan::{Attribute, Sink, scan};
use crate::engine::text::{Decoded, Encoding, decode, position};
use crate::engine::window::Window;
use crate::finding::{Finding, Findings, Layer, Severity};
use crate::registry::{Loaded, Registry};
use crate::standing::other_name;
use crate::tree::{Document, Element};
use crate::{FormatId, FormatRefusal};

/// A tree without a format, and the encoding its file had.
pub(crate) struct Tree {
    pub root: Element,
    pub encoding: Encoding,
}

pub(crate) fn tree(bytes: &[u8]) -> Result<Tree, FormatRefusal> {
    let decoded = decode(bytes)?;
    let mut builder = TreeBuilder::default();
    scan(&decoded.text, &mut builder)?;
    let root = builder.finish().ok_or(FormatRefusal::NotXml { line: 1, column: 1, rule: "no root element" })?;
    Ok(Tree { root, encoding: decoded.encoding })
}

/// What the head of a document says about its format. Nothing is looked up.
#[derive(Debug, Default, serde::Serialize)]
pub struct Head {
    /// Name of the root element.
    pub root: String,
    /// The root's namespace; empty for none.
    pub namespace: String,
    /// `ИдФайл`, empty where there is none.
    pub file_id: String,
    /// `ВерсФорм`, empty where there is none.
    pub version: String,
    /// `КНД` of the first element that has one.
    pub knd: Option<String>,
    #[serde(skip)]
    depth: usize,
    #[serde(skip)]
    done: bool,
}

impl Sink for Head {
    fn start(&mut self, name: &str, attributes: &[Attribute<'_>], _: usize) {
        let value = |wanted: &str| attributes.iter().find(|a| a.name == wanted).map(|a| a.value.to_string());
        if self.depth == 0 {
            let prefix = name.split_once(':').map_or("", |(prefix, _)| prefix);
            let declares = |a: &&Attribute<'_>| declared_prefix(a.name) == Some(prefix);
            self.namespace = attributes.iter().find(declares).map(|a| a.value.to_string()).unwrap_or_default();
            self.root = name.to_owned();
            self.file_id = value("ИдФайл").unwrap_or_default();
            self.version = value("ВерсФорм").unwrap_or_default();
        } else if self.depth == 1 {
            self.knd = value("КНД");
            self.done = self.knd.is_some();
        }
        self.depth += 1;
    }

    fn text(&mut self, _: &str, _: usize) {}

    fn end(&mut self, _: &str, _: usize) {
        self.depth -= 1;
    }

    fn is_satisfied(&self) -> bool {
        self.done
    }
}

impl Head {
    /// Whether the root is the one a definition has.
    pub(crate) fn has_root_of(&self, definition: &Definition) -> bool {
        let own = &definition.root.name;
        if definition.namespaces.is_empty() {
            return *own == self.root;
        }
        let (prefix, local) = own.split_once(':').unwrap_or(("", own));
        let written = self.root.rsplit(':').next().unwrap_or_default();
        let namespace = definition.namespaces.get(prefix).map(String::as_str).unwrap_or_default();
        local == written && namespace == self.namespace
    }

    /// Reads as much of a file as tells it.
    pub fn of(bytes: &[u8]) -> Result<Self, FormatRefusal> {
        head(&decode(bytes)?.text)
    }

    /// Nothing that follows can tell more of the format.
    pub fn is_whole(&self) -> bool {
        self.done
    }
}

/// A document's tree with the names its definition spells.
fn tree_as(text: &str, definition: &Definition) -> Result<Element, FormatRefusal> {
    let mut builder = Resolved::new(&definition.namespaces, TreeBuilder::default());
    scan(text, &mut builder)?;
    builder.sink.finish().ok_or(FormatRefusal::NotXml { line: 1, column: 1, rule: "no root element" })
}

fn head(text: &str) -> Result<Head, FormatRefusal> {
    let mut head = Head::default();
    scan(text, &mut head)?;
    Ok(head)
}

impl Registry {
    /// The format a document claims: by its root, the prefix of `ИдФайл`, `КНД` and `ВерсФорм`, at the newest revision known.
    pub fn detect(&self, bytes: &[u8]) -> Result<FormatId, FormatRefusal> {
        let decoded = decode(bytes)?;
        Ok(self.recognise(&head(&decoded.text)?)?.definition.format.clone())
    }

    /// Reads a document of a known format. Its structure is not checked: see [`Registry::check`].
    pub fn read(&self, bytes: &[u8]) -> Result<Document, FormatRefusal> {
        let decoded = decode(bytes)?;
        let loaded = self.recognise(&head(&decoded.text)?)?;
        Ok(Document { format: loaded.definition.format.clone(), root: tree_as(&decoded.text, &loaded.definition)? })
    }

    /// Reads a document of a known format and checks it: what [`Registry::read`] gives, and what
    /// [`Registry::check`] would find.
    pub fn read_checked(&self, bytes: &[u8]) -> Result<(Document, Findings), FormatRefusal> {
        let decoded = decode(bytes)?;
        let loaded = self.recognise(&head(&decoded.text)?)?;
        let findings = check_decoded(&decoded, (None, Extent::Assertions), loaded)?;
        Ok((
            Document { format: loaded.definition.format.clone(), root: tree_as(&decoded.text, &loaded.definition)? },
            findings,
        ))
    }

    /// Checks a document against the newest revision of the format it claims: structure, facets, embedded assertions.
    ///
    /// The assertion on the file's name is not asked here: see [`Registry::check_named`].
    pub fn check(&self, bytes: &[u8]) -> Findings {
        check_by(bytes, None, Extent::Assertions, |text| self.recognise(&head(text)?))
    }

    /// Checks a document whose file name (with or without `.xml`) is known: the assertions on it are asked too, and the
    /// format's rule of file names, which warns.
    pub fn check_named(&self, bytes: &[u8], file_name: &str) -> Findings {
        check_by(bytes, Some(without_extension(file_name)), Extent::Assertions, |text| self.recognise(&head(text)?))
    }

    /// Asks only what the official schema states: structure, order, occurrence and facets.
    pub fn check_schema(&self, bytes: &[u8]) -> Findings {
        check_by(bytes, None, Extent::Schema, |text| self.recognise(&head(text)?))
    }

    /// Checks a document against one revision.
    pub fn check_as(&self, bytes: &[u8], format: &FormatId) -> Findings {
        check_by(bytes, None, Extent::Assertions, |_| self.load(format))
    }

    /// Writes the official form of a document: equal documents give equal bytes. The structure is not checked.
    pub fn write(&self, document: &Document) -> Result<Vec<u8>, FormatRefusal> {
        let definition = &self.load(&document.format)?.definition;
        if definition.namespaces.is_empty() {
            return crate::engine::write::write(&document.root, definition.encoding);
        }
        let mut root = document.root.clone();
        for (prefix, namespace) in &definition.namespaces {
            let name = if prefix.is_empty() { "xmlns".to_owned() } else { format!("xmlns:{prefix}") };
            root.set(&name, namespace);
        }
        crate::engine::write::write(&root, definition.encoding)
    }

    /// Writes and checks what was written; the first error is the refusal.
    pub fn write_checked(&self, document: &Document) -> Result<Vec<u8>, FormatRefusal> {
        let bytes = self.write(document)?;
        match self.check_as(&bytes, &document.format).first_error() {
            None => Ok(bytes),
            Some(finding) => Err(FormatRefusal::Structure { path: finding.path.clone(), rule: rule_of(finding) }),
        }
    }

    /// [`Registry::write_checked`] by the newest revision of the document's version here: a document composed by the base pack is
    /// judged by what is in force.
    pub fn write_in_force(&self, document: &Document) -> Result<Vec<u8>, FormatRefusal> {
        let version = document.version().ok_or(FormatRefusal::FormatUnknown)?;
        let format = self.newest(&document.format.prefix, version).ok_or(FormatRefusal::FormatUnknown)?;
        self.write_checked(&Document::new(format.clone(), document.root.clone()))
    }
}

/// [`Registry::detect`] with the base pack.
pub fn detect(bytes: &[u8]) -> Result<FormatId, FormatRefusal> {
    Registry::embedded().detect(bytes)
}

/// [`Registry::read`] with the base pack.
pub fn read(bytes: &[u8]) -> Result<Document, FormatRefusal> {
    Registry::embedded().read(bytes)
}

/// [`Registry::read_checked`] with the base pack.
pub fn read_checked(bytes: &[u8]) -> Result<(Document, Findings), FormatRefusal> {
    Registry::embedded().read_checked(bytes)
}

/// Reads any well-formed document without asking for its format.
pub fn read_tree(bytes: &[u8]) -> Result<Element, FormatRefusal> {
    Ok(tree(bytes)?.root)
}

/// [`Registry::check`] with the base pack.
pub fn check(bytes: &[u8]) -> Findings {
    Registry::embedded().check(bytes)
}

/// [`Registry::check_named`] with the base pack.
pub fn check_named(bytes: &[u8], file_name: &str) -> Findings {
    Registry::embedded().check_named(bytes, file_name)
}

/// [`Registry::check_as`] with the base pack.
pub fn check_as(bytes: &[u8], format: &FormatId) -> Findings {
    Registry::embedded().check_as(bytes, format)
}

/// [`Registry::write`] with the base pack.
pub fn write(document: &Document) -> Result<Vec<u8>, FormatRefusal> {
    Registry::embedded().write(document)
}

/// [`Registry::write_checked`] with the base pack.
pub fn write_checked(document: &Document) -> Result<Vec<u8>, FormatRefusal> {
    Registry::embedded().write_checked(document)
}

pub(crate) fn without_extension(file_name: &str) -> &str {
    let parts = file_name.len().checked_sub(4).and_then(|at| file_name.split_at_checked(at));
    parts.filter(|(_, end)| end.eq_ignore_ascii_case(".xml")).map_or(file_name, |(name, _)| name)
}

fn check_by<'r>(
    bytes: &[u8],
    file_name: Option<&str>,
    extent: Extent,
    choose: impl FnOnce(&str) -> Result<&'r Loaded, FormatRefusal>,
) -> Findings {
    let refused = |format: Option<FormatId>, text: &str, refusal: &FormatRefusal| Findings {
        format,
        findings: vec![from_refusal(text, refusal)],
        cut: false,
    };
    let decoded = match decode(bytes) {
        Ok(decoded) => decoded,
        Err(refusal) => return refused(None, "", &refusal),
    };
    let text: &str = &decoded.text;
    let loaded = match choose(text) {
        Ok(loaded) => loaded,
        Err(refusal) => return refused(None, text, &refusal),
    };
    match check_decoded(&decoded, (file_name, extent), loaded) {
        Ok(findings) => findings,
        Err(broken) => broken.found,
    }
}

/// A scan that broke off, and all that was found until then, the break included.
struct BrokenOff {
    refusal: FormatRefusal,
    found: Findings,
}

impl From<BrokenOff> for FormatRefusal {
    fn from(broken: BrokenOff) -> Self {
        broken.refusal
    }
}

/// One pass over the whole text.
fn check_decoded(
    decoded: &Decoded<'_>,
    (file_name, extent): (Option<&str>, Extent),
    loaded: &Loaded,
) -> Result<Findings, BrokenOff> {
    let text: &str = &decoded.text;
    let (program, format) = (&loaded.program, &loaded.definition.format);
    let checker = Checker::new(program, format, file_name, extent);
    let mut resolved = Resolved::new(&loaded.definition.namespaces, checker);
    let scanned = scan(text, &mut resolved);
    let mut checker = resolved.sink;
    place_all(text, &mut checker);
    let (mut findings, cut) = checker.finish(scanned.is_ok());
    if let Err(refusal) = &scanned {
        findings.push(from_refusal(text, refusal));
    }
    if decoded.encoding != loaded.definition.encoding {
        findings.push(other_encoding(&loaded.definition, decoded.encoding));
    }
    findings.extend(name_asked(file_name, extent).and_then(|name| other_name(&loaded.definition, name)));
    let found = Findings { format: Some(format.clone()), findings, cut };
    match scanned {
        Ok(()) => Ok(found),
        Err(refusal) => Err(BrokenOff { refusal, found }),
    }
}

/// Gives findings their line and column, in one walk over the text.
fn place_all(text: &str, checker: &mut Checker<'_>) {
    let mut found: Vec<&mut Found> = checker.unplaced().collect();
    found.sort_by_key(|found| found.offset);
    let mut window = Window::whole(text);
    for found in found {
        found.place(window.position(found.offset - window.base));
        window = window.after(found.offset - window.base);
    }
}

/// What an XSD states says nothing about the name of a file.
pub(crate) fn name_asked(file_name: Option<&str>, extent: Extent) -> Option<&str> {
    file_name.filter(|_| extent == Extent::Assertions)
}

pub(crate) fn other_encoding(definition: &Definition, found: Encoding) -> Finding {
    Finding {
        code: "formats.encoding.not-official".to_owned(),
        severity: Severity::Warning,
        layer: Layer::Xml,
        path: definition.root.name.clone(),
        line: 1,
        column: 1,
        shape: found.name().to_owned(),
        accepted: definition.encoding.name().to_owned(),
        norm: definition.format.official_name(),
        sides: None,
    }
}

pub(crate) fn from_refusal(text: &str, refusal: &FormatRefusal) -> Finding {
    let (line, column) = match refusal {
        FormatRefusal::NotXml { line, column, .. } => (*line, *column),
        FormatRefusal::TooDeep { line, .. }
        | FormatRefusal::TooMany { line, .. }
        | FormatRefusal::Dtd { line }
        | FormatRefusal::Entity { line } => (*line, 1),
        FormatRefusal::EncodingBroken { offset, .. } => position(text, *offset),
        _ => (1, 1),
    };
    Finding {
        code: refusal.code().to_owned(),
        severity: Severity::Error,
        layer: Layer::Xml,
        path: String::new(),
        line,
        column,
        shape: refusal.to_string(),
        accepted: "a well-formed document of a known format, within the limits".to_owned(),
        norm: "XML 1.0".to_owned(),
        sides: None,
    }
}

fn rule_of(finding: &Finding) -> &'static str {
    match finding.code.as_str() {
        "formats.schema.attribute-absent" => "an obligatory attribute is absent",
        "formats.schema.length" => "the length is out of the format's bounds",
        "formats.schema.pattern" => "the value does not have the format's shape",
        "formats.schema.enumeration" => "the value is not in the format's list",
        "formats.schema.digits" | "formats.schema.bound" | "formats.schema.type" => {
            "the number is out of the format's bounds"
        }
        "formats.schema.incomplete" => "an obligatory element is absent",
        "formats.schema.order" | "formats.schema.element" => "an element stands where the format has none",
        code if code.starts_with("0400") => "a control assertion of the format does not hold",
        _ => "the format's rule is broken",
    }
}
