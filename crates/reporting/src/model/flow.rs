//! Docflows as data: which documents make one, who sends them in which order, and what is reached by each.
//!
//! Facts: `docflows.json`. [`super::state`] derives from them where a docflow stands.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

/// A family of regulators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Authority {
    /// ФНС.
    Fns,
    /// СФР.
    Sfr,
    /// ФСС; since 2023 it is СФР: archives and СЭДО.
    Fss,
    /// ПФР; since 2023 it is СФР: archives.
    Pfr,
    /// Rosstat.
    Rosstat,
    /// МВД.
    Mvd,
    /// The Bank of Russia.
    Cbrf,
}

impl Authority {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Fns, Self::Sfr, Self::Fss, Self::Pfr, Self::Rosstat, Self::Mvd, Self::Cbrf];

    /// As base and answers write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fns => "fns",
            Self::Sfr => "sfr",
            Self::Fss => "fss",
            Self::Pfr => "pfr",
            Self::Rosstat => "rosstat",
            Self::Mvd => "mvd",
            Self::Cbrf => "cbrf",
        }
    }

    /// The authority a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|authority| authority.word() == word)
    }
}

/// Who sends first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// The subscriber.
    Outgoing,
    /// The regulator.
    Incoming,
}

/// Who makes a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Author {
    /// The payer or who stands in for it.
    Subscriber,
    /// The operator: this installation.
    Operator,
    /// The regulator.
    Authority,
}

/// Where a docflow stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// On its way to the regulator.
    Sent,
    /// The regulator confirmed that it has it.
    Delivered,
    /// The regulator answered.
    ResponseArrived,
    /// The subscriber confirmed the first answer.
    ResponseProcessed,
    /// Incoming; not confirmed yet.
    Received,
    /// Incoming; the subscriber confirmed that it has it.
    Arrived,
    /// Incoming; the subscriber gave its answer.
    Processed,
    /// Closed.
    Finished,
}

impl Status {
    /// As wire, base and answers write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::ResponseArrived => "response-arrived",
            Self::ResponseProcessed => "response-processed",
            Self::Received => "received",
            Self::Arrived => "arrived",
            Self::Processed => "processed",
            Self::Finished => "finished",
        }
    }

    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Sent,
        Self::Delivered,
        Self::ResponseArrived,
        Self::ResponseProcessed,
        Self::Received,
        Self::Arrived,
        Self::Processed,
        Self::Finished,
    ];

    /// The status a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.word() == word)
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum Success {
    /// No final answer yet.
    #[default]
    Neutral,
    /// Accepted.
    Successful,
    /// Accepted; corrections are asked for.
    Warning,
    /// Refused, or an error.
    Failed,
}

impl Success {
    /// As wire, base and answers write it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Neutral => "neutral",
            Self::Successful => "successful",
            Self::Warning => "warning",
            Self::Failed => "failed",
        }
    }

    /// All of them.
    pub const ALL: [Self; 4] = [Self::Neutral, Self::Successful, Self::Warning, Self::Failed];

    /// The state a word names.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|success| success.word() == word)
    }
}

/// In which containers a docflow travels.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    /// The protocol of the containers: `fns`, `rosstat`, `sfr`.
    pub protocol: Authority,
    /// Code of the docflow there.
    pub flow: String,
    /// Put together by analogy: no publication tells it.
    #[serde(default)]
    pub secondary: bool,
}

/// A kind of document of a docflow.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentType {
    /// Name without `urn:document:`.
    pub name: String,
    /// For a person.
    pub title: String,
    /// Code in a container.
    #[serde(default)]
    pub code: Option<String>,
}

/// One step of a docflow.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its place in the order; alternatives share one.
    pub n: u32,
    /// Kind of the document that makes the step.
    pub document: String,
    /// Who makes it.
    pub from: Author,
    /// Kind of the document it answers.
    #[serde(default)]
    pub on: Option<String>,
    /// Where the docflow stands then.
    pub status: Status,
    /// What came of it, when this step tells.
    #[serde(default)]
    pub success: Option<Success>,
    /// Transaction of a container that carries it.
    #[serde(default)]
    pub transaction: Option<String>,
    /// Row of the rules that says by when.
    #[serde(default)]
    pub term: Option<String>,
}

/// A kind of docflow.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flow {
    /// Name without `urn:docflow:`.
    pub name: String,
    /// For a person.
    pub title: String,
    /// Whose.
    pub authority: Authority,
    /// Who begins; absent where the facts do not tell.
    #[serde(default)]
    pub direction: Option<Direction>,
    /// Statuses in their order.
    pub statuses: Vec<Status>,
    /// How it travels; absent for kinds that are only known by name.
    #[serde(default)]
    pub carried: Option<Carried>,
    /// Kinds of its documents.
    pub documents: Vec<DocumentType>,
    /// Its order; empty for kinds that are only known by name.
    #[serde(default)]
    pub steps: Vec<Step>,
}

impl Flow {
    /// The kind of document that begins the docflow.
    #[must_use]
    pub fn main(&self) -> Option<&str> {
        self.steps.first().map(|step| step.document.as_str())
    }

    /// A kind of document by its name.
    #[must_use]
    pub fn document(&self, name: &str) -> Option<&DocumentType> {
        self.documents.iter().find(|document| document.name == name)
    }

    /// A kind of document by its code in a container.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&DocumentType> {
        self.documents.iter().find(|document| document.code.as_deref() == Some(code))
    }

    /// The kind of documents whose name ends so: `attachment`, `warrant`, `description`, `date-confirmation`.
    #[must_use]
    pub fn ending(&self, end: &str) -> Option<&DocumentType> {
        self.documents.iter().find(|document| {
            document.name.strip_prefix(&self.name).is_some_and(|tail| tail.trim_start_matches('-') == end)
        })
    }

    /// Steps a document of this kind makes, when it answers one of that kind.
    pub fn steps_of<'a>(&'a self, document: &'a str, on: Option<&'a str>) -> impl Iterator<Item = &'a Step> {
        self.steps
            .iter()
            .filter(move |step| step.document == document && (step.on.is_none() || step.on.as_deref() == on))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[expect(dead_code, reason = "where the facts are from: for a reader of the file")]
    source: String,
    flows: Vec<Flow>,
}

static FLOWS: LazyLock<BTreeMap<String, Flow>> = LazyLock::new(|| {
    let file: File = match serde_json::from_str(include_str!("../../docflows.json")) {
        Ok(file) => file,
        Err(error) => kernel::bug!("docflows.json: {error}"),
    };
    file.flows.into_iter().map(|flow| (flow.name.clone(), flow)).collect()
});

/// All kinds, by name.
pub fn flows() -> impl Iterator<Item = &'static Flow> {
    FLOWS.values()
}

/// A kind by its name without `urn:docflow:`.
#[must_use]
pub fn flow(name: &str) -> Option<&'static Flow> {
    FLOWS.get(name)
}

/// The kind that travels so.
#[must_use]
pub fn carried(protocol: Authority, code: &str) -> Option<&'static Flow> {
    flows()
        .find(|flow| flow.carried.as_ref().is_some_and(|carried| carried.protocol == protocol && carried.flow == code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_step_names_documents_and_statuses_of_its_docflow() {
        assert_eq!(flows().count(), 54);
        for flow in flows() {
            for step in &flow.steps {
                assert!(flow.document(&step.document).is_some(), "{}: {}", flow.name, step.document);
                assert!(
                    step.on.as_deref().is_none_or(|on| flow.document(on).is_some()),
                    "{}: {:?}",
                    flow.name,
                    step.on
                );
                assert!(flow.statuses.contains(&step.status), "{}: {:?}", flow.name, step.status);
            }
            assert!(flow.steps.is_empty() || flow.carried.is_some(), "{}", flow.name);
            assert!(flow.steps.is_sorted_by_key(|step| step.n), "{}", flow.name);
        }
    }

    #[test]
    fn those_that_travel_are_told_apart_by_code() {
        assert_eq!(carried(Authority::Fns, "01").map(|flow| flow.name.as_str()), Some("fns534-report"));
        assert_eq!(carried(Authority::Fns, "77"), None);
        let report = flow("fns534-report").unwrap();
        assert_eq!(
            report.by_code("06").map(|kind| kind.name.as_str()),
            Some("fns534-report-acceptance-result-positive")
        );
        assert_eq!(report.ending("warrant").and_then(|kind| kind.code.as_deref()), Some("03"));
        assert_eq!(report.main(), Some("fns534-report"));
    }
}
