//! A person shows login and password and gets a token. Every surface's password sign-in comes through here.

use super::journal;
use super::open_sign_in::{Client, Proven};
use super::second_sign_in::{self, Begun};
use crate::model::{
    ADDRESS_FAILURES_MAX, AccountRefusal, Attempts, Door, JournalSubject, LOGIN_FAILURES_MAX, LockedUntil, Login,
    Password, SecretHash, SignIn, Token, Way,
};
use crate::passwords::PasswordPool;
use crate::store::attempts::{self, Subject};
use crate::store::{integrator_keys, users};
use ::store::{Fault, Fetch, No, Store, Tx};
use kernel::Cx;
use std::fmt;

/// What a client shows.
#[derive(Clone)]
pub struct PasswordSignIn {
    /// As typed; what is no e-mail address is simply wrong.
    pub login: String,
    /// As typed.
    pub password: String,
    /// Through which door.
    pub door: Door,
    /// The program that signs a person in, if it shows its key.
    pub client: Option<ClientProof>,
}

/// The integrator's program.
#[derive(Clone)]
pub struct ClientProof {
    /// Its public name.
    pub client_id: String,
    /// Its secret. Surfaces whose protocol has none (Diadoc's `ddauth_api_client_id`) leave it out.
    pub secret: Option<String>,
}

impl fmt::Debug for PasswordSignIn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PasswordSignIn").field("door", &self.door).finish_non_exhaustive()
    }
}

impl fmt::Debug for ClientProof {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ClientProof(..)")
    }
}

/// A new sign-in and its token, which is shown this once.
#[derive(Debug, Clone)]
pub struct OpenedSignIn {
    /// What the token stands for.
    pub sign_in: SignIn,
    /// The bearer token.
    pub token: Token,
}

#[derive(Clone)]
struct Subjects {
    login: Subject,
    address: Subject,
}

/// Signs a person in at a door that has no place for a second factor. Refuses as [`begin_with_password`] does, and who has
/// a second factor.
pub async fn with_password(
    store: &Store,
    passwords: &PasswordPool,
    cx: &Cx,
    shown: PasswordSignIn,
) -> Result<OpenedSignIn, No<AccountRefusal>> {
    Ok(begin_with_password(store, passwords, cx, shown).await?.opened()?)
}

/// Signs a person in, or lets the sign-in wait for the second factor.
///
/// Refuses a wrong login or password with one answer and in one time; more than 10 attempts for a login or 100 from
/// an address in 15 minutes, existing or not; a wrong integrator key; a full pool of passwords.
pub async fn begin_with_password(
    store: &Store,
    passwords: &PasswordPool,
    cx: &Cx,
    shown: PasswordSignIn,
) -> Result<Begun, No<AccountRefusal>> {
    let folded =
        Login::parse(&shown.login).map_or_else(|_| shown.login.trim().to_lowercase(), |l| l.folded().to_owned());
    let subjects = Subjects { login: Subject::login(&folded), address: Subject::address(shown.door.address) };
    let password = Password::typed(shown.password)?;
    let client = check_client(store, shown.client).await?;
    let place = passwords.enter()?;
    store.write(cx, subjects.clone(), |tx, cx, subjects| Box::pin(begin(tx, cx, subjects))).await?;
    let known = {
        let mut reader = store.reader().await?;
        users::find_by_login(&mut reader, &folded).await?
    };
    let (user_id, stored) = known.unzip();
    let is_right = place.verify(password, stored).await?;
    let (true, Some(user_id)) = (is_right, user_id) else {
        let subject = user_id.map_or_else(|| JournalSubject::nobody(&folded), JournalSubject::person);
        let at = (shown.door, Way::Password);
        return Err(journal::refuse(store, cx, subject, at, AccountRefusal::WrongPassword).await);
    };
    let at = (shown.door.clone(), Way::Password);
    let right = Right { proven: Proven { user_id, way: Way::Password, door: shown.door, client }, subjects };
    let begun = store.write(cx, right, |tx, cx, right| Box::pin(open(tx, cx, right))).await;
    journal::with_closed(store, cx, (user_id, at), begun).await
}

pub(crate) async fn check_client(
    store: &Store,
    shown: Option<ClientProof>,
) -> Result<Option<Client>, No<AccountRefusal>> {
    let Some(shown) = shown else { return Ok(None) };
    let mut reader = store.reader().await?;
    prove_client(&mut reader, &shown.client_id, shown.secret.as_deref()).await.map(Some)
}

/// The program of an open key, its secret looked at where it is shown.
pub(crate) async fn prove_client(
    from: &mut (impl Fetch + ?Sized),
    client_id: &str,
    secret: Option<&str>,
) -> Result<Client, No<AccountRefusal>> {
    let found = integrator_keys::find_client(from, client_id).await?;
    let Some((integrator_key_id, secret_hash)) = found else { return Err(AccountRefusal::IntegratorRefused.into()) };
    if secret.is_some_and(|secret| !SecretHash::of(secret).is(&secret_hash)) {
        return Err(AccountRefusal::IntegratorRefused.into());
    }
    Ok(Client { client_id: client_id.to_owned(), integrator_key_id })
}

async fn begin(tx: &mut Tx<'_>, cx: &Cx, subjects: &Subjects) -> Result<(), No<AccountRefusal>> {
    count(tx, cx, &subjects.login, LOGIN_FAILURES_MAX).await?;
    count(tx, cx, &subjects.address, ADDRESS_FAILURES_MAX).await
}

/// One more attempt; refuses when the window's are used up.
pub(crate) async fn count(tx: &mut Tx<'_>, cx: &Cx, subject: &Subject, max: i64) -> Result<(), No<AccountRefusal>> {
    let attempts = attempts::lock(tx, subject).await?;
    let counted = attempts.begin(cx.now, max).map_err(|LockedUntil(until)| AccountRefusal::LockedOut {
        wait_seconds: until.since(cx.now).as_secs().max(1),
    })?;
    Ok(attempts::save(tx, subject, counted).await?)
}

struct Right {
    proven: Proven,
    subjects: Subjects,
}

async fn open(tx: &mut Tx<'_>, cx: &Cx, right: &Right) -> Result<Begun, No<AccountRefusal>> {
    forgive(tx, &right.subjects).await?;
    second_sign_in::begin(tx, cx, &right.proven).await
}

/// The right password clears the login's attempts; of the address only this one, since others sit behind it too.
async fn forgive(tx: &mut Tx<'_>, subjects: &Subjects) -> Result<(), Fault> {
    clear(tx, &subjects.login).await?;
    let address = attempts::lock(tx, &subjects.address).await?;
    attempts::save(tx, &subjects.address, address.forgive()).await
}

/// The attempts so far count no more.
pub(crate) async fn clear(tx: &mut Tx<'_>, subject: &Subject) -> Result<(), Fault> {
    let counted = attempts::lock(tx, subject).await?;
    attempts::save(tx, subject, Attempts { count: 0, ..counted }).await
}

/// One more attempt at the password of a login, by a person who is signed in.
pub(crate) async fn begin_for_login(store: &Store, cx: &Cx, folded: &str) -> Result<(), No<AccountRefusal>> {
    let subject = Subject::login(folded);
    let counted = store.write(cx, subject, |tx, cx, subject| {
        Box::pin(async move { count(tx, cx, subject, LOGIN_FAILURES_MAX).await })
    });
    counted.await
}

/// The right password clears the login's attempts.
pub(crate) async fn forgive_login(store: &Store, cx: &Cx, folded: &str) -> Result<(), No<AccountRefusal>> {
    let subject = Subject::login(folded);
    store.write(cx, subject, |tx, _, subject| Box::pin(async move { Ok(clear(tx, subject).await?) })).await
}
