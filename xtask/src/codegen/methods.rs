//! The table of methods as Rust, and the messages that the built ones name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use prost_types::FileDescriptorSet;

use super::tables::{Http, Method};
use crate::report::Fault;

/// Short names that several packages have, with the one the methods mean.
const MEANT: &[(&str, &str)] = &[
    ("CertificateList", "Diadoc.Api.Proto.Certificates.CertificateList"),
    ("Department", "Diadoc.Api.Proto.Departments.Department"),
    ("Employee", "Diadoc.Api.Proto.Employees.Employee"),
    ("RevocationRequestInfo", "Diadoc.Api.Proto.Invoicing.RevocationRequestInfo"),
];
/// Messages that bodies are read as besides those a method names first.
const ALSO: &[&str] = &["LoginPassword"];

/// Messages by their short names.
pub struct Names(BTreeMap<String, Vec<String>>);

impl Names {
    pub fn new(set: &FileDescriptorSet) -> Self {
        let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for file in &set.file {
            for message in &file.message_type {
                let whole = format!("{}.{}", file.package(), message.name());
                names.entry(message.name().to_owned()).or_default().push(whole);
            }
        }
        Self(names)
    }

    /// The message that a column of the table begins with or names; none for raw bodies.
    fn find(&self, column: &str) -> Result<Option<&str>, Fault> {
        let Some(word) = column.split([' ', ',', ';', '|']).find(|word| self.0.contains_key(*word)) else {
            return Ok(None);
        };
        if let Some((_, whole)) = MEANT.iter().find(|(name, _)| *name == word) {
            return Ok(Some(whole));
        }
        match self.0.get(word).map(Vec::as_slice) {
            Some([one]) => Ok(Some(one)),
            several => Err(Fault(format!("{word}: several messages, {several:?}; say which one is meant"))),
        }
    }
}

/// Messages the built methods name.
pub fn roots(http: &Http, built: &[&str], names: &Names) -> Result<BTreeSet<String>, Fault> {
    let mut roots = BTreeSet::new();
    for path in built {
        let method = http.methods.iter().find(|method| method.path == *path);
        let method = method.ok_or_else(|| Fault(format!("built.txt: {path} is no path of the table")))?;
        for column in [&method.request, &method.response] {
            roots.extend(names.find(column)?.map(str::to_owned));
        }
    }
    for name in ALSO {
        roots.extend(names.find(name)?.map(str::to_owned));
    }
    Ok(roots)
}

/// The whole table, built or not.
pub fn table(http: &Http, names: &Names) -> Result<String, Fault> {
    let mut text = String::from(
        "// Written by `cargo xtask codegen` from contracts/diadoc-http.json.\n\
         use crate::table::{Body, Row, Status};\n\n\
         /// Every path the vendor's clients know.\n\
         #[rustfmt::skip]\n\
         pub static ROWS: &[Row] = &[\n",
    );
    for method in &http.methods {
        row(&mut text, method, names)?;
    }
    text.push_str("];\n");
    Ok(text)
}

fn row(text: &mut String, method: &Method, names: &Names) -> Result<(), Fault> {
    let status = match method.status.as_str() {
        "current" => "Current",
        "removal" | "removal-listed-but-in-use" => "Removal",
        "obsolete" => "Obsolete",
        "legacy" => "Legacy",
        other => return Err(Fault(format!("{}: status {other}", method.path))),
    };
    let _ = writeln!(
        text,
        "    Row {{ name: {:?}, version: {}, path: {:?}, verbs: &{:?}, query: &{:?}, request: {}, response: {}, codes: &{:?}, core: {}, status: Status::{status} }},",
        method.name,
        method.version,
        method.path,
        method.verbs,
        method.query,
        body(&method.request, names)?,
        body(&method.response, names)?,
        method.codes,
        method.core,
    );
    Ok(())
}

fn body(column: &str, names: &Names) -> Result<String, Fault> {
    if let Some(message) = names.find(column)?.filter(|_| !column.starts_with("raw")) {
        return Ok(format!("Body::Message({message:?})"));
    }
    Ok(match column {
        "none" | "empty" | "empty; 200 means yes" => "Body::None".to_owned(),
        text if text.contains("JSON") => "Body::Json".to_owned(),
        text if text.starts_with("text") => "Body::Text".to_owned(),
        _ => "Body::Octets".to_owned(),
    })
}
