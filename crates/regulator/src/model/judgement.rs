//! What an authority thinks of a report.

use crate::limits::ERRORS_TOLD_MAX;
use crate::model::Temper;
use formats::{Finding, Findings, Severity};
use serde::{Deserialize, Serialize};

/// One thing an authority objects to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    /// Code of ten characters: of the tax service where it is known, else the simulator's own, which begins with «СИМ».
    pub code: String,
    /// In words.
    pub text: String,
    /// Where in the document, as `Файл/Документ/@КНД`; empty for the file as a whole.
    pub path: String,
    /// Shape of what was found there, never the value itself.
    pub shape: String,
}

/// Codes seen in public descriptions of the tax service's answers; secondary facts.
const BREAKS_SCHEMA: &str = "0300300001";
const NOT_WHOLE: &str = "0300300030";
const SEALED_TO_ANOTHER: &str = "0100300003";
const SIGNATURE_DOES_NOT_FIT: &str = "0100100004";
const NOT_THE_RECIPIENT: &str = "0400100005";
/// The simulator's own, where the service's code is not known here.
const REPEATED: &str = "СИМ0000001";
const NO_FIRST: &str = "СИМ0000002";
const BY_TEMPER: &str = "СИМ0000088";
const CORRECT_BY_TEMPER: &str = "СИМ0000085";
const RATIO: &str = "СИМ0000003";
/// Characters of a code.
const CODE_CHARS: usize = 10;

impl Objection {
    fn plain(code: &str, text: &str) -> Self {
        Self { code: code.to_owned(), text: text.to_owned(), path: String::new(), shape: String::new() }
    }

    /// The content is sealed, and not to this authority.
    pub fn sealed_to_another() -> Self {
        Self::plain(SEALED_TO_ANOTHER, "Документ зашифрован не на сертификат этого органа")
    }

    /// A signature is absent, does not fit, or its certificate is not good at this moment.
    pub fn signature(reason: &str) -> Self {
        Self::plain(SIGNATURE_DOES_NOT_FIT, &format!("Подпись не подтверждена: {reason}"))
    }

    /// A part that must be there is not.
    pub fn not_whole(what: &str) -> Self {
        Self::plain(NOT_WHOLE, &format!("В комплекте нет обязательной части: {what}"))
    }

    /// The signer is not the payer and brought no power of attorney.
    pub fn not_the_payers() -> Self {
        Self::plain(
            NOT_THE_RECIPIENT,
            "ИНН в сертификате подписи не ИНН налогоплательщика, доверенности в комплекте нет",
        )
    }

    /// The same correction was taken before.
    pub fn repeated(correction: u32) -> Self {
        Self::plain(REPEATED, &format!("Отчёт с номером корректировки {correction} за этот период уже принят"))
    }

    /// A correction of what was never filed.
    pub fn no_first(correction: u32) -> Self {
        let text = format!("Корректировка {correction} пришла раньше первичного отчёта или предыдущей корректировки");
        Self::plain(NO_FIRST, &text)
    }

    /// This authority refuses everything.
    pub fn by_temper() -> Self {
        Self::plain(BY_TEMPER, "Симулятор: орган с этим кодом отказывает всегда")
    }

    /// This authority asks everybody to correct.
    pub fn correct_by_temper() -> Self {
        Self::plain(CORRECT_BY_TEMPER, "Симулятор: орган с этим кодом всегда просит уточнить отчёт")
    }

    /// What the engine found.
    pub fn of(finding: &Finding) -> Self {
        let is_official = finding.code.len() == CODE_CHARS && finding.code.bytes().all(|b| b.is_ascii_digit());
        let code = if is_official {
            finding.code.as_str()
        } else if finding.layer == formats::Layer::Ratio {
            RATIO
        } else {
            BREAKS_SCHEMA
        };
        let text = format!("{}: найдено «{}», ожидается «{}»", finding.code, finding.shape, finding.accepted);
        Self { code: code.to_owned(), text, path: finding.path.clone(), shape: finding.shape.clone() }
    }
}

/// What an authority says to a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// Taken and entered.
    Accepted,
    /// Taken, and a correction is asked for.
    ToCorrect(Vec<Objection>),
    /// Not taken.
    Refused(Vec<Objection>),
}

/// Decides: what is really wrong refuses whatever the temper; then the temper speaks. `found` is what the engine found, `others` what
/// was found beside it.
pub fn judge(temper: Temper, found: Option<&Findings>, others: Vec<Objection>) -> Judgement {
    let errors = found.into_iter().flat_map(|found| &found.findings).filter(|f| f.severity == Severity::Error);
    let objections: Vec<_> = others.into_iter().chain(errors.map(Objection::of)).take(ERRORS_TOLD_MAX).collect();
    match temper {
        _ if !objections.is_empty() => Judgement::Refused(objections),
        Temper::Accepts => Judgement::Accepted,
        Temper::Refuses => Judgement::Refused(vec![Objection::by_temper()]),
        Temper::Corrects => Judgement::ToCorrect(vec![Objection::correct_by_temper()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_really_wrong_refuses_whatever_the_temper() {
        let broken = formats::check(b"<a/>");
        for temper in [Temper::Accepts, Temper::Refuses, Temper::Corrects] {
            for (found, others) in [(Some(&broken), vec![]), (None, vec![Objection::not_whole("декларация")])]
            {
                let Judgement::Refused(objections) = judge(temper, found, others) else { panic!("{temper:?}") };
                assert!(objections.iter().all(|o| o.code.chars().count() == CODE_CHARS && !o.code.contains("СИМ")));
            }
        }
    }

    #[test]
    fn a_good_report_meets_the_temper() {
        assert_eq!(judge(Temper::Accepts, None, vec![]), Judgement::Accepted);
        assert_eq!(judge(Temper::Refuses, None, vec![]), Judgement::Refused(vec![Objection::by_temper()]));
        assert_eq!(judge(Temper::Corrects, None, vec![]), Judgement::ToCorrect(vec![Objection::correct_by_temper()]));
    }

    #[test]
    fn every_code_has_ten_characters() {
        let all = [
            Objection::sealed_to_another(),
            Objection::signature(""),
            Objection::not_the_payers(),
            Objection::repeated(1),
            Objection::no_first(2),
            Objection::by_temper(),
            Objection::correct_by_temper(),
        ];
        assert!(all.iter().all(|objection| objection.code.chars().count() == CODE_CHARS));
    }
}
