//! Signed messages ready to be posted: titles of two functions and other files, small ones and some that are too large
//! for a row.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use gost::{ParamSet, PrivateKey};
use kernel::{Caller, Chance, Cx, RequestId};
use pki::{CertificateRequest, KeyUsage, Name};
use serde_json::{Value, json};
use std::collections::VecDeque;
use svitok::story::Person;
use svitok::story::title::{Sides, seller_title};

/// Letters ready at the beginning of each life: more than a life can post.
const READY: usize = 96;
/// One file in this many is larger than what a row holds.
const FILES_PER_LARGE: usize = 6;
/// Octets of a large file: above the store's 64 KiB of inline content.
const LARGE_BYTES: usize = 80 * 1024;

/// One message to post, always with the same key and body.
#[derive(Clone, Debug)]
pub(crate) struct Letter {
    /// Key of idempotency.
    pub(crate) key: String,
    /// Body of the request.
    pub(crate) body: Value,
    /// BLAKE3 of the document and of its signature, hexadecimal.
    pub(crate) hashes: [String; 2],
    /// Whether its workflow has the operator's confirmations.
    pub(crate) is_confirmed: bool,
    /// How often it was posted.
    pub(crate) tries: usize,
    /// The message it already is: posting it again must give the same.
    pub(crate) message_id: Option<String>,
}

/// Letters not posted yet.
#[derive(Debug)]
pub(crate) struct Stock {
    chance: Chance,
    made: usize,
    /// The next to post in front.
    pub(crate) ready: VecDeque<Letter>,
}

impl Stock {
    /// Empty.
    pub(crate) fn new(chance: Chance) -> Self {
        Self { chance, made: 0, ready: VecDeque::new() }
    }

    /// Writes and signs until there are enough.
    pub(crate) fn refill(&mut self, from: &Person, to: &Person) {
        while self.ready.len() < READY {
            let letter = self.write(from, to);
            self.ready.push_back(letter);
        }
    }

    fn write(&mut self, from: &Person, to: &Person) -> Letter {
        let now = crate::moment();
        let unique = Cx::new(Caller::System, now, self.chance.clone()).new_id::<RequestId>().to_string();
        let function = match self.made % 3 {
            0 => Some(UtdFunction::Dop),
            1 => Some(UtdFunction::SchfDop),
            _ => None,
        };
        let content = match function {
            Some(function) => {
                let sides = Sides { seller: (&from.role, &from.participant_id), buyer: (&to.role, &to.participant_id) };
                seller_title(sides, function, &unique, now).unwrap()
            }
            None => file(&unique, self.made / 3),
        };
        self.made += 1;
        let signature = from.sign(&content, now).unwrap();
        let hashes = [&content, &signature].map(|octets| blake3::hash(octets).to_hex().to_string());
        let mut document = json!({
            "kind": if function.is_some() { "utd_title" } else { "nonformalized" },
            "content": STANDARD.encode(&content), "signature": STANDARD.encode(&signature),
        });
        if function.is_none() {
            document["file_name"] = json!(format!("Акт сверки {unique}.txt"));
            document["signature_asked"] = json!(true);
        }
        let body = json!({ "to_box_id": to.box_id, "documents": [document] });
        Letter { key: unique, body, hashes, is_confirmed: function.is_some(), tries: 0, message_id: None }
    }
}

/// The body of a message with one small file.
pub(crate) fn body_of(to_box_id: &str, content: &str, signature: &[u8]) -> Value {
    let document = json!({
        "kind": "nonformalized", "file_name": "Письмо.txt", "signature_asked": false,
        "content": STANDARD.encode(content), "signature": STANDARD.encode(signature),
    });
    json!({ "to_box_id": to_box_id, "documents": [document] })
}

/// An application for one more certificate, over a key that nobody keeps.
pub(crate) fn application(person: &Person, chance: &Chance) -> Value {
    let key = PrivateKey::generate(ParamSet::XA, &mut |octets| chance.fill(octets)).unwrap();
    let subject = Name::builder().with(pki::oid::COMMON_NAME, &person.role.name).build().unwrap();
    let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION;
    let request = CertificateRequest::create(&key, &subject, usage, &chance.octets::<32>()).unwrap();
    json!({ "organization_id": person.organization_id, "request": request.to_pem().unwrap() })
}

fn file(unique: &str, n: usize) -> Vec<u8> {
    let line = format!("Акт сверки {unique}: долгов нет.\n");
    let times = if n.is_multiple_of(FILES_PER_LARGE) { LARGE_BYTES / line.len() + 1 } else { 1 };
    line.repeat(times).into_bytes()
}
