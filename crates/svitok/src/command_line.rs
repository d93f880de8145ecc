//! What the program can be asked on the command line.

use crate::commands::check::CheckArgs;
use crate::commands::due::DueArgs;
use crate::commands::forms::FormsArgs;
use crate::commands::keys::set_named;
use crate::config::{Listen, Place};
use clap::{Args, Parser, Subcommand};
use gost::ParamSet;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Свиток: подписать, доставить и доказать документ. Independent, self-hosted, not accredited.
#[derive(Debug, Parser)]
#[command(name = "svitok", version, arg_required_else_help = true)]
pub struct CommandLine {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run everything: the web, the own API, the jobs
    Serve(ServeArgs),
    /// Play the tax service, the fund and the statistics for tests: a simulator, not the state
    Regulator(RegulatorArgs),
    /// Bring the database to this version
    Migrate(Place),
    /// Fill a small town to look around in
    Seed(SeedArgs),
    /// Look whether everything is in order and say what is not
    Doctor(Place),
    /// What a payer must file and pay in a year, when, and why
    Due(DueArgs),
    /// Tell the story of one document over HTTP and leave its proof as files
    Demo(DemoArgs),
    /// Print the description of the own API
    Openapi,
    /// Make a GOST key
    Keygen(KeygenArgs),
    /// Make a request for a certificate (PKCS#10)
    Request(RequestArgs),
    /// Sign a file: CAdES-BES in DER, by one or several signers, detached or attached
    Sign(SignArgs),
    /// Keep a key with its certificates in one file under a password (PFX), or open one
    #[command(subcommand)]
    Pfx(PfxArgs),
    /// Verify a detached signature. Exit code: 0 good, 1 bad, 2 unreadable, 3 simulator or test
    Verify(VerifyArgs),
    /// Check documents by their official formats. Exit code: 0 clean, 1 findings, 2 unreadable or of no known format
    Check(CheckArgs),
    /// Official formats: which are known, what they ask for, new ones from their schemas
    #[command(subcommand)]
    Forms(FormsArgs),
    /// Print an official file: PDF/A by its form, or by the definition of its format. Exit code 2 when it has none
    Print(PrintArgs),
    /// Measure this program on this machine. Exit code 2 when the peer of `gost` cannot be built here
    Bench(BenchArgs),
    /// The load of `bench delivery`
    #[command(hide = true)]
    BenchLoad(BenchLoadArgs),
}

/// Of `svitok serve`.
#[derive(Debug, Args)]
pub struct ServeArgs {
    /// Where it works.
    #[command(flatten)]
    pub place: Place,
    /// Where it answers.
    #[command(flatten)]
    pub listen: Listen,
    /// Write the address to this file once it answers (for scripts that ask for port 0); each further surface stands on
    /// a line of its own, after its word.
    #[arg(long, value_name = "FILE")]
    pub ready_file: Option<PathBuf>,
}

/// Of `svitok regulator`.
#[derive(Debug, Args)]
pub struct RegulatorArgs {
    /// Folder of everything the simulator keeps: its own database, large containers, its secret.
    #[arg(long, env = "SVITOK_REGULATOR_DATA", default_value = "./regulator", value_name = "DIR")]
    pub data: PathBuf,
    /// Another database: `postgres://…`. Without it, SQLite in the folder. Never that of the server.
    #[arg(long, env = "SVITOK_REGULATOR_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// Where it answers.
    #[arg(long, env = "SVITOK_REGULATOR_LISTEN", default_value = "127.0.0.1:8090", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// How fast the authorities are until the page sets another pace: `at-once`, or `real` by the simulator's clock.
    #[arg(long, env = "SVITOK_REGULATOR_PACE", default_value = "at-once", value_name = "at-once|real")]
    pub pace: PaceWord,
    /// Write the address to this file once it answers (for scripts that ask for port 0).
    #[arg(long, value_name = "FILE")]
    pub ready_file: Option<PathBuf>,
}

/// How fast the authorities are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum PaceWord {
    /// Every answer as soon as what it answers has come.
    AtOnce,
    /// As the real ones.
    Real,
}

/// Of `svitok seed`.
#[derive(Debug, Args)]
pub struct SeedArgs {
    /// Where it works.
    #[command(flatten)]
    pub place: Place,
    /// Address that will stand in the town's certificates: where `svitok serve` will answer.
    #[arg(long, env = "SVITOK_PUBLIC_URL", value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub public_url: String,
}

/// Of `svitok demo`.
#[derive(Debug, Args)]
pub struct DemoArgs {
    /// Folder for contents, signatures, certificates and the report; made when absent.
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
    /// A ready seller's title; boxes are made for its own participants.
    #[arg(long, value_name = "FILE")]
    pub title: Option<PathBuf>,
}

/// Of `svitok keygen`.
#[derive(Debug, Args)]
pub struct KeygenArgs {
    /// Parameter set: A B C XA XB TCA TCB TCC TCD 512A 512B 512C.
    #[arg(long, value_name = "SET", default_value = "XA", value_parser = set_named)]
    pub paramset: ParamSet,
    /// Where to put the key, PKCS#8 in PEM, mode 0600. An existing file is not overwritten.
    #[arg(long, value_name = "KEY.pem")]
    pub out: PathBuf,
    /// Say in JSON what was made.
    #[arg(long)]
    pub json: bool,
}

/// Of `svitok request`.
#[derive(Debug, Args)]
pub struct RequestArgs {
    /// The key, PKCS#8 in PEM or DER.
    #[arg(long, value_name = "KEY.pem")]
    pub key: PathBuf,
    /// The wished name: CN=…, O=…, INNLE=…, OGRN=…, SN=…, GN=…, T=…, INN=…, SNILS=…, C=RU; a backslash before a comma
    /// that belongs to a value.
    #[arg(long, value_name = "NAME")]
    pub subject: String,
    /// What the key is wished for; may be repeated.
    #[arg(long, value_enum, default_values = ["digital-signature", "non-repudiation", "key-encipherment"])]
    pub usage: Vec<RequestUse>,
    /// Where to put the request, PEM.
    #[arg(long, value_name = "REQUEST.pem")]
    pub out: PathBuf,
    /// Say in JSON what was made.
    #[arg(long)]
    pub json: bool,
}

/// A use of a key (RFC 5280 §4.2.1.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum RequestUse {
    /// Signatures of any kind.
    DigitalSignature,
    /// Signatures that bind.
    NonRepudiation,
    /// Transport of keys.
    KeyEncipherment,
    /// Data enciphered with the key itself.
    DataEncipherment,
    /// Agreement of keys.
    KeyAgreement,
}

/// Of `svitok sign`.
#[derive(Debug, Args)]
pub struct SignArgs {
    /// The key, PKCS#8 in PEM or DER; once for each signer.
    #[arg(long, value_name = "KEY.pem", required = true)]
    pub key: Vec<PathBuf>,
    /// The signer's certificate, PEM or DER, in the order of the keys; certificates after it in a PEM go into the signature
    /// as its chain.
    #[arg(long, value_name = "CERT.pem", required = true)]
    pub cert: Vec<PathBuf>,
    /// What to sign.
    pub file: PathBuf,
    /// The content travels in the message.
    #[arg(long)]
    pub attached: bool,
    /// Sign the digest alone, without attributes, as the vendors' kits do.
    #[arg(long)]
    pub no_attributes: bool,
    /// Add the signers to this signature of the same file; what it holds stays byte for byte.
    #[arg(long, value_name = "F.sig", conflicts_with = "attached")]
    pub add_to: Option<PathBuf>,
    /// Where to put the signature; without it, FILE.sig (attached: FILE.p7m) beside the file.
    #[arg(long, value_name = "F.sig")]
    pub out: Option<PathBuf>,
    /// Say in JSON what was made.
    #[arg(long)]
    pub json: bool,
}

/// Of `svitok pfx`.
#[derive(Debug, Subcommand)]
pub enum PfxArgs {
    /// Put a key and its certificates into a file under a password (RFC 9548)
    Make(PfxMakeArgs),
    /// Take a key and certificates out of a PFX file or of a CryptoPro folder of key files
    Open(PfxOpenArgs),
}

/// Of `svitok pfx make`. The password comes from a file or from SVITOK_PASSWORD, never from the command line.
#[derive(Debug, Args)]
pub struct PfxMakeArgs {
    /// The key, PKCS#8 in PEM or DER.
    #[arg(long, value_name = "KEY.pem")]
    pub key: PathBuf,
    /// Its certificate and, after it in a PEM, those above it; a key may be kept without.
    #[arg(long, value_name = "CERT.pem")]
    pub cert: Option<PathBuf>,
    /// The name that programs show.
    #[arg(long)]
    pub name: Option<String>,
    /// The password is the first line of this file.
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Where to put it, mode 0600. An existing file is not overwritten.
    #[arg(long, value_name = "F.pfx")]
    pub out: PathBuf,
    /// Say in JSON what was made.
    #[arg(long)]
    pub json: bool,
}

/// Of `svitok pfx open`.
#[derive(Debug, Args)]
pub struct PfxOpenArgs {
    /// A PFX file, or a folder with header.key, masks.key and primary.key.
    pub file: PathBuf,
    /// The password is the first line of this file; otherwise SVITOK_PASSWORD.
    #[arg(long, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Where to put the key, PKCS#8 in PEM without a password, mode 0600. An existing file is not overwritten.
    #[arg(long, value_name = "KEY.pem")]
    pub key_out: PathBuf,
    /// Where to put the certificates, the key's own first.
    #[arg(long, value_name = "CERT.pem")]
    pub cert_out: Option<PathBuf>,
    /// Say in JSON what was there.
    #[arg(long)]
    pub json: bool,
}

/// Of `svitok verify`.
#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// What was signed.
    #[arg(required_unless_present = "recompute")]
    pub file: Option<PathBuf>,
    /// The detached signature, DER or PEM.
    #[arg(required_unless_present = "recompute")]
    pub signature: Option<PathBuf>,
    /// Certificates to trust and to build the chain from, PEM; one of them may be the signer's own.
    #[arg(long, value_name = "CA.pem", required_unless_present = "recompute")]
    pub ca: Option<PathBuf>,
    /// Revocation lists, PEM. Without them revocation is not asked, and the report says so.
    #[arg(long, value_name = "CRL.pem")]
    pub crl: Option<PathBuf>,
    /// Make a report of `--json` again from the inputs stored in it alone, and compare. Exit code: the report's, or 1 when
    /// they differ, 2 when it cannot be made again.
    #[arg(long, value_name = "REPORT.json", conflicts_with_all = ["file", "signature", "ca", "crl"])]
    pub recompute: Option<PathBuf>,
    /// The report as JSON: every check as a tree, and the inputs it was made from.
    #[arg(long)]
    pub json: bool,
}

/// Of `svitok print`.
#[derive(Debug, Args)]
pub struct PrintArgs {
    /// The file, XML.
    pub file: PathBuf,
    /// Where to put the paper; without it, beside the file with the ending `.pdf`.
    #[arg(short, long, value_name = "OUT.pdf")]
    pub out: Option<PathBuf>,
}

/// Of `svitok bench`.
#[derive(Debug, Args)]
pub struct BenchArgs {
    /// What to measure.
    pub name: BenchName,
    /// How long: each phase of `delivery` (10), `issuing` and `sign-ins` (5), or the whole of `gost` (about 30).
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=600))]
    pub seconds: Option<u64>,
    /// The figures as JSON.
    #[arg(long)]
    pub json: bool,
    /// Boxes of `delivery`.
    #[arg(long, value_name = "N", default_value_t = 1000, value_parser = boxes)]
    pub boxes: usize,
    /// An empty PostgreSQL database for `delivery`; without it, SQLite in a temporary folder.
    #[arg(long, value_name = "URL")]
    pub database: Option<String>,
}

/// What `svitok bench` measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum BenchName {
    /// The disk's sync rate, nginx with a file.
    Machine,
    /// Signatures beside OpenSSL with gost-engine.
    Gost,
    /// Documents checked beside Xerces-J, definitions in memory, a report of 100 MB.
    Formats,
    /// Certificates issued and journaled, durable.
    Issuing,
    /// Sign-ins by certificate.
    SignIns,
    /// Documents through the whole program over loopback HTTP.
    Delivery,
    /// The client's first screen and the public page in Chromium, on a slow machine and line.
    Web,
    /// A УПД on paper.
    Print,
    /// The report table of a thousand payers.
    Reporting,
    /// All of them.
    All,
}

/// Of `svitok bench-load`.
#[derive(Debug, Args)]
pub struct BenchLoadArgs {
    /// Address of the server.
    pub base: String,
    /// Boxes.
    #[arg(long)]
    pub boxes: usize,
    /// Seconds of each phase.
    #[arg(long)]
    pub seconds: u64,
}

/// Boxes of a bench: two at least, and no more than settle in minutes.
fn boxes(text: &str) -> Result<usize, String> {
    let number: usize = text.parse().map_err(|_| "a number".to_owned())?;
    if (2..=20_000).contains(&number) { Ok(number) } else { Err("from 2 to 20000".to_owned()) }
}
