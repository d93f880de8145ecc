//! A person follows the link of a letter.

use super::letters::{LetterText, Writer};
use crate::model::{AccountRefusal, Confirmed, Link, LinkWork, Login, PersonTitle, SecretHash};
use crate::store::{contacts, links, phones, users};
use ::store::{Fault, Fetch, No, Tx};
use kernel::{Cx, UserId};
use post::NewLetter;
use web::{Language, Texts};

/// A link that was looked at, and the letters its work will send.
#[derive(Debug, Clone)]
pub struct PreparedLink {
    code: SecretHash,
    letters: Vec<NewLetter>,
}

/// The link of a code and what following it does. Refuses an unknown, expired or ended one, and one that sets a password,
/// with one answer. One that was followed already is still known, until it expires: a second click is no other act.
pub async fn find(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    code: &str,
) -> Result<(Link, Confirmed), No<AccountRefusal>> {
    let link = links::find(from, &SecretHash::of(code)).await?.filter(|link| cx.now < link.expires_at);
    let link = link.ok_or(AccountRefusal::LinkOver)?;
    let confirmed = Confirmed::of(&link.work).ok_or(AccountRefusal::LinkOver)?;
    Ok((link, confirmed))
}

/// Looks at the link, and writes the letters of a changed address to both.
pub async fn prepare(
    from: &mut (impl Fetch + ?Sized),
    cx: &Cx,
    (texts, language): (&Texts, Language),
    code: &str,
) -> Result<PreparedLink, No<AccountRefusal>> {
    let (link, _) = find(from, cx, code).await?;
    let mut letters = Vec::new();
    if let LinkWork::ChangeEmail { login } = &link.work {
        letters = tell_both(from, Writer { texts, language }, (link.user_id, login)).await?;
    }
    Ok(PreparedLink { code: SecretHash::of(code), letters })
}

async fn tell_both(
    from: &mut (impl Fetch + ?Sized),
    writer: Writer<'_>,
    (user_id, new): (UserId, &str),
) -> Result<Vec<NewLetter>, Fault> {
    let Some(known) = users::find(from, user_id).await? else { return Ok(Vec::new()) };
    let addresses = [known.login.as_str(), new].into_iter().filter(|address| Login::parse(address).is_ok());
    let arguments = [("name", known.name.as_str()), ("address", new)];
    addresses.map(|address| writer.letter(address, LetterText::EMAIL_CHANGED, &arguments)).collect()
}

/// Carries the link's work out, once. Refuses a login that somebody took meanwhile.
pub async fn run(tx: &mut Tx<'_>, cx: &Cx, prepared: &PreparedLink) -> Result<Confirmed, No<AccountRefusal>> {
    let is_first = links::use_up(tx, &prepared.code, cx.now).await?;
    let link = links::find(tx, &prepared.code).await?.filter(|link| cx.now < link.expires_at);
    let link = link.ok_or(AccountRefusal::LinkOver)?;
    let confirmed = Confirmed::of(&link.work).ok_or(AccountRefusal::LinkOver)?;
    if !is_first {
        return Ok(confirmed);
    }
    match &link.work {
        LinkWork::Register { login, name, password, phone } => {
            let (login, title) = (Login::parse(login)?, PersonTitle::parse(name)?);
            users::add(tx, link.user_id, (&login, &title), password, cx.now).await?;
            if let Some(phone) = phone {
                phones::set(tx, link.user_id, phone, cx.now).await?;
            }
        }
        LinkWork::ChangeEmail { login } => {
            users::set_login(tx, link.user_id, &Login::parse(login)?).await?;
            links::end_of_user(tx, link.user_id, cx.now).await?;
        }
        LinkWork::ConfirmEmail | LinkWork::Reset => {}
    }
    contacts::confirm_email(tx, link.user_id, cx.now).await?;
    for letter in &prepared.letters {
        post::queue_letter(tx, cx, letter).await?;
    }
    Ok(confirmed)
}
