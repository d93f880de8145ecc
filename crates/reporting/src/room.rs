//! What `svitok` hands the room at start.

use std::sync::Arc;

use formats::{Findings, Registry};

use crate::gateway::Gateway;
use crate::model::flow::Authority;
use crate::model::refusal::Refusal;

/// The operator of this installation: who confirms dates, and with which key.
#[derive(Clone)]
pub struct Operator {
    /// Three characters; the default belongs to no real operator.
    pub code: String,
    /// Name of its organization.
    pub name: String,
    /// ИНН of its organization.
    pub inn: String,
    /// Its key and certificate.
    pub signer: Arc<dyn pki::Signer>,
}

impl std::fmt::Debug for Operator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Operator").field("code", &self.code).finish_non_exhaustive()
    }
}

/// Official forms in force now; asked anew each time, since a host may add some while it runs.
#[derive(Clone)]
pub struct Forms {
    registry: Arc<dyn Fn() -> Arc<Registry> + Send + Sync>,
    check: Arc<Checking>,
}

/// All checks of a file by its bytes and name.
type Checking = dyn Fn(&[u8], &str) -> Findings + Send + Sync;

impl Forms {
    /// Asked of the host: definitions, and all checks of a file by its bytes and name (schema, assertions, control ratios).
    #[must_use]
    pub fn new(
        registry: impl Fn() -> Arc<Registry> + Send + Sync + 'static,
        check: impl Fn(&[u8], &str) -> Findings + Send + Sync + 'static,
    ) -> Self {
        Self { registry: Arc::new(registry), check: Arc::new(check) }
    }

    /// Those of the program alone.
    #[must_use]
    pub fn embedded() -> Self {
        let (registry, _) = Registry::layered(Registry::embedded(), []);
        let registry = Arc::new(registry);
        let checking = Arc::clone(&registry);
        Self::new(
            move || Arc::clone(&registry),
            move |bytes, name| {
                formats::ratios::check_with(&checking, formats::ratios::Ratios::embedded(), bytes, Some(name))
            },
        )
    }

    /// Definitions.
    #[must_use]
    pub fn registry(&self) -> Arc<Registry> {
        (self.registry)()
    }

    /// All checks of a file.
    #[must_use]
    pub fn check(&self, bytes: &[u8], file_name: &str) -> Findings {
        (self.check)(bytes, file_name)
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
    /// Official forms.
    pub forms: Forms,
    /// Who confirms dates.
    pub operator: Arc<Operator>,
    /// Ways to the regulators, the first that serves an authority is taken.
    pub gateways: Arc<Vec<Arc<dyn Gateway>>>,
}

impl Room {
    /// The way to an authority.
    pub(crate) fn gateway(&self, authority: Authority) -> Result<Arc<dyn Gateway>, Refusal> {
        let found = self.gateways.iter().find(|gateway| gateway.serves(authority));
        found.cloned().ok_or(Refusal::NoGateway { authority })
    }
}
