//! What a host may set: flags first, then `SVITOK_*` variables, then the defaults written here.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// Where and how the program works. Flags and `SVITOK_*` variables of the same name mean the same.
#[derive(Debug, Clone, clap::Args)]
pub struct Place {
    /// Folder of everything kept: the SQLite file, large contents, the secret.
    #[arg(long, env = "SVITOK_DATA", default_value = "./data", value_name = "DIR")]
    pub data: PathBuf,
    /// Another database: `postgres://…`. Without it, SQLite in the data folder.
    #[arg(long, env = "SVITOK_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// Three characters that begin participants' identifiers. Codes of real operators are refused.
    #[arg(long, env = "SVITOK_OPERATOR_CODE", default_value = account::OPERATOR_CODE_DEFAULT, value_name = "CODE")]
    pub operator_code: String,
}

/// Where the program answers.
#[derive(Debug, Clone, clap::Args)]
pub struct Listen {
    /// Address of the web and of the own API.
    #[arg(long, env = "SVITOK_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub listen: SocketAddr,
    /// Address the world sees, for links inside certificates; without it, the address of `--listen`.
    #[arg(long, env = "SVITOK_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
}

impl Place {
    /// A place in a folder of its own with SQLite: for demonstrations and tests.
    pub fn in_folder(data: &Path) -> Self {
        Self { data: data.to_owned(), database: None, operator_code: account::OPERATOR_CODE_DEFAULT.to_owned() }
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
