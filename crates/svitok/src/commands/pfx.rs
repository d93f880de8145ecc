//! `svitok pfx`: a key with its certificates in one file under a password, made and opened; a CryptoPro folder opened.

use super::keys::{certificates, chance, private_key, unreadable, write_secret};
use super::{Failure, read_file, write_file};
use crate::command_line::{PfxArgs, PfxMakeArgs, PfxOpenArgs};
use gost::PrivateKey;
use pki::key_container::{KeyContainer, KeyContainerFiles};
use pki::pfx::{Pfx, PfxOrder};
use pki::{Certificate, PasswordProtection};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use zeroize::Zeroizing;

/// Where a password is looked for when no file is named.
const PASSWORD_VARIABLE: &str = "SVITOK_PASSWORD";

/// Makes or opens.
pub fn run(args: &PfxArgs) -> Result<ExitCode, Failure> {
    match args {
        PfxArgs::Make(args) => make(args),
        PfxArgs::Open(args) => open(args),
    }
}

/// The first line of the file, or the environment's: a command line is seen by everybody on the machine.
fn password(file: Option<&Path>) -> Result<Zeroizing<String>, Failure> {
    let Some(file) = file else {
        let given = std::env::var(PASSWORD_VARIABLE);
        return given.map(Zeroizing::new).map_err(|_| {
            Failure::Unreadable(format!("a password is asked for: --password-file FILE or {PASSWORD_VARIABLE}"))
        });
    };
    let octets = Zeroizing::new(read_file(file)?);
    let text = std::str::from_utf8(&octets).map_err(|why| unreadable(file, why))?;
    Ok(Zeroizing::new(text.lines().next().unwrap_or_default().to_owned()))
}

fn make(args: &PfxMakeArgs) -> Result<ExitCode, Failure> {
    let (key, password) = (private_key(&args.key)?, password(args.password_file.as_deref())?);
    let mut chain = args.cert.as_deref().map(certificates).transpose()?.unwrap_or_default();
    let certificate = if chain.is_empty() { None } else { Some(chain.remove(0)) };
    let order = PfxOrder {
        key: &key,
        certificate: certificate.as_ref(),
        chain: &chain,
        friendly_name: args.name.as_deref(),
        protection: PasswordProtection::default(),
    };
    let chance = chance()?;
    let sealed = order.seal(&password, &mut |octets| chance.fill(octets));
    write_secret(&args.out, &sealed.map_err(|why| Failure::failed("the file cannot be made", why))?)?;
    if args.json {
        println!("{}", json!({ "pfx": args.out, "certificates": chain.len() + usize::from(certificate.is_some()) }));
    }
    Ok(ExitCode::SUCCESS)
}

/// What was inside.
struct Opened {
    key: PrivateKey,
    certificates: Vec<Certificate>,
    left_out: Vec<&'static str>,
}

fn open(args: &PfxOpenArgs) -> Result<ExitCode, Failure> {
    let password = password(args.password_file.as_deref())?;
    let opened = if args.file.is_dir() { of_folder(&args.file, &password)? } else { of_file(&args.file, &password)? };
    let failed = |why| Failure::failed("what was inside cannot be written", why);
    let key = pki::keys::private_key_to_pem(&opened.key).map_err(failed)?;
    let certificates: Result<Vec<String>, _> = opened.certificates.iter().map(Certificate::to_pem).collect();
    let certificates = certificates.map_err(failed)?.concat();
    write_secret(&args.key_out, key.as_bytes())?;
    if let Some(out) = &args.cert_out {
        write_file(out, certificates.as_bytes())?;
    }
    for what in &opened.left_out {
        eprintln!("left out: {what}");
    }
    if args.json {
        let set = opened.key.set().short_name();
        let (count, left_out) = (opened.certificates.len(), opened.left_out);
        println!("{}", json!({ "key": args.key_out, "paramset": set, "certificates": count, "left_out": left_out }));
    }
    Ok(ExitCode::SUCCESS)
}

fn of_file(path: &Path, password: &str) -> Result<Opened, Failure> {
    let pfx = Pfx::open(&read_file(path)?, password).map_err(|why| unreadable(path, why))?;
    let left_out = pfx.left_out().to_vec();
    let first = pfx.keys().first().ok_or_else(|| unreadable(path, "no key in the file"))?;
    let own = pfx.certificate_of(&first.key).cloned();
    let mut certificates: Vec<Certificate> = own.iter().flat_map(|own| pfx.chain_of(own)).collect();
    if let Some(own) = own {
        certificates.retain(|certificate| *certificate != own);
        certificates.insert(0, own);
    }
    let key = pfx.into_keys().into_iter().next().ok_or_else(|| unreadable(path, "no key in the file"))?.key;
    Ok(Opened { key, certificates, left_out })
}

fn of_folder(folder: &Path, password: &str) -> Result<Opened, Failure> {
    let read = |name: &str| read_file(&folder.join(name)).map(Zeroizing::new);
    let given = |name: &str| folder.join(name).is_file().then(|| read(name)).transpose();
    let (header, masks, primary) = (read("header.key")?, read("masks.key")?, read("primary.key")?);
    let (masks2, primary2, name) = (given("masks2.key")?, given("primary2.key")?, given("name.key")?);
    let files = KeyContainerFiles {
        header: &header,
        masks: &masks,
        primary: &primary,
        masks2: masks2.as_ref().map(|octets| octets.as_slice()),
        primary2: primary2.as_ref().map(|octets| octets.as_slice()),
        name: name.as_ref().map(|octets| octets.as_slice()),
    };
    let container = KeyContainer::parse(&files).map_err(|why| unreadable(folder, why))?;
    let key = container.open(password).map_err(|why| unreadable(folder, why))?;
    Ok(Opened { key, certificates: container.certificate().cloned().into_iter().collect(), left_out: Vec::new() })
}
