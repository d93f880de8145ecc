//! What two boxes are to each other. Each has its own row; the other's follows by a job.

use kernel::{BoxId, Kpp, Moment, OrganizationId};
use serde::{Deserialize, Serialize};

use super::party::Party;
use super::refusal::Refusal;

/// The link as one of the two boxes sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkStatus {
    /// This box invited the other, which has not answered.
    Invited,
    /// The other box invites this one.
    Invites,
    /// Both agreed: documents may be sent.
    Linked,
    /// The invited box refused.
    Refused,
    /// One of them ended it.
    Broken,
}

impl LinkStatus {
    /// The word kept in tables and answers.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Invited => "invited",
            Self::Invites => "invites",
            Self::Linked => "linked",
            Self::Refused => "refused",
            Self::Broken => "broken",
        }
    }

    /// Reads the word written by [`LinkStatus::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "invited" => Some(Self::Invited),
            "invites" => Some(Self::Invites),
            "linked" => Some(Self::Linked),
            "refused" => Some(Self::Refused),
            "broken" => Some(Self::Broken),
            _ => None,
        }
    }
}

/// Who ended a link, refused an invitation or took it back, as one of the two boxes sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EndedBy {
    /// Nobody, or it was not kept: so of links ended under an older version.
    Unknown,
    /// This box.
    Own,
    /// The other box.
    Other,
}

impl EndedBy {
    /// The word kept in tables.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "-",
            Self::Own => "own",
            Self::Other => "other",
        }
    }

    /// Reads the word written by [`EndedBy::as_str`].
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Unknown, Self::Own, Self::Other].into_iter().find(|known| known.as_str() == word)
    }

    /// What a box keeps of an act that leaves its link in this state: of its own act, or of the other's.
    #[must_use]
    pub fn of(status: LinkStatus, by: Self) -> Self {
        match status {
            LinkStatus::Refused | LinkStatus::Broken => by,
            LinkStatus::Invited | LinkStatus::Invites | LinkStatus::Linked => Self::Unknown,
        }
    }
}

/// One link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counteragent {
    /// The other box.
    pub box_id: BoxId,
    /// Its organization. Not shown.
    pub organization_id: OrganizationId,
    /// What it is now.
    pub status: LinkStatus,
    /// Who made it so, where it is over.
    pub ended_by: EndedBy,
    /// Words of the last act.
    pub comment: Option<String>,
    /// When it changed.
    pub changed_at: Moment,
}

/// Which counteragents a list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CounteragentFilter {
    /// What they are now.
    pub status: Option<LinkStatus>,
    /// Who ended them.
    pub ended_by: Option<EndedBy>,
    /// A part of the name, the ИНН or the КПП, letter case, quotation marks and «ё» set aside; empty for any.
    pub text: String,
}

/// A text as counteragents are sought by: lower case, «ё» as «е», no quotation marks, one space between words.
#[must_use]
pub fn fold(text: &str) -> String {
    let lower = text.to_lowercase().replace('ё', "е");
    let plain: String = lower.chars().filter(|c| !matches!(c, '«' | '»' | '"' | '\'' | '„' | '“' | '”')).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a counteragent is sought by. Never empty: a line break, which no folded text holds, parts and ends the fields.
#[must_use]
pub fn sought(party: &Party) -> String {
    let kpp = party.kpp.as_ref().map_or("", Kpp::as_str);
    format!("{}\n{}\n{kpp}\n", fold(&party.name), party.inn.as_str())
}

/// What a box does about another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkAct {
    /// Invites it.
    Invite,
    /// Accepts its invitation.
    Accept,
    /// Refuses its invitation.
    Refuse,
    /// Ends the link, or takes its own invitation back.
    Break,
}

/// What both boxes see after the act: (own, other's). An invitation that meets an invitation links at once.
pub fn after(now: Option<LinkStatus>, act: LinkAct) -> Result<(LinkStatus, LinkStatus), Refusal> {
    use LinkStatus as S;
    match (act, now) {
        (LinkAct::Invite, None | Some(S::Refused | S::Broken)) => Ok((S::Invited, S::Invites)),
        (LinkAct::Invite | LinkAct::Accept, Some(S::Invites)) => Ok((S::Linked, S::Linked)),
        (LinkAct::Invite, Some(S::Invited | S::Linked)) => Err(Refusal::AlreadyInvited),
        (LinkAct::Refuse, Some(S::Invites)) => Ok((S::Broken, S::Refused)),
        (LinkAct::Accept | LinkAct::Refuse, _) => Err(Refusal::NoInvitation),
        (LinkAct::Break, Some(S::Invited | S::Linked)) => Ok((S::Broken, S::Broken)),
        (LinkAct::Break, _) => Err(Refusal::CounteragentNotFound),
    }
}

/// What this box sees when the other's act reaches it. Acts may cross: an invitation that meets an own one links.
#[must_use]
pub fn told(now: Option<LinkStatus>, said: LinkStatus) -> LinkStatus {
    match (now, said) {
        (Some(LinkStatus::Invited | LinkStatus::Linked), LinkStatus::Invites) => LinkStatus::Linked,
        (_, said) => said,
    }
}

/// Whether news of `at` change nothing: they were told before, or this box did or heard something later. An own
/// invitation does not outrun an answer to it, nor an invitation it meets; only an older break is passed over for it.
#[must_use]
pub fn is_stale(now: (LinkStatus, Moment), said: LinkStatus, at: Moment) -> bool {
    let (status, changed_at) = now;
    if changed_at == at {
        return told(Some(status), said) == status;
    }
    changed_at > at && (status != LinkStatus::Invited || said == LinkStatus::Broken)
}

#[cfg(test)]
mod tests {
    use super::*;
    use LinkAct::{Accept, Break, Invite, Refuse};
    use LinkStatus as S;

    const ALL: [Option<S>; 6] =
        [None, Some(S::Invited), Some(S::Invites), Some(S::Linked), Some(S::Refused), Some(S::Broken)];

    #[test]
    fn every_pair_of_state_and_act() {
        let good = [
            (None, Invite, (S::Invited, S::Invites)),
            (Some(S::Refused), Invite, (S::Invited, S::Invites)),
            (Some(S::Broken), Invite, (S::Invited, S::Invites)),
            (Some(S::Invites), Invite, (S::Linked, S::Linked)),
            (Some(S::Invites), Accept, (S::Linked, S::Linked)),
            (Some(S::Invites), Refuse, (S::Broken, S::Refused)),
            (Some(S::Invited), Break, (S::Broken, S::Broken)),
            (Some(S::Linked), Break, (S::Broken, S::Broken)),
        ];
        for now in ALL {
            for act in [Invite, Accept, Refuse, Break] {
                let expected = good.iter().find(|(n, a, _)| (*n, *a) == (now, act)).map(|(_, _, pair)| *pair);
                assert_eq!(after(now, act).ok(), expected, "{act:?} at {now:?}");
            }
        }
        assert_eq!(after(None, Accept), Err(Refusal::NoInvitation));
        assert_eq!(after(Some(S::Linked), Invite), Err(Refusal::AlreadyInvited));
        assert_eq!(after(None, Break), Err(Refusal::CounteragentNotFound));
    }

    #[test]
    fn news_out_of_order() {
        let [before, now, after] = [1, 2, 3].map(Moment::from_micros);
        for said in [S::Invites, S::Linked, S::Refused, S::Broken] {
            assert!(!is_stale((S::Linked, now), said, after), "{said:?}");
            assert!(is_stale((S::Linked, now), said, before) && is_stale((S::Broken, now), said, before), "{said:?}");
            assert!(is_stale((told(None, said), now), said, now), "{said:?} told twice");
        }
        assert!(is_stale((S::Linked, now), S::Invites, now), "it met an own invitation, and was told twice");
        for said in [S::Invites, S::Linked, S::Refused] {
            assert!(!is_stale((S::Invited, now), said, before), "an own invitation waits for {said:?}");
        }
        assert!(is_stale((S::Invited, now), S::Broken, before), "an older break ends no newer invitation");
        assert!(!is_stale((S::Invited, now), S::Broken, after));
        assert!(!is_stale((S::Invited, now), S::Linked, now), "an answer of the same moment");
    }

    #[test]
    fn who_ended_it() {
        for (status, by, kept) in [
            (S::Broken, EndedBy::Own, EndedBy::Own),
            (S::Broken, EndedBy::Other, EndedBy::Other),
            (S::Refused, EndedBy::Other, EndedBy::Other),
            (S::Linked, EndedBy::Own, EndedBy::Unknown),
            (S::Invited, EndedBy::Own, EndedBy::Unknown),
            (S::Invites, EndedBy::Other, EndedBy::Unknown),
        ] {
            assert_eq!(EndedBy::of(status, by), kept, "{status:?}");
        }
        for by in [EndedBy::Unknown, EndedBy::Own, EndedBy::Other] {
            assert_eq!(EndedBy::from_word(by.as_str()), Some(by));
        }
        assert_eq!(EndedBy::from_word(""), None);
    }

    #[test]
    fn texts_are_folded() {
        for (text, folded) in [
            ("ООО «Ромашка»", "ооо ромашка"),
            ("  ЁЛКА\t\"и\"  Ко ", "елка и ко"),
            ("7701000019", "7701000019"),
            ("", ""),
            (" « » ", ""),
            ("100%_*", "100%_*"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn crossing_invitations_link() {
        assert_eq!(told(Some(S::Invited), S::Invites), S::Linked);
        assert_eq!(told(Some(S::Linked), S::Invites), S::Linked);
        assert_eq!(told(None, S::Invites), S::Invites);
        assert_eq!(told(Some(S::Invited), S::Linked), S::Linked);
        assert_eq!(told(Some(S::Linked), S::Broken), S::Broken);
    }
}
