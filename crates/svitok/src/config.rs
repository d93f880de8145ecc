//! What a host may set: flags first, then `SVITOK_*` variables, then the defaults written here.

use crate::post_settings::PostArgs;
use clap::Parser;
use exchange::HostLimits;
use kernel::{Inn, Ogrn, UserId};
use rules::{PackFault, Rules};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

/// Where and how the program works. Flags and `SVITOK_*` variables of the same name mean the same.
#[derive(Debug, Clone, clap::Args)]
pub struct Place {
    /// Folder of everything kept: the SQLite file, large contents, the secret.
    #[arg(long, env = "SVITOK_DATA", default_value = "./data", value_name = "DIR")]
    pub data: PathBuf,
    /// Another database: `postgres://…`. Without it, SQLite in the data folder.
    #[arg(long, env = "SVITOK_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// The operator of this host.
    #[command(flatten)]
    pub operator: OperatorArgs,
    /// Identifiers of users who administer the host (imported roots, the outbox of letters), comma-separated.
    #[arg(long, env = "SVITOK_ADMINISTRATORS", value_delimiter = ',', value_name = "USER_ID")]
    pub administrators: Vec<UserId>,
    /// Whether anyone who reaches the program may register: `open` (at once), `confirmed` (by the link of a letter; needs a
    /// mail server) or `closed`.
    #[arg(long, env = "SVITOK_REGISTRATION", default_value = "open", value_name = "open|confirmed|closed")]
    pub registration: RegistrationWord,
    /// Holders of which certificates are proposed an account without registering, comma-separated: `qualified`,
    /// `unqualified`, `test`, or `none`.
    #[arg(
        long,
        env = "SVITOK_CERTIFICATE_ACCOUNTS",
        default_value = "qualified,unqualified",
        value_delimiter = ',',
        value_name = "KINDS"
    )]
    pub certificate_accounts: Vec<CertificateWord>,
    /// Who may send to whom: `invited` (boxes that agreed to be counteragents) or `open` (any box of this host).
    #[arg(long, env = "SVITOK_LINKS", default_value = "invited", value_name = "invited|open")]
    pub links: LinksWord,
    /// For whom the own unqualified authority issues certificates: `everyone` of this host at once, `checked` (everyone,
    /// but only on an application whose papers the operators' desk has checked) or `nobody`.
    #[arg(long, env = "SVITOK_ISSUING", default_value = "everyone", value_name = "everyone|checked|nobody")]
    pub issuing: IssuingWord,
    /// How many operators look at an application for a certificate before it is approved: `two` different people or `one`.
    #[arg(long, env = "SVITOK_DESK_LOOKS", default_value = "two", value_name = "two|one")]
    pub desk_looks: DeskLooks,
    /// Whose programs may sign people in at the surface for clients of Diadoc: `any`, or `registered` (only those whose
    /// key an organization made here).
    #[arg(long, env = "SVITOK_DIADOC_CLIENTS", default_value = "any", value_name = "any|registered")]
    pub diadoc_clients: ClientsWord,
    /// Whether that surface asks for a subscription: `free`, or `key` (sign-ins through a key made here have one, others
    /// are answered 402).
    #[arg(long, env = "SVITOK_DIADOC_SUBSCRIPTION", default_value = "free", value_name = "free|key")]
    pub diadoc_subscription: SubscriptionWord,
    /// Address of a regulator, or of its simulator (`svitok regulator`), to which reports go in containers: `http://127.0.0.1:8090`.
    /// Without it reports are prepared, signed and downloaded, not sent.
    #[arg(long, env = "SVITOK_REGULATOR", value_name = "URL")]
    pub regulator: Option<String>,
    /// Folder of rule packs (JSON) laid over the built-in ones: format versions, terms, kinds of signature, calendars.
    #[arg(long, env = "SVITOK_RULES", value_name = "DIR")]
    pub rules: Option<PathBuf>,
    /// The program stands behind the host's own proxy: a client's address is the last entry of `X-Forwarded-For`.
    #[arg(long, env = "SVITOK_TRUSTS_FORWARDED")]
    pub trusts_forwarded: bool,
    /// Requests of one network address a second, steadily; twice as many at once.
    #[arg(long, env = "SVITOK_ADDRESS_RATE", default_value_t = 400, value_name = "N")]
    pub address_rate: u32,
    /// Requests of one signed-in caller a second, steadily; twice as many at once.
    #[arg(long, env = "SVITOK_CALLER_RATE", default_value_t = 200, value_name = "N")]
    pub caller_rate: u32,
    /// Open connections of one network address; not looked at behind a proxy that is trusted to forward.
    #[arg(long, env = "SVITOK_ADDRESS_CONNECTIONS", default_value_t = 512, value_name = "N")]
    pub address_connections: u32,
    /// How large messages and shelves are.
    #[command(flatten)]
    pub sizes: SizeArgs,
    #[command(flatten)]
    pub tariff: TariffArgs,
    /// Mebibytes of large request bodies in memory at once, at least two of the largest; a message takes up to four
    /// times its body while it is understood.
    #[arg(long, env = "SVITOK_BODY_MEMORY", default_value_t = 512, value_name = "MIB",
          value_parser = clap::value_parser!(u32).range(MEMORY_MIB_MIN..))]
    pub body_memory: u32,
    /// How letters and SMS leave.
    #[command(flatten)]
    pub post: PostArgs,
    /// Mebibytes of large answers in memory at once, at least two of the largest.
    #[arg(long, env = "SVITOK_ANSWER_MEMORY", default_value_t = 512, value_name = "MIB",
          value_parser = clap::value_parser!(u32).range(MEMORY_MIB_MIN..))]
    pub answer_memory: u32,
}

/// Two bodies of 70 MB, which a host that sets less may have kept before: with less, one client would keep all others out.
const MEMORY_MIB_MIN: i64 = 140;

/// How large messages and shelves are on this host. What is sent or brought from then on keeps to it; what was kept
/// before stays.
#[derive(Debug, Clone, clap::Args)]
pub struct SizeArgs {
    /// Documents in one message, 1 to 80.
    #[arg(long, env = "SVITOK_MESSAGE_DOCUMENTS", default_value_t = 40, value_name = "N",
          value_parser = clap::value_parser!(u32).range(1..=DOCUMENTS_CEILING))]
    pub message_documents: u32,
    /// Mebibytes of one document and of one request, 1 to 128.
    #[arg(long, env = "SVITOK_MESSAGE_SIZE", default_value_t = 70, value_name = "MIB",
          value_parser = clap::value_parser!(u32).range(MESSAGE_MIB_FLOOR..=MESSAGE_MIB_CEILING))]
    pub message_size: u32,
    /// Mebibytes of one file on a person's shelf, 1 to 500; the whole shelf holds ten of them.
    #[arg(long, env = "SVITOK_SHELF_FILE", default_value_t = 400, value_name = "MIB",
          value_parser = clap::value_parser!(u32).range(SHELF_MIB_FLOOR..=SHELF_MIB_CEILING))]
    pub shelf_file: u32,
    /// Days a file lies there, 1 to 92.
    #[arg(long, env = "SVITOK_SHELF_DAYS", default_value_t = 7, value_name = "DAYS",
          value_parser = clap::value_parser!(u32).range(SHELF_DAYS_FLOOR..=SHELF_DAYS_CEILING))]
    pub shelf_days: u32,
}

const MIB: u64 = 1024 * 1024;
// Why so far and no farther stands at each of them in `exchange::host_limits`; a test compares.
const DOCUMENTS_CEILING: i64 = 80;
const MESSAGE_MIB_FLOOR: i64 = 1;
const MESSAGE_MIB_CEILING: i64 = 128;
const SHELF_MIB_FLOOR: i64 = 1;
const SHELF_MIB_CEILING: i64 = 500;
const SHELF_DAYS_FLOOR: i64 = 1;
const SHELF_DAYS_CEILING: i64 = 92;

impl SizeArgs {
    /// As the exchange knows them.
    pub fn host_limits(&self) -> HostLimits {
        let bytes = |mebibytes: u32| u64::from(mebibytes) * MIB;
        HostLimits {
            documents_per_message_max: usize::try_from(self.message_documents).unwrap_or(usize::MAX),
            content_bytes_max: usize::try_from(bytes(self.message_size)).unwrap_or(usize::MAX),
            shelf_file_bytes_max: i64::try_from(bytes(self.shelf_file)).unwrap_or(i64::MAX),
            shelf_kept: Duration::from_secs(u64::from(self.shelf_days) * 24 * 60 * 60),
        }
    }
}

/// What outgoing documents cost the organizations of this host.
#[derive(Debug, Clone, clap::Args)]
pub struct TariffArgs {
    /// Outgoing documents of an organization that cost nothing, for good.
    #[arg(long, env = "SVITOK_FREE_DOCUMENTS", default_value_t = 50, value_name = "N")]
    pub free_documents: u32,
    /// After them: `counted` (nothing stops, the meter counts on) or `refused` (nothing more is sent).
    #[arg(long, env = "SVITOK_AFTER_FREE", default_value = "counted", value_name = "counted|refused")]
    pub after_free: AfterFreeWord,
}

/// What comes after the free documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum AfterFreeWord {
    /// Nothing stops.
    Counted,
    /// Nothing more is sent.
    Refused,
}

impl TariffArgs {
    /// As billing knows it.
    pub fn tariff(&self) -> billing::Tariff {
        let after_free = match self.after_free {
            AfterFreeWord::Counted => billing::AfterFree::Counted,
            AfterFreeWord::Refused => billing::AfterFree::Refused,
        };
        billing::Tariff { free_documents: self.free_documents, after_free }
    }
}

/// Who confirms dates on this host, as its confirmations name it.
#[derive(Debug, Clone, clap::Args)]
pub struct OperatorArgs {
    /// Three characters that begin participants' identifiers. Codes of real operators are refused.
    #[arg(long = "operator-code", env = "SVITOK_OPERATOR_CODE", default_value = OPERATOR_CODE, value_name = "CODE")]
    pub code: String,
    /// Name of the organization that hosts.
    #[arg(long = "operator-name", env = "SVITOK_OPERATOR_NAME", default_value = OPERATOR_NAME, value_name = "NAME")]
    pub name: String,
    /// Its ИНН.
    #[arg(long = "operator-inn", env = "SVITOK_OPERATOR_INN", default_value = OPERATOR_INN, value_name = "INN")]
    pub inn: Inn,
    /// Its ОГРН.
    #[arg(long = "operator-ogrn", env = "SVITOK_OPERATOR_OGRN", default_value = OPERATOR_OGRN, value_name = "OGRN")]
    pub ogrn: Ogrn,
}

/// An operator code that no real operator holds.
const OPERATOR_CODE: &str = "0SV";
/// Said plainly, so that nobody takes a host that was not set up for an operator.
const OPERATOR_NAME: &str = "Оператор не назван (настройка SVITOK_OPERATOR_NAME)";
/// Right check digits, of a region that has no tax office: nobody's number.
const OPERATOR_INN: &str = "9800000045";
/// The same.
const OPERATOR_OGRN: &str = "1269800000040";

/// Who may register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum RegistrationWord {
    /// Anyone who reaches the program.
    Open,
    /// Anyone who proves an address by the link of a letter.
    Confirmed,
    /// Nobody; a host opens it for as long as its people register.
    Closed,
}

/// Holders of which certificates are proposed an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum CertificateWord {
    /// Of accredited authorities.
    Qualified,
    /// Of authorities that call themselves unqualified.
    Unqualified,
    /// Of authorities that call themselves tests.
    Test,
    /// Nobody, where it stands alone.
    None,
}

/// For whom the own unqualified authority issues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum IssuingWord {
    /// Every organization of this host, at once.
    Everyone,
    /// Every organization of this host, on a checked application.
    Checked,
    /// Nobody: certificates come from elsewhere.
    Nobody,
}

/// How many operators look at an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum DeskLooks {
    /// Two different people.
    Two,
    /// One.
    One,
}

/// Whose programs may sign people in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum ClientsWord {
    /// Anybody's.
    Any,
    /// Those whose key an organization made here.
    Registered,
}

/// Whether a surface asks for a subscription.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum SubscriptionWord {
    /// No.
    Free,
    /// A key made here is one.
    Key,
}

/// Who may send to whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum LinksWord {
    /// Boxes that agreed to be counteragents.
    Invited,
    /// Any box of this host.
    Open,
}

/// Where the program answers.
#[derive(Debug, Clone, clap::Args)]
pub struct Listen {
    /// Address of the web and of the own API.
    #[arg(long, env = "SVITOK_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// Address of the surface for clients of Diadoc; `off`: none.
    #[arg(long, env = "SVITOK_DIADOC", default_value = "127.0.0.1:8081", value_name = "ADDRESS|off")]
    pub diadoc: Door,
    /// Address of the surface for clients of Extern, with its OpenID Connect provider; `off`: none.
    #[arg(long = "extern", env = "SVITOK_EXTERN", default_value = "127.0.0.1:8082", value_name = "ADDRESS|off")]
    pub extern_surface: Door,
    /// Address by which programs know that surface: the issuer of id_tokens; without it, the address of `--extern`.
    #[arg(long, env = "SVITOK_EXTERN_URL", value_name = "URL")]
    pub extern_url: Option<String>,
    /// Address the world sees, for links inside certificates; without it, the address of `--listen`.
    #[arg(long, env = "SVITOK_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
}

/// Where a vendor's surface is spoken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// Nowhere.
    Off,
    /// On a listener of its own.
    At(SocketAddr),
}

impl FromStr for Door {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "off" {
            return Ok(Self::Off);
        }
        text.parse().map(Self::At).map_err(|_| "an address such as 127.0.0.1:8081, or the word off".to_owned())
    }
}

/// For [`Place::in_folder`]: the defaults stand in one place, the attributes above.
#[derive(Debug, clap::Parser)]
struct Alone {
    #[command(flatten)]
    place: Place,
}

impl Place {
    /// A place in a folder of its own with SQLite, open to everyone: for demonstrations and tests.
    pub fn in_folder(data: &Path) -> Self {
        let place = Alone::parse_from(["svitok".as_ref(), "--data".as_ref(), data.as_os_str()]).place;
        let (registration, issuing) = (RegistrationWord::Open, IssuingWord::Everyone);
        let post = place.post.clone().silent();
        Self { database: None, registration, issuing, post, ..place }
    }

    /// Refuses settings that do not go together, naming the setting and its bound.
    pub fn check(&self) -> Result<(), String> {
        let least = u64::from(self.sizes.message_size) * web::limits::LARGEST_AT_ONCE as u64;
        for (name, mebibytes) in [("BODY", self.body_memory), ("ANSWER", self.answer_memory)] {
            if u64::from(mebibytes) < least {
                return Err(format!(
                    "SVITOK_{name}_MEMORY is {mebibytes} MiB, and two of the largest requests (SVITOK_MESSAGE_SIZE) \
                     need {least} MiB"
                ));
            }
        }
        Ok(())
    }

    /// The built-in rules with the host's packs laid over them.
    pub fn open_rules(&self) -> Result<Rules, PackFault> {
        self.rules.as_deref().map_or_else(Rules::embedded, Rules::load)
    }

    /// The address of the database.
    pub fn database_url(&self) -> String {
        self.database.clone().unwrap_or_else(|| format!("sqlite:{}", self.data.join("svitok.db").display()))
    }

    /// The folder of large contents.
    pub fn blobs(&self) -> PathBuf {
        self.data.join("blobs")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packs_of_the_host_are_laid_over_the_built_in_ones() {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { rules: Some(folder.path().to_owned()), ..Place::in_folder(folder.path()) };
        let built_in = Rules::embedded().unwrap().rows().count();
        assert_eq!(place.open_rules().unwrap().rows().count(), built_in);
        std::fs::write(folder.path().join("mine.json"), "{").unwrap();
        assert!(place.open_rules().is_err(), "a broken pack is refused, not passed over");
        std::fs::remove_dir_all(folder.path()).unwrap();
        assert!(place.open_rules().is_err(), "a folder that is not there is refused");
    }

    #[test]
    fn memory_holds_two_of_the_largest() {
        let largest = i64::try_from(web::limits::BODY_BYTES_MAX).unwrap();
        assert!(MEMORY_MIB_MIN * 1024 * 1024 >= 2 * largest);
        for (mib, is_taken) in [("139", false), ("140", true), ("-1", false), ("4096", true)] {
            assert_eq!(Alone::try_parse_from(["svitok", "--body-memory", mib]).is_ok(), is_taken, "{mib}");
        }
    }

    #[test]
    fn sizes_have_floors_and_ceilings() {
        use exchange::host_limits as known;
        let mib = |mebibytes: i64| mebibytes * i64::try_from(MIB).unwrap();
        assert_eq!(usize::try_from(DOCUMENTS_CEILING), Ok(known::DOCUMENTS_PER_MESSAGE_CEILING));
        assert_eq!(usize::try_from(mib(MESSAGE_MIB_FLOOR)), Ok(known::CONTENT_BYTES_FLOOR));
        assert_eq!(usize::try_from(mib(MESSAGE_MIB_CEILING)), Ok(known::CONTENT_BYTES_CEILING));
        assert_eq!(mib(SHELF_MIB_FLOOR), known::SHELF_FILE_BYTES_FLOOR);
        assert_eq!(mib(SHELF_MIB_CEILING), known::SHELF_FILE_BYTES_CEILING);
        assert_eq!(SHELF_DAYS_FLOOR, i64::from(known::SHELF_DAYS_FLOOR));
        assert_eq!(SHELF_DAYS_CEILING, i64::from(known::SHELF_DAYS_CEILING));
        assert_eq!(web::limits::BODY_BYTES_CEILING, known::CONTENT_BYTES_CEILING);
        let place = |arguments: &[&str]| Alone::try_parse_from([&["svitok"], arguments].concat());
        assert_eq!(place(&[]).unwrap().place.sizes.host_limits(), HostLimits::default());
        for (name, bound, taken, refused) in [
            ("--message-documents", "1..=80", ["1", "80"], ["0", "81", "-1", "many"]),
            ("--message-size", "1..=128", ["1", "128"], ["0", "129", "4294967296", "1.5"]),
            ("--shelf-file", "1..=500", ["1", "500"], ["0", "501", "", "1 MB"]),
            ("--shelf-days", "1..=92", ["1", "92"], ["0", "93", "-7", "week"]),
        ] {
            for value in taken {
                assert!(place(&[name, value]).unwrap().place.check().is_ok(), "{name} {value}");
            }
            for value in refused {
                let told = place(&[&format!("{name}={value}")]).unwrap_err().to_string();
                assert!(told.contains(name), "{told}");
                assert!(value.parse::<i32>().is_err() || told.contains(bound), "{told}");
            }
        }
    }

    #[test]
    fn memory_holds_two_of_the_largest_that_the_host_takes() {
        let place = |arguments: &[&str]| Alone::try_parse_from([&["svitok"], arguments].concat()).unwrap().place;
        for (name, told) in [("--body-memory", "SVITOK_BODY_MEMORY"), ("--answer-memory", "SVITOK_ANSWER_MEMORY")] {
            assert!(place(&["--message-size", "100", name, "200"]).check().is_ok());
            let refused = place(&["--message-size", "100", name, "199"]).check().unwrap_err();
            assert!(refused.contains(told) && refused.contains("200 MiB"), "{refused}");
        }
    }

    #[test]
    fn a_door_is_an_address_or_off() {
        assert_eq!("off".parse(), Ok(Door::Off));
        assert_eq!("127.0.0.1:8081".parse(), Ok(Door::At(([127, 0, 0, 1], 8081).into())));
        for wrong in ["", "on", "OFF", "8081", "localhost:8081", "127.0.0.1", "127.0.0.1:70000"] {
            assert!(wrong.parse::<Door>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_command_can_be_asked() {
        <crate::command_line::CommandLine as clap::CommandFactory>::command().debug_assert();
    }
}
