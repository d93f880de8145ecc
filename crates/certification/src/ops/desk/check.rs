//! What operators do with an application: take it, judge it, see the person, decide.

use crate::model::{Act, Application, ApplicationId, DeskRole, DeskRules, Event, Identity, Point, Stage, Verdict};
use crate::ops::application::{key_of as key_of_row, take_step};
use crate::ops::desk::{authorize, key_of};
use crate::ops::letters::{self, Notice};
use crate::store::application::{self, ApplicationRow};
use crate::store::desk;
use crate::store::item::{self, Judged, Key};
use crate::{Refusal, Room};
use kernel::{Cx, Moment, UserId};
use post::NewLetter;
use store::{No, Tx};

/// Characters of an operator's own words.
const COMMENT_CHARS_MAX: usize = 500;

/// An act of the desk.
#[derive(Clone, Debug)]
pub(crate) enum DeskAct {
    /// Take it, or go on with it.
    Claim,
    /// Lay it back.
    Release,
    /// Judge an item.
    Judge {
        /// Which.
        point: Point,
        /// How.
        verdict: Verdict,
        /// Own words beside the ready reason.
        comment: Option<String>,
    },
    /// The identity is doubted.
    Doubt,
    /// The person was seen with his papers.
    ProveInPerson,
    /// All is good.
    Approve,
    /// Something is to be given again.
    Reject,
}

impl DeskAct {
    /// Those that are about the whole application, in the order of the work.
    const WHOLE: [Self; 6] =
        [Self::Claim, Self::Release, Self::Doubt, Self::ProveInPerson, Self::Approve, Self::Reject];

    /// Only seeing a person is an office's.
    fn roles(&self) -> &'static [DeskRole] {
        match self {
            Self::ProveInPerson => &[DeskRole::Operator, DeskRole::Office],
            _ => &[DeskRole::Operator],
        }
    }

    fn event(&self, by: UserId) -> Event {
        match self {
            Self::Claim => Event::Claim { by },
            Self::Release => Event::Release { by },
            Self::Judge { point, verdict, .. } => Event::Judge { by, point: *point, verdict: *verdict },
            Self::Doubt => Event::Doubt { by },
            Self::ProveInPerson => Event::ProveInPerson { by },
            Self::Approve => Event::Approve { by },
            Self::Reject => Event::Reject { by },
        }
    }
}

/// Acts upon the whole application that this person could do now; whoever can lay it back can judge its items.
pub(crate) fn possible(
    application: &Application,
    (by, held): (UserId, &[DeskRole]),
    (now, rules): (Moment, DeskRules),
) -> Vec<Act> {
    let own = DeskAct::WHOLE.iter().filter(|act| act.roles().iter().any(|role| held.contains(role)));
    let events = own.map(|act| act.event(by)).filter(|event| application.apply(*event, now, rules).is_ok());
    events.map(Event::act).collect()
}

/// Carries it out. Of two operators who act at once the machine lets one, under the application's lock.
pub(crate) async fn run(room: &Room, cx: &Cx, application_id: ApplicationId, act: DeskAct) -> Result<(), No<Refusal>> {
    let mut reader = room.store().reader().await?;
    authorize(&mut reader, cx, act.roles()).await?;
    let key = key_of(&mut reader, application_id).await?;
    let row = application::find(&mut reader, key.0, key.1).await?.ok_or(Refusal::ApplicationNotFound)?;
    drop(reader);
    let letter = letter_of(room, &row, &act).await?;
    let argument = (room.clone(), key, (act, letter));
    let written = room.store().write(cx, argument, |tx, cx, (room, key, (act, letter))| {
        Box::pin(write(tx, cx, room, (*key, act, letter.as_ref())))
    });
    written.await
}

/// The letter of a decision, written before the transaction: while one operator holds the claim nobody else changes what
/// it tells.
async fn letter_of(room: &Room, row: &ApplicationRow, act: &DeskAct) -> Result<Option<NewLetter>, No<Refusal>> {
    let notice = match act {
        DeskAct::Reject => {
            let visit = row.application.identity == Identity::Doubted;
            Notice::Rejected { lines: letters::refused_lines(room, &row.application, visit)? }
        }
        DeskAct::Approve if row.application.first_approver.is_some() || !room.config().desk.second_pair => {
            Notice::Approved
        }
        _ => return Ok(None),
    };
    letters::prepare(room, key_of_row(row), &notice).await
}

async fn write(
    tx: &mut Tx<'_>,
    cx: &Cx,
    room: &Room,
    (key, act, letter): (Key, &DeskAct, Option<&NewLetter>),
) -> Result<(), No<Refusal>> {
    let by = authorize(tx, cx, act.roles()).await?;
    let mut row = application::lock(tx, key.0, key.1).await?.ok_or(Refusal::ApplicationNotFound)?;
    take_step(tx, cx, &mut row, act.event(by), room.config().desk).await?;
    if let DeskAct::Judge { point, comment, .. } = act {
        let comment = comment.as_ref().map(|comment| comment.chars().take(COMMENT_CHARS_MAX).collect());
        item::set_judged(tx, key, *point, &Judged { by, at: cx.now, comment }).await?;
    }
    if row.application.stage != Stage::UnderCheck {
        desk::leave(tx, key.1).await?;
    }
    if matches!(row.application.stage, Stage::ReadyForIssue | Stage::Rejected) {
        letters::queue(tx, cx, letter).await?;
    }
    Ok(())
}
