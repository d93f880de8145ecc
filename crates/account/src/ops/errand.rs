//! Letters that are asked for by nobody in particular: the request writes one job whatever it names, and the job finds
//! out whether there is anybody to write to. So neither the answer nor its time tells who exists.

use super::letters::{LetterText, Writer};
use crate::model::{
    ADDRESS_LETTERS_MAX, AccountRefusal, Digits, HashedPassword, LinkWork, Login, PHONE_CODE_LIFE, PHONE_CODES_MAX,
    PhoneCodeId, Secret, User,
};
use crate::settings::Settings;
use crate::store::attempts::{self, Subject};
use crate::store::{links, phones, users};
use ::store::{Fault, Fetch, JobCx, JobOutcome, NewJob, No, Store, Tx};
use kernel::{Cx, UserId};
use post::{NewLetter, NewSms, Phone};
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use std::sync::Arc;
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
        /// Proven already.
        #[serde(default, skip_serializing_if = "Option::is_none")]
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
    /// To a phone: a code, where there is anybody to send one to.
    PhoneCode {
        /// Its row.
        code_id: PhoneCodeId,
        /// Where to.
        phone: String,
        /// Whether the phone is anybody's, or is being made somebody's.
        is_known: bool,
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
    /// The folded address, or the phone, that is written to, for its bound.
    folded: String,
    link: Option<(Secret, UserId, LinkWork)>,
    letters: Vec<NewLetter>,
    sms: Option<(PhoneCodeId, [u8; 32], NewSms)>,
}

impl Prepared {
    fn letter(folded: &str, link: Option<(Secret, UserId, LinkWork)>, letter: NewLetter) -> Self {
        Self { folded: folded.to_owned(), link, letters: vec![letter], sms: None }
    }
}

/// Carries the job out: reads, writes the letters' texts, then link, letters and the end of the job at once.
pub async fn carry_out(app: App, settings: Arc<Settings>, job: JobCx, payload: Vec<u8>) -> Result<JobOutcome, Fault> {
    let Ok(Payload { language, errand }) = serde_json::from_slice(&payload) else {
        return Ok(JobOutcome::GiveUp("a payload that this version cannot read".to_owned()));
    };
    let writer = Writer { texts: &app.texts, language: Language::from_accept(&language) };
    let prepared = {
        let mut reader = app.store.reader().await?;
        prepare(&mut reader, &job.cx, Desk { writer, settings: &settings }, errand).await?
    };
    write(&app.store, job, prepared).await
}

async fn prepare(from: &mut (impl Fetch + ?Sized), cx: &Cx, desk: Desk<'_>, errand: Errand) -> Result<Prepared, Fault> {
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
        Errand::PhoneCode { code_id, phone, is_known } => {
            if is_known {
                desk.phone_code(cx, code_id, &phone)
            } else {
                Ok(Prepared::default())
            }
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
    settings: &'a Settings,
}

impl Desk<'_> {
    fn registered_already(self, address: &Login, known: &User) -> Result<Prepared, Fault> {
        let arguments = [("name", known.name.as_str()), ("link", self.settings.public_url.as_str())];
        let letter = self.writer.letter(&known.login, LetterText::REGISTERED_ALREADY, &arguments)?;
        Ok(Prepared::letter(address.folded(), None, letter))
    }

    fn phone_code(self, cx: &Cx, code_id: PhoneCodeId, phone: &str) -> Result<Prepared, Fault> {
        let broken = |why: post::PostRefusal| Fault::Decode(format!("an SMS of account: {why}"));
        let digits = Digits::draw(&cx.chance);
        let arguments = [("code", digits.reveal()), ("host", self.settings.host())];
        let text = self.writer.texts.text(self.writer.language, "account-sms-code", &arguments);
        let text = text.ok_or_else(|| Fault::Settings("the text account-sms-code is missing".to_owned()))?;
        let sms = NewSms::of_installation(Phone::parse(phone).map_err(broken)?, text).map_err(broken)?;
        let sms = sms.useful_until(cx.now.plus(PHONE_CODE_LIFE));
        let hash = digits.hash(&self.settings.vault, code_id);
        Ok(Prepared { folded: phone.to_owned(), sms: Some((code_id, hash, sms)), ..Prepared::default() })
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
            prepared.letters.push(self.writer.letter(&known.login, LetterText::CHANGE_EMAIL_ASKED, &arguments)?);
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
        let link = format!("{}/{page}?code={}", self.settings.public_url, code.reveal());
        let expires_at = cx.now.plus(work.life());
        let until = expires_at.civil_datetime_msk().strftime("%d.%m.%Y %H:%M").to_string();
        let arguments = [("name", name), ("link", link.as_str()), ("until", until.as_str())];
        let letter = self.writer.letter(address.typed(), letter, &arguments)?.useful_until(expires_at);
        Ok(Prepared::letter(address.folded(), Some((code, user_id, work)), letter))
    }
}

async fn write(store: &Store, job: JobCx, prepared: Prepared) -> Result<JobOutcome, Fault> {
    let cx = job.cx.clone();
    let written = store.write(&cx, (job, prepared), |tx, cx, (job, prepared)| {
        Box::pin(async move {
            if let Some((code_id, hash, sms)) = &prepared.sms
                && counted(tx, cx, &prepared.folded, PHONE_CODES_MAX).await?
            {
                phones::set_code(tx, *code_id, hash).await?;
                post::queue_sms(tx, cx, sms).await?;
            }
            if !prepared.letters.is_empty() && counted(tx, cx, &prepared.folded, ADDRESS_LETTERS_MAX).await? {
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

/// Whether one more to the address or phone is within its bound.
async fn counted(tx: &mut Tx<'_>, cx: &Cx, folded: &str, max: i64) -> Result<bool, Fault> {
    let subject = Subject::letters(folded);
    match attempts::lock(tx, &subject).await?.begin(cx.now, max) {
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
