//! Official schema (XSD with embedded assertions) to [`Definition`].
//!
//! What a definition cannot express is listed in `not_expressed`, never dropped in silence.

mod assertions;
mod particle;
mod schemas;
mod simple;
mod xsd;

use crate::definition::{Definition, Trust};
use crate::engine::program::Program;
use crate::engine::text::Encoding;
use crate::limits::SCHEMA_BYTES_MAX;
use crate::standing::Standing;
use crate::tree::Element;
use crate::{FormatId, FormatRefusal};
use schemas::{Component, File, Name, Schemas};
use xsd::Import;

/// A schema file.
#[derive(Debug, Clone)]
pub struct Schema {
    /// Its name, as other schemas include or import it: `unif-types.xsd`.
    pub file: String,
    pub bytes: Vec<u8>,
}

/// What an importer is told beside the files.
#[derive(Debug, Clone, Default)]
pub struct Wishes {
    /// The root element, where the first schema declares several; without it, the first it declares.
    pub root: Option<String>,
    /// Namespaces that stand for others in these files: what the files write, and what documents write.
    pub namespaces: Vec<(String, String)>,
    /// What is known of the format beside its schema.
    pub standing: Standing,
}

/// Makes a definition from a schema file. `name` is the file's name without extension: the official one, or a name of ours
/// with the version, `PREFIX_v5.08`.
pub fn from_xsd(name: &str, bytes: &[u8]) -> Result<Definition, FormatRefusal> {
    from_schemas(name, &[Schema { file: format!("{name}.xsd"), bytes: bytes.to_vec() }], &Wishes::default())
}

/// Makes a definition from a schema and those it includes or imports; the first is the form's own.
pub fn from_schemas(name: &str, schemas: &[Schema], wishes: &Wishes) -> Result<Definition, FormatRefusal> {
    let broken = |rule: String| FormatRefusal::Definition { name: name.to_owned(), rule };
    let size_bytes = schemas.iter().map(|schema| schema.bytes.len()).sum();
    if size_bytes > SCHEMA_BYTES_MAX {
        return Err(FormatRefusal::TooLarge { size_bytes, size_bytes_max: SCHEMA_BYTES_MAX });
    }
    let format = FormatId::from_schema_name(name)
        .ok_or_else(|| broken("the name follows neither PREFIX_NUMBER_VV_VV_RR nor PREFIX_vVERSION".to_owned()))?;
    let mut encoding = None;
    let mut trees = Vec::new();
    for schema in schemas {
        let tree = crate::read::tree(&schema.bytes)?;
        encoding = encoding.or(Some(tree.encoding));
        trees.push((schema.file.clone(), tree.root));
    }
    let first = schemas.first().map(|schema| schema.file.clone()).unwrap_or_default();
    let schemas = Schemas::read(trees, wishes).map_err(broken)?;
    let mut definition =
        definition(&schemas, wishes, (format, first, encoding.unwrap_or(Encoding::Utf8))).map_err(broken)?;
    let unplaced = Program::new(&definition).map_err(broken)?.unplaced;
    definition
        .not_expressed
        .extend(unplaced.iter().map(|context| format!("an assertion about {context}: no such element")));
    Ok(definition)
}

fn definition(
    schemas: &Schemas,
    wishes: &Wishes,
    (format, source, encoding): (FormatId, String, Encoding),
) -> Result<Definition, String> {
    let own = schemas.files.first().ok_or("no schema")?;
    let declared: Vec<&Element> = own.tree.elements().filter(|part| own.word(part) == "element").collect();
    let is_wished = |e: &&&Element| wishes.root.as_deref().is_none_or(|name| e.attribute("name") == Some(name));
    let root = *declared.iter().find(is_wished).ok_or("the schema has no such element")?;
    let mut import = Import::new(schemas);
    let rule = import.root(Component { file: 0, element: root })?;
    if schemas.files.len() == 1 {
        let types = own.tree.elements().filter(|part| matches!(own.word(part), "complexType" | "simpleType"));
        types.for_each(|element| import.mention(Component { file: 0, element }));
    }
    import.types()?;
    for element in declared {
        let name = Name { space: own.target.clone(), local: element.attribute("name").unwrap_or_default().to_owned() };
        if wishes.root.is_none() && !import.referred.contains(&name) {
            import.cannot(&format!("{} as another root element", name.local));
        }
    }
    Ok(Definition {
        knd: values(&own.tree, &own.tag(""), "КНД"),
        versions: versions(own, &format),
        title: import.title(root)?,
        encoding: encoding_of_documents(&format, encoding),
        trust: Trust::OfficialSchema,
        source,
        standing: wishes.standing.clone(),
        namespaces: schemas.prefixes.iter().map(|(space, prefix)| (prefix.clone(), space.clone())).collect(),
        not_expressed: import.not_expressed,
        root: rule,
        complex_types: import.complex_types,
        simple_types: import.simple_types,
        format,
    })
}

/// Documents have the encoding of their schema; but some schemas of operator documents were kept in UTF-8.
fn encoding_of_documents(format: &FormatId, of_schema: Encoding) -> Encoding {
    match (of_schema, format.prefix.starts_with("DP_")) {
        (Encoding::Utf8, true) => Encoding::Windows1251,
        (encoding, _) => encoding,
    }
}

/// The versions a schema lists; where it lists none, the one in a name of ours.
fn versions(own: &File, format: &FormatId) -> Vec<String> {
    let listed = values(&own.tree, &own.tag(""), "ВерсФорм");
    let is_told = listed.is_empty() && format.number.is_empty() && own.target.is_empty();
    if is_told { vec![format.version.clone()] } else { listed }
}

/// Enumerated values of the first attribute of this name anywhere in the schema.
fn values(component: &Element, xs: &str, attribute: &str) -> Vec<String> {
    if component.name() == format!("{xs}attribute") && component.attribute("name") == Some(attribute) {
        let restriction = component.at(&[&format!("{xs}simpleType"), &format!("{xs}restriction")]);
        let tag = format!("{xs}enumeration");
        return restriction
            .into_iter()
            .flat_map(|r| r.all(&tag))
            .filter_map(|e| e.attribute("value"))
            .map(str::to_owned)
            .collect();
    }
    component.elements().map(|e| values(e, xs, attribute)).find(|v| !v.is_empty()).unwrap_or_default()
}

/// The text of a definition file: JSON, one space of indent, a line feed at the end.
pub fn to_json(definition: &Definition) -> Result<String, FormatRefusal> {
    let broken = |rule: String| FormatRefusal::Definition { name: definition.format.official_name(), rule };
    let mut out = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, formatter);
    serde::Serialize::serialize(definition, &mut serializer).map_err(|e| broken(e.to_string()))?;
    out.push(b'\n');
    String::from_utf8(out).map_err(|e| broken(e.to_string()))
}
