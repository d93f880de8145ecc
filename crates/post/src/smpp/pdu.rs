//! What goes over the wire: section numbers are those of SMPP 3.4.

use super::Bind;
use super::parts::Part;

/// Octets of a header: length, command, status, sequence number (section 3.2).
pub(super) const HEADER_BYTES: usize = 16;
/// The longest unit that is read: answers to a sender hold an id, optional parameters some hundred octets more.
pub(super) const UNIT_BYTES_MAX: u32 = 4 * 1024;

/// Commands of section 5.1.2.1; an answer has the high bit.
pub(super) mod command {
    /// Nothing of what was sent was understood.
    pub const GENERIC_NACK: u32 = 0x8000_0000;
    /// Signing in as a sender.
    pub const BIND_TRANSMITTER: u32 = 0x0000_0002;
    /// A short message.
    pub const SUBMIT_SM: u32 = 0x0000_0004;
    /// Parting.
    pub const UNBIND: u32 = 0x0000_0006;
    /// Is anybody there.
    pub const ENQUIRE_LINK: u32 = 0x0000_0015;
    /// The bit of an answer.
    pub const ANSWER: u32 = 0x8000_0000;
}

/// `interface_version`: 3.4.
const VERSION: u8 = 0x34;
/// `data_coding` of UCS-2: section 5.2.19.
const UCS2: u8 = 0x08;
/// `esm_class`: a user data header stands in the message (section 5.2.12).
const WITH_HEADER: u8 = 0x40;

/// `ton`, `npi` and the characters: sections 5.2.5 to 5.2.7.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    ton: u8,
    npi: u8,
    text: String,
}

impl Address {
    /// An international number without its plus.
    pub fn number(digits: &str) -> Self {
        Self { ton: 1, npi: 1, text: digits.to_owned() }
    }

    /// A number of the network.
    pub fn short(digits: &str) -> Self {
        Self { ton: 0, npi: 1, text: digits.to_owned() }
    }

    /// A sender's name.
    pub fn name(name: &str) -> Self {
        Self { ton: 5, npi: 0, text: name.to_owned() }
    }

    fn write(&self, to: &mut Vec<u8>) {
        to.extend([self.ton, self.npi]);
        text(to, &self.text);
    }
}

/// A unit that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unit {
    pub command: u32,
    pub status: u32,
    pub sequence: u32,
}

/// Writes a C-octet string; settings and numbers hold no zero octets.
fn text(to: &mut Vec<u8>, text: &str) {
    to.extend(text.bytes().filter(|byte| *byte != 0));
    to.push(0);
}

/// A whole unit.
pub(super) fn unit(command: u32, status: u32, sequence: u32, body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(HEADER_BYTES + body.len()).unwrap_or(u32::MAX);
    let mut octets = Vec::with_capacity(HEADER_BYTES + body.len());
    for number in [length, command, status, sequence] {
        octets.extend(number.to_be_bytes());
    }
    octets.extend(body);
    octets
}

/// The header's length and what it tells. `None`: no length that can be.
pub(super) fn header(octets: &[u8; HEADER_BYTES]) -> Option<(usize, Unit)> {
    let [l0, l1, l2, l3, c0, c1, c2, c3, s0, s1, s2, s3, n0, n1, n2, n3] = *octets;
    let length = u32::from_be_bytes([l0, l1, l2, l3]);
    if length > UNIT_BYTES_MAX {
        return None;
    }
    let rest = usize::try_from(length).ok()?.checked_sub(HEADER_BYTES)?;
    let unit = Unit {
        command: u32::from_be_bytes([c0, c1, c2, c3]),
        status: u32::from_be_bytes([s0, s1, s2, s3]),
        sequence: u32::from_be_bytes([n0, n1, n2, n3]),
    };
    Some((rest, unit))
}

/// Body of `bind_transmitter`: section 4.1.1.
pub(super) fn bind(bind: &Bind) -> Vec<u8> {
    let mut body = Vec::new();
    text(&mut body, &bind.system_id);
    text(&mut body, &bind.password);
    text(&mut body, &bind.system_type);
    body.extend([VERSION, 0, 0]);
    text(&mut body, "");
    body
}

/// Body of `submit_sm`: section 4.4.1.
pub(super) fn submit(source: &Address, target: &Address, part: &Part) -> Vec<u8> {
    let mut body = Vec::new();
    text(&mut body, "");
    source.write(&mut body);
    target.write(&mut body);
    let class = if part.has_header { WITH_HEADER } else { 0 };
    // protocol_id, priority_flag; at once, for as long as the centre keeps it
    body.extend([class, 0, 0]);
    text(&mut body, "");
    text(&mut body, "");
    // registered_delivery, replace_if_present_flag, data_coding, sm_default_msg_id
    body.extend([0, 0, UCS2, 0]);
    body.push(u8::try_from(part.octets.len()).unwrap_or(u8::MAX));
    body.extend(&part.octets);
    body
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_come_back_or_are_refused() {
        let octets = unit(command::SUBMIT_SM, 0, 9, b"abc");
        let head: [u8; HEADER_BYTES] = octets[..HEADER_BYTES].try_into().unwrap();
        assert_eq!(header(&head), Some((3, Unit { command: 4, status: 0, sequence: 9 })));
        for length in [0, 15, UNIT_BYTES_MAX + 1, u32::MAX] {
            let mut head = head;
            head[..4].copy_from_slice(&length.to_be_bytes());
            assert_eq!(header(&head), None, "{length}");
        }
    }

    #[test]
    fn bodies() {
        let login = Bind { system_id: "ab".to_owned(), password: "c".to_owned(), system_type: String::new() };
        assert_eq!(bind(&login), b"ab\0c\0\0\x34\0\0\0");
        let part = Part { has_header: true, octets: vec![1, 2] };
        let body = submit(&Address::name("Me"), &Address::number("79"), &part);
        assert_eq!(body, b"\0\x05\0Me\0\x01\x0179\0\x40\0\0\0\0\0\0\x08\0\x02\x01\x02");
    }
}
