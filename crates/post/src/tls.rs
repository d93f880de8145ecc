//! Secure connections to gateways: the system's authorities and those the host names.

use crate::settings::SettingsTrouble;
use crate::transport::{Cause, SendTrouble};
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, RootCertStore};
use std::fmt;
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;

/// A connection, secured or not.
pub(crate) trait Wire: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Wire for T {}

/// Where to connect, and whether secured.
#[derive(Clone)]
pub(crate) struct Peer {
    pub host: String,
    pub port: u16,
    tls: Option<Arc<ClientConfig>>,
}

impl fmt::Debug for Peer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Peer").field("host", &self.host).field("port", &self.port).finish_non_exhaustive()
    }
}

impl Peer {
    /// A peer in the clear.
    pub fn plain(host: &str, port: u16) -> Self {
        Self { host: host.to_owned(), port, tls: None }
    }

    /// A peer whose certificate is checked against the system's authorities and these. Refuses what is no PEM of
    /// certificates, named by `setting`, and a host that no certificate can name.
    pub fn secured(
        (host, port): (&str, u16),
        authorities_pem: Option<&[u8]>,
        setting: &'static str,
    ) -> Result<Self, SettingsTrouble> {
        name_of(host).map_err(|_| SettingsTrouble::new(setting, "the host's name cannot stand in a certificate"))?;
        let config = config(authorities_pem, setting)?;
        Ok(Self { host: host.to_owned(), port, tls: Some(Arc::new(config)) })
    }

    /// Connects; the caller bounds the time.
    pub async fn connect(&self) -> Result<Box<dyn Wire>, SendTrouble> {
        let unreachable = |error: std::io::Error| SendTrouble::later(Cause::Unreachable, &error.to_string());
        let tcp = TcpStream::connect((self.host.as_str(), self.port)).await.map_err(unreachable)?;
        tcp.set_nodelay(true).map_err(unreachable)?;
        let Some(tls) = &self.tls else { return Ok(Box::new(tcp)) };
        let no_tls = |why: String| SendTrouble::later(Cause::Tls, &why);
        let name = name_of(&self.host).map_err(|error| no_tls(error.to_string()))?;
        let secured = TlsConnector::from(Arc::clone(tls)).connect(name, tcp).await;
        Ok(Box::new(secured.map_err(|error| no_tls(error.to_string()))?))
    }
}

fn name_of(host: &str) -> Result<ServerName<'static>, rustls::pki_types::InvalidDnsNameError> {
    ServerName::try_from(host.trim_matches(['[', ']']).to_owned())
}

fn config(authorities_pem: Option<&[u8]>, setting: &'static str) -> Result<ClientConfig, SettingsTrouble> {
    let mut roots = RootCertStore::empty();
    // A system without authorities of its own leaves those the host names; one that cannot be read is passed over.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    for authority in parse_authorities(authorities_pem, setting)? {
        roots.add(authority).map_err(|error| SettingsTrouble::new(setting, error.to_string()))?;
    }
    if roots.is_empty() {
        let why = "no authority is known: install ca-certificates, or name a file of authorities";
        return Err(SettingsTrouble::new(setting, why));
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| SettingsTrouble::new(setting, error.to_string()))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}

/// The certificates of a PEM file; a file without any is refused.
pub(crate) fn parse_authorities(
    pem: Option<&[u8]>,
    setting: &'static str,
) -> Result<Vec<CertificateDer<'static>>, SettingsTrouble> {
    let Some(pem) = pem else { return Ok(Vec::new()) };
    let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
    match read {
        Ok(authorities) if !authorities.is_empty() => Ok(authorities),
        Ok(_) => Err(SettingsTrouble::new(setting, "no certificate is in the file")),
        Err(error) => Err(SettingsTrouble::new(setting, format!("not PEM: {error}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_file_of_authorities() {
        for pem in [
            &b""[..],
            b"hello",
            b"-----BEGIN CERTIFICATE-----\nAAAA",
            b"-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----",
        ] {
            assert!(parse_authorities(Some(pem), "SVITOK_SMTP_CA").is_err());
        }
        assert_eq!(parse_authorities(None, "SVITOK_SMTP_CA"), Ok(vec![]));
        assert!(Peer::secured(("no such name", 1), None, "SVITOK_SMS_CA").is_err());
    }
}
