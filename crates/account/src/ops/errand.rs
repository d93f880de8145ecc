//! Letters that are asked for by nobody in particular: the request writes one job whatever it names, and the job finds
//! out whether there is anybody to write to. So neither the answer nor its time tells who exists.

use super::letters::{LetterText, Writer};
use crate::model::{ADDRESS_LETTERS_MAX, AccountRefusal, HashedPassword, LinkWork, Login, Secret, User};
use crate::store::attempts::{self, Subject};
use crate::store::{links, users};
use ::store::{Fault, Fetch, JobCx, JobOutcome, NewJob, No, Store, Tx};
use kernel::{Cx, UserId};
use post::NewLetter;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use web::{App, Language};

/// Kind of the job.
pub const WRITE: &str = "account.write-letter";

/// What to write. Version 1 of the job's payload.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "errand", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Errand {
    /// To who wants to be a user: a link that makes one, or that there is one.
    Register {
        /// Address as typed.
        login: String,
        /// What others will call the person.
        name: String,
        /// Hashed already.
        password: HashedPassword,
        /// Confirmed already.
        phone: Option<String>,
    },
    /// To who forgot a password: a link that sets another, or nothing.
    Reset {
        /// Address as typed.
        login: String,
    },
    /// To a user: a link that proves the address.
    ConfirmEmail {
        /// Whose.
        user_id: UserId,
    },
    /// To a user's new address: a link that makes it his; to the old one, that it was asked.
    ChangeEmail {
        /// Whose.
        user_id: UserId,
        /// The new address as typed.
        login: String,
    },
}

impl std::fmt::Debug for Errand {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Errand(..)")
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payload {
    language: String,
    errand: Errand,
}

/// Queues the job. Its key of distribution is a new one each time: it belongs to nobody yet.
pub async fn queue(tx: &mut Tx<'_>, cx: &Cx, errand: &Errand, language: Language) -> Result<(), Fault> {
    let payload = Payload { language: language.tag().to_owned(), errand: errand.clone() };
    let payload = serde_json::to_vec(&payload);
    let payload = payload.map_err(|error| Fault::Decode(format!("payload of {WRITE}: {error}")))?;
    tx.queue(NewJob::now(cx, cx.new_id(), WRITE, payload)).await
}

/// What the job will write in its transaction.
#[derive(Default)]
struct Prepared {
    /// The folded address that is written to, for its bound.
    folded: String,
    link: Option<(Secret, UserId, LinkWork)>,
    letters: Vec<NewLetter>,
}

/// Carries the job out: reads, writes the letters' texts, then link, letters and the end of the job at once.
pub async fn carry_out(app: App, public_url: String, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let Ok(Payload { language, errand }) = serde_json::from_slice(&payload) else {
        return Ok(JobOutcome::GiveUp("a payload that this version cannot read".to_owned()));
    };
    let writer = Writer { texts: &app.texts, language: Language::from_accept(&language) };
    let prepared = {
        let mut reader = app.store.reader().await?;
        prepare(&mut reader, &job.cx, (writer, &public_url), errand).await?
    };
    write(&app.store, job, prepared).await
}

async fn prepare(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    (writer, public_url): (Writer<'_>, &str),
    errand: Errand,
) -> Result<Prepared, Fault> {
    let desk = Desk { writer, public_url };
    match errand {
        Errand::Register { login, name, password, phone } => {
            let Ok(address) = Login::parse(&login) else { return Ok(Prepared::default()) };
            if let Some(known) = users::find_login(from, address.folded()).await? {
                return desk.registered_already(&address, &known);
            }
            let work = LinkWork::Register { login, name: name.clone(), password, phone };
            desk.linked(cx, (cx.new_id(), &address, &name), LetterText::REGISTER, work)
        }
        Errand::Reset { login } => {
            let Ok(address) = Login::parse(&login) else { return Ok(Prepared::default()) };
            let Some(known) = users::find_login(from, address.folded()).await? else { return Ok(Prepared::default()) };
            desk.linked(cx, (known.user_id, &address, &known.name), LetterText::RESET, LinkWork::Reset)
        }
        Errand::ConfirmEmail { user_id } => {
            let Some(known) = users::find(from, user_id).await? else { return Ok(Prepared::default()) };
            let Ok(address) = Login::parse(&known.login) else { return Ok(Prepared::default()) };
            desk.linked(cx, (user_id, &address, &known.name), LetterText::CONFIRM_EMAIL, LinkWork::ConfirmEmail)
        }
        Errand::ChangeEmail { user_id, login } => {
            let Some(known) = users::find(from, user_id).await? else { return Ok(Prepared::default()) };
            let Ok(address) = Login::parse(&login) else { return Ok(Prepared::default()) };
            let owner = users::find_login(from, address.folded()).await?;
            desk.change_email(cx, (&known, owner.as_ref()), &address)
        }
    }
}

/// Writes letters with links.
#[derive(Clone, Copy)]
struct Desk<'a> {
    writer: Writer<'a>,
    public_url: &'a str,
}

impl Desk<'_> {
    fn registered_already(self, address: &Login, known: &User) -> Result<Prepared, Fault> {
        let arguments = [("name", known.name.as_str()), ("link", self.public_url)];
        let to = (known.user_id, known.login.as_str());
        let letter = self.writer.letter(to, LetterText::REGISTERED_ALREADY, &arguments)?;
        Ok(Prepared { folded: address.folded().to_owned(), link: None, letters: vec![letter] })
    }

    /// A link to the new address, or to its owner that it is his; and to the old address that it was asked.
    fn change_email(self, cx: &Cx, (known, owner): (&User, Option<&User>), address: &Login) -> Result<Prepared, Fault> {
        let mut prepared = match owner.filter(|owner| owner.user_id != known.user_id) {
            Some(owner) => self.registered_already(address, owner)?,
            None => {
                let work = LinkWork::ChangeEmail { login: address.typed().to_owned() };
                self.linked(cx, (known.user_id, address, &known.name), LetterText::CHANGE_EMAIL, work)?
            }
        };
        // Who signs in by a certificate alone has no address yet.
        if Login::parse(&known.login).is_ok() {
            let arguments = [("name", known.name.as_str()), ("address", address.typed())];
            let to = (known.user_id, known.login.as_str());
            prepared.letters.push(self.writer.letter(to, LetterText::CHANGE_EMAIL_ASKED, &arguments)?);
        }
        Ok(prepared)
    }

    fn linked(
        self,
        cx: &Cx,
        (user_id, address, name): (UserId, &Login, &str),
        letter: LetterText,
        work: LinkWork,
    ) -> Result<Prepared, Fault> {
        let code = Secret::link(&cx.chance);
        let page = if work == LinkWork::Reset { "reset" } else { "confirm" };
        let link = format!("{}/{page}?code={}", self.public_url, code.reveal());
        let until = cx.now.plus(work.life()).civil_datetime_msk().strftime("%d.%m.%Y %H:%M").to_string();
        let arguments = [("name", name), ("link", link.as_str()), ("until", until.as_str())];
        let letters = vec![self.writer.letter((user_id, address.typed()), letter, &arguments)?];
        Ok(Prepared { folded: address.folded().to_owned(), link: Some((code, user_id, work)), letters })
    }
}

async fn write(store: &Store, job: JobCx, prepared: Prepared) -> Result<JobOutcome, Fault> {
    let cx = job.cx.clone();
    let written = store.write(&cx, (job, prepared), |tx, cx, (job, prepared)| {
        Box::pin(async move {
            if !prepared.letters.is_empty() && counted(tx, cx, &prepared.folded).await? {
                if let Some((code, user_id, work)) = &prepared.link {
                    links::add(tx, &code.hash(), (*user_id, work), cx.now).await?;
                }
                for letter in &prepared.letters {
                    post::queue_letter(tx, cx, letter).await?;
                }
            }
            tx.finish_job(&job.ticket).await?;
            Ok::<_, No<Infallible>>(())
        })
    });
    match written.await {
        Ok(()) => Ok(JobOutcome::Finished),
        Err(No::Fault(fault)) => Err(fault),
        Err(No::Refused(never)) => match never {},
    }
}

/// Whether one more letter to the address is within its bound.
async fn counted(tx: &mut Tx<'_>, cx: &Cx, folded: &str) -> Result<bool, Fault> {
    let subject = Subject::letters(folded);
    match attempts::lock(tx, &subject).await?.begin(cx.now, ADDRESS_LETTERS_MAX) {
        Ok(counted) => attempts::save(tx, &subject, counted).await.map(|()| true),
        Err(_) => Ok(false),
    }
}

/// A request for a letter: counted by the client's address, then queued, at one cost for all.
pub async fn ask(
    store: &Store,
    cx: &Cx,
    errand: Errand,
    (language, subject): (Language, Subject),
) -> Result<(), No<AccountRefusal>> {
    store
        .write(cx, (errand, language, subject), |tx, cx, (errand, language, subject)| {
            Box::pin(async move {
                super::register::count_within(tx, cx, subject).await?;
                Ok(queue(tx, cx, errand, *language).await?)
            })
        })
        .await
}
