//! Rows of the table and its totals.

use super::rate::{VatRate, rounded};
use crate::FormatRefusal;
use crate::place::Place;
use crate::tree::Element;
use kernel::Money;
use rust_decimal::Decimal;

/// Tax presented to the buyer (column 8).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tax {
    Sum(Money),
    /// `без НДС`.
    Without,
    /// A dash; 5.01 only.
    Dash,
}

/// Excise (column 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excise {
    Sum(Money),
    /// `без акциза`.
    Without,
}

/// A row. Columns as the invoice numbers them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Column 1, from 1.
    pub number: u32,
    /// Column 1а.
    pub name: Option<String>,
    /// Column 2: code of the unit (ОКЕИ).
    pub unit_code: Option<String>,
    /// Column 2а.
    pub unit_name: Option<String>,
    /// Column 3, up to 11 digits after the dot.
    pub quantity: Option<Decimal>,
    /// Column 4, up to 11 digits after the dot.
    pub price: Option<Decimal>,
    /// Column 5: value without tax.
    pub net: Option<Money>,
    /// Column 6.
    pub excise: Option<Excise>,
    /// Column 7.
    pub rate: VatRate,
    /// Column 8.
    pub tax: Tax,
    /// Column 9: value with tax.
    pub gross: Option<Money>,
    /// `1` goods, `2` work, `3` service, `4` right, `5` other.
    pub kind: Option<String>,
    pub article: Option<String>,
    pub code: Option<String>,
    /// Column 10 with 11: country code and customs declaration.
    pub declarations: Vec<(Option<String>, Option<String>)>,
    /// Column 10а: short names of the countries; obligatory beside their codes.
    pub country_names: Vec<String>,
    /// Identification marks (КИЗ) and package numbers stay in the tree; their count is here.
    pub marks: usize,
    /// Batches under traceability.
    pub traceable: bool,
    /// Agreed pairs of name and value.
    pub information: Vec<(String, String)>,
}

impl Row {
    /// A row of so many units at a price without tax: values are computed, rounded to the kopeck half away from zero.
    /// Refuses rates that are not a whole percent or `без НДС`, and sums that do not fit.
    pub fn priced(
        number: u32,
        name: &str,
        quantity: Decimal,
        price: Decimal,
        rate: VatRate,
    ) -> Result<Self, FormatRefusal> {
        let wrong = |rule| FormatRefusal::Sum {
            path: format!("Файл/Документ/ТаблСчФакт/СведТов[{number}]"), rule
        };
        let value = quantity.checked_mul(price).and_then(|v| v.checked_mul(Decimal::ONE_HUNDRED)).and_then(rounded);
        let net = value.ok_or_else(|| wrong("quantity times price does not fit"))?;
        let tax = rate.tax_on(net).ok_or_else(|| wrong("no tax can be counted from the net value at this rate"))?;
        let gross = net.checked_add(tax).ok_or_else(|| wrong("the value does not fit"))?;
        Ok(Self {
            number,
            name: Some(name.to_owned()),
            unit_code: Some("796".to_owned()),
            unit_name: Some("шт".to_owned()),
            quantity: Some(quantity.normalize()),
            price: Some(price.normalize()),
            net: Some(net),
            excise: Some(Excise::Without),
            tax: if rate.is_without() { Tax::Without } else { Tax::Sum(tax) },
            rate,
            gross: Some(gross),
            kind: None,
            article: None,
            code: None,
            declarations: Vec::new(),
            country_names: Vec::new(),
            marks: 0,
            traceable: false,
            information: Vec::new(),
        })
    }

    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let more = place.find("ДопСведТов");
        let of_more = |name: &str| more.as_ref().and_then(|m| m.some(name));
        let declarations = [("СвДТ", "НомерДТ"), ("СвТД", "НомерТД")];
        let marks =
            more.as_ref().map_or(0, |m| m.all("НомСредИдентТов").iter().map(|n| n.element.elements().count()).sum());
        Ok(Self {
            number: place.count("НомСтр")?,
            name: place.some("НаимТов"),
            unit_code: place.some("ОКЕИ_Тов"),
            unit_name: place.some("НаимЕдИзм").or_else(|| of_more("НаимЕдИзм")),
            quantity: place.decimal_if("КолТов")?,
            price: place.decimal_if("ЦенаТов")?,
            net: place.money_if("СтТовБезНДС")?,
            excise: place.find("Акциз").map(|p| Excise::read(&p)).transpose()?,
            rate: VatRate::parse(place.need("НалСт")?),
            tax: Tax::read(&place.child("СумНал")?)?,
            gross: place.money_if("СтТовУчНал")?,
            kind: of_more("ПрТовРаб"),
            article: of_more("АртикулТов"),
            code: of_more("КодТов"),
            declarations: declarations
                .iter()
                .flat_map(|(tag, number)| place.all(tag).into_iter().map(|p| (p.some("КодПроисх"), p.some(number))))
                .collect(),
            country_names: country_names(more.as_ref()),
            marks,
            traceable: more.as_ref().is_some_and(|m| m.find("СведПрослеж").is_some()),
            information: pairs(place, "ИнфПолФХЖ2"),
        })
    }

    fn more(&self) -> Option<Element> {
        let mut more = Element::new("ДопСведТов");
        more.set_if("ПрТовРаб", self.kind.as_deref()).set_if("АртикулТов", self.article.as_deref());
        more.set_if("КодТов", self.code.as_deref());
        more.push_all(self.country_names.iter().map(|name| Element::with_text("КрНаимСтрПр", name)));
        let empty = more.attributes().next().is_none() && more.nodes().is_empty();
        (!empty).then_some(more)
    }

    /// In the words of 5.03. Marks and traceable batches cannot be composed yet: they are refused, not dropped.
    pub(crate) fn element(&self) -> Result<Element, FormatRefusal> {
        let path = || format!("Файл/Документ/ТаблСчФакт/СведТов[{}]", self.number);
        if self.marks > 0 || self.traceable {
            return Err(FormatRefusal::Structure {
                path: path(),
                rule: "marks and traceable batches are not composed by this model",
            });
        }
        let mut element = Element::new("СведТов");
        element.set("НомСтр", &self.number.to_string()).set_if("НаимТов", self.name.as_deref());
        element.set_if("ОКЕИ_Тов", self.unit_code.as_deref()).set_if("НаимЕдИзм", self.unit_name.as_deref());
        element.set_if("КолТов", self.quantity.map(decimal_text).as_deref());
        element.set_if("ЦенаТов", self.price.map(decimal_text).as_deref());
        element.set_if("СтТовБезНДС", self.net.map(|m| m.to_string()).as_deref()).set("НалСт", self.rate.as_str());
        element.set_if("СтТовУчНал", self.gross.map(|m| m.to_string()).as_deref());
        for (country, declaration) in &self.declarations {
            let mut item = Element::new("СвДТ");
            item.set_if("КодПроисх", country.as_deref()).set_if("НомерДТ", declaration.as_deref());
            element.push(item);
        }
        element.push_if(self.more());
        element.push_if(self.excise.map(Excise::element));
        element.push(self.tax.element("СумНал", &path())?);
        push_pairs(&mut element, "ИнфПолФХЖ2", &self.information);
        Ok(element)
    }
}

/// Elements in 5.03, one attribute before.
fn country_names(more: Option<&Place<'_>>) -> Vec<String> {
    let Some(more) = more else { return Vec::new() };
    more.some("КрНаимСтрПр").into_iter().chain(more.all("КрНаимСтрПр").iter().map(Place::text)).collect()
}

/// The line «Всего к оплате».
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    pub net: Option<Money>,
    pub tax: Tax,
    pub gross: Option<Money>,
}

impl Totals {
    /// Sums of the rows; a column missing in any row is missing in the total. `None` when a sum does not fit.
    pub fn of(rows: &[Row]) -> Option<Self> {
        let column = |of: fn(&Row) -> Option<Money>| -> Option<Option<Money>> {
            match rows.iter().map(of).collect::<Option<Vec<_>>>() {
                Some(values) => Money::checked_sum(values).map(Some),
                None => Some(None),
            }
        };
        let taxes = rows.iter().filter_map(|r| match r.tax {
            Tax::Sum(sum) => Some(sum),
            Tax::Without | Tax::Dash => None,
        });
        let taxed = rows.iter().any(|r| matches!(r.tax, Tax::Sum(_)));
        let tax = Money::checked_sum(taxes)?;
        Some(Self {
            net: column(|r| r.net)?,
            tax: if taxed { Tax::Sum(tax) } else { Tax::Without },
            gross: column(|r| r.gross)?,
        })
    }

    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        Ok(Self {
            net: place.money_if("СтТовБезНДСВсего")?,
            tax: Tax::read(&place.child("СумНалВсего")?)?,
            gross: place.money_if("СтТовУчНалВсего")?,
        })
    }

    pub(crate) fn element(&self) -> Result<Element, FormatRefusal> {
        let mut element = Element::new("ВсегоОпл");
        element.set_if("СтТовБезНДСВсего", self.net.map(|m| m.to_string()).as_deref());
        element.set_if("СтТовУчНалВсего", self.gross.map(|m| m.to_string()).as_deref());
        element.push(self.tax.element("СумНалВсего", "Файл/Документ/ТаблСчФакт/ВсегоОпл")?);
        Ok(element)
    }
}

/// Refuses rows whose net and tax do not make the gross value, and totals that are not the sums of the rows.
pub(crate) fn check_sums(rows: &[Row], totals: &Totals) -> Result<(), FormatRefusal> {
    for row in rows {
        let tax = match row.tax {
            Tax::Sum(sum) => sum,
            Tax::Without | Tax::Dash => Money::ZERO,
        };
        if let (Some(net), Some(gross)) = (row.net, row.gross)
            && net.checked_add(tax) != Some(gross)
        {
            let path = format!("Файл/Документ/ТаблСчФакт/СведТов[{}]/@СтТовУчНал", row.number);
            return Err(FormatRefusal::Sum {
                path,
                rule: "the value with tax is not the value without tax plus the tax",
            });
        }
    }
    match Totals::of(rows) {
        Some(sums) if sums == *totals => Ok(()),
        _ => Err(FormatRefusal::Sum {
            path: "Файл/Документ/ТаблСчФакт/ВсегоОпл".to_owned(),
            rule: "the totals are not the sums of the rows",
        }),
    }
}

impl Tax {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        match place.first() {
            Some(sum) if sum.name() == "СумНал" => Ok(Self::Sum(sum.money()?)),
            Some(none) if none.name() == "БезНДС" => Ok(Self::Without),
            Some(dash) if dash.name() == "ДефНДС" => Ok(Self::Dash),
            _ => place.child("СумНал").map(|_| Self::Dash),
        }
    }

    fn element(self, tag: &str, path: &str) -> Result<Element, FormatRefusal> {
        let mut element = Element::new(tag);
        element.push(match self {
            Self::Sum(sum) => Element::with_text("СумНал", &sum.to_string()),
            Self::Without => Element::with_text("БезНДС", "без НДС"),
            Self::Dash => {
                return Err(FormatRefusal::Structure {
                    path: format!("{path}/{tag}"),
                    rule: "a dash for the tax exists in 5.01 only",
                });
            }
        });
        Ok(element)
    }
}

impl Excise {
    fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        match place.find("СумАкциз") {
            Some(sum) => Ok(Self::Sum(sum.money()?)),
            None => place.child("БезАкциз").map(|_| Self::Without),
        }
    }

    fn element(self) -> Element {
        let mut element = Element::new("Акциз");
        element.push(match self {
            Self::Sum(sum) => Element::with_text("СумАкциз", &sum.to_string()),
            Self::Without => Element::with_text("БезАкциз", "без акциза"),
        });
        element
    }
}

fn decimal_text(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Agreed information: pairs of `Идентиф` and `Значен` in elements of this name.
pub(crate) fn pairs(place: &Place<'_>, tag: &str) -> Vec<(String, String)> {
    let pair = |p: &Place<'_>| Some((p.some("Идентиф")?, p.some("Значен")?));
    place.all(tag).iter().filter_map(pair).collect()
}

pub(crate) fn push_pairs(element: &mut Element, tag: &str, pairs: &[(String, String)]) {
    for (name, value) in pairs {
        let mut item = Element::new(tag);
        item.set("Идентиф", name).set("Значен", value);
        element.push(item);
    }
}
