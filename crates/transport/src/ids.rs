//! Identifiers of containers: 32 hexadecimal digits without dashes inside a container, UUIDs elsewhere.

use crate::refusal::TransportRefusal;
use kernel::TypedId;
use kernel::uuid::Uuid;

kernel::typed_id!(
    /// A docflow: the same in every container of it.
    pub struct DocflowId
);
kernel::typed_id!(
    /// One container: one transaction of a docflow.
    pub struct ContainerId
);
kernel::typed_id!(
    /// A document inside a container.
    pub struct CarriedId
);

/// Hexadecimal digits of an identifier.
const HEX_DIGITS: usize = 32;

/// As a container writes it: 32 lower-case hexadecimal digits.
pub fn to_hex(id: impl TypedId) -> String {
    id.uuid().simple().to_string()
}

/// Reads 32 hexadecimal digits in any case; refuses dashes and other lengths. `place` says where they stand.
pub fn from_hex<Id: TypedId>(text: &str, place: &'static str) -> Result<Id, TransportRefusal> {
    let refusal = TransportRefusal::Identifier { place };
    let digits = text.len() == HEX_DIGITS && text.bytes().all(|digit| digit.is_ascii_hexdigit());
    if !digits {
        return Err(refusal);
    }
    Uuid::try_parse(text).map(Id::from_uuid).map_err(|_| refusal)
}
