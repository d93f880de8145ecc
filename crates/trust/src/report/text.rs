//! The report in words, from `texts/{ru,en}/trust.ftl`.

use super::{FileReport, Outcome};
use crate::model::{Chain, Part, SignatureKind, SignerCertificate, SignerVerdict, Verdict};
use kernel::Moment;
use web::{Language, Texts};

impl FileReport {
    /// The report for a person, one line a finding, ready to be printed.
    pub fn to_text(&self, texts: &Texts, language: Language) -> String {
        let words = Words { texts, language };
        let mut lines = vec![words.say(self.outcome.text_key(), &[])];
        if let Some(unreadable) = &self.unreadable {
            let file = words.say(unreadable.file.text_key(), &[]);
            let why = words.of_code(&unreadable.code);
            lines.push(words.say("trust-report-unreadable", &[("file", &file), ("why", &why)]));
        }
        if let Some(verdict) = &self.verdict {
            lines.extend(words.verdict(verdict));
        }
        if !self.revocation_asked && self.outcome != Outcome::Unreadable {
            lines.push(words.say("trust-report-revocation-not-asked", &[]));
        }
        lines.push(String::new());
        lines.join("\n")
    }

    /// The report for a machine: one JSON object.
    pub fn to_json(&self) -> String {
        match serde_json::to_string_pretty(self) {
            Ok(json) => json,
            Err(e) => kernel::bug!("a report is plain JSON: {e}"),
        }
    }
}

impl SignerVerdict {
    /// Who signed, with which certificate and when by his own word: one line each, for a person.
    pub fn signer_lines(&self, texts: &Texts, language: Language) -> Vec<String> {
        Words { texts, language }.who(self)
    }

    /// What was found: integrity, chain, kind of signature, revocation, what was not checked; one line each.
    pub fn finding_lines(&self, texts: &Texts, language: Language) -> Vec<String> {
        Words { texts, language }.findings(self)
    }
}

struct Words<'a> {
    texts: &'a Texts,
    language: Language,
}

impl Words<'_> {
    /// The text of a key; the key itself where the text is missing, which a test forbids.
    fn say(&self, key: &str, arguments: &[(&str, &str)]) -> String {
        self.texts.text(self.language, key, arguments).unwrap_or_else(|| key.to_owned())
    }

    fn of_code(&self, code: &str) -> String {
        self.texts.of_code(self.language, code).unwrap_or_else(|| code.to_owned())
    }

    fn verdict(&self, verdict: &Verdict) -> Vec<String> {
        let mut lines = vec![
            self.say("trust-report-at", &[("at", &moscow(verdict.at))]),
            self.say(verdict.summary.text_key(), &[]),
        ];
        let many = verdict.signers.len() > 1;
        for (index, signer) in verdict.signers.iter().enumerate() {
            if many {
                let number = index.saturating_add(1).to_string();
                lines.push(self.say("trust-report-signer-number", &[("number", &number)]));
            }
            lines.extend(self.who(signer));
            lines.extend(self.findings(signer));
        }
        lines
    }

    fn who(&self, signer: &SignerVerdict) -> Vec<String> {
        let mut lines = match &signer.certificate {
            Some(certificate) => self.certificate(certificate),
            None => vec![self.say("trust-report-signer-unknown", &[])],
        };
        lines.push(match signer.signing_time {
            Some(at) => self.say("trust-report-signing-time", &[("at", &moscow(at))]),
            None => self.say("trust-report-signing-time-absent", &[]),
        });
        lines
    }

    fn findings(&self, signer: &SignerVerdict) -> Vec<String> {
        let not_checked: Vec<String> = signer.not_checked.iter().map(|n| self.say(n.text_key(), &[])).collect();
        vec![
            self.say("trust-report-integrity", &[("state", &self.part(&signer.integrity))]),
            self.chain(&signer.chain),
            self.kind(signer.kind),
            self.say("trust-report-revocation", &[("state", &self.part(&signer.revocation))]),
            self.say("trust-report-not-checked", &[("what", &not_checked.join("; "))]),
        ]
    }

    fn certificate(&self, certificate: &SignerCertificate) -> Vec<String> {
        let absent = self.say("trust-report-absent", &[]);
        let or_absent = |value: &Option<String>| value.clone().unwrap_or_else(|| absent.clone());
        let mut who: Vec<String> = Vec::new();
        for value in [&certificate.person, &certificate.title, &certificate.organization, &certificate.common_name] {
            who.extend(value.iter().filter(|v| !who.contains(*v)).cloned().collect::<Vec<_>>());
        }
        if let Some(inn) = &certificate.inn {
            who.push(self.say("trust-report-inn", &[("inn", inn)]));
        }
        let who = if who.is_empty() { absent.clone() } else { who.join(", ") };
        let validity = [("from", moscow(certificate.not_before)), ("until", moscow(certificate.not_after))];
        let validity: Vec<(&str, &str)> = validity.iter().map(|(name, value)| (*name, value.as_str())).collect();
        vec![
            self.say("trust-report-who", &[("who", &who)]),
            self.say(
                "trust-report-certificate",
                &[
                    ("serial", &certificate.serial),
                    ("thumbprint", &certificate.thumbprint),
                    ("issuer", &or_absent(&certificate.issuer)),
                ],
            ),
            self.say("trust-report-validity", &validity),
        ]
    }

    fn part(&self, part: &Part) -> String {
        let reason = part.reason().map(|code| self.of_code(code)).unwrap_or_default();
        self.say(part.text_key(), &[("reason", &reason)])
    }

    fn chain(&self, chain: &Chain) -> String {
        match chain {
            Chain::TrustedUpTo { root, .. } => self.say("trust-report-chain-trusted", &[("root", root)]),
            Chain::Broken { reason } => self.say("trust-report-chain-broken", &[("reason", &self.of_code(reason))]),
            Chain::Unknown { reason } => self.say("trust-report-chain-unknown", &[("reason", &self.of_code(reason))]),
        }
    }

    fn kind(&self, kind: SignatureKind) -> String {
        let date = match kind {
            SignatureKind::QualifiedByList { list_date } => list_date.strftime("%d.%m.%Y").to_string(),
            _ => String::new(),
        };
        self.say(kind.text_key(), &[("date", &date)])
    }
}

/// Date and time in Moscow, as official documents state it.
fn moscow(at: Moment) -> String {
    at.civil_datetime_msk().strftime("%d.%m.%Y %H:%M:%S").to_string()
}
