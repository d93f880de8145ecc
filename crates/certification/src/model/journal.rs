//! The authority's journal: append-only, each row's hash covers the row before it.

use kernel::Moment;
use serde::Serialize;

/// Octets of a hash: Streebog-256.
pub const HASH_BYTES: usize = 32;

/// What the first row's hash covers in place of a row before it.
pub const GENESIS: [u8; HASH_BYTES] = [0; HASH_BYTES];

/// What an authority did or is about to do. Names of persons stay out: the row lives for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum JournalEvent {
    /// The authority came into being.
    AuthorityMade {
        /// Streebog-256 of its certificate.
        certificate_hash: String,
    },
    /// A certificate will be signed with exactly these fields.
    IssueIntended {
        /// Serial number, hexadecimal.
        serial: String,
        /// Whom it is for.
        organization_id: String,
        /// Streebog-256 of the public key.
        key_hash: String,
        /// Streebog-256 of the subject.
        subject_hash: String,
        /// Validity, microseconds UTC.
        not_before: i64,
        /// Validity, microseconds UTC.
        not_after: i64,
    },
    /// The signed certificate is about to leave.
    Issued {
        /// Serial number, hexadecimal.
        serial: String,
        /// Streebog-256 of the certificate.
        certificate_hash: String,
    },
    /// A certificate stopped being valid.
    Revoked {
        /// Serial number, hexadecimal.
        serial: String,
        /// Reason.
        reason: String,
    },
    /// A certificate is out of force for a while.
    Suspended {
        /// Serial number, hexadecimal.
        serial: String,
    },
    /// A suspended certificate is in force again.
    Resumed {
        /// Serial number, hexadecimal.
        serial: String,
    },
    /// A revocation list with this number will be signed.
    ListIntended {
        /// Its number.
        number: i64,
    },
    /// The signed list is about to leave.
    ListMade {
        /// Its number.
        number: i64,
        /// Streebog-256 of the list.
        list_hash: String,
    },
    /// The host's own operator certificate is about to be used.
    OperatorIssued {
        /// Serial number, hexadecimal.
        serial: String,
        /// Streebog-256 of the certificate.
        certificate_hash: String,
    },
}

impl JournalEvent {
    /// Stable word kept beside the body.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::AuthorityMade { .. } => "authority_made",
            Self::IssueIntended { .. } => "issue_intended",
            Self::Issued { .. } => "issued",
            Self::Revoked { .. } => "revoked",
            Self::Suspended { .. } => "suspended",
            Self::Resumed { .. } => "resumed",
            Self::ListIntended { .. } => "list_intended",
            Self::ListMade { .. } => "list_made",
            Self::OperatorIssued { .. } => "operator_issued",
        }
    }

    /// The body as kept: JSON, version 1.
    pub fn body(&self) -> String {
        #[derive(Serialize)]
        struct Versioned<'a> {
            v: u8,
            #[serde(flatten)]
            event: &'a JournalEvent,
        }
        match serde_json::to_string(&Versioned { v: 1, event: self }) {
            Ok(body) => body,
            Err(e) => kernel::bug!("a journal event is plain JSON: {e}"),
        }
    }
}

/// One row of a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalRow {
    /// 1, 2, 3 … without a gap.
    pub seq: i64,
    /// When.
    pub at: Moment,
    /// [`JournalEvent::kind`].
    pub kind: String,
    /// [`JournalEvent::body`].
    pub body: String,
    /// Hash of the row before.
    pub previous_hash: Vec<u8>,
    /// Hash of this row.
    pub hash: Vec<u8>,
}

impl JournalRow {
    /// The next row of a journal whose last row has this hash.
    pub fn next(authority_id: &[u8], seq: i64, at: Moment, event: &JournalEvent, previous_hash: &[u8]) -> Self {
        let mut row = Self {
            seq,
            at,
            kind: event.kind().to_owned(),
            body: event.body(),
            previous_hash: previous_hash.to_vec(),
            hash: Vec::new(),
        };
        row.hash = row.own_hash(authority_id).to_vec();
        row
    }

    /// Streebog-256 over authority, number, moment, kind, body and the previous hash, each text with its length before it.
    fn own_hash(&self, authority_id: &[u8]) -> [u8; HASH_BYTES] {
        let mut covered = Vec::with_capacity(128 + self.body.len());
        let mut put = |part: &[u8]| {
            covered.extend_from_slice(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
            covered.extend_from_slice(part);
        };
        put(authority_id);
        put(&self.seq.to_be_bytes());
        put(&self.at.micros().to_be_bytes());
        put(self.kind.as_bytes());
        put(self.body.as_bytes());
        put(&self.previous_hash);
        gost::hash::streebog256(&covered)
    }
}

/// What is wrong with a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum JournalFlaw {
    /// A row is missing or stands twice.
    #[error("journal row {expected} is missing, {found} stands in its place")]
    Gap {
        /// Number that should stand here.
        expected: i64,
        /// Number found.
        found: i64,
    },
    /// A row does not continue the row before it.
    #[error("journal row {seq} does not continue the row before it")]
    Broken {
        /// Its number.
        seq: i64,
    },
    /// A row was changed after it was written.
    #[error("journal row {seq} was changed")]
    Changed {
        /// Its number.
        seq: i64,
    },
    /// The journal ends before the authority's counter.
    #[error("the journal ends at row {seq}, the authority counted further")]
    CutOff {
        /// Last row found.
        seq: i64,
    },
}

/// Follows a journal row by row, so that a long one is checked in pages.
#[derive(Clone, Debug)]
pub struct JournalCheck {
    authority_id: Vec<u8>,
    seq: i64,
    head: Vec<u8>,
}

impl JournalCheck {
    /// Starts before the first row.
    pub fn new(authority_id: &[u8]) -> Self {
        Self { authority_id: authority_id.to_vec(), seq: 0, head: GENESIS.to_vec() }
    }

    /// Takes the next row. Refuses a gap, a row that does not continue the last, a changed row.
    pub fn take(&mut self, row: &JournalRow) -> Result<(), JournalFlaw> {
        let expected = self.seq.saturating_add(1);
        if row.seq != expected {
            return Err(JournalFlaw::Gap { expected, found: row.seq });
        }
        if row.previous_hash != self.head {
            return Err(JournalFlaw::Broken { seq: row.seq });
        }
        if row.hash != row.own_hash(&self.authority_id) {
            return Err(JournalFlaw::Changed { seq: row.seq });
        }
        self.seq = row.seq;
        self.head.clone_from(&row.hash);
        Ok(())
    }

    /// Number of the last row taken.
    pub fn seq(&self) -> i64 {
        self.seq
    }

    /// Compares the end with the authority's own counter and head.
    pub fn finish(&self, seq: i64, head: &[u8]) -> Result<(), JournalFlaw> {
        if self.seq != seq {
            return Err(JournalFlaw::CutOff { seq: self.seq });
        }
        if self.head != head { Err(JournalFlaw::Broken { seq }) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AUTHORITY: &[u8] = b"0123456789abcdef";

    fn journal(rows: i64) -> Vec<JournalRow> {
        let mut head = GENESIS.to_vec();
        (1..=rows)
            .map(|seq| {
                let event = JournalEvent::ListIntended { number: seq };
                let row = JournalRow::next(AUTHORITY, seq, Moment::from_micros(seq), &event, &head);
                head.clone_from(&row.hash);
                row
            })
            .collect()
    }

    fn check(rows: &[JournalRow], end: i64) -> Result<(), JournalFlaw> {
        let head = journal(end).last().map_or(GENESIS.to_vec(), |r| r.hash.clone());
        let mut check = JournalCheck::new(AUTHORITY);
        rows.iter().try_for_each(|row| check.take(row))?;
        check.finish(end, &head)
    }

    #[test]
    fn whole_journal_passes() {
        assert_eq!(check(&journal(0), 0), Ok(()));
        assert_eq!(check(&journal(5), 5), Ok(()));
    }

    #[test]
    fn every_tampering_is_seen() {
        let good = journal(5);
        let changed = |f: fn(&mut JournalRow)| {
            let mut rows = good.clone();
            f(&mut rows[2]);
            check(&rows, 5)
        };
        assert_eq!(changed(|r| r.body.push(' ')), Err(JournalFlaw::Changed { seq: 3 }));
        assert_eq!(changed(|r| r.kind = "issued".into()), Err(JournalFlaw::Changed { seq: 3 }));
        assert_eq!(changed(|r| r.at = Moment::from_micros(9)), Err(JournalFlaw::Changed { seq: 3 }));
        assert_eq!(changed(|r| r.hash[0] ^= 1), Err(JournalFlaw::Changed { seq: 3 }));
        assert_eq!(changed(|r| r.previous_hash[0] ^= 1), Err(JournalFlaw::Broken { seq: 3 }));
        let mut missing = good.clone();
        missing.remove(2);
        assert_eq!(check(&missing, 5), Err(JournalFlaw::Gap { expected: 3, found: 4 }));
        assert_eq!(check(&good[..4], 5), Err(JournalFlaw::CutOff { seq: 4 }));
        // A row rewritten together with its own hash still breaks the row after it.
        let mut rewritten = good.clone();
        let event = JournalEvent::ListIntended { number: 99 };
        rewritten[2] = JournalRow::next(AUTHORITY, 3, Moment::from_micros(3), &event, &good[1].hash);
        assert_eq!(check(&rewritten, 5), Err(JournalFlaw::Broken { seq: 4 }));
        // Another authority's journal is not this one's.
        assert_eq!(JournalCheck::new(b"another").take(&good[0]), Err(JournalFlaw::Changed { seq: 1 }));
    }

    #[test]
    fn the_last_row_rewritten_is_seen_by_the_head() {
        let mut rows = journal(5);
        let event = JournalEvent::ListIntended { number: 99 };
        rows[4] = JournalRow::next(AUTHORITY, 5, Moment::from_micros(5), &event, &rows[3].hash);
        assert_eq!(check(&rows, 5), Err(JournalFlaw::Broken { seq: 5 }));
    }
}
