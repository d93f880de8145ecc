//! Do the names of a certificate lie within what an authority above it allows? RFC 5280 §4.2.1.10, §6.1.3 (b), (c).

use crate::certificate::Certificate;
use crate::extensions::{GeneralName, NameConstraints, Subtree};
use crate::oid;
use crate::refusal::Reason;
use crate::report::Check;

/// Judges all names of a certificate by one authority's constraints.
pub(super) fn check(constraints: &NameConstraints, certificate: &Certificate) -> Check {
    let Ok(names) = names_of(certificate) else { return Check::no(Reason::NameConstraint) };
    names.iter().map(|name| check_name(constraints, name)).fold(Check::Yes, Check::and)
}

/// The subject, the alternative names, and mail addresses in the subject: those too when there are alternative names, because
/// readers of letters look at either.
fn names_of(certificate: &Certificate) -> crate::asn1::Result<Vec<GeneralName>> {
    let subject = certificate.subject();
    let mut names = certificate.alternative_names()?;
    if !subject.attributes().is_empty() {
        names.push(GeneralName::Directory(subject.clone()));
    }
    let mails = subject.attributes().iter().filter(|attribute| attribute.oid == oid::EMAIL);
    names.extend(mails.map(|attribute| GeneralName::Email(attribute.value.clone())));
    Ok(names)
}

fn check_name(constraints: &NameConstraints, name: &GeneralName) -> Check {
    let alike = |subtree: &&Subtree| subtree.base.is_like(name);
    let permitted: Vec<&Subtree> = constraints.permitted.iter().filter(alike).collect();
    let excluded: Vec<&Subtree> = constraints.excluded.iter().filter(alike).collect();
    if permitted.is_empty() && excluded.is_empty() {
        return Check::Yes;
    }
    // a kind that is not understood, or a depth that RFC 5280 gives no meaning, may not be passed over
    let strange = matches!(name, GeneralName::Other(_)) || permitted.iter().chain(&excluded).any(|one| !one.unlimited);
    if strange {
        return Check::no(Reason::NameForm);
    }
    // what cannot be compared is permitted by nothing and excluded by anything
    let is_permitted = permitted.is_empty() || permitted.iter().any(|one| within(name, &one.base) == Some(true));
    let is_excluded = excluded.iter().any(|one| within(name, &one.base) != Some(false));
    let overlaps = excluded.iter().any(|one| is_wildcard_over(name, &one.base));
    Check::or_no(is_permitted && !is_excluded && !overlaps, Reason::NameConstraint)
}

/// `None` when the two cannot be compared.
fn within(name: &GeneralName, base: &GeneralName) -> Option<bool> {
    match (name, base) {
        (GeneralName::Directory(name), GeneralName::Directory(base)) => Some(name.is_within(base)),
        (GeneralName::Dns(name), GeneralName::Dns(base)) => Some(is_below(name, base)),
        (GeneralName::Email(name), GeneralName::Email(base)) => is_mail_within(name, base),
        (GeneralName::Uri(name), GeneralName::Uri(base)) => host_of(name).map(|host| is_host_within(&host, base)),
        (GeneralName::Ip(address), GeneralName::Ip(network)) => is_in_network(address, network),
        _ => None,
    }
}

/// The base itself or any labels before it; a base that begins with a dot wants at least one.
fn is_below(name: &str, base: &str) -> bool {
    let (name, base) = (name.to_ascii_lowercase(), base.to_ascii_lowercase());
    let domain = base.strip_prefix('.').unwrap_or(&base);
    if domain.is_empty() || (name == domain && domain.len() == base.len()) {
        return true;
    }
    name.strip_suffix(domain).is_some_and(|before| before.len() > 1 && before.ends_with('.'))
}

/// `*.example` stands also for a host that is excluded.
fn is_wildcard_over(name: &GeneralName, base: &GeneralName) -> bool {
    match (name, base) {
        (GeneralName::Dns(name), GeneralName::Dns(base)) => {
            name.strip_prefix("*.").is_some_and(|domain| is_below(base, domain))
        }
        _ => false,
    }
}

/// A base is one mailbox, a host, or with a dot before it a domain.
fn is_mail_within(mailbox: &str, base: &str) -> Option<bool> {
    let (local, host) = mailbox.rsplit_once('@')?;
    match base.rsplit_once('@') {
        // the part before the sign is compared exactly
        Some((base_local, base_host)) => Some(local == base_local && host.eq_ignore_ascii_case(base_host)),
        None => Some(is_host_within(host, base)),
    }
}

fn is_host_within(host: &str, base: &str) -> bool {
    if base.starts_with('.') { is_below(host, base) } else { host.eq_ignore_ascii_case(base) }
}

/// The host of a URI; `None` when it has none or names it by an address.
fn host_of(uri: &str) -> Option<String> {
    let authority = uri.split_once("://")?.1;
    let authority = authority.split(['/', '?', '#']).next()?;
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    if host.starts_with('[') {
        return None;
    }
    let host = host.split_once(':').map_or(host, |(host, _)| host);
    let is_name = host.bytes().any(|byte| byte.is_ascii_alphabetic());
    (is_name && !host.is_empty()).then(|| host.to_owned())
}

fn is_in_network(address: &[u8], network: &[u8]) -> Option<bool> {
    match (address.len(), network.len()) {
        (4, 8) | (16, 32) => {}
        // addresses of the other length lie in no network of this one
        (4, 32) | (16, 8) => return Some(false),
        _ => return None,
    }
    let (base, mask) = network.split_at_checked(address.len())?;
    Some(address.iter().zip(base).zip(mask).all(|((octet, base), mask)| octet & mask == base & mask))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dns(text: &str) -> GeneralName {
        GeneralName::Dns(text.to_owned())
    }

    fn mail(text: &str) -> GeneralName {
        GeneralName::Email(text.to_owned())
    }

    fn uri(text: &str) -> GeneralName {
        GeneralName::Uri(text.to_owned())
    }

    #[test]
    fn names_within_their_bases() {
        let ip = |octets: &[u8]| GeneralName::Ip(octets.to_vec());
        let table = [
            (dns("romashka.example"), dns("romashka.example"), Some(true)),
            (dns("edo.Romashka.example"), dns("romashka.EXAMPLE"), Some(true)),
            (dns("neromashka.example"), dns("romashka.example"), Some(false)),
            (dns("romashka.example"), dns(".romashka.example"), Some(false)),
            (dns("a.romashka.example"), dns(".romashka.example"), Some(true)),
            (dns("anything"), dns(""), Some(true)),
            (dns(".romashka.example"), dns("romashka.example"), Some(false)),
            (mail("a@romashka.example"), mail("romashka.example"), Some(true)),
            (mail("a@edo.romashka.example"), mail("romashka.example"), Some(false)),
            (mail("a@edo.romashka.example"), mail(".romashka.example"), Some(true)),
            (mail("a@romashka.example"), mail(".romashka.example"), Some(false)),
            (mail("A@romashka.example"), mail("a@romashka.example"), Some(false)),
            (mail("a@ROMASHKA.example"), mail("a@romashka.example"), Some(true)),
            (mail("romashka"), mail("romashka"), None),
            (uri("https://romashka.example/a?b"), uri("romashka.example"), Some(true)),
            (uri("https://edo@x.romashka.example:8443"), uri(".romashka.example"), Some(true)),
            (uri("https://x.romashka.example"), uri("romashka.example"), Some(false)),
            (uri("https://10.0.0.1/"), uri("romashka.example"), None),
            (uri("urn:romashka.example"), uri("romashka.example"), None),
            (ip(&[10, 1, 2, 3]), ip(&[10, 0, 0, 0, 255, 0, 0, 0]), Some(true)),
            (ip(&[11, 1, 2, 3]), ip(&[10, 0, 0, 0, 255, 0, 0, 0]), Some(false)),
            (ip(&[0; 16]), ip(&[10, 0, 0, 0, 255, 0, 0, 0]), Some(false)),
            (ip(&[10, 1, 2]), ip(&[10, 0, 0, 0, 255, 0, 0, 0]), None),
        ];
        for (name, base, expected) in table {
            assert_eq!(within(&name, &base), expected, "{name:?} in {base:?}");
        }
    }

    #[test]
    fn permitted_excluded_and_strange() {
        let subtree = |base, unlimited| Subtree { base, unlimited };
        let constraints = NameConstraints {
            permitted: vec![subtree(dns("example"), true)],
            excluded: vec![
                subtree(dns("vasilek.example"), true),
                subtree(GeneralName::Other(0), true),
                subtree(uri("x"), false),
            ],
        };
        let no = |reason| Check::No { reason };
        let table = [
            (dns("romashka.example"), Check::Yes),
            (dns("romashka.invalid"), no(Reason::NameConstraint)),
            (dns("a.vasilek.example"), no(Reason::NameConstraint)),
            (dns("*.example"), no(Reason::NameConstraint)),
            (dns("*.romashka.example"), Check::Yes),
            // a kind that nobody limits
            (mail("a@romashka.invalid"), Check::Yes),
            (GeneralName::Other(0), no(Reason::NameForm)),
            (GeneralName::Other(8), Check::Yes),
            (uri("https://y/"), no(Reason::NameForm)),
        ];
        for (name, expected) in table {
            assert_eq!(check_name(&constraints, &name), expected, "{name:?}");
        }
    }
}
