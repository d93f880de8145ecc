//! Who is in the town when a conversation begins, and the words by which conversations name them.

use crate::town::{Citizen, NOW, Town};
use crate::world::{FOREIGN_CLIENT, Program};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::service::{
    AmendmentRequest, AnsweredFile, MessageCode, MessageEvent, Participant, PersonName, Requisites, ServiceSigner,
    UniversalMessage,
};
use formats::utd::UtdFunction;
use kernel::Clock as _;
use std::collections::BTreeMap;
use svitok::config::Place;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};

/// The paper of the conversations.
pub const PAPER: &[u8] = "Договор поставки № 3".as_bytes();

/// Name of its file without the ending, which this name lacks: service documents name the file they are about.
const PAPER_NAME: &str = "Договор 3";

/// ООО «Ромашка» sells to ООО «Василёк», its counteragent; ООО «Ландыш» is a stranger to both.
pub struct Scene {
    pub town: Town,
    pub seller: Citizen,
    pub buyer: Citizen,
    pub stranger: Citizen,
    /// Words that stand in conversations between double braces.
    pub words: BTreeMap<String, String>,
}

/// One caller asks far more often than a client would.
pub fn without_rates(place: &mut Place) {
    (place.caller_rate, place.address_rate) = (100_000, 100_000);
}

impl Scene {
    /// Everybody settled, signed in with the vendor's scheme, nothing under way.
    pub async fn open() -> Self {
        let town = Town::open_as(NOW, without_rates).await;
        let (seller, buyer) = (town.settle(&Role::romashka()).await, town.settle(&Role::vasilek()).await);
        let stranger = town.settle(&Role::landysh()).await;
        seller.person.befriend(&buyer.person).await.unwrap();
        town.rest().await;
        let mut scene = Self { town, seller, buyer, stranger, words: BTreeMap::new() };
        scene.words = scene.named().await;
        scene
    }

    pub async fn close(self) {
        self.town.close().await;
    }

    /// Somebody by the word of the conversations.
    pub fn somebody(&self, word: &str) -> &Citizen {
        match word {
            "seller" => &self.seller,
            "buyer" => &self.buyer,
            "stranger" => &self.stranger,
            other => panic!("nobody is called {other}"),
        }
    }

    /// A detached signature over the octets.
    pub fn signed(&self, word: &str, octets: &[u8]) -> Vec<u8> {
        self.somebody(word).person.sign(octets, self.town.clock.now()).unwrap()
    }

    async fn named(&self) -> BTreeMap<String, String> {
        let mut words = BTreeMap::new();
        let mut say = |name: String, word: &str| words.insert(name, word.to_owned());
        say("client".to_owned(), FOREIGN_CLIENT);
        say("paper".to_owned(), &STANDARD.encode(PAPER));
        for who in ["seller", "buyer", "stranger"] {
            let citizen = self.somebody(who);
            let (person, role) = (&citizen.person, &citizen.person.role);
            let program = Program::signed_in(&self.town, citizen).await;
            for (what, word) in [
                ("box", person.box_id.as_str()),
                ("organization", &person.organization_id),
                ("participant", &person.participant_id),
                ("user", &person.user_id),
                ("inn", &role.inn),
                ("kpp", role.kpp.as_deref().unwrap()),
                ("login", &citizen.credentials.login),
                ("password", &citizen.credentials.password),
                ("authorization", program.authorization()),
                ("bearer", &format!("Bearer {}", citizen.token)),
                ("thumbprint", &hex::encode(pki::Signer::certificate(&person.signer).thumbprint_sha1())),
                ("paper.signature", &STANDARD.encode(self.signed(who, PAPER))),
            ] {
                say(format!("{who}.{what}"), word);
            }
        }
        for (what, function) in [("invoice", UtdFunction::Schf), ("title", UtdFunction::SchfDop)] {
            let title = self.title(function);
            say(format!("seller.{what}"), &STANDARD.encode(&title));
            say(format!("seller.{what}.signature"), &STANDARD.encode(self.signed("seller", &title)));
        }
        let correction = self.correction();
        say("buyer.correction".to_owned(), &STANDARD.encode(&correction));
        say("buyer.correction.signature".to_owned(), &STANDARD.encode(self.signed("buyer", &correction)));
        say("buyer.remark".to_owned(), &STANDARD.encode(self.remark()));
        words
    }

    /// Name of a service document's file from the buyer to the seller.
    fn service_file(&self, prefix: &str) -> String {
        let unique: kernel::RequestId = self.town.app.cx(kernel::Caller::System).new_id();
        let name = formats::FileName {
            prefix: prefix.to_owned(),
            recipient: self.seller.person.participant_id.clone(),
            sender: self.buyer.person.participant_id.clone(),
            formed_on: self.town.clock.now().civil_date_msk(),
            unique: unique.to_string(),
            flags: None,
        };
        name.to_string()
    }

    /// The buyer's request to correct the paper: what it is about is told by the name of the paper's file.
    fn correction(&self) -> Vec<u8> {
        let [surname, given_name, patronymic] = self.buyer.person.role.director.clone();
        let name = PersonName { surname, given_name, patronymic: Some(patronymic) };
        let request = AmendmentRequest {
            file_id: self.service_file("DP_UVUTOCH"),
            program: "Svitok".to_owned(),
            participant: participant(&self.buyer),
            received_at: self.town.clock.now().civil_datetime_msk(),
            answered: AnsweredFile {
                file_id: PAPER_NAME.to_owned(),
                signatures: vec![STANDARD.encode(self.signed("seller", PAPER))],
            },
            text: "Уточните номер договора".to_owned(),
            sent_by: participant(&self.seller),
            signer: ServiceSigner::new(name, Some("Директор".to_owned())),
        };
        formats::write(&request.compose().unwrap()).unwrap()
    }

    /// The buyer's remark about the paper: a universal message that moves nothing.
    fn remark(&self) -> Vec<u8> {
        let message = UniversalMessage {
            file_id: self.service_file("DP_UNISOOBSCH"),
            program: "Svitok".to_owned(),
            sender_id: self.buyer.person.participant_id.clone(),
            recipient_id: self.seller.person.participant_id.clone(),
            answered_file_id: PAPER_NAME.to_owned(),
            events: vec![MessageEvent {
                code: MessageCode::Remark, text: Some("Договор изучается".to_owned())
            }],
            sender: None,
            recipient: None,
        };
        formats::write(&message.compose().unwrap()).unwrap()
    }

    /// A title of the seller for the buyer.
    fn title(&self, function: UtdFunction) -> Vec<u8> {
        let [seller, buyer] = [&self.seller.person, &self.buyer.person];
        let sides =
            Sides { seller: (&seller.role, &seller.participant_id), buyer: (&buyer.role, &buyer.participant_id) };
        let unique: kernel::RequestId = self.town.app.cx(kernel::Caller::System).new_id();
        seller_title(sides, function, &unique.to_string(), self.town.clock.now()).unwrap()
    }
}

/// A citizen as official files name his organization.
fn participant(citizen: &Citizen) -> Participant {
    let role = &citizen.person.role;
    let (name, inn, kpp) = (role.name.clone(), role.inn.clone(), role.kpp.clone().unwrap());
    Participant { id: citizen.person.participant_id.clone(), requisites: Requisites::Organization { name, inn, kpp } }
}
