//! A report, a letter, a request or a submission is opened, verified and checked.

use crate::desk::Regulator;
use crate::model::{Authority, Case, Filing, Judgement, Objection, Party, Protocol, Subscriber, judge};
use crate::store::containers::Kept;
use crate::store::docflows;
use ::store::{Fault, Tx};
use formats::Findings;
use formats::ratios::{Ratios, check_with};
use kernel::{Cx, Moment};
use pki::{Anchors, Certificate, Check, Revocation, verify_detached};
use transport::fns::Container;
use transport::technical::DateConfirmation;
use transport::{Carried, CarriedSignature, role};

/// Codes of documents of a flow's first transaction.
struct Kit {
    /// What is filed.
    main: &'static str,
    description: &'static str,
    date_confirmation: &'static str,
    power: &'static str,
    /// What is filed is an official form and is checked as one.
    is_form: bool,
}

fn kit(flow: &str) -> Kit {
    let kit = |[main, description, date_confirmation, power]: [&'static str; 4], is_form| Kit {
        main,
        description,
        date_confirmation,
        power,
        is_form,
    };
    match flow {
        "02" => kit(["01", "02", "05", "04"], false),
        "06" => kit(["01", "02", "04", "03"], false),
        "12" => kit(["01", "02", "05", "04"], false),
        _ => kit(["01", "02", "04", "03"], true),
    }
}

/// What is inside one carried document, opened if it was sealed.
struct Opened<'a> {
    carried: &'a Carried,
    content: Vec<u8>,
}

/// Looks at the first container of a docflow and judges what it brings.
pub async fn examine(
    regulator: &Regulator,
    (authority, subscriber): (&'static Authority, &Subscriber),
    container: &Container,
    now: Moment,
) -> Result<Case, Fault> {
    let kit = kit(&container.flow);
    let (opened, mut objections) = open_all(regulator, authority, container);
    objections.extend(absent(container, &kit));
    let find = |code: &str| opened.iter().find(|one| one.carried.type_code == code);
    let confirmed = find(kit.date_confirmation).and_then(|one| DateConfirmation::read(&one.content).ok());
    let confirmed = confirmed.filter(|confirmed| confirmed.docflow == container.docflow);
    if confirmed.is_none() {
        objections.push(Objection::not_whole("подтверждение даты отправки этого документооборота"));
    }
    let (filing, found) = match find(kit.main) {
        Some(main) => read_main(main, kit.is_form, now),
        None => (Filing::unread(&file_id(container.documents.first()), now), None),
    };
    let anchors = anchors(regulator, subscriber);
    objections.extend(opened.iter().filter_map(|one| signatures(one, &anchors, now)));
    let is_for_another = find(kit.power).is_some();
    objections.extend(find(kit.main).and_then(|main| signer(main, filing.payer.as_ref(), is_for_another)));
    if kit.is_form {
        objections.extend(repeated(regulator, authority, &filing).await?);
    }
    let judgement = judge(authority.temper, found.as_ref(), objections);
    let filed_at = confirmed.map_or(now, |confirmed| confirmed.sent_at);
    let operator = container.operator.as_ref().unwrap_or(&container.sender);
    let who = (authority.code, container.sender.id(), operator.id());
    Ok(Case::new(who, (filing, party_of(subscriber)), (filed_at, now), judgement))
}

/// The documents of a container that could be opened, and what is wrong with the others.
fn open_all<'a>(
    regulator: &Regulator,
    authority: &Authority,
    container: &'a Container,
) -> (Vec<Opened<'a>>, Vec<Objection>) {
    let (mut opened, mut objections) = (Vec::new(), Vec::new());
    for carried in &container.documents {
        match open(regulator, authority, carried) {
            Ok(content) => opened.push(Opened { carried, content }),
            Err(objection) => objections.push(objection),
        }
    }
    (opened, objections)
}

/// Parts that must be there and are not.
fn absent(container: &Container, kit: &Kit) -> Vec<Objection> {
    let is_absent = |code: &str| !container.documents.iter().any(|carried| carried.type_code == code);
    let parts = [(kit.main, "документ"), (kit.description, "описание")].into_iter();
    parts.filter(|(code, _)| is_absent(code)).map(|(_, what)| Objection::not_whole(what)).collect()
}

/// The content as it was signed. Refuses what is sealed to another.
fn open(regulator: &Regulator, authority: &Authority, carried: &Carried) -> Result<Vec<u8>, Objection> {
    let content = carried.content.as_deref().ok_or_else(|| Objection::not_whole("содержимое документа"))?;
    if !carried.encrypted {
        return Ok(content.to_vec());
    }
    let own = regulator.keys.of(authority).ok_or_else(Objection::sealed_to_another)?;
    let key = own.key().map_err(|_| Objection::sealed_to_another())?;
    let opened = transport::seal::open(content, &key, &own.certificate);
    opened.map(|opened| opened.content.to_vec()).map_err(|_| Objection::sealed_to_another())
}

fn read_main(main: &Opened<'_>, is_form: bool, now: Moment) -> (Filing, Option<Findings>) {
    let (file_id, name) = (file_id(Some(main.carried)), main.carried.original_name.as_deref());
    let registry = formats::Registry::embedded();
    let found = is_form.then(|| check_with(registry, Ratios::embedded(), &main.content, name));
    let filing = match registry.read(&main.content) {
        Ok(document) => {
            let title = registry.definition(document.format()).map(|known| known.title.clone()).unwrap_or_default();
            let title =
                if title.is_empty() { format!("Форма {}", document.knd().unwrap_or_default()) } else { title };
            Filing { file_id, ..Filing::of(&document, &title, now) }
        }
        Err(_) => Filing::unread(&file_id, now),
    };
    (filing, found)
}

/// A file's name without its extension; receipts always name one.
fn file_id(carried: Option<&Carried>) -> String {
    let name = carried.and_then(|carried| carried.original_name.as_deref()).unwrap_or("файл без имени");
    name.strip_suffix(".xml").or_else(|| name.strip_suffix(".XML")).unwrap_or(name).to_owned()
}

/// The simulator trusts its own root and the certificates that the operator registered for the subscriber.
fn anchors(regulator: &Regulator, subscriber: &Subscriber) -> Anchors {
    let roots = [regulator.keys.root().clone()].into_iter().chain(subscriber.certificates.iter().cloned()).collect();
    Anchors { roots, ..Anchors::default() }
}

/// What is wrong with the signatures of one document. Those of the subscriber must lead to a root that is trusted here; the operator's
/// must fit, for nobody told the simulator whose certificates operators have.
fn signatures(one: &Opened<'_>, anchors: &Anchors, at: Moment) -> Option<Objection> {
    if one.carried.signatures.is_empty() {
        return Some(Objection::signature("документ не подписан"));
    }
    one.carried.signatures.iter().find_map(|signature| fault_of(one, signature, anchors, at))
}

fn fault_of(one: &Opened<'_>, signature: &CarriedSignature, anchors: &Anchors, at: Moment) -> Option<Objection> {
    let report = verify_detached(one.content.as_slice(), &signature.bytes, anchors, at, Revocation::NotAsked);
    let report = match report {
        Ok(report) => report,
        Err(refusal) => return Some(Objection::signature(&refusal.to_string())),
    };
    let outcome = if signature.role == role::OPERATOR {
        report.signers.iter().map(|signer| signer.integrity).reduce(Check::and)
    } else {
        Some(report.outcome())
    };
    match outcome {
        Some(Check::Yes) => None,
        Some(Check::No { reason } | Check::Unknown { reason }) => Some(Objection::signature(reason.code())),
        None => Some(Objection::signature("подписи нет ни одного подписавшего")),
    }
}

/// What is wrong with who signed the main document: not the subscriber, or a certificate that names an ИНН other than the payer's
/// where no power of attorney came.
fn signer(main: &Opened<'_>, payer: Option<&Party>, has_power: bool) -> Option<Objection> {
    let own = main.carried.signatures.iter().find(|each| each.role != role::OPERATOR);
    let Some(own) = own else {
        return Some(Objection::signature("документ не подписан абонентом"));
    };
    let payer = payer?.inn().filter(|_| !has_power)?;
    let message = pki::SignedMessage::parse(&own.bytes).ok()?;
    let is_signer = |certificate: &&Certificate| message.signers().iter().any(|signer| signer.is_of(certificate));
    let subject = message.certificates().iter().find(is_signer)?.subject();
    let named: Vec<_> = [subject.inn_le(), subject.inn()].into_iter().flatten().collect();
    (!named.is_empty() && !named.contains(&payer)).then(Objection::not_the_payers)
}

async fn repeated(regulator: &Regulator, authority: &Authority, filing: &Filing) -> Result<Option<Objection>, Fault> {
    let (Some(correction), Some(payer)) = (filing.correction, &filing.payer) else { return Ok(None) };
    let mut reader = regulator.app.store.reader().await?;
    let last = docflows::last_correction(&mut reader, authority, &payer.digits(), filing).await?;
    let next = last.map_or(0, |last| last + 1);
    Ok(match i64::from(correction).cmp(&next) {
        std::cmp::Ordering::Less => Some(Objection::repeated(correction)),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Objection::no_first(correction)),
    })
}

/// Takes a report that was accepted into the books, so that its next correction is known.
pub async fn file(tx: &mut Tx<'_>, cx: &Cx, container: &Kept, case: &Case) -> Result<(), Fault> {
    let is_taken = !matches!(case.judgement, Judgement::Refused(_));
    let is_report = container.flow == "01" && container.protocol == Protocol::Fns.word();
    let (Some(authority), Some(payer), Some(_)) =
        (Authority::find(&case.authority), &case.filing.payer, case.filing.correction)
    else {
        return Ok(());
    };
    if is_taken && is_report {
        docflows::file(tx, (authority, &payer.digits(), &container.docflow), &case.filing, cx.now).await?;
    }
    Ok(())
}

fn party_of(subscriber: &Subscriber) -> Party {
    let inn = subscriber.inn.as_str().to_owned();
    if let Some(kpp) = &subscriber.kpp {
        return Party::Company { inn, kpp: kpp.as_str().to_owned(), name: subscriber.name.clone() };
    }
    let mut words = subscriber.name.split_whitespace().map(str::to_owned);
    let surname = words.next().unwrap_or_default();
    let first_name = words.next().unwrap_or_else(|| surname.clone());
    let rest: Vec<String> = words.collect();
    Party::Person { inn: Some(inn), surname, first_name, patronymic: (!rest.is_empty()).then(|| rest.join(" ")) }
}
