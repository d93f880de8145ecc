//! A payer: who files, to whom, and what the law asks of it.

use kernel::{Inn, Kpp, Moment};
use rules::{LegalForm, Trait};
use serde::{Deserialize, Serialize};

use super::flow::Authority;
use super::ids::PayerId;
use super::limits::TEXT_CHARS_MAX;
use super::refusal::Refusal;
use super::regulator::Regulator;

/// How a payer is taxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Regime {
    /// УСН, «доходы».
    UsnIncome,
    /// УСН, «доходы минус расходы».
    UsnProfit,
    /// The general regime.
    General,
    /// ЕСХН.
    Eshn,
}

/// What else is taxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Asset {
    /// Property of the organization.
    Property,
    /// Vehicles.
    Transport,
    /// Land.
    Land,
}

/// What is said of a payer beside its requisites.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PayerFacts {
    /// Full name of the organization, or surname, name and patronymic of the entrepreneur.
    pub name: String,
    /// The payer is an entrepreneur.
    #[serde(default)]
    pub entrepreneur: bool,
    /// How it is taxed.
    pub regime: Regime,
    /// Pays НДС; on the general regime it is taken for granted.
    #[serde(default)]
    pub vat: bool,
    /// People paid under contracts.
    #[serde(default)]
    pub employees: u32,
    /// What else is taxed.
    #[serde(default)]
    pub has: Vec<Asset>,
    /// ОГРН or ОГРНИП.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ogrn: Option<String>,
    /// Code of the tax office, four digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tax_office: Option<String>,
    /// Code of the office of СФР.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund_office: Option<String>,
    /// Registration number in СФР.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fund_number: Option<String>,
    /// Code of the office of Rosstat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statistics_office: Option<String>,
    /// ОКПО.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub okpo: Option<String>,
    /// ОКТМО.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub oktmo: Option<String>,
    /// The head office whose branch this payer is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>)]
    pub head_office_id: Option<PayerId>,
}

/// A payer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payer {
    /// Its id.
    pub id: PayerId,
    /// ИНН.
    pub inn: Inn,
    /// КПП; entrepreneurs have none.
    pub kpp: Option<Kpp>,
    /// The rest.
    pub facts: PayerFacts,
    /// Since when it is here.
    pub made_at: Moment,
}

impl Payer {
    /// Refuses requisites that do not go together and codes of the wrong shape.
    pub fn check(&self) -> Result<(), Refusal> {
        let facts = &self.facts;
        if self.inn.is_person() != facts.entrepreneur {
            return Err(Refusal::PayerField {
                field: "inn",
                accepted: "10 digits of an organization, 12 of an entrepreneur",
            });
        }
        if self.kpp.is_some() == facts.entrepreneur {
            return Err(Refusal::PayerField {
                field: "kpp",
                accepted: "9 characters for an organization, none for an entrepreneur",
            });
        }
        if facts.name.trim().is_empty() || facts.name.chars().count() > TEXT_CHARS_MAX {
            return Err(Refusal::PayerField { field: "name", accepted: "1 to 255 characters" });
        }
        self.check_offices()?;
        self.check_codes()
    }

    fn check_offices(&self) -> Result<(), Refusal> {
        let facts = &self.facts;
        let offices = [
            (Authority::Fns, &facts.tax_office),
            (Authority::Sfr, &facts.fund_office),
            (Authority::Rosstat, &facts.statistics_office),
        ];
        for (authority, code) in offices {
            code.as_deref().map(|code| Regulator::new(authority, code)).transpose()?;
        }
        Ok(())
    }

    fn check_codes(&self) -> Result<(), Refusal> {
        let facts = &self.facts;
        if facts.ogrn.as_deref().is_some_and(|ogrn| kernel::Ogrn::parse(ogrn).is_err()) {
            return Err(Refusal::PayerField { field: "ogrn", accepted: "13 or 15 digits with a right check digit" });
        }
        let digits = [
            ("okpo", &facts.okpo, [8, 10, 14]),
            ("oktmo", &facts.oktmo, [8, 11, 11]),
            ("fund_number", &facts.fund_number, [10, 12, 12]),
        ];
        for (field, code, lengths) in digits {
            let is_digits = |code: &String| code.bytes().all(|octet| octet.is_ascii_digit());
            if code.as_ref().is_some_and(|code| !is_digits(code) || !lengths.contains(&code.len())) {
                return Err(Refusal::PayerField { field, accepted: "only digits, as many as the code has" });
            }
        }
        Ok(())
    }

    /// As the rules ask of it.
    #[must_use]
    pub fn of_rules(&self) -> rules::Payer {
        let facts = &self.facts;
        let regime = match facts.regime {
            Regime::UsnIncome => Trait::UsnIncome,
            Regime::UsnProfit => Trait::UsnProfit,
            Regime::General => Trait::General,
            Regime::Eshn => Trait::Eshn,
        };
        let assets = facts.has.iter().map(|asset| match asset {
            Asset::Property => Trait::Property,
            Asset::Transport => Trait::Transport,
            Asset::Land => Trait::Land,
        });
        let told = [regime].into_iter().chain(facts.vat.then_some(Trait::Vat)).chain(assets);
        let form = if facts.entrepreneur { LegalForm::Entrepreneur } else { LegalForm::Organization };
        rules::Payer::always(form, facts.employees, told)
    }

    /// ИНН and КПП written together, as names of files have them.
    #[must_use]
    pub fn inn_kpp(&self) -> String {
        format!("{}{}", self.inn.as_str(), self.kpp.as_ref().map_or("", Kpp::as_str))
    }
}
