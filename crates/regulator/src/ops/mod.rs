//! What the simulator does.

pub mod answer;
pub mod examine;
pub mod initiate;
pub mod pack;
pub mod publish;
pub mod report;
pub mod take;
pub mod turn;

use crate::model::RegulatorRefusal;
use ::store::No;

impl From<RegulatorRefusal> for No<RegulatorRefusal> {
    fn from(refusal: RegulatorRefusal) -> Self {
        Self::Refused(refusal)
    }
}
