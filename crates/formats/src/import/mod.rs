//! Official schema (XSD with embedded assertions) to [`Definition`].
//!
//! What a definition cannot express is listed in `not_expressed`, never dropped in silence.

mod assertions;
mod xsd;

use crate::definition::Definition;
use crate::engine::program::Program;
use crate::{FormatId, FormatRefusal};

/// Makes a definition from a schema file. `name` is the file's name without extension and must be the official one.
pub fn from_xsd(name: &str, bytes: &[u8]) -> Result<Definition, FormatRefusal> {
    let broken = |rule: String| FormatRefusal::Definition { name: name.to_owned(), rule };
    if bytes.len() > crate::limits::SCHEMA_BYTES_MAX {
        return Err(FormatRefusal::TooLarge {
            size_bytes: bytes.len(),
            size_bytes_max: crate::limits::SCHEMA_BYTES_MAX,
        });
    }
    let format = FormatId::from_schema_name(name)
        .ok_or_else(|| broken("the name does not follow PREFIX_NUMBER_VV_VV_RR".to_owned()))?;
    let tree = crate::read::tree(bytes)?;
    let mut definition = xsd::definition(format, name, &tree.root, tree.encoding).map_err(broken)?;
    let unplaced = Program::new(&definition).map_err(broken)?.unplaced;
    definition
        .not_expressed
        .extend(unplaced.iter().map(|context| format!("an assertion about {context}: no such element")));
    Ok(definition)
}

/// The text of a definition file: JSON, one space of indent, a line feed at the end.
pub fn to_json(definition: &Definition) -> Result<String, FormatRefusal> {
    let mut out = Vec::new();
    let formatter = serde_json::ser::PrettyFormatter::with_indent(b" ");
    let mut serializer = serde_json::Serializer::with_formatter(&mut out, formatter);
    serde::Serialize::serialize(definition, &mut serializer)
        .map_err(|e| FormatRefusal::Definition { name: definition.format.official_name(), rule: e.to_string() })?;
    out.push(b'\n');
    String::from_utf8(out)
        .map_err(|e| FormatRefusal::Definition { name: definition.format.official_name(), rule: e.to_string() })
}
