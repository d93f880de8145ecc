//! `filterCategory`: a type of documents, a direction and a status in one text.

use exchange::DocumentKind;
use exchange::{
    AnswerMark, DocflowFilter, KindSet, Outcome, ReceiptMark, RevocationMark, Side, StatusFilter, UtdFunction,
};

use crate::asked::Asked;
use crate::refusal::WireRefusal;
use crate::views::names;

/// What a category covers.
type Category = Asked<DocflowFilter>;

const NAME: &str = "filterCategory";

/// Reads `<type>.<direction><status>`.
///
/// A status that no document here can have, because the room admits none (an invalid signature), covers nothing. A
/// status of a service that is not part of this installation (approval, intermediate recipients, marks of reading) is
/// refused by name, as is a word that the contract does not know.
pub fn read(text: &str) -> Result<Category, WireRefusal> {
    let refused = || WireRefusal::ParameterForm { name: NAME, accepted: "<type>.<direction><status>" };
    let (kind, rest) = text.split_once('.').ok_or_else(refused)?;
    let kinds = kinds(kind).ok_or_else(refused)?;
    let (side, status) = direction(rest).ok_or_else(refused)?;
    if NOT_CONNECTED.contains(&status) {
        return Err(WireRefusal::FieldNotConnected { field: NAME.to_owned() });
    }
    let status = if IMPOSSIBLE.contains(&status) {
        Asked::Nothing
    } else {
        status_of(status, side.unwrap_or(Side::Sender)).ok_or_else(refused)?
    };
    Ok(match (side, status) {
        (Some(side), Asked::Of(status)) if kinds != KindSet::NONE => {
            Asked::Of(DocflowFilter { side: Some(side), kinds, status, ..DocflowFilter::default() })
        }
        _ => Asked::Nothing,
    })
}

fn kinds(word: &str) -> Option<KindSet> {
    let of = |kinds: &[DocumentKind]| Some(KindSet::of(kinds));
    match word {
        "Any" => Some(KindSet::ALL),
        "AnyInvoiceDocumentType" => of(&[DocumentKind::Utd(UtdFunction::Invoice)]),
        "AnyBilateralDocumentType" => of(&[DocumentKind::Nonformalized]),
        "AnyUnilateralDocumentType" => Some(KindSet::NONE),
        named => names::kinds_of(named).map(KindSet::of),
    }
}

/// The side of the direction and the status after it; internal documents and those of intermediate recipients are none.
fn direction(text: &str) -> Option<(Option<Side>, &str)> {
    let sides =
        [("Inbound", Some(Side::Recipient)), ("Outbound", Some(Side::Sender)), ("Internal", None), ("Proxy", None)];
    sides.into_iter().find_map(|(word, side)| Some((side, text.strip_prefix(word)?)))
}

/// Statuses of services that are not part of this installation.
const NOT_CONNECTED: &[&str] = &[
    "NotRead",
    "Approved",
    "Disapproved",
    "WaitingForResolution",
    "SignatureRequestRejected",
    "RevocationApproved",
    "RevocationDisapproved",
    "WaitingForRevocationApprovement",
    "WaitingForProxySignature",
    "WithProxySignature",
    "InvalidProxySignature",
    "ProxySignatureRejected",
];

/// Statuses that no document can have: what is not signed, or signed wrongly, is never taken in, and nothing leaves for
/// another operator.
const IMPOSSIBLE: &[&str] =
    &["WaitingForSenderSignature", "InvalidSenderSignature", "InvalidRecipientSignature", "RoamingNotificationError"];

fn status_of(word: &str, viewer: Side) -> Option<Asked<StatusFilter>> {
    let none = StatusFilter::default();
    let answer = |mark| StatusFilter { answer: Some(mark), ..none };
    let revocation = |mark| StatusFilter { revocation: Some(mark), ..none };
    let asked_by = |side| match side {
        Side::Sender => RevocationMark::AskedBySender,
        Side::Recipient => RevocationMark::AskedByRecipient,
    };
    let is_recipient = viewer == Side::Recipient;
    // The recipient owes receipts of the document, the sender those of the answering title.
    let receipt = |owed_by_viewer: bool| {
        let waiting = Some(ReceiptMark::Waiting);
        if owed_by_viewer == is_recipient {
            StatusFilter { receipt: waiting, ..none }
        } else {
            StatusFilter { answer_receipt: waiting, ..none }
        }
    };
    Some(Asked::Of(match word {
        "" | "WithSenderSignature" => none,
        "NoRecipientSignatureRequest" => answer(AnswerMark::NotDue),
        "WaitingForRecipientSignature" => answer(AnswerMark::Waiting),
        "WithRecipientSignature" => answer(AnswerMark::Given),
        "RecipientSignatureRequestRejected" => answer(AnswerMark::Rejected),
        // Nobody but the recipient is asked for a signature.
        "RequestsMySignature" if !is_recipient => return Some(Asked::Nothing),
        "RequestsMySignature" => answer(AnswerMark::Waiting),
        "Finished" => StatusFilter { outcome: Some(Outcome::Finished), ..none },
        "NotFinished" => StatusFilter { outcome: Some(Outcome::Going), ..none },
        "HaveToCreateReceipt" => receipt(true),
        "WaitingForReceipt" | "WaitingForInvoiceReceipt" => receipt(false),
        "InvoiceAmendmentRequested" => StatusFilter { amendment_asked: Some(true), ..none },
        "RevocationIsRequestedByMe" => revocation(asked_by(viewer)),
        "RequestsMyRevocation" => revocation(asked_by(viewer.other())),
        "RevocationAccepted" => revocation(RevocationMark::Accepted),
        "RevocationRejected" => revocation(RevocationMark::Rejected),
        "NotRevoked" => StatusFilter { is_not_revoked: true, ..none },
        _ => return None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(text: &str) -> StatusFilter {
        match read(text) {
            Ok(Asked::Of(filter)) => filter.status,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn types_and_directions() {
        let filter = |side, kinds| Ok(Asked::Of(DocflowFilter { side: Some(side), kinds, ..DocflowFilter::default() }));
        assert_eq!(read("Any.Inbound"), filter(Side::Recipient, KindSet::ALL));
        let utd = KindSet::of(names::kinds_of(names::UTD).unwrap());
        assert_eq!(read("UniversalTransferDocument.Outbound"), filter(Side::Sender, utd));
        let invoice = KindSet::of(&[DocumentKind::Utd(UtdFunction::Invoice)]);
        assert_eq!(read("Invoice.Outbound"), filter(Side::Sender, invoice));
        assert_eq!(read("AnyInvoiceDocumentType.Outbound"), filter(Side::Sender, invoice));
        for nothing in ["Any.Internal", "Any.ProxyNotRevoked", "Torg12.Inbound", "AnyUnilateralDocumentType.Inbound"] {
            assert_eq!(read(nothing), Ok(Asked::Nothing), "{nothing}");
        }
    }

    #[test]
    fn statuses_by_both_directions() {
        let none = StatusFilter::default();
        let answer = |mark| StatusFilter { answer: Some(mark), ..none };
        let revocation = |mark| StatusFilter { revocation: Some(mark), ..none };
        let receipt = StatusFilter { receipt: Some(ReceiptMark::Waiting), ..none };
        let of_answer = StatusFilter { answer_receipt: Some(ReceiptMark::Waiting), ..none };
        for (word, inbound, outbound) in [
            ("", none, none),
            ("WithSenderSignature", none, none),
            ("NoRecipientSignatureRequest", answer(AnswerMark::NotDue), answer(AnswerMark::NotDue)),
            ("WaitingForRecipientSignature", answer(AnswerMark::Waiting), answer(AnswerMark::Waiting)),
            ("WithRecipientSignature", answer(AnswerMark::Given), answer(AnswerMark::Given)),
            ("RecipientSignatureRequestRejected", answer(AnswerMark::Rejected), answer(AnswerMark::Rejected)),
            ("HaveToCreateReceipt", receipt, of_answer),
            ("WaitingForReceipt", of_answer, receipt),
            ("WaitingForInvoiceReceipt", of_answer, receipt),
            (
                "RevocationIsRequestedByMe",
                revocation(RevocationMark::AskedByRecipient),
                revocation(RevocationMark::AskedBySender),
            ),
            (
                "RequestsMyRevocation",
                revocation(RevocationMark::AskedBySender),
                revocation(RevocationMark::AskedByRecipient),
            ),
            ("RevocationAccepted", revocation(RevocationMark::Accepted), revocation(RevocationMark::Accepted)),
            ("RevocationRejected", revocation(RevocationMark::Rejected), revocation(RevocationMark::Rejected)),
        ] {
            assert_eq!(status(&format!("Any.Inbound{word}")), inbound, "{word}");
            assert_eq!(status(&format!("Any.Outbound{word}")), outbound, "{word}");
        }
        assert!(status("Any.InboundNotRevoked").is_not_revoked);
        assert_eq!(status("Any.InboundInvoiceAmendmentRequested").amendment_asked, Some(true));
        assert_eq!(status("Any.InboundFinished").outcome, Some(Outcome::Finished));
        assert_eq!(status("Any.InboundNotFinished").outcome, Some(Outcome::Going));
        assert_eq!(status("Any.InboundRequestsMySignature").answer, Some(AnswerMark::Waiting));
        assert_eq!(read("Any.OutboundRequestsMySignature"), Ok(Asked::Nothing));
    }

    #[test]
    fn what_cannot_be_and_what_is_not_connected() {
        for word in IMPOSSIBLE {
            assert_eq!(read(&format!("Any.Outbound{word}")), Ok(Asked::Nothing), "{word}");
        }
        for word in NOT_CONNECTED {
            let refused = WireRefusal::FieldNotConnected { field: NAME.to_owned() };
            assert_eq!(read(&format!("Any.Inbound{word}")), Err(refused), "{word}");
        }
        for wrong in
            ["", "Any", "Any.", "Any.inbound", "any.Inbound", "Any.InboundX", "X.Inbound", "Any.Inbound.NotRead"]
        {
            assert!(matches!(read(wrong), Err(WireRefusal::ParameterForm { name: NAME, .. })), "{wrong}");
        }
    }
}
