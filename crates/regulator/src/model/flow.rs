//! What an authority of the tax service answers to which transaction, as data.

use crate::model::Step;

/// One answer of the authority in a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// Code of the flow.
    pub flow: &'static str,
    /// The subscriber's transaction that brings it about.
    pub after: &'static str,
    /// What it is.
    pub step: Step,
    /// Code of the authority's transaction.
    pub transaction: &'static str,
    /// Code of the document in it.
    pub document: &'static str,
}

const fn reply(
    (flow, after): (&'static str, &'static str),
    step: Step,
    (transaction, document): (&'static str, &'static str),
) -> Reply {
    Reply { flow, after, step, transaction, document }
}

/// All of them. Flow 01 a report, 02 a letter, 06 a request for information, 10 a document of the authority, 12 a submission of
/// documents. What is known of flows 10 and 12 is by analogy.
const REPLIES: &[Reply] = &[
    reply(("01", "01"), Step::Notice, ("02", "09")),
    reply(("01", "01"), Step::Acceptance, ("04", "06")),
    reply(("01", "01"), Step::Refusal, ("04", "05")),
    reply(("01", "06"), Step::Entry, ("07", "08")),
    reply(("01", "06"), Step::Clarification, ("07", "07")),
    reply(("02", "01"), Step::Notice, ("02", "06")),
    reply(("02", "01"), Step::Refusal, ("04", "07")),
    reply(("06", "01"), Step::Notice, ("02", "08")),
    reply(("06", "01"), Step::Acceptance, ("04", "05")),
    reply(("06", "01"), Step::Refusal, ("04", "06")),
    reply(("10", "04"), Step::Notice, ("05", "07")),
    reply(("12", "01"), Step::Notice, ("02", "08")),
    reply(("12", "01"), Step::Acceptance, ("04", "06")),
    reply(("12", "01"), Step::Refusal, ("04", "07")),
];

impl Reply {
    /// The authority's answer of this kind to a transaction of a flow.
    pub fn find(flow: &str, after: &str, step: Step) -> Option<&'static Self> {
        REPLIES.iter().find(|reply| reply.flow == flow && reply.after == after && reply.step == step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reply_is_one_the_containers_know() {
        for reply in REPLIES {
            let flow = transport::fns::flow(reply.flow).unwrap();
            assert!(flow.transaction(reply.after).is_some(), "{reply:?}");
            assert!(flow.transaction(reply.transaction).is_some(), "{reply:?}");
            assert!(flow.document(reply.document).is_some(), "{reply:?}");
        }
        assert_eq!(Reply::find("01", "01", Step::Entry), None);
        assert_eq!(Reply::find("03", "01", Step::Notice), None);
    }
}
