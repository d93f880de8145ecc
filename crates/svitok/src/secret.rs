//! The host's secret: what keys of authorities are sealed by.

use argon2::{Algorithm, Argon2, Params, Version};
use std::fs;
use std::io::{self, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};
use thiserror::Error;
use zeroize::Zeroizing;

/// A secret shorter than this is taken, with a warning: a guess of 12 random characters is out of reach.
const SECRET_CHARACTERS_ADVISED_MIN: usize = 12;
/// Memory of the stretching, KiB: one call at start, so it may cost more than a sign-in.
const STRETCH_MEMORY_KIB: u32 = 64 * 1024;
/// Passes over that memory.
const STRETCH_PASSES: u32 = 3;
/// Salt of the stretching. Fixed, so that the same secret opens the same data anywhere; the secret is one a host.
const STRETCH_SALT: &[u8] = b"svitok secret v1";
/// Octets of a secret made by the program.
const MADE_OCTETS: usize = 32;

/// The stretched secret, 32 octets, wiped when dropped.
pub struct Secret {
    /// What keys are sealed by.
    pub key: Zeroizing<[u8; 32]>,
    /// What the host should be told, if anything.
    pub notice: Option<Notice>,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secret").field("notice", &self.notice).finish_non_exhaustive()
    }
}

/// What the host should be told about the secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// It was made now and lies in this file.
    Made(PathBuf),
    /// It was given and is short.
    Short,
}

/// Why there is no secret.
#[derive(Debug, Error)]
pub enum SecretFault {
    /// `SVITOK_SECRET` is set and empty.
    #[error("SVITOK_SECRET is set but empty: set any text, or unset it and one is made in <data>/secret")]
    Empty,
    /// The file can be read by others.
    #[error("{0} can be read by others (mode {1:o}): chmod 600 it")]
    Open(PathBuf, u32),
    /// The file cannot be read or written.
    #[error("{0}: {1}")]
    File(PathBuf, io::Error),
    /// No entropy, or the stretching failed.
    #[error("the secret cannot be made: {0}")]
    Made(String),
}

/// The secret from `given` (the variable `SVITOK_SECRET`), else from `<data>/secret`, which is made with mode 0600 on
/// the first start. `chance` fills a new one.
pub fn open(data: &Path, given: Option<String>, chance: &kernel::Chance) -> Result<Secret, SecretFault> {
    let (text, notice) = match given.map(Zeroizing::new) {
        Some(text) if text.is_empty() => return Err(SecretFault::Empty),
        Some(text) => {
            let short = text.chars().count() < SECRET_CHARACTERS_ADVISED_MIN;
            (text, short.then_some(Notice::Short))
        }
        None => from_file(&data.join("secret"), chance)?,
    };
    Ok(Secret { key: stretch(text.as_bytes())?, notice })
}

fn from_file(path: &Path, chance: &kernel::Chance) -> Result<(Zeroizing<String>, Option<Notice>), SecretFault> {
    let fault = |error| SecretFault::File(path.to_owned(), error);
    match fs::metadata(path) {
        Ok(found) => {
            let mode = found.permissions().mode() & 0o777;
            if mode & 0o077 != 0 {
                return Err(SecretFault::Open(path.to_owned(), mode));
            }
            let text = Zeroizing::new(fs::read_to_string(path).map_err(fault)?);
            let text = Zeroizing::new(text.trim_end().to_owned());
            if text.is_empty() { Err(SecretFault::Empty) } else { Ok((text, None)) }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let text = Zeroizing::new(hex::encode(chance.octets::<MADE_OCTETS>()));
            let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(fault)?;
            file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(fault)?;
            Ok((text, Some(Notice::Made(path.to_owned()))))
        }
        Err(error) => Err(fault(error)),
    }
}

fn stretch(text: &[u8]) -> Result<Zeroizing<[u8; 32]>, SecretFault> {
    let made = |error: argon2::Error| SecretFault::Made(error.to_string());
    let params = Params::new(STRETCH_MEMORY_KIB, STRETCH_PASSES, 1, Some(32)).map_err(made)?;
    let mut key = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(text, STRETCH_SALT, key.as_mut_slice())
        .map_err(made)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chance() -> kernel::Chance {
        kernel::Chance::from_seed([9; 32])
    }

    #[test]
    fn a_secret_is_made_once_and_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let first = open(folder.path(), None, &chance()).unwrap();
        let second = open(folder.path(), None, &chance()).unwrap();
        assert_eq!(first.notice, Some(Notice::Made(folder.path().join("secret"))));
        assert_eq!((second.notice, &first.key), (None, &second.key));
        let mode = fs::metadata(folder.path().join("secret")).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode, 0o600);
    }

    #[test]
    fn a_secret_others_can_read_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        open(folder.path(), None, &chance()).unwrap();
        fs::set_permissions(folder.path().join("secret"), fs::Permissions::from_mode(0o644)).unwrap();
        assert!(matches!(open(folder.path(), None, &chance()), Err(SecretFault::Open(_, 0o644))));
    }

    #[test]
    fn short_is_told_and_empty_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let open = |text: &str| open(folder.path(), Some(text.to_owned()), &chance());
        assert_eq!(open("слово").unwrap().notice, Some(Notice::Short));
        assert_eq!(open("двенадцать и больше").unwrap().notice, None);
        assert!(matches!(open(""), Err(SecretFault::Empty)));
        assert_ne!(open("слово").unwrap().key, open("слова").unwrap().key);
    }
}
