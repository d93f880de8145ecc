//! UTCTime until 2049, GeneralizedTime from 2050, seconds always there, always Z (RFC 5280 §4.1.2.5).

use super::{Node, Result};
use crate::refusal::PkiRefusal;
use core::time::Duration;
use der::asn1::{GeneralizedTime, UtcTime};
use der::{DateTime, Decode as _, Encode as _, Tag};
use kernel::Moment;

const MICROS_PER_SECOND: i64 = 1_000_000;
const FIRST_GENERALIZED_YEAR: u16 = 2050;

impl Node<'_> {
    /// A moment written either way.
    pub(crate) fn moment(&self) -> Result<Moment> {
        let since_1970 = match self.tag {
            Tag::UtcTime => UtcTime::from_der(self.raw).map(|time| time.to_unix_duration()),
            Tag::GeneralizedTime => GeneralizedTime::from_der(self.raw).map(|time| time.to_unix_duration()),
            _ => return Err(PkiRefusal::Malformed("time")),
        };
        let seconds = since_1970.map_err(|_| PkiRefusal::Malformed("time"))?.as_secs();
        let micros = i64::try_from(seconds).ok().and_then(|seconds| seconds.checked_mul(MICROS_PER_SECOND));
        micros.map(Moment::from_micros).ok_or(PkiRefusal::MomentOutOfRange)
    }
}

/// GeneralizedTime whatever the year: what OCSP asks for (RFC 6960 §4.2.2.1).
pub(crate) fn write_generalized(moment: Moment) -> Result<Vec<u8>> {
    GeneralizedTime::from_date_time(civil(moment)?).to_der().map_err(|_| PkiRefusal::MomentOutOfRange)
}

fn civil(moment: Moment) -> Result<DateTime> {
    let seconds = u64::try_from(moment.micros().div_euclid(MICROS_PER_SECOND));
    let since_1970 = Duration::from_secs(seconds.map_err(|_| PkiRefusal::MomentOutOfRange)?);
    DateTime::from_unix_duration(since_1970).map_err(|_| PkiRefusal::MomentOutOfRange)
}

pub(crate) fn write(moment: Moment) -> Result<Vec<u8>> {
    let civil = civil(moment)?;
    let der = if civil.year() < FIRST_GENERALIZED_YEAR {
        UtcTime::from_date_time(civil).and_then(|time| time.to_der())
    } else {
        GeneralizedTime::from_date_time(civil).to_der()
    };
    der.map_err(|_| PkiRefusal::MomentOutOfRange)
}
