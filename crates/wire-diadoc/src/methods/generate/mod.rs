//! Documents the surface writes for its clients to sign: service documents, universal messages, titles.

mod details;
mod prepare;
mod service;
mod title;
mod types;
mod universal;

use bytes::Bytes;
use exchange::{EntityId, MessageId, Refusal};
use kernel::{RefusalKind, TypedId};
use store::No;

use crate::call::Call;
use crate::ids;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::Methods;

pub fn on(methods: Methods) -> Methods {
    let methods = service::on(methods);
    let methods = universal::on(methods);
    let methods = types::on(methods);
    let methods = title::on(methods);
    let methods = details::on(methods);
    prepare::on(methods)
}

/// Media types of a body that is XML as it is; none at all means it too.
const XML: &[&str] = &["", "application/xml", "text/xml", "application/octet-stream", "text/plain"];

/// The body as XML, unread.
fn xml(call: &Call) -> Result<&Bytes, WireRefusal> {
    if XML.contains(&call.media_type.as_str()) { Ok(&call.body) } else { Err(WireRefusal::XmlMediaType) }
}

/// `titleIndex`; the first title when it is not said.
fn title_index(call: &Call) -> Result<u32, WireRefusal> {
    let accepted = "a whole number from 0";
    let index = call.query.number("titleIndex")?.unwrap_or(0);
    u32::try_from(index).map_err(|_| WireRefusal::ParameterForm { name: "titleIndex", accepted })
}

/// An identifier in a field of a body.
fn id<T: TypedId>(text: &str, field: &str) -> Result<T, WireRefusal> {
    let accepted = "an identifier (GUID)";
    ids::parse(text).ok_or_else(|| WireRefusal::Field { field: field.to_owned(), accepted })
}

/// An entity of a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct About {
    message_id: MessageId,
    attachment_id: EntityId,
}

/// What is not there is 404, but for the methods whose documentation knows no such answer: there the field is wrong.
fn placed(call: &Call, refused: No<Refusal>) -> Refused {
    use kernel::Refusal as _;
    match refused {
        No::Refused(refusal) if refusal.kind() == RefusalKind::NotFound && refusal != Refusal::BoxNotFound => {
            if call.row.codes.contains(&404) {
                return refusal.into();
            }
            let (field, accepted) = match refusal {
                Refusal::MessageNotFound => ("MessageId", "a message of this box"),
                _ => ("AttachmentId", "an entity of the message"),
            };
            WireRefusal::Field { field: field.to_owned(), accepted }.into()
        }
        other => other.into(),
    }
}
