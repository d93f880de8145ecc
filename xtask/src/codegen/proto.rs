//! `.proto` files from the tables, and Rust types from those.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use prost_types::FileDescriptorSet;
use protox::Compiler;
use protox::file::{File, FileResolver};

use super::tables::{Enum, Field, Message, Wire};
use crate::report::Fault;

/// The set whose names win where the sets differ: the newest.
const NEWEST: &str = "csharp";

/// Where each named type is declared, and how it is written there.
#[derive(Default)]
struct Places<'a> {
    file: BTreeMap<String, &'a str>,
    /// Enumerations whose values would collide with a neighbour's lie in a message of their own.
    scoped: BTreeSet<String>,
}

#[derive(Default)]
struct FileParts<'a> {
    package: &'a str,
    messages: Vec<&'a Message>,
    enums: Vec<&'a Enum>,
}

/// Every file by its name, with its text.
pub fn write(wire: &Wire) -> Result<BTreeMap<String, String>, Fault> {
    let places = places(wire);
    let mut files: BTreeMap<&str, FileParts<'_>> = BTreeMap::new();
    for message in &wire.messages {
        let parts = files.entry(&message.file).or_default();
        one_package(&mut parts.package, &message.package, &message.file)?;
        parts.messages.push(message);
    }
    for each in &wire.enums {
        let parts = files.entry(&each.file).or_default();
        one_package(&mut parts.package, &each.package, &each.file)?;
        parts.enums.push(each);
    }
    Ok(files.into_iter().map(|(name, parts)| (name.to_owned(), file(name, &parts, &places))).collect())
}

fn one_package<'a>(known: &mut &'a str, given: &'a str, file: &str) -> Result<(), Fault> {
    if !known.is_empty() && *known != given {
        return Err(Fault(format!("{file}: two packages, {known} and {given}")));
    }
    *known = given;
    Ok(())
}

fn full(package: &str, name: &str) -> String {
    format!("{package}.{name}")
}

fn places(wire: &Wire) -> Places<'_> {
    let mut places = Places::default();
    let mut owners: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for message in &wire.messages {
        places.file.insert(full(&message.package, &message.name), &message.file);
    }
    for each in &wire.enums {
        places.file.insert(full(&each.package, &each.name), &each.file);
        for value in each.values.iter().filter(|_| !each.name.contains('.')) {
            owners.entry((&each.package, &value.name)).or_default().push(full(&each.package, &each.name));
        }
    }
    places.scoped = owners.into_values().filter(|owners| owners.len() > 1).flatten().collect();
    places
}

impl Places<'_> {
    fn written(&self, of: &str) -> String {
        if !self.scoped.contains(of) {
            return format!(".{of}");
        }
        let (package, name) = of.rsplit_once('.').unwrap_or(("", of));
        format!(".{package}.{name}Scope.{name}")
    }
}

fn file(name: &str, parts: &FileParts<'_>, places: &Places<'_>) -> String {
    let mut text =
        String::from("// Written by `cargo xtask codegen` from contracts/diadoc-wire.json.\nsyntax = \"proto2\";\n");
    let _ = write!(text, "package {};\n\n", parts.package);
    let used = parts.messages.iter().flat_map(|message| &message.fields).filter(|field| field.kind.is_some());
    let imports: BTreeSet<&str> = used.filter_map(|field| places.file.get(&field.of).copied()).collect();
    for import in imports.into_iter().filter(|import| *import != name) {
        let _ = writeln!(text, "import \"{import}\";");
    }
    for each in &parts.enums {
        if each.name.contains('.') {
            continue;
        }
        let scoped = places.scoped.contains(&full(parts.package, &each.name));
        if scoped {
            let _ = writeln!(text, "\nmessage {}Scope {{", each.name);
        }
        enumeration(&mut text, &each.name, each);
        if scoped {
            text.push_str("}\n");
        }
    }
    for message in &parts.messages {
        let _ = write!(text, "\nmessage {} {{", message.name);
        let inner = format!("{}.", message.name);
        for each in &parts.enums {
            if let Some(name) = each.name.strip_prefix(&inner) {
                enumeration(&mut text, name, each);
            }
        }
        fields(&mut text, message, places);
        text.push_str("}\n");
    }
    text
}

fn enumeration(text: &mut String, name: &str, each: &Enum) {
    let _ = writeln!(text, "\nenum {name} {{");
    let numbers: BTreeSet<i32> = each.values.iter().map(|value| value.number).collect();
    if numbers.len() < each.values.len() {
        text.push_str("  option allow_alias = true;\n");
    }
    for value in &each.values {
        let _ = writeln!(text, "  {} = {};", value.name, value.number);
    }
    text.push_str("}\n");
}

fn fields(text: &mut String, message: &Message, places: &Places<'_>) {
    text.push('\n');
    let mut by_number: BTreeMap<i32, &Field> = BTreeMap::new();
    for field in &message.fields {
        let newer = field.only_in.iter().any(|set| set == NEWEST);
        if newer || !by_number.contains_key(&field.number) {
            by_number.insert(field.number, field);
        }
    }
    let mut names = BTreeSet::new();
    for field in by_number.into_values() {
        let of = if field.kind.is_some() { places.written(&field.of) } else { field.of.clone() };
        // One name with two numbers in two sets: both are sent, the second under a name of its own.
        let name =
            if names.insert(&field.name) { field.name.clone() } else { format!("{}_{}", field.name, field.number) };
        let _ = write!(text, "  {} {of} {name} = {}", field.label, field.number);
        if let Some(default) = &field.default {
            let quoted = if field.of == "string" { format!("\"{default}\"") } else { default.clone() };
            let _ = write!(text, " [default = {quoted}]");
        }
        text.push_str(";\n");
    }
}

struct InMemory(BTreeMap<String, String>);

impl FileResolver for InMemory {
    fn open_file(&self, name: &str) -> Result<File, protox::Error> {
        let text = self.0.get(name).ok_or_else(|| protox::Error::file_not_found(name))?;
        File::from_source(name, text)
    }
}

/// Compiles the files.
pub fn compile(files: &BTreeMap<String, String>) -> Result<FileDescriptorSet, Fault> {
    let fault = |why: protox::Error| Fault(format!("{why:?}"));
    let mut compiler = Compiler::with_file_resolver(InMemory(files.clone()));
    compiler.include_imports(true);
    for name in files.keys() {
        compiler.open_file(name).map_err(fault)?;
    }
    Ok(compiler.file_descriptor_set())
}

#[derive(Default)]
struct Module {
    text: String,
    inner: BTreeMap<String, Self>,
}

impl Module {
    fn print(&self, into: &mut String) {
        into.push_str(&self.text);
        for (name, module) in &self.inner {
            let _ = writeln!(into, "pub mod {name} {{");
            module.print(into);
            into.push_str("}\n");
        }
    }
}

/// The Rust types of a set, in modules named as the packages.
pub fn rust(set: FileDescriptorSet) -> Result<String, Fault> {
    let mut config = prost_build::Config::new();
    config.bytes(["."]);
    let requests =
        set.file.into_iter().map(|file| (prost_build::Module::from_protobuf_package_name(file.package()), file));
    let made = config.generate(requests.collect()).map_err(|why| Fault(why.to_string()))?;
    let mut root = Module::default();
    for (module, text) in made {
        let place = module.parts().fold(&mut root, |at, part| at.inner.entry(part.to_owned()).or_default());
        place.text.push_str(&text);
    }
    let mut text = String::new();
    root.print(&mut text);
    let syntax = syn2::parse_file(&text).map_err(|why| Fault(format!("the generated types: {why}")))?;
    Ok(format!(
        "// Written by `cargo xtask codegen` from contracts/diadoc-wire.json.\n{}",
        prettyplease::unparse(&syntax)
    ))
}
