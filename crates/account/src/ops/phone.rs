//! Codes sent to phones: a number becomes a person's, and opens a sign-in.

use super::errand::{self, Errand};
use super::journal;
use super::known_person::know;
use super::open_sign_in::Proven;
use super::register::count_within;
use super::second_sign_in::{self, Begun};
use crate::model::{
    AccountRefusal, Digits, Door, JournalSubject, Login, Outcome, PHONE_CODE_LIFE, PhoneCode, PhoneCodeId,
    PhonePurpose, Way,
};
use crate::passwords::PasswordPool;
use crate::settings::Settings;
use crate::store::attempts::Subject;
use crate::store::{phones, users};
use ::store::{Fault, No, Store, Tx};
use kernel::{Cx, Refusal as _, UserId};
use post::Phone;
use std::fmt;
use std::net::IpAddr;
use web::Language;

/// Who asks for a code, to which phone.
struct Asked {
    code_id: PhoneCodeId,
    code: PhoneCode,
    counted: Subject,
    language: Language,
}

fn asked(cx: &Cx, (purpose, user_id): (PhonePurpose, Option<UserId>), phone: &Phone, counted: Subject) -> Asked {
    let code = PhoneCode {
        purpose,
        user_id,
        phone: phone.as_str().to_owned(),
        // Of no code, until one is sent: nobody knows what would be right.
        code_hash: cx.chance.octets(),
        expires_at: cx.now.plus(PHONE_CODE_LIFE),
    };
    Asked { code_id: cx.new_id(), code, counted, language: Language::default() }
}

async fn ask(tx: &mut Tx<'_>, cx: &Cx, asked: &Asked) -> Result<PhoneCodeId, No<AccountRefusal>> {
    count_within(tx, cx, &asked.counted).await?;
    let mut code = asked.code.clone();
    if code.purpose == PhonePurpose::SignIn {
        code.user_id = phones::owner(tx, &code.phone).await?;
    }
    phones::add_code(tx, asked.code_id, &code).await?;
    // Who registers is nobody yet.
    let is_known = code.user_id.is_some() || code.purpose == PhonePurpose::Register;
    let errand = Errand::PhoneCode { code_id: asked.code_id, phone: code.phone, is_known };
    errand::queue(tx, cx, &errand, asked.language).await?;
    Ok(asked.code_id)
}

/// Asks for a code that opens a sign-in. Whether the phone is anybody's is not told: the answer and its time are the same.
/// Refuses what is no number, and more than 100 requests from an address in 15 minutes.
pub async fn ask_sign_in(
    store: &Store,
    cx: &Cx,
    phone: &str,
    from: (Language, IpAddr),
) -> Result<PhoneCodeId, No<AccountRefusal>> {
    ask_as_nobody(store, cx, (PhonePurpose::SignIn, phone), from).await
}

/// Asks for a code that proves the number of who registers. Refuses as [`ask_sign_in`] does.
pub async fn ask_register(
    store: &Store,
    cx: &Cx,
    phone: &str,
    from: (Language, IpAddr),
) -> Result<PhoneCodeId, No<AccountRefusal>> {
    ask_as_nobody(store, cx, (PhonePurpose::Register, phone), from).await
}

async fn ask_as_nobody(
    store: &Store,
    cx: &Cx,
    (purpose, phone): (PhonePurpose, &str),
    (language, address): (Language, IpAddr),
) -> Result<PhoneCodeId, No<AccountRefusal>> {
    let phone = Phone::parse(phone).map_err(AccountRefusal::Post)?;
    let asked = asked(cx, (purpose, None), &phone, Subject::registrations(address));
    let asked = Asked { language, ..asked };
    store.write(cx, asked, |tx, cx, asked| Box::pin(ask(tx, cx, asked))).await
}

/// Asks for a code that makes a number the caller's; the present password is shown again.
pub async fn ask_set(
    (store, passwords): (&Store, &PasswordPool),
    cx: &Cx,
    (phone, password): (&str, String),
    language: Language,
) -> Result<PhoneCodeId, No<AccountRefusal>> {
    let phone = Phone::parse(phone).map_err(AccountRefusal::Post)?;
    let user_id = know(store, passwords, cx, password).await?.user.user_id;
    let asked = asked(cx, (PhonePurpose::Set, Some(user_id)), &phone, Subject::errands(user_id));
    let asked = Asked { language, ..asked };
    store.write(cx, asked, |tx, cx, asked| Box::pin(ask(tx, cx, asked))).await
}

/// Sends a code that makes the second step of the person's sign-in.
pub(super) async fn ask_second(
    store: &Store,
    cx: &Cx,
    (user_id, phone): (UserId, &str),
    language: Language,
) -> Result<PhoneCodeId, No<AccountRefusal>> {
    let phone = Phone::parse(phone).map_err(AccountRefusal::Post)?;
    let asked = asked(cx, (PhonePurpose::Second, Some(user_id)), &phone, Subject::errands(user_id));
    let asked = Asked { language, ..asked };
    store.write(cx, asked, |tx, cx, asked| Box::pin(ask(tx, cx, asked))).await
}

/// Whether it is the code that was sent for the person's second step; a right one is used up.
pub(super) async fn is_second(
    tx: &mut Tx<'_>,
    cx: &Cx,
    user_id: UserId,
    (code_id, code_hash): (PhoneCodeId, &[u8; 32]),
) -> Result<bool, Fault> {
    let found = phones::try_code(tx, code_id, cx.now).await?;
    let is_right = found.is_some_and(|code| {
        code.purpose == PhonePurpose::Second && code.user_id == Some(user_id) && is_same(&code.code_hash, code_hash)
    });
    if is_right {
        phones::end_code(tx, code_id).await?;
    }
    Ok(is_right)
}

/// A code as typed.
#[derive(Clone)]
pub struct TypedCode {
    /// Which.
    pub code_id: PhoneCodeId,
    /// Six digits.
    pub digits: String,
    /// Through which door.
    pub door: Door,
}

impl fmt::Debug for TypedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TypedCode").field("door", &self.door).finish_non_exhaustive()
    }
}

struct Typed {
    code_id: PhoneCodeId,
    code_hash: [u8; 32],
    door: Door,
}

fn typed(settings: &Settings, shown: TypedCode) -> Typed {
    let code_hash = Digits::typed(&shown.digits).hash(&settings.vault, shown.code_id);
    Typed { code_id: shown.code_id, code_hash, door: shown.door }
}

/// Signs a person in by a code. Refuses a wrong one; after five, and when it has expired, every one.
pub async fn sign_in(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    shown: TypedCode,
) -> Result<Begun, No<AccountRefusal>> {
    let typed = typed(settings, shown);
    let begun: Result<Begun, AccountRefusal> =
        store.write(cx, typed, |tx, cx, typed| Box::pin(open(tx, cx, typed))).await?;
    Ok(begun?)
}

/// A wrong code is no refusal of the transaction, for what was counted must stay.
async fn open(tx: &mut Tx<'_>, cx: &Cx, typed: &Typed) -> Result<Result<Begun, AccountRefusal>, No<AccountRefusal>> {
    let found = phones::try_code(tx, typed.code_id, cx.now).await?;
    let code = found.filter(|code| code.purpose == PhonePurpose::SignIn).ok_or(AccountRefusal::ChallengeOver)?;
    let (true, Some(user_id)) = (is_same(&code.code_hash, &typed.code_hash), code.user_id) else {
        let subject = code.user_id.map_or_else(|| JournalSubject::nobody(&code.phone), JournalSubject::person);
        let outcome = Outcome::Refused(AccountRefusal::WrongCode.code().to_owned());
        journal::note(tx, cx, subject, (&typed.door, Way::Phone), outcome).await?;
        return Ok(Err(AccountRefusal::WrongCode));
    };
    phones::end_code(tx, typed.code_id).await?;
    // The number may have become somebody else's since the code was sent.
    if phones::owner(tx, &code.phone).await? != Some(user_id) {
        return Err(AccountRefusal::ChallengeOver.into());
    }
    let proven = Proven { user_id, way: Way::Phone, door: typed.door.clone(), client: None };
    match second_sign_in::begin(tx, cx, &proven).await {
        Ok(begun) => Ok(Ok(begun)),
        // A rule is looked at before anything is written: the code stays used up.
        Err(No::Refused(refusal @ (AccountRefusal::WayClosed(_) | AccountRefusal::SecondDemanded(_)))) => {
            let outcome = Outcome::Refused(refusal.code().to_owned());
            journal::note(tx, cx, JournalSubject::person(user_id), (&typed.door, Way::Phone), outcome).await?;
            Ok(Err(refusal))
        }
        Err(no) => Err(no),
    }
}

/// The code of who registers, as typed.
#[derive(Clone)]
pub struct PhoneProof {
    /// Which.
    pub code_id: PhoneCodeId,
    /// Six digits.
    pub digits: String,
    /// The number is taken, be it another account's.
    pub takes_over: bool,
}

impl fmt::Debug for PhoneProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PhoneProof").finish_non_exhaustive()
    }
}

/// The number that a code of who registers was sent to; the code is used up. Refuses a wrong one; after five, and when
/// it has expired, every one; and a number that is another account's, unless it is taken over.
pub async fn prove(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    proof: &PhoneProof,
) -> Result<Phone, No<AccountRefusal>> {
    proven(store, settings, cx, (proof, None)).await
}

/// The same for who will be made by a letter to this login: the code stays good until it expires, since a form that is sent twice
/// asks for the same letter twice, and the number may be that login's already.
pub(super) async fn prove_for_letter(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    (proof, login): (&PhoneProof, &Login),
) -> Result<Phone, No<AccountRefusal>> {
    proven(store, settings, cx, (proof, Some(login.folded().to_owned()))).await
}

async fn proven(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    (proof, folded_login): (&PhoneProof, Option<String>),
) -> Result<Phone, No<AccountRefusal>> {
    let code_hash = Digits::typed(&proof.digits).hash(&settings.vault, proof.code_id);
    let shown = ShownProof { code_id: proof.code_id, code_hash, takes_over: proof.takes_over, folded_login };
    let proven: Result<String, AccountRefusal> =
        store.write(cx, shown, |tx, cx, shown| Box::pin(prove_within(tx, cx, shown))).await?;
    Ok(Phone::parse(&proven?).map_err(AccountRefusal::Post)?)
}

struct ShownProof {
    code_id: PhoneCodeId,
    code_hash: [u8; 32],
    takes_over: bool,
    /// Of who is made by a letter.
    folded_login: Option<String>,
}

async fn prove_within(
    tx: &mut Tx<'_>,
    cx: &Cx,
    shown: &ShownProof,
) -> Result<Result<String, AccountRefusal>, No<AccountRefusal>> {
    let found = phones::try_code(tx, shown.code_id, cx.now).await?;
    let code = found.filter(|code| code.purpose == PhonePurpose::Register).ok_or(AccountRefusal::ChallengeOver)?;
    if !is_same(&code.code_hash, &shown.code_hash) {
        return Ok(Err(AccountRefusal::WrongCode));
    }
    let same = match &shown.folded_login {
        Some(folded) => users::find_login(tx, folded).await?.map(|user| user.user_id),
        None => None,
    };
    if !shown.takes_over && phones::owner(tx, &code.phone).await?.is_some_and(|owner| Some(owner) != same) {
        return Ok(Err(AccountRefusal::PhoneOfAnother));
    }
    if shown.folded_login.is_none() {
        phones::end_code(tx, shown.code_id).await?;
    }
    Ok(Ok(code.phone))
}

/// Makes the number the caller's. Refuses one that is another account's, unless it is taken over: who reads its messages has
/// shown it, and may not know that somebody else signs in by it.
pub async fn set(
    store: &Store,
    settings: &Settings,
    cx: &Cx,
    (shown, takes_over): (TypedCode, bool),
) -> Result<(), No<AccountRefusal>> {
    let typed = (typed(settings, shown), takes_over);
    let done: Result<(), AccountRefusal> =
        store.write(cx, typed, |tx, cx, (typed, takes_over)| Box::pin(set_within(tx, cx, typed, *takes_over))).await?;
    Ok(done?)
}

async fn set_within(
    tx: &mut Tx<'_>,
    cx: &Cx,
    typed: &Typed,
    takes_over: bool,
) -> Result<Result<(), AccountRefusal>, No<AccountRefusal>> {
    let user_id = cx.caller.user_id().ok_or(AccountRefusal::SignInNeeded)?;
    let found = phones::try_code(tx, typed.code_id, cx.now).await?;
    let is_mine = |code: &PhoneCode| code.purpose == PhonePurpose::Set && code.user_id == Some(user_id);
    let code = found.filter(is_mine).ok_or(AccountRefusal::ChallengeOver)?;
    if !is_same(&code.code_hash, &typed.code_hash) {
        return Ok(Err(AccountRefusal::WrongCode));
    }
    if !takes_over && phones::owner(tx, &code.phone).await?.is_some_and(|owner| owner != user_id) {
        return Ok(Err(AccountRefusal::PhoneOfAnother));
    }
    phones::end_code(tx, typed.code_id).await?;
    phones::set(tx, user_id, &code.phone, cx.now).await?;
    Ok(Ok(()))
}

/// In one time for all.
fn is_same(stored: &[u8; 32], typed: &[u8; 32]) -> bool {
    blake3::Hash::from(*stored) == blake3::Hash::from(*typed)
}
