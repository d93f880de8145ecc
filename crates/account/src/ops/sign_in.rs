//! A person shows login and password and gets a token. Every surface's password sign-in comes through here.

use crate::model::{
    ADDRESS_FAILURES_MAX, AccountRefusal, LOGIN_FAILURES_MAX, LockedUntil, Login, Password, Secret, SecretHash, SignIn,
    SignInKind, Token,
};
use crate::passwords::PasswordPool;
use crate::store::attempts::{self, Subject};
use crate::store::{integrator_keys, sign_ins, users};
use ::store::{Fault, No, Store, Tx};
use kernel::{Cx, IntegratorKeyId, UserId};
use std::fmt;
use std::net::IpAddr;

/// What a client shows.
#[derive(Clone)]
pub struct PasswordSignIn {
    /// As typed; what is no e-mail address is simply wrong.
    pub login: String,
    /// As typed.
    pub password: String,
    /// Through which door.
    pub kind: SignInKind,
    /// Where the client is.
    pub address: IpAddr,
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
        f.debug_struct("PasswordSignIn").field("kind", &self.kind).finish_non_exhaustive()
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

/// Signs a person in.
///
/// Refuses a wrong login or password with one answer and in one time; more than 10 attempts for a login or 100 from
/// an address in 15 minutes, existing or not; a wrong integrator key; a full pool of passwords.
pub async fn with_password(
    store: &Store,
    passwords: &PasswordPool,
    cx: &Cx,
    shown: PasswordSignIn,
) -> Result<OpenedSignIn, No<AccountRefusal>> {
    let folded =
        Login::parse(&shown.login).map_or_else(|_| shown.login.trim().to_lowercase(), |l| l.folded().to_owned());
    let subjects = Subjects { login: Subject::login(&folded), address: Subject::address(shown.address) };
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
    let (true, Some(user_id)) = (is_right, user_id) else { return Err(AccountRefusal::WrongPassword.into()) };
    let right = Right { user_id, kind: shown.kind, client, subjects };
    store.write(cx, right, |tx, cx, right| Box::pin(open(tx, cx, right))).await
}

async fn check_client(store: &Store, shown: Option<ClientProof>) -> Result<Option<Client>, No<AccountRefusal>> {
    let Some(shown) = shown else { return Ok(None) };
    let mut reader = store.reader().await?;
    let found = integrator_keys::find_client(&mut reader, &shown.client_id).await?;
    let Some((integrator_key_id, secret_hash)) = found else { return Err(AccountRefusal::IntegratorRefused.into()) };
    if shown.secret.is_some_and(|secret| !SecretHash::of(&secret).is(&secret_hash)) {
        return Err(AccountRefusal::IntegratorRefused.into());
    }
    Ok(Some(Client { client_id: shown.client_id, integrator_key_id }))
}

async fn begin(tx: &mut Tx<'_>, cx: &Cx, subjects: &Subjects) -> Result<(), No<AccountRefusal>> {
    for (subject, max) in [(&subjects.login, LOGIN_FAILURES_MAX), (&subjects.address, ADDRESS_FAILURES_MAX)] {
        let attempts = attempts::lock(tx, subject).await?;
        let counted = attempts.begin(cx.now, max).map_err(|LockedUntil(until)| AccountRefusal::LockedOut {
            wait_seconds: until.since(cx.now).as_secs().max(1),
        })?;
        attempts::save(tx, subject, counted).await?;
    }
    Ok(())
}

/// A program whose key was open when it was shown.
struct Client {
    client_id: String,
    integrator_key_id: IntegratorKeyId,
}

struct Right {
    user_id: UserId,
    kind: SignInKind,
    client: Option<Client>,
    subjects: Subjects,
}

async fn open(tx: &mut Tx<'_>, cx: &Cx, right: &Right) -> Result<OpenedSignIn, No<AccountRefusal>> {
    forgive(tx, &right.subjects).await?;
    // Hashing took its time: the key may have been revoked meanwhile.
    if let Some(client) = &right.client
        && !integrator_keys::hold_client(tx, &client.client_id, client.integrator_key_id).await?
    {
        return Err(AccountRefusal::IntegratorRefused.into());
    }
    let token = Secret::token(&cx.chance);
    let sign_in = SignIn {
        sign_in_id: cx.new_id(),
        user_id: right.user_id,
        kind: right.kind,
        integrator_key_id: right.client.as_ref().map(|client| client.integrator_key_id),
        created_at: cx.now,
        expires_at: cx.now.plus(right.kind.life()),
        ended_at: None,
    };
    sign_ins::open(tx, &sign_in, &token.hash()).await?;
    Ok(OpenedSignIn { sign_in, token })
}

/// The right password clears the login's attempts; of the address only this one, since others sit behind it too.
async fn forgive(tx: &mut Tx<'_>, subjects: &Subjects) -> Result<(), Fault> {
    let login = attempts::lock(tx, &subjects.login).await?;
    attempts::save(tx, &subjects.login, crate::model::Attempts { count: 0, ..login }).await?;
    let address = attempts::lock(tx, &subjects.address).await?;
    attempts::save(tx, &subjects.address, address.forgive()).await
}
