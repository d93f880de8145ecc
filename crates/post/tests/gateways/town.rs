//! The outbox, its jobs and a clock moved by hand.

use kernel::{Caller, Chance, Clock as _, Cx, OrganizationId, PageRequest};
use post::{Gateways, Letter, LetterId, LetterTransport, NewLetter, NewSms, Phone, PostRefusal, SendState};
use post::{Sms, SmsTransport};
use std::sync::Arc;
use std::time::Duration;
use store::{Catalogue, Handlers, No, Runner, Store};
use testkit::{Database, HandClock, world::JobWatch};

/// Long enough for a loaded machine, short enough for a test of silence.
pub const TIMEOUT: Duration = Duration::from_secs(2);
pub const HALF_A_MINUTE: Duration = Duration::from_secs(30);

pub fn catalogue() -> Catalogue {
    Catalogue::new().with(post::MIGRATIONS, post::STATEMENTS)
}

pub struct Town {
    pub store: Store,
    pub clock: HandClock,
    pub jobs: JobWatch,
    pub romashka: OrganizationId,
    chance: Chance,
}

impl Town {
    pub async fn new(db: &Database, gateways: Gateways) -> Self {
        let store = db.open().await;
        let clock = HandClock::at_rfc3339("2026-11-28T10:00:00Z");
        let chance = Chance::from_seed([9; 32]);
        let romashka = Cx::new(Caller::System, clock.now(), chance.clone()).new_id();
        let handlers = post::handlers(Handlers::new(), store.clone(), gateways);
        let runner = Runner::new(store.clone(), handlers, Arc::new(clock.clone()), chance.clone());
        Self { romashka, jobs: JobWatch::new(store.clone(), runner, clock.clone()), chance, clock, store }
    }

    pub fn cx(&self) -> Cx {
        Cx::new(Caller::System, self.clock.now(), self.chance.clone())
    }

    pub async fn writes(&self, letter: NewLetter) {
        let cx = self.cx();
        let queued = self.store.write(&cx, letter, |tx, cx, letter| {
            Box::pin(async move { Ok::<_, No<std::convert::Infallible>>(post::queue_letter(tx, cx, letter).await?) })
        });
        queued.await.unwrap();
    }

    pub async fn texts(&self, sms: NewSms) {
        let cx = self.cx();
        let queued = self.store.write(&cx, sms, |tx, cx, sms| {
            Box::pin(async move { Ok::<_, No<std::convert::Infallible>>(post::queue_sms(tx, cx, sms).await?) })
        });
        queued.await.unwrap();
    }

    pub async fn sends_again(&self, letter_id: LetterId) -> Result<Option<Letter>, No<PostRefusal>> {
        let which = (self.romashka, letter_id);
        let cx = self.cx();
        let again = self.store.write(&cx, which, |tx, cx, (organization_id, letter_id)| {
            Box::pin(post::resend_letter(tx, cx, *organization_id, *letter_id))
        });
        again.await
    }

    pub async fn letters(&self, of: OrganizationId) -> Vec<Letter> {
        let mut reader = self.store.reader().await.unwrap();
        post::list_letters(&mut reader, of, &PageRequest::default()).await.unwrap().items
    }

    pub async fn sms(&self, of: OrganizationId) -> Vec<Sms> {
        let mut reader = self.store.reader().await.unwrap();
        post::list_sms(&mut reader, of, &PageRequest::default()).await.unwrap().items
    }

    /// Runs what is due and says where the one letter of «ООО Ромашка» stands.
    pub async fn letter_after_jobs(&self) -> Letter {
        self.jobs.run_jobs().await;
        self.letters(self.romashka).await.pop().unwrap()
    }

    /// The same of the one SMS.
    pub async fn sms_after_jobs(&self) -> Sms {
        self.jobs.run_jobs().await;
        self.sms(self.romashka).await.pop().unwrap()
    }

    /// Runs attempts until it is decided, or this many.
    pub async fn attempts(&self, most: usize, is_over: impl AsyncFn() -> bool) -> usize {
        for attempt in 1..=most {
            self.jobs.run_jobs().await;
            if is_over().await {
                return attempt;
            }
            self.clock.advance(Duration::from_secs(2 * 3600));
        }
        panic!("still not decided after {most} attempts");
    }
}

pub fn letter(of: OrganizationId) -> NewLetter {
    NewLetter::new(of, "buh@vasilek.example", "Приглашение", "Здравствуйте!\n.\nКод 123456\n".to_owned()).unwrap()
}

pub fn sms(of: OrganizationId, text: &str) -> NewSms {
    NewSms::new(of, Phone::parse("+79000000042").unwrap(), text.to_owned()).unwrap()
}

pub fn by_mail(transport: Gateways) -> Arc<dyn LetterTransport> {
    transport.letters.unwrap()
}

pub fn by_sms(transport: Gateways) -> Arc<dyn SmsTransport> {
    transport.sms.unwrap()
}

pub fn is_decided(state: SendState) -> bool {
    state != SendState::Waiting
}
