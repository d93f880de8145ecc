//! What two boxes are to each other, in the contract's words.

use exchange::ops::list_counteragents::{CounteragentReport, cursor_of};
use exchange::{Counteragent, CounteragentFilter, EndedBy, LinkStatus};

use crate::ids::shown;
use crate::proto::api::proto::{self, CounteragentStatus};
use crate::ticks::ticks;
use crate::views::organization;

/// The contract's word for a link: who ended it, refused the invitation or took it back, rejects the other. Of links
/// ended under an older version it is not known.
pub fn status(link: LinkStatus, ended_by: EndedBy) -> CounteragentStatus {
    match (link, ended_by) {
        (LinkStatus::Linked, _) => CounteragentStatus::IsMyCounteragent,
        (LinkStatus::Invites, _) => CounteragentStatus::InvitesMe,
        (LinkStatus::Invited, _) => CounteragentStatus::IsInvitedByMe,
        (LinkStatus::Broken, EndedBy::Own) => CounteragentStatus::IsRejectedByMe,
        (LinkStatus::Broken, EndedBy::Other) | (LinkStatus::Refused, _) => CounteragentStatus::RejectsMe,
        (LinkStatus::Broken, EndedBy::Unknown) => CounteragentStatus::NotInCounteragentList,
    }
}

/// Which links a client asks for by the contract's word, in any letter case. `None` for another word.
pub fn asked(word: Option<&str>) -> Option<CounteragentFilter> {
    use CounteragentStatus as S;
    let any = CounteragentFilter::default();
    let Some(word) = word else { return Some(any) };
    let known = [
        S::UnknownCounteragentStatus,
        S::IsMyCounteragent,
        S::InvitesMe,
        S::IsInvitedByMe,
        S::RejectsMe,
        S::IsRejectedByMe,
        S::NotInCounteragentList,
    ];
    let found = known.into_iter().find(|known| known.as_str_name().eq_ignore_ascii_case(word))?;
    let are = |status| CounteragentFilter { status: Some(status), ..CounteragentFilter::default() };
    let ended = |by| CounteragentFilter { ended_by: Some(by), ..CounteragentFilter::default() };
    Some(match found {
        S::UnknownCounteragentStatus => any,
        S::IsMyCounteragent => are(LinkStatus::Linked),
        S::InvitesMe => are(LinkStatus::Invites),
        S::IsInvitedByMe => are(LinkStatus::Invited),
        S::RejectsMe => ended(EndedBy::Other),
        S::IsRejectedByMe => ended(EndedBy::Own),
        S::NotInCounteragentList => CounteragentFilter { status: Some(LinkStatus::Broken), ..ended(EndedBy::Unknown) },
    })
}

/// A counteragent of a list. None when its box is gone.
pub fn listed(report: &CounteragentReport) -> Option<proto::Counteragent> {
    let party = report.party.as_ref()?;
    let (from, to) = words(&report.link);
    Some(proto::Counteragent {
        index_key: Some(cursor_of(&report.link).as_str().to_owned()),
        current_status: Some(status(report.link.status, report.link.ended_by).into()),
        last_event_timestamp_ticks: ticks(report.link.changed_at),
        message_from_counteragent: from,
        message_to_counteragent: to,
        organization: organization::of_party(party, report.address.as_ref()),
        ..proto::Counteragent::default()
    })
}

/// An organization with what it is to the caller's box.
pub fn with_status(
    organization: proto::Organization,
    link: Option<&Counteragent>,
) -> proto::OrganizationWithCounteragentStatus {
    let (from, to) = link.map(words).unwrap_or_default();
    let known = link.map_or(CounteragentStatus::NotInCounteragentList, |link| status(link.status, link.ended_by));
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

    /// Every link there may be, with the word it is shown by.
    const SHOWN: [(LinkStatus, EndedBy, &str); 8] = [
        (LinkStatus::Linked, EndedBy::Unknown, "IsMyCounteragent"),
        (LinkStatus::Invites, EndedBy::Unknown, "InvitesMe"),
        (LinkStatus::Invited, EndedBy::Unknown, "IsInvitedByMe"),
        (LinkStatus::Refused, EndedBy::Other, "RejectsMe"),
        (LinkStatus::Broken, EndedBy::Other, "RejectsMe"),
        (LinkStatus::Broken, EndedBy::Own, "IsRejectedByMe"),
        (LinkStatus::Broken, EndedBy::Unknown, "NotInCounteragentList"),
        (LinkStatus::Refused, EndedBy::Unknown, "RejectsMe"),
    ];

    #[test]
    fn what_is_shown_by_a_word_is_found_by_it() {
        for (link, ended_by, word) in SHOWN {
            assert_eq!(status(link, ended_by).as_str_name(), word, "{link:?} {ended_by:?}");
        }
        // A refused invitation whose refuser is not known is no more: the migration wrote it.
        for (link, ended_by, word) in &SHOWN[..7] {
            for (_, _, asked_word) in &SHOWN[..7] {
                let filter = asked(Some(asked_word)).unwrap();
                let fits = filter.status.is_none_or(|status| status == *link)
                    && filter.ended_by.is_none_or(|by| by == *ended_by);
                assert_eq!(fits, word == asked_word, "{link:?} {ended_by:?} by {asked_word}");
            }
        }
        let any = Some(CounteragentFilter::default());
        assert_eq!([asked(None), asked(Some("UnknownCounteragentStatus"))], [any.clone(), any]);
        assert_eq!(asked(Some("isMyCounteragent")).and_then(|asked| asked.status), Some(LinkStatus::Linked));
        for bad in ["", "linked", "Invites", "1"] {
            assert_eq!(asked(Some(bad)), None, "{bad}");
        }
    }
}
