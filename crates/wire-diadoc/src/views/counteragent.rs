//! What two boxes are to each other, in the contract's words.

use exchange::ops::list_counteragents::{CounteragentReport, cursor_of};
use exchange::{Counteragent, LinkStatus};

use crate::ids::shown;
use crate::proto::api::proto::{self, CounteragentStatus};
use crate::ticks::ticks;
use crate::views::organization;

/// The contract's word for a link. A link that was ended says no more who ended it.
pub fn status(link: LinkStatus) -> CounteragentStatus {
    match link {
        LinkStatus::Linked => CounteragentStatus::IsMyCounteragent,
        LinkStatus::Invites => CounteragentStatus::InvitesMe,
        LinkStatus::Invited => CounteragentStatus::IsInvitedByMe,
        LinkStatus::Refused => CounteragentStatus::RejectsMe,
        LinkStatus::Broken => CounteragentStatus::NotInCounteragentList,
    }
}

/// Which links a client asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Any.
    All,
    /// Those that are this.
    Only(LinkStatus),
    /// By a word of the contract that no link has here.
    Nothing,
}

/// What a client asks for by the contract's word, in any letter case. `None` for another word.
pub fn asked(word: Option<&str>) -> Option<Asked> {
    let Some(word) = word else { return Some(Asked::All) };
    let is = |known: CounteragentStatus| known.as_str_name().eq_ignore_ascii_case(word);
    let all = [LinkStatus::Linked, LinkStatus::Invites, LinkStatus::Invited, LinkStatus::Refused, LinkStatus::Broken];
    let link = all.into_iter().find(|link| is(status(*link)));
    let any = is(CounteragentStatus::UnknownCounteragentStatus).then_some(Asked::All);
    let nothing = is(CounteragentStatus::IsRejectedByMe).then_some(Asked::Nothing);
    link.map(Asked::Only).or(any).or(nothing)
}

/// A counteragent of a list. None when its box is gone.
pub fn listed(report: &CounteragentReport) -> Option<proto::Counteragent> {
    let party = report.party.as_ref()?;
    let (from, to) = words(&report.link);
    Some(proto::Counteragent {
        index_key: Some(cursor_of(&report.link).as_str().to_owned()),
        current_status: Some(status(report.link.status).into()),
        last_event_timestamp_ticks: ticks(report.link.changed_at),
        message_from_counteragent: from,
        message_to_counteragent: to,
        ..stranger(organization::of_party(party, report.address.as_ref()))
    })
}

/// A box with which there never was anything.
pub fn stranger(organization: proto::Organization) -> proto::Counteragent {
    proto::Counteragent {
        organization,
        current_status: Some(CounteragentStatus::NotInCounteragentList.into()),
        last_event_timestamp_ticks: 0,
        ..proto::Counteragent::default()
    }
}

/// An organization with what it is to the caller's box.
pub fn with_status(
    organization: proto::Organization,
    link: Option<&Counteragent>,
) -> proto::OrganizationWithCounteragentStatus {
    let (from, to) = link.map(words).unwrap_or_default();
    let known = link.map_or(CounteragentStatus::NotInCounteragentList, |link| status(link.status));
    proto::OrganizationWithCounteragentStatus {
        organization,
        counteragent_status: Some(known.into()),
        last_event_timestamp_ticks: link.map(|link| ticks(link.changed_at)),
        message_from_counteragent: from,
        message_to_counteragent: to,
        ..proto::OrganizationWithCounteragentStatus::default()
    }
}

/// Words of an invitation that waits: the other side's, and the own ones.
fn words(link: &Counteragent) -> (Option<String>, Option<String>) {
    match link.status {
        LinkStatus::Invites => (link.comment.clone(), None),
        LinkStatus::Invited => (None, link.comment.clone()),
        _ => (None, None),
    }
}

/// The id of a box as answers show it.
pub fn acquired(box_id: kernel::BoxId) -> proto::AcquireCounteragentResultV2 {
    proto::AcquireCounteragentResultV2 { box_id: shown(box_id), invitation_document_id: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back() {
        for link in
            [LinkStatus::Linked, LinkStatus::Invites, LinkStatus::Invited, LinkStatus::Refused, LinkStatus::Broken]
        {
            assert_eq!(asked(Some(status(link).as_str_name())), Some(Asked::Only(link)));
        }
        assert_eq!(asked(Some("isMyCounteragent")), Some(Asked::Only(LinkStatus::Linked)));
        assert_eq!([asked(None), asked(Some("UnknownCounteragentStatus"))], [Some(Asked::All); 2]);
        assert_eq!(asked(Some("IsRejectedByMe")), Some(Asked::Nothing));
        for bad in ["", "linked", "Invites", "1"] {
            assert_eq!(asked(Some(bad)), None, "{bad}");
        }
    }
}
