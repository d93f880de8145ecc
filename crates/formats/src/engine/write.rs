//! The official form of a document: windows-1251, one line, attributes and children in the tree's order.

use super::windows_1251::byte_of;
use crate::FormatRefusal;
use crate::engine::scan::is_xml_character;
use crate::engine::text::Encoding;
use crate::limits::DEPTH_MAX;
use crate::tree::{Element, Node};

/// Writes the tree with the declaration first and nothing after the root element. Equal trees give equal bytes.
pub(crate) fn write(root: &Element, encoding: Encoding) -> Result<Vec<u8>, FormatRefusal> {
    let mut writer = Writer { out: Vec::with_capacity(16 * 1024), encoding, path: Vec::new() };
    let declaration = format!("<?xml version=\"1.0\" encoding=\"{}\"?>\n", encoding.name());
    writer.out.extend_from_slice(declaration.as_bytes());
    writer.element(root)?;
    Ok(writer.out)
}

struct Writer<'a> {
    out: Vec<u8>,
    encoding: Encoding,
    path: Vec<&'a str>,
}

impl<'a> Writer<'a> {
    fn element(&mut self, element: &'a Element) -> Result<(), FormatRefusal> {
        if self.path.len() >= DEPTH_MAX {
            return Err(FormatRefusal::TooDeep { line: 1, depth_max: DEPTH_MAX });
        }
        self.path.push(&element.name);
        self.out.push(b'<');
        self.plain(&element.name)?;
        for (name, value) in &element.attributes {
            self.out.push(b' ');
            self.plain(name)?;
            self.out.extend_from_slice(b"=\"");
            self.value(value, Some(name))?;
            self.out.push(b'"');
        }
        if element.children.is_empty() {
            self.out.extend_from_slice(b"/>");
        } else {
            self.out.push(b'>');
            for child in &element.children {
                match child {
                    Node::Element(child) => self.element(child)?,
                    Node::Text(text) => self.value(text, None)?,
                }
            }
            self.out.extend_from_slice(b"</");
            self.plain(&element.name)?;
            self.out.push(b'>');
        }
        self.path.pop();
        Ok(())
    }

    fn plain(&mut self, name: &str) -> Result<(), FormatRefusal> {
        name.chars().try_for_each(|c| self.character(c, None))
    }

    fn value(&mut self, value: &str, attribute: Option<&str>) -> Result<(), FormatRefusal> {
        for c in value.chars() {
            match c {
                '&' => self.out.extend_from_slice(b"&amp;"),
                '<' => self.out.extend_from_slice(b"&lt;"),
                '>' => self.out.extend_from_slice(b"&gt;"),
                '"' if attribute.is_some() => self.out.extend_from_slice(b"&quot;"),
                '\t' | '\n' if attribute.is_some() => {
                    self.out.extend_from_slice(format!("&#{};", u32::from(c)).as_bytes())
                }
                '\r' => self.out.extend_from_slice(b"&#13;"),
                c => self.character(c, attribute)?,
            }
        }
        Ok(())
    }

    fn character(&mut self, c: char, attribute: Option<&str>) -> Result<(), FormatRefusal> {
        if !is_xml_character(c) {
            return Err(FormatRefusal::ControlCharacter { path: self.place(attribute), code: c.into() });
        }
        match self.encoding {
            Encoding::Utf8 => self.out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
            Encoding::Windows1251 => match byte_of(c) {
                Some(byte) => self.out.push(byte),
                None => return Err(FormatRefusal::Character { path: self.place(attribute), code: c.into() }),
            },
        }
        Ok(())
    }

    fn place(&self, attribute: Option<&str>) -> String {
        let path = self.path.join("/");
        match attribute {
            Some(name) => format!("{path}/@{name}"),
            None => path,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_code_page_lacks_is_refused_with_its_place() {
        for (c, code) in [('₽', 0x20BD), ('Ә', 0x4D8), ('–', 0), ('\u{98}', 0x98), ('😀', 0x1F600)] {
            let mut root = Element::new("Файл");
            root.push(Element::new("Документ").set("Наим", &c.to_string()).clone());
            let refusal = write(&root, Encoding::Windows1251);
            match code {
                0 => assert!(refusal.is_ok()),
                code => assert_eq!(
                    refusal.unwrap_err(),
                    FormatRefusal::Character { path: "Файл/Документ/@Наим".into(), code }
                ),
            }
        }
    }
}
