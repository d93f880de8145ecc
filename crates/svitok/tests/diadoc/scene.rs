//! Who is in the town when a conversation begins, and the words by which conversations name them.

use crate::town::{Citizen, NOW, Town};
use crate::world::{FOREIGN_CLIENT, Program};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use formats::utd::UtdFunction;
use kernel::Clock as _;
use std::collections::BTreeMap;
use svitok::config::Place;
use svitok::story::cast::Role;
use svitok::story::title::{Sides, seller_title};

/// The paper of the conversations.
pub const PAPER: &[u8] = "Договор поставки № 3".as_bytes();

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
        words
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
