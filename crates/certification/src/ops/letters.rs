//! Letters to applicants and holders, in the transaction of what they tell about.

use crate::model::{Application, Point, PointState};
use crate::ops::application::read_values;
use crate::store::item::Key;
use crate::{Refusal, Room};
use kernel::{CivilDate, Cx, Moment, OrganizationId};
use post::NewLetter;
use store::{Fault, No, Tx};
use web::Language;

/// What a letter tells.
#[derive(Clone, Debug)]
pub(crate) enum Notice {
    /// The application is at the desk.
    Submitted {
        /// The last day on which the check is in time.
        due: Option<CivilDate>,
    },
    /// Something is to be given again.
    Rejected {
        /// What and why, a line each, in the reader's language.
        lines: String,
    },
    /// The certificate can be issued.
    Approved,
    /// The certificate is issued.
    Issued,
    /// A certificate was revoked.
    Revoked {
        /// Which.
        serial: String,
    },
    /// A certificate was suspended.
    Suspended {
        /// Which.
        serial: String,
    },
    /// A certificate ends soon.
    Ending {
        /// Which.
        serial: String,
        /// When.
        not_after: Moment,
        /// Days left.
        days: u64,
    },
}

/// A civil date as people write it.
pub(crate) fn shown(day: CivilDate) -> String {
    day.strftime("%d.%m.%Y").to_string()
}

impl Notice {
    fn word(&self) -> &'static str {
        match self {
            Self::Submitted { due: Some(_) } => "submitted",
            Self::Submitted { due: None } => "submitted-without-day",
            Self::Rejected { .. } => "rejected",
            Self::Approved => "approved",
            Self::Issued => "issued",
            Self::Revoked { .. } => "revoked",
            Self::Suspended { .. } => "suspended",
            Self::Ending { .. } => "ending",
        }
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Submitted { due: Some(due) } => vec![("due", shown(*due))],
            Self::Submitted { due: None } | Self::Approved | Self::Issued => Vec::new(),
            Self::Rejected { lines } => vec![("lines", lines.clone())],
            Self::Revoked { serial } | Self::Suspended { serial } => vec![("serial", serial.clone())],
            Self::Ending { serial, not_after, days } => vec![
                ("serial", serial.clone()),
                ("until", shown(not_after.civil_date_msk())),
                ("days", days.to_string()),
            ],
        }
    }
}

/// Letters are written in Russian: the applicants' language is not asked for yet.
const LANGUAGE: Language = Language::Russian;

/// What a person may say, by its key.
pub(crate) fn text(room: &Room, key: &str, arguments: &[(&str, &str)]) -> Result<String, Fault> {
    let text = room.app().texts.text(LANGUAGE, key, arguments);
    text.ok_or_else(|| Fault::Settings(format!("the text {key} is missing")))
}

/// The letter to this address; none where the address is no address.
pub(crate) fn write(
    room: &Room,
    organization_id: OrganizationId,
    address: &str,
    notice: &Notice,
) -> Result<Option<NewLetter>, Fault> {
    let mut arguments = notice.arguments();
    arguments.push(("url", room.config().public_url.clone()));
    let arguments: Vec<(&str, &str)> = arguments.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let subject = text(room, &format!("certification-letter-subject-{}", notice.word()), &arguments)?;
    let body = text(room, &format!("certification-letter-body-{}", notice.word()), &arguments)?;
    Ok(NewLetter::new(organization_id, address, &subject, body).ok())
}

/// The letter to an application's address, which is opened outside the transaction; none while it has no address.
pub(crate) async fn prepare(room: &Room, key: Key, notice: &Notice) -> Result<Option<NewLetter>, No<Refusal>> {
    let values = read_values(room, key).await?;
    let Some(address) = values.get(&Point::Email) else { return Ok(None) };
    Ok(write(room, key.0, address, notice)?)
}

/// Queues it, if there is one.
pub(crate) async fn queue(tx: &mut Tx<'_>, cx: &Cx, letter: Option<&NewLetter>) -> Result<(), Fault> {
    match letter {
        Some(letter) => post::queue_letter(tx, cx, letter).await.map(drop),
        None => Ok(()),
    }
}

/// What was refused and why, a line each.
pub(crate) fn refused_lines(room: &Room, application: &Application, visit: bool) -> Result<String, Fault> {
    let mut lines = Vec::new();
    for (point, state) in &application.points {
        let PointState::Refused(reason) = state else { continue };
        let item = text(room, &format!("certification-item-{}", point.word()), &[])?;
        let reason = text(room, &format!("certification-reason-{}", reason.word()), &[])?;
        lines.push(format!("— {item}: {reason}"));
    }
    if visit {
        lines.push(format!("— {}", text(room, "certification-letter-visit", &[])?));
    }
    Ok(lines.join("\n"))
}
