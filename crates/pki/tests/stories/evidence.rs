//! A report is a function of its stored inputs: made again it is equal, and another input gives another report.

use crate::cast::{Cast, DAY, noon};
use pki::{
    Anchors, Check, Content, ContentDigest, Demands, DigestAlgorithm, Evidence, InputKind, Oid, PolicyDemands, Reason,
    Revocation, RevocationList, SignForm, SignedMessage, Signer, sign_detached, verify_message,
};

const CONTENT: &[u8] = b"content";

fn gathered(cast: &Cast) -> Evidence {
    let mut anchors = cast.anchors_with_lists();
    // known, and not needed
    anchors.intermediates = vec![cast.vasilek.signer.certificate().clone()];
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::CadesBes { at: noon() }).unwrap();
    Evidence::gather(CONTENT, &der, &anchors, &Demands::new(noon())).unwrap()
}

#[test]
fn a_report_made_again_is_equal() {
    let cast = Cast::new(90);
    let evidence = gathered(&cast);
    let first = evidence.report().unwrap();
    assert_eq!(first.report.outcome(), Check::Yes);
    assert_eq!(evidence.report().unwrap(), first);
    // and it is what the content itself gives
    let message = SignedMessage::parse(&evidence.message).unwrap();
    let direct = verify_message(CONTENT, &message, &evidence.anchors, &evidence.demands);
    assert_eq!(first.report, direct);
    assert_eq!(first.checks(), direct.checks());
    let kinds: Vec<InputKind> = first.inputs.iter().map(|input| input.kind).collect();
    use InputKind::{Content, Intermediate, List, Message, Root};
    assert_eq!(kinds, [Content, Message, Root, Intermediate, List, List]);
    assert_eq!(first.inputs[0].streebog256, gost::hash::streebog256(CONTENT));
}

#[test]
fn every_other_input_gives_another_report_or_none() {
    let cast = Cast::new(91);
    let stranger = Cast::new(92);
    let evidence = gathered(&cast);
    let told = evidence.report().unwrap();
    let differs = |change: &dyn Fn(&mut Evidence)| {
        let mut other = evidence.clone();
        change(&mut other);
        other.report().map_or(true, |report| report != told)
    };
    assert!(!differs(&|_| {}));
    let changes: [&dyn Fn(&mut Evidence); 13] = [
        &|e| e.content[0].octets[31] ^= 1,
        &|e| e.content.clear(),
        &|e| e.anchors.roots.clear(),
        &|e| e.anchors.roots.push(stranger.root.signer.certificate().clone()),
        &|e| e.anchors.intermediates.clear(),
        &|e| e.anchors.intermediates[0] = stranger.vasilek.signer.certificate().clone(),
        &|e| drop(e.anchors.crls.pop()),
        &|e| e.anchors.crls[1] = cast.list(&cast.issuing, &[cast.romashka.signer.certificate()]),
        &|e| e.demands.at = noon().plus(DAY),
        &|e| e.demands.revocation = Revocation::IfPresent,
        &|e| e.demands.attribute_order = pki::AttributeOrder::DerOrAsSent,
        &|e| e.demands.policies.explicit = true,
        &|e| e.demands.policies.accepted = vec![Oid::new("1.2.643.100.113.1").unwrap()],
    ];
    for (number, change) in changes.iter().enumerate() {
        assert!(differs(*change), "change {number}");
    }
    // every byte of the message, and of the lists
    for at in 0..evidence.message.len() {
        assert!(differs(&|e| e.message[at] ^= 1 << (at % 8)), "byte {at} of the message");
    }
    let list = evidence.anchors.crls[0].to_der().to_vec();
    for at in 0..list.len() {
        let mut other = list.clone();
        other[at] ^= 1 << (at % 8);
        let Ok(other) = RevocationList::from_der(&other) else { continue };
        assert!(differs(&|e| e.anchors.crls[0] = other.clone()), "byte {at} of a list");
    }
}

#[test]
fn digests_of_a_content_stand_for_it() {
    let cast = Cast::new(93);
    let der = sign_detached(CONTENT, &cast.romashka.signer, SignForm::NoAttributes).unwrap();
    let message = SignedMessage::parse(&der).unwrap();
    let demands =
        Demands { revocation: Revocation::NotAsked, policies: PolicyDemands::default(), ..Demands::new(noon()) };
    let outcome = |digests: &[ContentDigest]| {
        verify_message(Content::Digests(digests), &message, &cast.anchors(), &demands).signers[0].integrity
    };
    let streebog = |octets: Vec<u8>| ContentDigest { algorithm: DigestAlgorithm::Streebog256, octets };
    assert_eq!(outcome(&[streebog(gost::hash::streebog256(CONTENT).to_vec())]), Check::Yes);
    assert_eq!(outcome(&[streebog(vec![0; 32])]), Check::No { reason: Reason::SignatureDiffers });
    let long = ContentDigest { algorithm: DigestAlgorithm::Streebog512, octets: vec![0; 64] };
    assert_eq!(outcome(&[long]), Check::Unknown { reason: Reason::DigestNotGiven });
    assert_eq!(outcome(&[]), Check::Unknown { reason: Reason::DigestNotGiven });
    assert!(Evidence::gather(CONTENT, &der[1..], &Anchors::default(), &demands).is_err());
}
