//! The fact of transfer (`СвПродПер/СвПер`).

use super::reference::DocumentReference;
use crate::FormatRefusal;
use crate::place::{Place, date_text};
use crate::service::PersonName;
use crate::tree::Element;
use jiff::civil::Date;

/// What was handed over, when, on what ground and by whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Transfer {
    /// `Товары переданы`, `Услуги оказаны в полном объеме`.
    pub content: String,
    pub operation_kind: Option<String>,
    pub transferred_on: Option<Date>,
    pub period_from: Option<Date>,
    pub period_to: Option<Date>,
    /// Grounds; empty means expressly without a ground document.
    pub grounds: Vec<DocumentReference>,
    /// The seller's employee who handed over: position and name. Other kinds of persons stay in the tree.
    pub by: Option<(String, PersonName)>,
}

impl Transfer {
    /// A transfer on a day, without a ground document.
    pub fn new(content: &str, transferred_on: Date) -> Self {
        Self {
            content: content.to_owned(),
            operation_kind: None,
            transferred_on: Some(transferred_on),
            period_from: None,
            period_to: None,
            grounds: Vec::new(),
            by: None,
        }
    }

    pub(crate) fn read(place: &Place<'_>) -> Result<Self, FormatRefusal> {
        let grounds: Result<Vec<_>, _> = place.all("ОснПер").iter().map(DocumentReference::read).collect();
        let period = |recent: &str, older: &str| match place.date_if(recent)? {
            Some(date) => Ok(Some(date)),
            None => place.date_if(older),
        };
        let employee = place.find_at(&["СвЛицПер", "РабОргПрод"]);
        let by = employee.map(|p| Ok::<_, FormatRefusal>((p.own("Должность")?, PersonName::read(&p.child("ФИО")?)?)));
        Ok(Self {
            content: place.own("СодОпер")?,
            operation_kind: place.some("ВидОпер"),
            transferred_on: place.date_if("ДатаПер")?,
            period_from: period("ДатаНачПер", "ДатаНач")?,
            period_to: period("ДатаОконПер", "ДатаОкон")?,
            grounds: grounds?,
            by: by.transpose()?,
        })
    }

    /// In the words of 5.03.
    pub(crate) fn element(&self) -> Element {
        let mut element = Element::new("СвПер");
        element.set("СодОпер", &self.content).set_if("ВидОпер", self.operation_kind.as_deref());
        element.set_if("ДатаПер", self.transferred_on.map(date_text).as_deref());
        element.set_if("ДатаНачПер", self.period_from.map(date_text).as_deref());
        element.set_if("ДатаОконПер", self.period_to.map(date_text).as_deref());
        if self.grounds.is_empty() {
            element.push(Element::with_text("БезДокОснПер", "1"));
        }
        element.push_all(self.grounds.iter().map(|g| g.element("ОснПер")));
        if let Some((position, name)) = &self.by {
            let mut employee = Element::new("РабОргПрод");
            employee.set("Должность", position).push(name.element());
            let mut person = Element::new("СвЛицПер");
            person.push(employee);
            element.push(person);
        }
        element
    }
}
