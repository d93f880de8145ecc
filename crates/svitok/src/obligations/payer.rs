//! Who pays: as options of a command and as parameters of an address.

use rules::{LegalForm, Payer, Trait};
use serde::{Deserialize, Deserializer};
use utoipa::{IntoParams, ToSchema};

/// A payer as a person describes it; the same all through the year.
#[derive(Debug, Clone, clap::Args, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PayerWords {
    /// How the payer is taxed.
    #[arg(long, value_enum)]
    #[param(inline)]
    pub regime: Regime,
    /// The payer is an entrepreneur; an organization without this.
    #[arg(long)]
    #[serde(default)]
    pub entrepreneur: bool,
    /// Pays НДС; on the general regime it is taken for granted.
    #[arg(long)]
    #[serde(default)]
    pub vat: bool,
    /// People paid under labour or civil contracts.
    #[arg(long, value_name = "COUNT", default_value_t = 0)]
    #[serde(default)]
    pub employees: u32,
    /// What else is taxed, separated by commas.
    #[arg(long, value_enum, value_delimiter = ',')]
    #[serde(default, deserialize_with = "separated")]
    #[param(value_type = Option<String>, example = "property,land")]
    pub has: Vec<Asset>,
    /// The year the terms fall in; this one when not given.
    #[arg(long)]
    pub year: Option<i16>,
}

/// Regimes the rules know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, Deserialize, ToSchema)]
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

/// Things that are taxed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Asset {
    Property,
    Transport,
    Land,
}

impl PayerWords {
    /// As the rules ask of it.
    pub fn payer(&self) -> Payer {
        let regime = match self.regime {
            Regime::UsnIncome => Trait::UsnIncome,
            Regime::UsnProfit => Trait::UsnProfit,
            Regime::General => Trait::General,
            Regime::Eshn => Trait::Eshn,
        };
        let assets = self.has.iter().map(|asset| match asset {
            Asset::Property => Trait::Property,
            Asset::Transport => Trait::Transport,
            Asset::Land => Trait::Land,
        });
        let told = [regime].into_iter().chain(self.vat.then_some(Trait::Vat)).chain(assets);
        let form = if self.entrepreneur { LegalForm::Entrepreneur } else { LegalForm::Organization };
        Payer::always(form, self.employees, told)
    }
}

/// As on the command line: names with commas between them.
fn separated<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Asset>, D::Error> {
    let text = String::deserialize(from)?;
    let names = text.split(',').filter(|name| !name.is_empty());
    names.map(|name| clap::ValueEnum::from_str(name, false).map_err(serde::de::Error::custom)).collect()
}
