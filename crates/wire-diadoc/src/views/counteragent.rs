//! Counteragents.

use exchange::ops::list_counteragents::{CounteragentReport, cursor_of};
use exchange::{Counteragent, LinkStatus};

use crate::proto::api::proto;
use crate::ticks::ticks;
use crate::views::organization;

/// One of a list or by itself; none when the box has no card any more.
pub fn report(report: &CounteragentReport) -> Option<proto::Counteragent> {
    let CounteragentReport { link, party } = report;
    let (from, to) = words(link);
    Some(proto::Counteragent {
        index_key: Some(cursor_of(link).as_str().to_owned()),
        organization: organization::of_party(party.as_ref()?),
        current_status: Some(status(link.status).into()),
        last_event_timestamp_ticks: ticks(link.changed_at),
        message_from_counteragent: from,
        message_to_counteragent: to,
        ..proto::Counteragent::default()
    })
}

/// An organization with what it is to a box; without a link, it is none of its counteragents.
pub fn with_status(
    organization: proto::Organization,
    link: Option<&Counteragent>,
) -> proto::OrganizationWithCounteragentStatus {
    let (from, to) = link.map_or((None, None), words);
    let now = link.map_or(proto::CounteragentStatus::NotInCounteragentList, |link| status(link.status));
    proto::OrganizationWithCounteragentStatus {
        organization,
        counteragent_status: Some(now.into()),
        last_event_timestamp_ticks: link.map(|link| ticks(link.changed_at)),
        message_from_counteragent: from,
        message_to_counteragent: to,
        ..proto::OrganizationWithCounteragentStatus::default()
    }
}

/// Which of the two ended a link is not kept: both see that there is none.
fn status(status: LinkStatus) -> proto::CounteragentStatus {
    use proto::CounteragentStatus as Wire;
    match status {
        LinkStatus::Linked => Wire::IsMyCounteragent,
        LinkStatus::Invites => Wire::InvitesMe,
        LinkStatus::Invited => Wire::IsInvitedByMe,
        LinkStatus::Refused => Wire::RejectsMe,
        LinkStatus::Broken => Wire::NotInCounteragentList,
    }
}

/// Which links a status of the contract asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Any.
    All,
    /// Those that are this.
    Only(LinkStatus),
    /// A status no link has.
    None,
}

/// The contract's word in any letter case. `None` for another word.
pub fn asked(word: &str) -> Option<Asked> {
    use proto::CounteragentStatus as Wire;
    let (_, asked) = [
        (Wire::UnknownCounteragentStatus, Asked::All),
        (Wire::IsMyCounteragent, Asked::Only(LinkStatus::Linked)),
        (Wire::InvitesMe, Asked::Only(LinkStatus::Invites)),
        (Wire::IsInvitedByMe, Asked::Only(LinkStatus::Invited)),
        (Wire::RejectsMe, Asked::Only(LinkStatus::Refused)),
        (Wire::IsRejectedByMe, Asked::None),
        (Wire::NotInCounteragentList, Asked::Only(LinkStatus::Broken)),
    ]
    .into_iter()
    .find(|(status, _)| status.as_str_name().eq_ignore_ascii_case(word))?;
    Some(asked)
}

/// What was said to this box and by it. Of an agreement or a break it is not kept who spoke last.
fn words(link: &Counteragent) -> (Option<String>, Option<String>) {
    match link.status {
        LinkStatus::Invites | LinkStatus::Refused => (link.comment.clone(), None),
        LinkStatus::Invited => (None, link.comment.clone()),
        LinkStatus::Linked | LinkStatus::Broken => (None, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_has_a_word_that_asks_for_it() {
        for state in
            [LinkStatus::Linked, LinkStatus::Invites, LinkStatus::Invited, LinkStatus::Refused, LinkStatus::Broken]
        {
            assert_eq!(asked(status(state).as_str_name()), Some(Asked::Only(state)));
        }
        assert_eq!(asked("ismycounteragent"), Some(Asked::Only(LinkStatus::Linked)));
        assert_eq!(asked("UnknownCounteragentStatus"), Some(Asked::All));
        assert_eq!(asked("IsRejectedByMe"), Some(Asked::None));
        for bad in ["", "1", "Linked", "InvitesMe "] {
            assert_eq!(asked(bad), None, "{bad}");
        }
    }
}
