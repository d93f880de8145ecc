//! Parts of assertions that many elements ask alike: asked once for all that stand under the same element.
//!
//! `../../СвСчФакт/ДопСвФХЖ1/@СпОбстФДОП` looks through another branch of the document. Asked anew at each of many rows,
//! over many elements of that branch, the work would grow with the square of the document.

use super::assertion::{Expression, Path};
use rust_decimal::Decimal;
use std::cell::RefCell;

/// A part whose value depends only on what stands so many steps above the context.
#[derive(Debug, PartialEq)]
pub(crate) struct Shared {
    pub up: usize,
    /// Its place among the answers of a program.
    slot: usize,
    pub part: Expression,
}

/// What a part came to.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    Truth(bool),
    Number(Decimal),
    Text(String),
}

/// The last answer to each part, and the element it was asked of by the offset of its tag.
#[derive(Debug, Default)]
pub(crate) struct Answers(RefCell<Vec<Option<(usize, Answer)>>>);

impl Answers {
    /// The answer of an element to a part, asked once.
    pub fn of(&self, shared: &Shared, offset: usize, ask: impl FnOnce() -> Answer) -> Answer {
        let slot = shared.slot;
        if let Some(Some((asked, answer))) = self.0.borrow().get(slot)
            && *asked == offset
        {
            return answer.clone();
        }
        let answer = ask();
        let mut kept = self.0.borrow_mut();
        if kept.len() <= slot {
            kept.resize(slot + 1, None);
        }
        if let Some(place) = kept.get_mut(slot) {
            *place = Some((offset, answer.clone()));
        }
        answer
    }
}

/// Marks the parts of an assertion that many elements ask alike; `slots` counts them over a program. Refuses what would
/// compare each of many elements with many of another branch.
pub(crate) fn share(expression: &mut Expression, slots: &mut usize) -> Result<(), String> {
    let reach = Reach::of(expression);
    if !reach.is_far {
        return Ok(());
    }
    if reach.nearest > 0 {
        let part = std::mem::replace(expression, Expression::FileName);
        *expression = Expression::Shared(Box::new(Shared { up: reach.nearest, slot: *slots, part }));
        *slots += 1;
        return Ok(());
    }
    match expression {
        Expression::Any(parts) | Expression::All(parts) => parts.iter_mut().try_for_each(|part| share(part, slots)),
        Expression::Not(part) => share(part, slots),
        Expression::If(parts) => parts.iter_mut().try_for_each(|part| share(part, slots)),
        Expression::Compare(a, _, b) => [a, b].into_iter().try_for_each(|side| share_value(side, slots)),
        Expression::Substring(part, ..) => share_value(part, slots),
        Expression::Count(_) | Expression::Path(_) | Expression::Text(_) | Expression::Number(_) => Ok(()),
        Expression::FileName | Expression::Shared(_) => Ok(()),
    }
}

/// Within a value: only what comes to one value can be asked once for many.
fn share_value(side: &mut Expression, slots: &mut usize) -> Result<(), String> {
    let reach = Reach::of(side);
    match side {
        Expression::Path(_) | Expression::If(_) if reach.is_far => {
            Err("own values compared with those of another branch".to_owned())
        }
        _ => share(side, slots),
    }
}

/// Where the paths of an expression lead.
struct Reach {
    /// The fewest steps up any of them begins with.
    nearest: usize,
    /// One of them goes up and down again.
    is_far: bool,
}

impl Reach {
    fn of(expression: &mut Expression) -> Self {
        let mut reach = Self { nearest: usize::MAX, is_far: false };
        expression.each_path(&mut |path: &mut Path| {
            reach.nearest = reach.nearest.min(path.up);
            reach.is_far |= path.up > 0 && !path.down.is_empty();
        });
        reach
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_compare_many_with_many_is_refused() {
        let shared = |source: &str| {
            let mut slots = 0;
            share(&mut Expression::parse(source).unwrap(), &mut slots).map(|()| slots)
        };
        assert_eq!(shared("@А = Б/@В or ../@Г = 1"), Ok(0));
        assert_eq!(shared("usch:iif(../Б/@В = '1' or ../@Г = 1, @А = 5, count(../Б) > 3)"), Ok(2));
        assert_eq!(shared("@А = count(../Б) and not(../../Б/В)"), Ok(2));
        assert_eq!(shared("../А/@Б = ../../В/@Г"), Ok(1));
        assert_eq!(shared("@А = substring(../Б/@В, 1, 2)"), Ok(1));
        for source in ["@А = ../Б/@В", "../Б != В", "substring(usch:iif(@А, ../Б, В), 1) = '1'"] {
            assert!(shared(source).is_err(), "{source}");
        }
    }
}
