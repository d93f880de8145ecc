//! Rules of whole paths: names, policies, several ways up, circles. OpenSSL judges the same chains beside us.

use crate::attributes::tlv;
use crate::cast::key;
use crate::crafted::{Crafted, authority, chain_of, craft, extension, fresh, named, oid_der, signer};
use crate::oracle::{Bench, seconds};
use gost::ParamSet;
use kernel::Chance;
use pki::{Anchors, Certificate, Check, Demands, Name, Oid, PolicyDemands, Reason, Revocation, oid};

fn no(reason: Reason) -> Check {
    Check::No { reason }
}

fn with(base: Vec<Vec<u8>>, more: &[Vec<u8>]) -> Vec<Vec<u8>> {
    [base, more.to_vec()].concat()
}

/// permittedSubtrees and excludedSubtrees of these general names.
fn limits(permitted: &[Vec<u8>], excluded: &[Vec<u8>]) -> Vec<u8> {
    let trees = |tag: u8, names: &[Vec<u8>]| {
        let each: Vec<Vec<u8>> = names.iter().map(|name| tlv(0x30, &[name])).collect();
        if each.is_empty() { Vec::new() } else { tlv(tag, &[&each.concat()]) }
    };
    extension(oid::EXT_NAME_CONSTRAINTS, true, &tlv(0x30, &[&trees(0xa0, permitted), &trees(0xa1, excluded)]))
}

fn dns(text: &str) -> Vec<u8> {
    tlv(0x82, &[text.as_bytes()])
}

fn mail(text: &str) -> Vec<u8> {
    tlv(0x81, &[text.as_bytes()])
}

fn directory(name: &Name) -> Vec<u8> {
    tlv(0xa4, &[name.to_der()])
}

fn alternative(names: &[Vec<u8>]) -> Vec<u8> {
    extension(oid::EXT_SUBJECT_ALT_NAME, false, &tlv(0x30, &[&names.concat()]))
}

fn company(inn: &str) -> Name {
    Name::builder().c("RU").o("ООО Ромашка").inn_le(inn).build().unwrap()
}

/// OpenSSL's answer on the same chain.
fn openssl_agrees(bench: &Bench, chain: [&Crafted; 3], options: &str, good: bool, told: &str) {
    let [leaf, middle, root] = chain.map(|one| one.certificate.to_pem().unwrap());
    bench.put("root.pem", root);
    bench.put("middle.pem", middle);
    bench.put("leaf.pem", leaf);
    let at = seconds(crate::cast::noon());
    let verdict =
        bench.openssl(&format!("verify -attime {at} -CAfile root.pem -untrusted middle.pem {options} leaf.pem"));
    assert_eq!(verdict.good, good, "{told}: {}", verdict.said);
}

/// What it shows, the authority's limit, the subject, further extensions of the subject.
type NamesRow = (&'static str, Vec<u8>, Name, Vec<Vec<u8>>, Check);
/// What it shows, extensions of the authority and of the subject, what is demanded.
type PoliciesRow = (&'static str, Vec<Vec<u8>>, Vec<Vec<u8>>, PolicyDemands, Check);

#[test]
fn names_lie_within_what_authorities_permit() {
    let chance = Chance::from_seed([1; 32]);
    let bench = Bench::new();
    let romashka = Name::builder().c("RU").o("ООО Ромашка").build().unwrap();
    let vasilek = Name::builder().c("RU").o("ООО Василёк").build().unwrap();
    let own = company("7700000016");
    let table: Vec<NamesRow> = vec![
        ("the name itself", limits(&[directory(&romashka)], &[]), romashka.clone(), vec![], Check::Yes),
        ("below the name", limits(&[directory(&romashka)], &[]), own.clone(), vec![], Check::Yes),
        ("another name", limits(&[directory(&vasilek)], &[]), own.clone(), vec![], no(Reason::NameConstraint)),
        ("one of two", limits(&[directory(&vasilek), directory(&romashka)], &[]), own.clone(), vec![], Check::Yes),
        ("excluded", limits(&[], &[directory(&romashka)]), own.clone(), vec![], no(Reason::NameConstraint)),
        ("not the excluded one", limits(&[], &[directory(&vasilek)]), own.clone(), vec![], Check::Yes),
        (
            "permitted host",
            limits(&[dns("romashka.example")], &[]),
            own.clone(),
            vec![alternative(&[dns("edo.romashka.example")])],
            Check::Yes,
        ),
        (
            "other host",
            limits(&[dns("romashka.example")], &[]),
            own.clone(),
            vec![alternative(&[dns("vasilek.example")])],
            no(Reason::NameConstraint),
        ),
        (
            "excluded host",
            limits(&[], &[dns("romashka.example")]),
            own.clone(),
            vec![alternative(&[dns("a.romashka.example")])],
            no(Reason::NameConstraint),
        ),
        (
            "second host is another",
            limits(&[dns("romashka.example")], &[]),
            own.clone(),
            vec![alternative(&[dns("romashka.example"), dns("vasilek.example")])],
            no(Reason::NameConstraint),
        ),
        ("no host at all", limits(&[dns("romashka.example")], &[]), own.clone(), vec![], Check::Yes),
        (
            "mailbox",
            limits(&[mail("romashka.example")], &[]),
            own.clone(),
            vec![alternative(&[mail("a@romashka.example")])],
            Check::Yes,
        ),
        (
            "mailbox elsewhere",
            limits(&[mail("romashka.example")], &[]),
            own.clone(),
            vec![alternative(&[mail("a@vasilek.example")])],
            no(Reason::NameConstraint),
        ),
        (
            "mail in the subject",
            limits(&[mail("romashka.example")], &[]),
            Name::builder().o("ООО Ромашка").email("a@vasilek.example").build().unwrap(),
            vec![],
            no(Reason::NameConstraint),
        ),
    ];
    let root = fresh(&chance, "Корень", None, &authority());
    for (told, limit, subject, more, expected) in table {
        let middle = fresh(&chance, "Центр", Some(&root), &with(authority(), &[limit]));
        let leaf = craft(&chance, &subject, key(&chance, ParamSet::XA), Some(&middle), &with(signer(), &more));
        assert_eq!(chain_of(&leaf, &root, &[&middle], PolicyDemands::default()), expected, "{told}");
        openssl_agrees(&bench, [&leaf, &middle, &root], "", expected.is_yes(), told);
    }
}

#[test]
fn limits_of_anchors_count_and_strange_ones_refuse() {
    let chance = Chance::from_seed([2; 32]);
    let root = fresh(&chance, "Корень", None, &with(authority(), &[limits(&[dns("romashka.example")], &[])]));
    let middle = fresh(&chance, "Центр", Some(&root), &authority());
    let judged = |more: &[Vec<u8>]| {
        let leaf = fresh(&chance, "Ромашка", Some(&middle), &with(signer(), more));
        chain_of(&leaf, &root, &[&middle], PolicyDemands::default())
    };
    assert_eq!(judged(&[alternative(&[dns("romashka.example")])]), Check::Yes);
    assert_eq!(judged(&[alternative(&[dns("vasilek.example")])]), no(Reason::NameConstraint));
    // otherName limited and present; minimum that is no zero; alternative names that cannot be read
    let other = tlv(0xa0, &[&oid_der(oid::COMMON_NAME), &tlv(0xa0, &[&tlv(0x0c, &[b"x"])])]);
    let deep = extension(
        oid::EXT_NAME_CONSTRAINTS,
        true,
        &tlv(0x30, &[&tlv(0xa0, &[&tlv(0x30, &[&dns("romashka.example"), &[0x80, 0x01, 0x01]])])]),
    );
    let unread = extension(oid::EXT_SUBJECT_ALT_NAME, false, &[0x30, 0x02, 0x82, 0x05]);
    for (limit, more, expected) in [
        (limits(&[], std::slice::from_ref(&other)), alternative(std::slice::from_ref(&other)), no(Reason::NameForm)),
        (limits(&[], std::slice::from_ref(&other)), alternative(&[dns("romashka.example")]), Check::Yes),
        (deep, alternative(&[dns("romashka.example")]), no(Reason::NameForm)),
        (limits(&[], &[dns("vasilek.example")]), unread, no(Reason::NameConstraint)),
    ] {
        let middle = fresh(&chance, "Центр", Some(&root), &with(authority(), &[limit]));
        let leaf = fresh(&chance, "Ромашка", Some(&middle), &with(signer(), &[more]));
        assert_eq!(chain_of(&leaf, &root, &[&middle], PolicyDemands::default()), expected);
    }
}

fn policy(number: usize) -> Oid {
    Oid::new(&format!("1.2.643.100.255.{number}")).unwrap()
}

fn policies(list: &[Oid]) -> Vec<u8> {
    let each: Vec<Vec<u8>> = list.iter().map(|one| tlv(0x30, &[&oid_der(*one)])).collect();
    extension(oid::EXT_POLICIES, false, &tlv(0x30, &[&each.concat()]))
}

fn mappings(pairs: &[(Oid, Oid)]) -> Vec<u8> {
    let each: Vec<Vec<u8>> = pairs.iter().map(|(a, b)| tlv(0x30, &[&oid_der(*a), &oid_der(*b)])).collect();
    extension(oid::EXT_POLICY_MAPPINGS, true, &tlv(0x30, &[&each.concat()]))
}

fn policy_limits(explicit: Option<u8>, mapping: Option<u8>) -> Vec<u8> {
    let part = |tag: u8, skip: Option<u8>| skip.map(|skip| tlv(tag, &[&[skip]])).unwrap_or_default();
    extension(oid::EXT_POLICY_CONSTRAINTS, true, &tlv(0x30, &[&part(0x80, explicit), &part(0x81, mapping)]))
}

fn inhibit_any(skip: u8) -> Vec<u8> {
    extension(oid::EXT_INHIBIT_ANY_POLICY, true, &tlv(0x02, &[&[skip]]))
}

#[test]
fn policies_hold_along_the_whole_path() {
    let chance = Chance::from_seed([3; 32]);
    let (a, b, any) = (policy(1), policy(2), oid::POLICY_ANY);
    let root = fresh(&chance, "Корень", None, &authority());
    let demand = |accepted: &[Oid], explicit| PolicyDemands {
        accepted: accepted.to_vec(),
        explicit,
        ..PolicyDemands::default()
    };
    let inhibited = PolicyDemands { explicit: true, inhibit_any: true, ..PolicyDemands::default() };
    let unmapped = PolicyDemands { explicit: true, inhibit_mapping: true, ..PolicyDemands::default() };
    let none = no(Reason::Policy);
    let table: Vec<PoliciesRow> = vec![
        ("none stated, none demanded", vec![], vec![], demand(&[], false), Check::Yes),
        ("none stated, some demanded", vec![], vec![], demand(&[], true), none),
        ("stated twice", vec![policies(&[a])], vec![policies(&[a])], demand(&[a], true), Check::Yes),
        ("another wanted", vec![policies(&[a])], vec![policies(&[a])], demand(&[b], true), none),
        ("wanted without being demanded", vec![policies(&[a])], vec![policies(&[a])], demand(&[b], false), Check::Yes),
        ("broken in the middle", vec![], vec![policies(&[a])], demand(&[], true), none),
        ("any above, one below", vec![policies(&[any])], vec![policies(&[a])], demand(&[a], true), Check::Yes),
        ("one above, any below", vec![policies(&[a])], vec![policies(&[any])], demand(&[a], true), Check::Yes),
        ("any everywhere", vec![policies(&[any])], vec![policies(&[any])], demand(&[b], true), Check::Yes),
        ("any where it counts for nothing", vec![policies(&[any])], vec![policies(&[a])], inhibited, none),
        (
            "an authority ends any",
            vec![policies(&[a]), inhibit_any(0)],
            vec![policies(&[any])],
            demand(&[], true),
            none,
        ),
        ("an authority demands", vec![policy_limits(Some(0), None)], vec![], demand(&[], false), none),
        ("an authority demands later", vec![policy_limits(Some(2), None)], vec![], demand(&[], false), Check::Yes),
        ("mapped", vec![policies(&[a]), mappings(&[(a, b)])], vec![policies(&[b])], demand(&[a], true), Check::Yes),
        (
            "mapped, the old one stated",
            vec![policies(&[a]), mappings(&[(a, b)])],
            vec![policies(&[a])],
            demand(&[], true),
            none,
        ),
        (
            "mapped where that is forbidden",
            vec![policies(&[a]), mappings(&[(a, b)])],
            vec![policies(&[b])],
            unmapped,
            none,
        ),
        (
            "mapped from any",
            vec![policies(&[any]), mappings(&[(a, b)])],
            vec![policies(&[b])],
            demand(&[a], true),
            Check::Yes,
        ),
        (
            "any is mapped",
            vec![policies(&[any]), mappings(&[(any, b)])],
            vec![policies(&[b])],
            demand(&[], false),
            no(Reason::PolicyMapping),
        ),
    ];
    let bench = Bench::new();
    for (told, above, below, demands, expected) in table {
        let middle = fresh(&chance, "Центр", Some(&root), &with(authority(), &above));
        let leaf = fresh(&chance, "Ромашка", Some(&middle), &with(signer(), &below));
        assert_eq!(chain_of(&leaf, &root, &[&middle], demands.clone()), expected, "{told}");
        openssl_agrees(&bench, [&leaf, &middle, &root], &openssl_options(&demands), expected.is_yes(), told);
    }
}

fn openssl_options(demands: &PolicyDemands) -> String {
    let mut options: Vec<String> = vec!["-policy_check".to_owned()];
    // named none, OpenSSL accepts none
    let any = demands.accepted.is_empty().then_some(oid::POLICY_ANY);
    options.extend(demands.accepted.iter().copied().chain(any).map(|policy| format!("-policy {policy}")));
    options.extend(demands.explicit.then(|| "-explicit_policy".to_owned()));
    options.extend(demands.inhibit_mapping.then(|| "-inhibit_map".to_owned()));
    options.extend(demands.inhibit_any.then(|| "-inhibit_any".to_owned()));
    options.join(" ")
}

/// Chains of chance: ours and OpenSSL's answer are the same. Thousands under `SVITOK_PROVE=full`.
#[test]
fn openssl_judges_policies_of_chance_alike() {
    let rounds = if std::env::var("SVITOK_PROVE").as_deref() == Ok("full") { 3_000 } else { 60 };
    let chance = Chance::from_seed([4; 32]);
    let pick = |one_in: u32| chance.below(one_in) == 0;
    let some_policies = || {
        let mut list: Vec<Oid> = (1..4).filter(|_| pick(2)).map(policy).collect();
        list.extend(pick(3).then_some(oid::POLICY_ANY));
        list
    };
    let root = fresh(&chance, "Корень", None, &authority());
    let bench = Bench::new();
    let mut goods = 0;
    for round in 0..rounds {
        let mut above = authority();
        let list = some_policies();
        if !list.is_empty() {
            above.push(policies(&list));
        }
        if pick(2) {
            let number = |n: u32| policy(usize::try_from(n).unwrap() + 1);
            let pairs: Vec<(Oid, Oid)> =
                (0..=chance.below(2)).map(|_| (number(chance.below(3)), number(chance.below(3)))).collect();
            above.push(mappings(&pairs));
        }
        let skip = |one_in| pick(one_in).then(|| u8::try_from(chance.below(3)).unwrap());
        if let (Some(explicit), mapping) = (skip(4), skip(2)) {
            above.push(policy_limits(Some(explicit), mapping));
        }
        if let Some(skipped) = skip(4) {
            above.push(inhibit_any(skipped));
        }
        let middle = fresh(&chance, "Центр", Some(&root), &above);
        let list = some_policies();
        let below = if list.is_empty() { signer() } else { with(signer(), &[policies(&list)]) };
        let leaf = fresh(&chance, "Ромашка", Some(&middle), &below);
        let demands = PolicyDemands {
            accepted: (1..4).filter(|_| pick(3)).map(policy).collect(),
            explicit: pick(2),
            inhibit_mapping: pick(4),
            // OpenSSL maps a policy from the authority's anyPolicy even where that counts for nothing; RFC 5280 §6.1.4 (b)(1) does not
            inhibit_any: pick(4) && middle.certificate.policy_mappings().is_empty(),
        };
        let ours = chain_of(&leaf, &root, &[&middle], demands.clone());
        goods += i32::from(ours.is_yes());
        openssl_agrees(
            &bench,
            [&leaf, &middle, &root],
            &openssl_options(&demands),
            ours.is_yes(),
            &format!(
                "round {round} {demands:?} {:?} {:?} {:?} any {:?} leaf {:?}",
                middle.certificate.policies(),
                middle.certificate.policy_mappings(),
                middle.certificate.policy_constraints(),
                middle.certificate.inhibit_any_policy(),
                leaf.certificate.policies()
            ),
        );
    }
    assert!(goods > rounds / 10 && goods < rounds * 9 / 10, "{goods} of {rounds} were good");
}

#[test]
fn several_ways_up_are_tried_until_one_is_good() {
    let chance = Chance::from_seed([5; 32]);
    let root = fresh(&chance, "Корень", None, &authority());
    let other_root = fresh(&chance, "Другой корень", None, &authority());
    let middle_key = || gost::PrivateKey::from_le(ParamSet::XA, &[7; 32]).unwrap();
    let by = |issuer: &Crafted, more: &[Vec<u8>]| {
        craft(&chance, &named("Центр"), middle_key(), Some(issuer), &with(authority(), more))
    };
    // the same authority under two roots: what forbids one way leaves the other
    let barred = by(&root, &[limits(&[], &[directory(&named("Ромашка"))])]);
    let open = by(&other_root, &[]);
    let leaf = fresh(&chance, "Ромашка", Some(&open), &signer());
    let judged = |roots: &[&Crafted], known: &[&Crafted]| {
        let certificates =
            |list: &[&Crafted]| list.iter().map(|one| one.certificate.clone()).collect::<Vec<Certificate>>();
        let anchors = Anchors { roots: certificates(roots), intermediates: certificates(known), ..Anchors::default() };
        let demands = Demands { revocation: Revocation::NotAsked, ..Demands::new(crate::cast::noon()) };
        pki::judge_certificate(&leaf.certificate, &anchors, &demands)
    };
    assert_eq!(judged(&[&root, &other_root], &[&barred, &open]).chain, Check::Yes);
    assert_eq!(judged(&[&root, &other_root], &[&open, &barred]).chain, Check::Yes);
    assert_eq!(judged(&[&root], &[&barred, &open]).chain, no(Reason::NameConstraint));
    // a cross certificate leads from one root's tree to the other root
    let cross = craft(&chance, &named("Другой корень"), copy(&other_root), Some(&root), &authority());
    let report = judged(&[&root], &[&open, &cross, &other_root]);
    assert_eq!((report.chain, report.path.len()), (Check::Yes, 4));
    assert_eq!(report.path.last(), Some(&root.certificate));
}

fn copy(of: &Crafted) -> gost::PrivateKey {
    gost::PrivateKey::from_le(ParamSet::XA, &of.key.to_le()).unwrap()
}

#[test]
fn authorities_that_certify_each_other_make_no_circle() {
    let chance = Chance::from_seed([6; 32]);
    let root = fresh(&chance, "Корень", None, &authority());
    let first = fresh(&chance, "Первый", Some(&root), &authority());
    let second = fresh(&chance, "Второй", Some(&first), &authority());
    let by_second = |_| craft(&chance, &named("Первый"), copy(&first), Some(&second), &authority());
    let by_first = |_| craft(&chance, &named("Второй"), copy(&second), Some(&first), &authority());
    let circle: Vec<Crafted> = (0..20).map(by_second).chain((0..20).map(by_first)).collect();
    let leaf = fresh(&chance, "Ромашка", Some(&second), &signer());
    let known: Vec<&Crafted> = circle.iter().collect();
    assert_eq!(
        chain_of(&leaf, &root, &known, PolicyDemands::default()),
        Check::Unknown { reason: Reason::TooManyTrials }
    );
    let few: Vec<&Crafted> = circle[..2].iter().chain(&circle[20..22]).collect();
    assert_eq!(chain_of(&leaf, &root, &few, PolicyDemands::default()), no(Reason::NoIssuer));
    let with_way_out: Vec<&Crafted> = few.into_iter().chain([&first]).collect();
    assert_eq!(chain_of(&leaf, &root, &with_way_out, PolicyDemands::default()), Check::Yes);
}
