//! Which policies hold along a path: RFC 5280 §6.1.2–§6.1.5, kept as a graph (RFC 9618 §5) because a tree of mapped policies can be
//! made to grow without bound.

use super::demands::PolicyDemands;
use crate::certificate::Certificate;
use crate::extensions::PolicyConstraints;
use crate::oid::{self, Oid};
use crate::refusal::Reason;
use crate::report::Check;
use std::collections::{BTreeMap, BTreeSet};

/// One policy at one depth.
#[derive(Clone, Debug, Default)]
struct Node {
    /// Policies of the next certificate that count as this one.
    expected: BTreeSet<Oid>,
    /// Policies of the depth above that it continues.
    parents: BTreeSet<Oid>,
}

type Level = BTreeMap<Oid, Node>;

/// How many more certificates may pass before a rule begins; `None`: it never does.
#[derive(Clone, Copy, Debug)]
struct Counter(Option<u32>);

impl Counter {
    fn starting(now: bool) -> Self {
        Self(now.then_some(0))
    }

    fn begun(self) -> bool {
        self.0 == Some(0)
    }

    fn pass(&mut self) {
        self.0 = self.0.map(|left| left.saturating_sub(1));
    }

    fn lower_to(&mut self, limit: Option<u32>) {
        self.0 = match (self.0, limit) {
            (Some(own), Some(limit)) => Some(own.min(limit)),
            (own, limit) => own.or(limit),
        };
    }
}

struct State {
    /// Empty: no policy holds any more.
    levels: Vec<Level>,
    explicit: Counter,
    mapping: Counter,
    any: Counter,
}

/// The check, and the policies that hold for the signer's certificate; `anyPolicy` stands for every one.
pub(super) fn check(path: &[Certificate], demands: &PolicyDemands) -> (Check, Vec<Oid>) {
    let Some((anchor, below)) = path.split_last() else { return (Check::Yes, Vec::new()) };
    let root = Node { expected: BTreeSet::from([oid::POLICY_ANY]), parents: BTreeSet::new() };
    let mut state = State {
        levels: vec![BTreeMap::from([(oid::POLICY_ANY, root)])],
        explicit: Counter::starting(demands.explicit),
        mapping: Counter::starting(demands.inhibit_mapping),
        any: Counter::starting(demands.inhibit_any),
    };
    // an anchor's own policies are not asked, its limits are (RFC 5937 §3.2)
    state.limit(anchor);
    for (depth, certificate) in below.iter().enumerate().rev() {
        let is_last = depth == 0;
        state.take(certificate, is_last);
        if state.explicit.begun() && state.levels.is_empty() {
            return (Check::no(Reason::Policy), Vec::new());
        }
        if is_last {
            break;
        }
        if let Err(reason) = state.map(certificate) {
            return (Check::no(reason), Vec::new());
        }
        if !certificate.is_self_issued() {
            state.explicit.pass();
            state.mapping.pass();
            state.any.pass();
        }
        state.limit(certificate);
    }
    state.finish(path, demands)
}

impl State {
    fn limit(&mut self, certificate: &Certificate) {
        let PolicyConstraints { require_explicit, inhibit_mapping } =
            certificate.policy_constraints().unwrap_or_default();
        self.explicit.lower_to(require_explicit);
        self.mapping.lower_to(inhibit_mapping);
        self.any.lower_to(certificate.inhibit_any_policy());
    }

    /// RFC 5280 §6.1.3 (d), (e).
    fn take(&mut self, certificate: &Certificate, is_last: bool) {
        let stated = certificate.policies();
        let Some(above) = self.levels.last() else { return };
        let mut continued_by: BTreeMap<Oid, BTreeSet<Oid>> = BTreeMap::new();
        for (policy, node) in above {
            for expected in &node.expected {
                continued_by.entry(*expected).or_default().insert(*policy);
            }
        }
        let any_above = above.contains_key(&oid::POLICY_ANY).then(|| BTreeSet::from([oid::POLICY_ANY]));
        let mut level = Level::new();
        for policy in stated.iter().filter(|policy| **policy != oid::POLICY_ANY) {
            if let Some(parents) = continued_by.get(policy).cloned().or_else(|| any_above.clone()) {
                level.insert(*policy, Node { expected: BTreeSet::from([*policy]), parents });
            }
        }
        let any_counts = !self.any.begun() || (!is_last && certificate.is_self_issued());
        if stated.contains(&oid::POLICY_ANY) && any_counts {
            for (policy, parents) in continued_by {
                level.entry(policy).or_insert_with(|| Node { expected: BTreeSet::from([policy]), parents });
            }
        }
        self.levels.push(level);
        self.prune();
    }

    /// RFC 5280 §6.1.4 (a), (b).
    fn map(&mut self, certificate: &Certificate) -> Result<(), Reason> {
        let mut mapped: BTreeMap<Oid, BTreeSet<Oid>> = BTreeMap::new();
        for (issuers, subjects) in certificate.policy_mappings() {
            if *issuers == oid::POLICY_ANY || *subjects == oid::POLICY_ANY {
                return Err(Reason::PolicyMapping);
            }
            mapped.entry(*issuers).or_default().insert(*subjects);
        }
        let forbidden = self.mapping.begun();
        let Some(level) = self.levels.last_mut() else { return Ok(()) };
        let has_any = level.contains_key(&oid::POLICY_ANY);
        for (policy, expected) in mapped {
            if forbidden {
                level.remove(&policy);
            } else if let Some(node) = level.get_mut(&policy) {
                node.expected = expected;
            } else if has_any {
                level.insert(policy, Node { expected, parents: BTreeSet::from([oid::POLICY_ANY]) });
            }
        }
        self.prune();
        Ok(())
    }

    /// Takes away what nothing below continues; with the last depth empty, all.
    fn prune(&mut self) {
        let mut wanted: Option<BTreeSet<Oid>> = None;
        for level in self.levels.iter_mut().rev() {
            if let Some(wanted) = &wanted {
                level.retain(|policy, _| wanted.contains(policy));
            }
            wanted = Some(level.values().flat_map(|node| node.parents.iter().copied()).collect());
        }
        if self.levels.last().is_some_and(BTreeMap::is_empty) {
            self.levels.clear();
        }
    }

    /// RFC 5280 §6.1.5 (a), (b), (g).
    fn finish(mut self, path: &[Certificate], demands: &PolicyDemands) -> (Check, Vec<Oid>) {
        if path.len() > 1 {
            self.explicit.pass();
        }
        let own = path.first().and_then(Certificate::policy_constraints).and_then(|limits| limits.require_explicit);
        if own == Some(0) {
            self.explicit = Counter::starting(true);
        }
        let policies = self.holding(demands);
        (Check::or_no(!self.explicit.begun() || !policies.is_empty(), Reason::Policy), policies)
    }

    fn holding(&self, demands: &PolicyDemands) -> Vec<Oid> {
        let begun_below_any = |node: &Node| node.parents.contains(&oid::POLICY_ANY);
        let begun =
            self.levels.iter().flatten().filter(|(policy, node)| **policy != oid::POLICY_ANY && begun_below_any(node));
        let mut stated: BTreeSet<Oid> = begun.map(|(policy, _)| *policy).collect();
        let any = self.levels.last().is_some_and(|level| level.contains_key(&oid::POLICY_ANY));
        if demands.accepted.is_empty() || demands.accepted.contains(&oid::POLICY_ANY) {
            stated.extend(any.then_some(oid::POLICY_ANY));
            return stated.into_iter().collect();
        }
        demands.accepted.iter().filter(|policy| any || stated.contains(*policy)).copied().collect()
    }
}
