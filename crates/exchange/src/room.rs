//! What `svitok` hands the room at start.

use std::sync::Arc;

use formats::service::{OperatorDetails, Participant, PersonName, Requisites};
use kernel::{Inn, Ogrn};

use crate::model::host_limits::HostLimits;
use crate::model::party::Party;

/// The operator of this installation: who confirms dates, and with which key.
#[derive(Clone)]
pub struct Operator {
    /// Three characters of the official formats; the default belongs to no real operator.
    pub code: String,
    /// Name of its organization.
    pub name: String,
    /// ИНН of its organization.
    pub inn: Inn,
    /// ОГРН of its organization.
    pub ogrn: Ogrn,
    /// Its key and certificate.
    pub signer: Arc<dyn pki::Signer>,
}

impl std::fmt::Debug for Operator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Operator").field("code", &self.code).finish_non_exhaustive()
    }
}

impl Operator {
    /// As official files name it.
    #[must_use]
    pub fn details(&self) -> OperatorDetails {
        OperatorDetails { name: self.name.clone(), inn: self.inn.as_str().to_owned(), id: self.code.clone() }
    }
}

/// Who may send to whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkPolicy {
    /// Only boxes that agreed to be counteragents.
    Invited,
    /// Any box to any box of this installation: for a closed circle whose host vouches for all.
    Open,
}

/// The definitions of formats in force now; asked anew for each document, since a host may add some while it runs.
#[derive(Clone)]
pub struct Forms(Arc<dyn Fn() -> Arc<formats::Registry> + Send + Sync>);

impl Forms {
    /// Asked of the host.
    #[must_use]
    pub fn new(current: impl Fn() -> Arc<formats::Registry> + Send + Sync + 'static) -> Self {
        Self(Arc::new(current))
    }

    /// Those of the program alone.
    #[must_use]
    pub fn embedded() -> Self {
        let (registry, _) = formats::Registry::layered(formats::Registry::embedded(), []);
        let registry = Arc::new(registry);
        Self::new(move || Arc::clone(&registry))
    }

    /// What is in force.
    #[must_use]
    pub fn current(&self) -> Arc<formats::Registry> {
        (self.0)()
    }
}

impl std::fmt::Debug for Forms {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Forms")
    }
}

/// Everything the room needs; cheap to clone.
#[derive(Clone, Debug)]
pub struct Room {
    /// Store, clock, chance, limits.
    pub app: web::App,
    /// Trust lists.
    pub trust: trust::Trust,
    /// Law as dated rows.
    pub rules: Arc<rules::Rules>,
    /// Official formats.
    pub forms: Forms,
    /// The operator.
    pub operator: Arc<Operator>,
    /// Who may send to whom.
    pub links: LinkPolicy,
    /// Limits of this host.
    pub limits: HostLimits,
    /// What outgoing documents cost an organization.
    pub tariff: billing::Tariff,
}

/// A party as official files name it.
#[must_use]
pub fn participant(party: &Party) -> Participant {
    let inn = party.inn.as_str().to_owned();
    let requisites = match &party.kpp {
        Some(kpp) => Requisites::Organization { name: party.name.clone(), inn, kpp: kpp.as_str().to_owned() },
        None => Requisites::Entrepreneur { name: person_name(&party.name), inn },
    };
    Participant { id: party.participant_id.clone(), requisites }
}

/// "ИП Surname Given Patronymic", as a card shows an entrepreneur, in parts; what is missing becomes a dash, since
/// official formats oblige both first parts.
fn person_name(name: &str) -> PersonName {
    let mut words = name.split_whitespace().skip_while(|word| *word == "ИП");
    let surname = words.next().unwrap_or("-").to_owned();
    let given_name = words.next().unwrap_or("-").to_owned();
    let rest = words.collect::<Vec<_>>().join(" ");
    PersonName { surname, given_name, patronymic: (!rest.is_empty()).then_some(rest) }
}
