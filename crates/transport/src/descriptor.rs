//! What the descriptors of both protocols have in common: their place in the archive, subjects, documents and their files.

use crate::archive::{self, Member};
use crate::carried::{Carried, CarriedSignature, Subject};
use crate::ids::{ContainerId, from_hex, to_hex};
use crate::limits::{DESCRIPTOR_BYTES_MAX, DOCUMENTS_MAX};
use crate::refusal::{ContainerFault, TransportRefusal};
use crate::table::Flow;
use formats::{Document, Element, FormatId};
use std::collections::{HashMap, HashSet};

type Result<T> = std::result::Result<T, TransportRefusal>;

/// The descriptor's file.
pub(crate) const DESCRIPTOR: &str = "packageDescription.xml";

/// Where a descriptor says which container it is of: formally known only from the archive's name, which a stream of octets lacks.
/// Both schemas leave a place for anything.
const OWN: &str = "контейнер";
const OWN_ID: &str = "идентификаторКонтейнера";

/// Attributes by their names.
pub(crate) fn with(name: &str, attributes: &[(&str, &str)]) -> Element {
    let mut element = Element::new(name);
    for (attribute, value) in attributes {
        element.set(attribute, value);
    }
    element
}

pub(crate) fn required<'a>(element: &'a Element, name: &str) -> &'a str {
    element.attribute(name).unwrap_or_default()
}

pub(crate) fn subject_element(name: &str, subject: &Subject) -> Element {
    with(name, &[("идентификаторСубъекта", subject.id()), ("типСубъекта", subject.kind().word())])
}

/// The subject a child describes; its kind must be the one its identifier tells.
pub(crate) fn read_subject(root: &Element, name: &str, of: fn(&str) -> Result<Subject>) -> Result<Option<Subject>> {
    let Some(element) = root.child(name) else { return Ok(None) };
    let subject = of(required(element, "идентификаторСубъекта"))?;
    let word = required(element, "типСубъекта");
    if word == subject.kind().word() { Ok(Some(subject)) } else { Err(ContainerFault::Subject.into()) }
}

/// The place for anything with the container's own identifier in it.
pub(crate) fn own_element(place: &str, id: ContainerId) -> Element {
    let mut element = Element::new(place);
    element.push(with(OWN, &[(OWN_ID, &to_hex(id))]));
    element
}

pub(crate) fn read_own_id(root: &Element, place: &str) -> Result<Option<ContainerId>> {
    let own = root.at(&[place, OWN]).and_then(|element| element.attribute(OWN_ID));
    own.map(|id| from_hex(id, OWN_ID)).transpose()
}

/// The identifier that `name` gives, counted in parts from its end.
pub(crate) fn id_of_name(name: &str, from_end: usize) -> Result<ContainerId> {
    let stem = name.strip_suffix(".zip").ok_or(ContainerFault::OtherName)?;
    let part = stem.rsplit('_').nth(from_end).ok_or(ContainerFault::OtherName)?;
    from_hex(part, "file name")
}

/// The identifier told by the descriptor and by the archive's name; they may not differ.
pub(crate) fn one_id(own: Option<ContainerId>, named: Option<ContainerId>) -> Result<ContainerId> {
    match (own, named) {
        (Some(own), Some(named)) if own != named => Err(ContainerFault::OtherName.into()),
        (own, named) => own.or(named).ok_or_else(|| ContainerFault::NoId.into()),
    }
}

/// Adds the documents to a descriptor and puts all into an archive.
pub(crate) fn pack(format: FormatId, mut root: Element, documents: &[Carried], flow: &Flow) -> Result<Vec<u8>> {
    if documents.is_empty() || documents.len() > DOCUMENTS_MAX {
        return Err(ContainerFault::Documents.into());
    }
    let mut ids = HashSet::new();
    if !documents.iter().all(|document| ids.insert(document.id)) {
        return Err(ContainerFault::DocumentTwice.into());
    }
    let mut members = Vec::new();
    for document in documents {
        root.push(document_element(document, flow, &mut members)?);
    }
    let descriptor = formats::write(&Document::new(format.clone(), root))?;
    check(&descriptor, &format)?;
    members.insert(0, Member { name: DESCRIPTOR.to_owned(), content: descriptor, is_stored: false });
    archive::write(&members)
}

/// The archive opened: its descriptor, found to be of this format, and its other files.
pub(crate) fn unpack(bytes: &[u8], format: &FormatId) -> Result<(Element, Files)> {
    let mut files: HashMap<String, Vec<u8>> =
        archive::read(bytes)?.into_iter().map(|member| (member.name, member.content)).collect();
    let descriptor = files.remove(DESCRIPTOR).ok_or(ContainerFault::NoDescriptor)?;
    check(&descriptor, format)?;
    Ok((formats::read_tree(&descriptor)?, Files(files)))
}

fn check(descriptor: &[u8], format: &FormatId) -> Result<()> {
    if descriptor.len() > DESCRIPTOR_BYTES_MAX {
        return Err(ContainerFault::DescriptorTooLarge.into());
    }
    formats::check_as(descriptor, format).first_error().map_or(Ok(()), |finding| Err(finding.into()))
}

fn document_element(document: &Carried, flow: &Flow, members: &mut Vec<Member>) -> Result<Element> {
    let known = flow.document(&document.type_code).ok_or(ContainerFault::DocumentType)?;
    let (id, is_dense) = (to_hex(document.id), document.compressed || document.encrypted);
    let mut element = Element::new("документ");
    if known.code != known.name {
        element.set("кодТипаДокумента", &known.code);
    }
    element.set("типДокумента", &known.name);
    element.set("типСодержимого", &document.content_kind);
    element.set("сжат", word_of(document.compressed));
    element.set("зашифрован", word_of(document.encrypted));
    element.set("идентификаторДокумента", &id);
    if let Some(name) = &document.original_name {
        element.set("исходноеИмяФайла", name);
    }
    if let Some(content) = &document.content {
        let name = format!("{id}.bin");
        element.push(with("содержимое", &[("имяФайла", &name)]));
        members.push(Member { name, content: content.clone(), is_stored: is_dense });
    }
    for (number, signature) in (1..).zip(&document.signatures) {
        let name = format!("{id}.{number}.sgn");
        element.push(with("подпись", &[("имяФайла", &name), ("роль", &signature.role)]));
        members.push(Member { name, content: signature.bytes.clone(), is_stored: false });
    }
    Ok(element)
}

fn word_of(flag: bool) -> &'static str {
    if flag { "true" } else { "false" }
}

/// Files of an archive that no document has taken yet.
pub(crate) struct Files(HashMap<String, Vec<u8>>);

impl Files {
    /// All documents of a descriptor; every file belongs to just one of them.
    pub fn into_documents(mut self, root: &Element, flow: &Flow) -> Result<Vec<Carried>> {
        let mut ids = HashSet::new();
        let mut documents = Vec::new();
        for element in root.all("документ") {
            let document = self.document(element, flow)?;
            if !ids.insert(document.id) {
                return Err(ContainerFault::DocumentTwice.into());
            }
            documents.push(document);
        }
        match () {
            () if !self.0.is_empty() => Err(ContainerFault::MemberUnnamed.into()),
            () if documents.len() > DOCUMENTS_MAX => Err(ContainerFault::Documents.into()),
            () => Ok(documents),
        }
    }

    fn document(&mut self, element: &Element, flow: &Flow) -> Result<Carried> {
        let name = required(element, "типДокумента");
        let type_code = element.attribute("кодТипаДокумента").unwrap_or(name);
        let known = flow.document(type_code).filter(|known| known.name == name).ok_or(ContainerFault::DocumentType)?;
        let content = element.child("содержимое").map(|part| self.take(part)).transpose()?;
        let signatures = element
            .all("подпись")
            .map(|part| Ok(CarriedSignature { role: required(part, "роль").to_owned(), bytes: self.take(part)? }));
        Ok(Carried {
            signatures: signatures.collect::<Result<_>>()?,
            id: from_hex(required(element, "идентификаторДокумента"), "идентификаторДокумента")?,
            type_code: known.code.clone(),
            content_kind: required(element, "типСодержимого").to_owned(),
            original_name: element.attribute("исходноеИмяФайла").map(str::to_owned),
            compressed: is_true(required(element, "сжат")),
            encrypted: is_true(required(element, "зашифрован")),
            content,
        })
    }

    fn take(&mut self, part: &Element) -> Result<Vec<u8>> {
        self.0.remove(required(part, "имяФайла")).ok_or_else(|| ContainerFault::MemberAbsent.into())
    }
}

/// `xs:boolean`, checked before.
fn is_true(word: &str) -> bool {
    matches!(word.trim(), "true" | "1")
}

/// A descriptor's format by its name in the base pack.
pub(crate) fn format(name: &str) -> FormatId {
    FormatId::from_schema_name(name).unwrap_or_else(|| kernel::bug!("{name} is no name of a format"))
}
