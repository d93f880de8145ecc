//! The story: a seller sends a УПД, the buyer acknowledges and countersigns, the operator confirms each step unasked.

use crate::client::Client;
use crate::story::cast::Role;
use crate::story::title::{Sides, seller_title};
use crate::story::{Credentials, Held, Person, Posted, StoryFault, equip, outcome_is, settle, sign_up};
use formats::utd::{Identity, Party, SellerTitle, UtdFunction};
use kernel::Caller;
use serde::Serialize;
use serde_json::{Value, json};
use std::time::Duration;
use web::App;

/// The running program as the story sees it.
pub struct Hall {
    /// For the clock and chance, and to register a ready title's participants under their own identifiers.
    pub app: App,
    /// The API as nobody yet.
    pub client: Client,
}

/// What was done in a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepName {
    /// Organizations, boxes, keys and certificates.
    Settled,
    /// The boxes became counteragents.
    Linked,
    /// The seller's title was signed, checked, posted and is durable.
    Posted,
    /// It is in the buyer's box.
    Delivered,
    /// The receipt notification was signed and posted.
    Receipted,
    /// The buyer's title was signed and posted.
    Answered,
    /// Both sides see the docflow finished.
    Finished,
    /// Every content and signature was downloaded.
    Downloaded,
}

impl StepName {
    /// Key of its text.
    pub fn text_key(self) -> &'static str {
        match self {
            Self::Settled => "svitok-demo-step-settled",
            Self::Linked => "svitok-demo-step-linked",
            Self::Posted => "svitok-demo-step-posted",
            Self::Delivered => "svitok-demo-step-delivered",
            Self::Receipted => "svitok-demo-step-receipted",
            Self::Answered => "svitok-demo-step-answered",
            Self::Finished => "svitok-demo-step-finished",
            Self::Downloaded => "svitok-demo-step-downloaded",
        }
    }
}

/// A step of the story and how long it took.
pub struct Step {
    /// What was done.
    pub name: StepName,
    /// How long.
    pub took: Duration,
}

/// What the story left.
pub struct Told {
    /// Its steps.
    pub steps: Vec<Step>,
    /// Every file of both copies with its signature, each once.
    pub held: Vec<Held>,
    /// From the post to the document in the recipient's box.
    pub delivered: Duration,
    /// From the post to the finished docflow on both sides.
    pub finished: Duration,
    /// The document as the seller sees it in the end.
    pub document: Value,
}

struct Watch {
    begun: std::time::Instant,
    steps: Vec<Step>,
}

impl Watch {
    fn start() -> Self {
        Self { begun: machine_now(), steps: Vec::new() }
    }

    fn step(&mut self, name: StepName) {
        self.steps.push(Step { name, took: self.begun.elapsed() });
        self.begun = machine_now();
    }
}

#[expect(clippy::disallowed_methods, reason = "how long steps took is a measurement, not business time")]
fn machine_now() -> std::time::Instant {
    std::time::Instant::now()
}

/// Tells it: with a title of the town, or with a ready one, whose own participants get boxes.
pub async fn tell(hall: &Hall, ready: Option<Vec<u8>>) -> Result<Told, StoryFault> {
    let mut watch = Watch::start();
    let (seller, buyer, title) = match ready {
        Some(octets) => participants_of(hall, octets).await?,
        None => townspeople(hall).await?,
    };
    watch.step(StepName::Settled);
    seller.befriend(&buyer).await?;
    watch.step(StepName::Linked);
    let signature = seller.sign(&title, hall.app.clock.now())?;
    let posted_at = machine_now();
    let posted = seller.send_title(&buyer, &title, &signature, "demo-title").await?;
    watch.step(StepName::Posted);
    buyer.wait(&posted, "delivery", |_| true).await?;
    let delivered = posted_at.elapsed();
    watch.step(StepName::Delivered);
    let document = finish(hall, (&seller, &buyer), &posted, &mut watch).await?;
    let finished = posted_at.elapsed();
    let held = both_copies(&seller, &buyer, &posted).await?;
    watch.step(StepName::Downloaded);
    Ok(Told { steps: watch.steps, held, delivered, finished, document })
}

/// The buyer acknowledges and, unless it is an invoice alone, countersigns; both sides see the flow finished.
async fn finish(
    hall: &Hall,
    sides: (&Person, &Person),
    posted: &Posted,
    watch: &mut Watch,
) -> Result<Value, StoryFault> {
    let (seller, buyer) = sides;
    let now = || hall.app.clock.now();
    let signer = buyer.as_signer();
    let document = buyer.document(posted).await?;
    if is_due(&document, "/state/receipt/state") {
        buyer.answer(posted, json!({ "kind": "receipt", "signer": signer }), now()).await?;
        watch.step(StepName::Receipted);
    }
    if is_due(&document, "/state/answer/state") {
        let draft = json!({ "kind": "answer_title", "signer": signer, "text": "Товары приняты без расхождений" });
        buyer.answer(posted, draft, now()).await?;
        watch.step(StepName::Answered);
    }
    let whole = |document: &Value| {
        let unconfirmed = document.pointer("/state/unconfirmed").and_then(Value::as_array);
        outcome_is(document, "finished") && unconfirmed.is_some_and(Vec::is_empty)
    };
    buyer.wait(posted, "the end of the docflow at the buyer", whole).await?;
    let document = seller.wait(posted, "the end of the docflow at the seller", whole).await?;
    watch.step(StepName::Finished);
    Ok(document)
}

fn is_due(document: &Value, place: &str) -> bool {
    document.pointer(place).and_then(Value::as_str) == Some("waiting")
}

/// Both copies together: the operator's confirmations differ by side, the rest is the same and is taken once.
async fn both_copies(seller: &Person, buyer: &Person, posted: &Posted) -> Result<Vec<Held>, StoryFault> {
    let mut held = seller.held(posted).await?;
    for other in buyer.held(posted).await? {
        match held.iter().find(|one| one.name == other.name) {
            Some(one) if *one == other => {}
            Some(one) => return Err(StoryFault::Missing(format!("{} differs between the boxes", one.name))),
            None => held.push(other),
        }
    }
    Ok(held)
}

async fn townspeople(hall: &Hall) -> Result<(Person, Person, Vec<u8>), StoryFault> {
    let chance = &hall.app.chance;
    let mut people = Vec::new();
    for role in [Role::romashka(), Role::vasilek()] {
        let credentials = Credentials::drawn(&role, chance);
        people.push(settle(&hall.client, &role, &credentials, chance).await?);
    }
    let [seller, buyer]: [Person; 2] = people.try_into().map_err(|_| StoryFault::Missing("two people".to_owned()))?;
    let now = hall.app.clock.now();
    let unique: kernel::RequestId = hall.app.cx(Caller::System).new_id();
    let sides = Sides { seller: (&seller.role, &seller.participant_id), buyer: (&buyer.role, &buyer.participant_id) };
    let title = seller_title(sides, UtdFunction::SchfDop, &unique.to_string(), now)?;
    Ok((seller, buyer, title))
}

/// People for the participants named in a ready title, with the participant identifiers it names. The store is thrown
/// away afterwards, so an identifier under another operator's code claims nothing.
async fn participants_of(hall: &Hall, octets: Vec<u8>) -> Result<(Person, Person, Vec<u8>), StoryFault> {
    let title = SellerTitle::read(&octets)?;
    let (recipient, sender) = title.participants()?;
    let first = |parties: &[Party], who: &str| {
        parties.first().cloned().ok_or_else(|| StoryFault::Missing(format!("the title names no {who}")))
    };
    let fields = title.fields();
    let (seller, buyer) = (first(&fields.sellers, "seller")?, first(&fields.buyers, "buyer")?);
    let seller = participant(hall, ("seller", &seller), &sender).await?;
    let buyer = participant(hall, ("buyer", &buyer), &recipient).await?;
    Ok((seller, buyer, octets))
}

async fn participant(hall: &Hall, (word, party): (&str, &Party), id: &str) -> Result<Person, StoryFault> {
    let role = role_of(word, party)?;
    let chance = &hall.app.chance;
    let client = sign_up(&hall.client, &role, &Credentials::drawn(&role, chance)).await?;
    let founded = super::adopt::found_as(&hall.app, &client, &role, id).await?;
    equip(client, &role, &founded, chance).await
}

fn role_of(word: &str, party: &Party) -> Result<Role, StoryFault> {
    let (name, director) = match &party.identity {
        Identity::Organization { name, .. } => (name.clone(), Role::romashka().director),
        Identity::Entrepreneur { name, .. } | Identity::Person { name: Some(name), .. } => {
            let person = [name.surname.clone(), name.given_name.clone(), name.patronymic.clone().unwrap_or_default()];
            (person.join(" "), person)
        }
        Identity::Person { name: None, .. } | Identity::Foreign { .. } => {
            return Err(StoryFault::Missing(format!("the {word} of the title has no ИНН: a box needs one")));
        }
    };
    let inn = party.inn().ok_or_else(|| StoryFault::Missing(format!("the {word} of the title has no ИНН")))?;
    Ok(Role {
        word: word.to_owned(),
        name,
        inn: inn.to_owned(),
        kpp: party.kpp().map(str::to_owned),
        ogrn: None,
        director,
        is_test: false,
    })
}
