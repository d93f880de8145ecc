//! Sign-ins by certificate: a challenge answered with a signature, judged with its chain and the revocation list, spent once,
//! journaled, the sign-in written durably. Through the room's own face, on SQLite in a folder that is thrown away.
#![expect(clippy::float_arithmetic, reason = "figures for people; nothing is decided by them")]

use super::super::{Failure, runtime};
use super::figures::{Figures, ms_each, per_second};
use super::issuing::Holder;
use super::machine::{now, process_time};
use crate::clock::machine_chance;
use crate::config::Place;
use crate::server::{Program, Setup, assemble};
use account::certificate_sign_in::{self, Shown, SignedChallenge};
use account::{DeviceWords, Door, SignInKind, bind_certificate};
use gost::{ParamSet, PrivateKey};
use kernel::{Caller, Cx};
use pki::{CertificateRequest, KeySigner, KeyUsage, Name, SignForm, oid, sign_detached};
use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;
use tokio::task::JoinSet;

/// People who sign in at once, each from an address of their own.
const PEOPLE: usize = 64;
/// Answers signed for each second: above what one machine takes.
const ANSWERS_PER_SECOND_MAX: usize = 6_000;
/// How long, unless another time is asked for: answers have to be given within a challenge's life.
const SECONDS_USUAL: u64 = 5;
/// Sign-ins before anything counts.
const WARMING: usize = 256;

/// Signs in as many as go.
pub(super) fn measure(seconds: Option<u64>, figures: &mut Figures) -> Result<(), Failure> {
    let folder = tempfile::tempdir().map_err(|why| Failure::failed("a temporary folder", why))?;
    let place = Place::in_folder(folder.path());
    runtime()?.block_on(run(place, Duration::from_secs(seconds.unwrap_or(SECONDS_USUAL)), figures))
}

async fn run(place: Place, time: Duration, figures: &mut Figures) -> Result<(), Failure> {
    let program = assemble(Setup::new(place, "http://127.0.0.1:8080")).await?;
    let company = Holder::settled(&program).await?;
    let mut people = Vec::with_capacity(PEOPLE);
    for number in 0..PEOPLE {
        people.push(known(&program, company, number).await?);
    }
    let seconds = usize::try_from(time.as_secs()).unwrap_or(1);
    let each = ANSWERS_PER_SECOND_MAX.saturating_mul(seconds).div_ceil(PEOPLE);
    let answers = |count: usize| people.iter().map(|signer| answers(&program, signer, count)).collect::<Result<_, _>>();
    sign_in(&program, answers(WARMING.div_ceil(PEOPLE))?, time).await?;
    let signed: Vec<_> = answers(each)?;
    let (begun, spent) = (now(), process_time(std::process::id())?);
    let done = sign_in(&program, signed, time).await?;
    let (took, spent) = (begun.elapsed(), process_time(std::process::id())?.saturating_sub(spent));
    figures.set("sign_ins.certificate_per_s", per_second(done, took));
    figures.set("sign_ins.cpu_ms", ms_each(spent, done));
    figures.set("sign_ins.certificate_per_core_s", done as f64 / spent.as_secs_f64());
    program.app.store.close().await.map_err(|why| Failure::failed("the store did not close", why))
}

fn failed(why: impl std::fmt::Display) -> Failure {
    Failure::Failed(format!("a person with a certificate: {why}"))
}

/// A person with a certificate of the own authority, bound to them.
async fn known(program: &Program, company: Holder, number: usize) -> Result<KeySigner, Failure> {
    let chance = machine_chance().map_err(failed)?;
    let key = PrivateKey::generate(ParamSet::XA, &mut |octets| chance.fill(octets)).map_err(failed)?;
    let subject = Name::builder().with(oid::COMMON_NAME, &format!("Сотрудник {number}")).build().map_err(failed)?;
    let usage = KeyUsage::DIGITAL_SIGNATURE | KeyUsage::NON_REPUDIATION;
    let request = CertificateRequest::create(&key, &subject, usage, &chance.octets::<32>()).map_err(failed)?;
    let applying = company.cx(program);
    let request_key: kernel::RequestId = applying.new_id();
    let issued = program
        .certification
        .issue(&applying, company.organization_id, &request_key.to_string(), request.to_der())
        .await
        .map_err(failed)?;
    let hedge = chance.clone();
    let signer = KeySigner::new(key, issued.certificate, issued.chain, Box::new(move |octets| hedge.fill(octets)))
        .map_err(failed)?;
    let cx = Holder::person(program, number).await?;
    let room = &program.account;
    let (challenge, text) = bind_certificate::challenge(&room.settings, &cx).map_err(failed)?;
    let signature = sign_detached(text.as_bytes(), &signer, SignForm::CadesBes { at: cx.now }).map_err(failed)?;
    let judges = (&program.trust, room.settings.as_ref());
    let binding = bind_certificate::prepare(judges, &cx, (&challenge.code(), &signature)).map_err(failed)?;
    let bound =
        program.app.store.write(&cx, binding, |tx, cx, binding| Box::pin(bind_certificate::run(tx, cx, binding)));
    bound.await.map_err(failed)?;
    Ok(signer)
}

/// Challenges with their signatures, made before the clock runs: the browser's work, not the server's.
fn answers(program: &Program, signer: &KeySigner, count: usize) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let one = || {
        let cx = program.app.cx(Caller::Nobody);
        let (challenge, text) = certificate_sign_in::challenge(&program.account.settings, &cx);
        let signature = sign_detached(text.as_bytes(), signer, SignForm::CadesBes { at: cx.now }).map_err(failed)?;
        Ok((challenge.code(), signature))
    };
    (0..count).map(|_| one()).collect()
}

async fn sign_in(program: &Program, answers: Vec<Vec<(String, Vec<u8>)>>, time: Duration) -> Result<usize, Failure> {
    let (begun, mut people) = (now(), JoinSet::new());
    for (number, own) in answers.into_iter().enumerate() {
        let (room, cx) = (program.account.clone(), program.app.cx(Caller::Nobody));
        let address = IpAddr::V4(Ipv4Addr::from_bits(u32::from_be_bytes([10, 0, 0, 1]).saturating_add(low(number))));
        people.spawn(async move {
            let mut done = 0_usize;
            for answer in own {
                if begun.elapsed() >= time {
                    break;
                }
                one(&room, &cx, (answer, address)).await?;
                done += 1;
            }
            Ok::<_, Failure>(done)
        });
    }
    let mut done = 0;
    while let Some(ended) = people.join_next().await {
        done += ended.map_err(failed)??;
    }
    Ok(done)
}

fn low(number: usize) -> u32 {
    u32::try_from(number).unwrap_or_default()
}

async fn one(
    room: &account::Room,
    cx: &Cx,
    ((code, signature), address): ((String, Vec<u8>), IpAddr),
) -> Result<(), Failure> {
    let door = Door::new(SignInKind::Page, address, DeviceWords::of(Some("bench")));
    let shown = SignedChallenge { code, signature, door };
    match certificate_sign_in::run(&room.app.store, (&room.trust, &room.settings), cx, shown).await.map_err(failed)? {
        Shown::Opened(_) => Ok(()),
        Shown::Proposed(_) => Err(failed("the certificate is nobody's")),
    }
}
