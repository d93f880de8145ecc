//! From title to contract: each field of the title is taken out; what stays behind is what the contract cannot say.

use super::ContractRefusal;
use super::forward::{filled, put_name};
use super::table::value::Kind;
use super::table::{
    AttributeFate, AttributeRule, Body, Branch, ElementFate, ElementRule, Fill, FillSource, Place, Table,
};
use super::tree::Tree;

/// The contract of a title, and the paths of what it leaves out. The file element is used up.
pub(crate) fn backward(table: &Table, file: &mut Tree) -> Result<(Tree, Vec<String>), ContractRefusal> {
    let mut backward = Backward { table, lost: Vec::new() };
    let mut above = Tree::default();
    backward.element(&table.root, file, &mut above, "")?;
    let mut lost = backward.lost;
    file.leftovers("", &mut lost);
    let contract = above.children.pop();
    let contract = contract.ok_or_else(|| ContractRefusal::OtherRoot { expected: table.root.name.clone() })?;
    Ok((contract, lost))
}

struct Backward<'t> {
    table: &'t Table,
    lost: Vec<String>,
}

type Done = Result<(), ContractRefusal>;

impl Backward<'_> {
    fn element(&mut self, rule: &ElementRule, context: &mut Tree, above: &mut Tree, path: &str) -> Done {
        match &rule.fate {
            ElementFate::Context(_) | ElementFate::Refused(_) => Ok(()),
            ElementFate::Same => {
                let mut made = Tree::new(&rule.name);
                self.body(rule.body(self.table), context, &mut made, (path, 1))?;
                if !made.is_empty() {
                    above.children.push(made);
                }
                Ok(())
            }
            ElementFate::Places(branches) => branches.iter().try_for_each(|branch| match &rule.text {
                Some(kind) => self.texts((rule, kind), branch, context, above, path),
                None => self.elements(rule, branch, context, above, path),
            }),
        }
    }

    fn elements(
        &mut self,
        rule: &ElementRule,
        branch: &Branch,
        context: &mut Tree,
        above: &mut Tree,
        path: &str,
    ) -> Done {
        let Some((last, before)) = branch.steps.split_last() else { return Ok(()) };
        let Some(parent) = context.at_mut(before) else { return Ok(()) };
        let below = join(path, before, last);
        for (index, mut found) in parent.take_children(last).into_iter().enumerate() {
            let numbered = if index == 0 { below.clone() } else { format!("{below}[{}]", index + 1) };
            let mut made = Tree::new(&rule.name);
            self.body(rule.body(self.table), &mut found, &mut made, (&numbered, index + 1))?;
            let above_found = numbered.rsplit_once('/').map_or("", |(head, _)| head);
            found.leftovers(above_found, &mut self.lost);
            above.children.push(made);
        }
        Ok(())
    }

    fn texts(
        &mut self,
        (rule, kind): (&ElementRule, &str),
        branch: &Branch,
        context: &mut Tree,
        above: &mut Tree,
        path: &str,
    ) -> Done {
        let values: Vec<String> = match (&branch.place, branch.steps.split_last()) {
            (Place::Text, Some((last, before))) => context.at_mut(before).map_or_else(Vec::new, |parent| {
                parent.take_children(last).into_iter().map(|found| found.text).collect()
            }),
            _ => take(context, &branch.steps, &branch.place).into_iter().collect(),
        };
        for value in values {
            let written = self.table.kind(kind).to_contract(&value);
            let written = written.ok_or_else(|| not_expressible(path, branch))?;
            let mut made = Tree::new(&rule.name);
            made.text = written;
            set_always(rule.body(self.table), &mut made);
            above.children.push(made);
        }
        Ok(())
    }

    fn body(&mut self, body: &Body, context: &mut Tree, made: &mut Tree, (path, ordinal): (&str, usize)) -> Done {
        for fill in &body.fills {
            take_filled(fill, context, ordinal);
        }
        for rule in &body.attributes {
            self.attribute(rule, context, made, path)?;
        }
        for rule in body.elements() {
            self.element(rule, context, made, path)?;
        }
        if !made.is_empty() {
            set_always(body, made);
        }
        Ok(())
    }

    fn attribute(&mut self, rule: &AttributeRule, context: &mut Tree, made: &mut Tree, path: &str) -> Done {
        let kind = self.table.kind(&rule.kind);
        match &rule.fate {
            AttributeFate::Always(_) | AttributeFate::Context(_) | AttributeFate::Refused(_) => {}
            AttributeFate::Case(cases) => {
                if let Some((value, _)) = cases.iter().find(|(_, steps)| context.at(steps).is_some()) {
                    made.set(&rule.name, value);
                }
            }
            AttributeFate::Places(branches) => {
                for branch in branches {
                    if branch.place == Place::PersonName && !parts_come_back(context, branch) {
                        self.lost.push(format!("{}: parts of the name", place_path(path, branch)));
                    }
                    let Some(value) = take_as(kind, branch, context) else { continue };
                    let written = kind.to_contract(&value).ok_or_else(|| not_expressible(path, branch))?;
                    made.set(&rule.name, &written);
                    break;
                }
            }
        }
        Ok(())
    }
}

fn join(path: &str, before: &[String], last: &str) -> String {
    let mut joined = path.to_owned();
    for step in before.iter().map(String::as_str).chain([last]) {
        if !joined.is_empty() {
            joined.push('/');
        }
        joined.push_str(step);
    }
    joined
}

fn not_expressible(path: &str, branch: &Branch) -> ContractRefusal {
    ContractRefusal::NotExpressible { path: place_path(path, branch) }
}

fn place_path(path: &str, branch: &Branch) -> String {
    let mut place = path.to_owned();
    for step in &branch.steps {
        place.push('/');
        place.push_str(step);
    }
    if let Place::Attribute(name) = &branch.place {
        place.push_str("/@");
        place.push_str(name);
    }
    place
}

fn set_always(body: &Body, made: &mut Tree) {
    for rule in &body.attributes {
        if let AttributeFate::Always(value) = &rule.fate {
            made.set(&rule.name, value);
        }
    }
}

/// A flag stands for its constant; another value is taken as it is.
fn take_as(kind: &Kind, branch: &Branch, context: &mut Tree) -> Option<String> {
    if *kind != Kind::Flag {
        return take(context, &branch.steps, &branch.place);
    }
    let constant = branch.constant.as_deref().unwrap_or_default();
    (peek(context, &branch.steps, &branch.place) == Some(constant)).then(|| {
        take(context, &branch.steps, &branch.place);
        context.prune(&branch.steps);
        "true".to_owned()
    })
}

/// Whether the parts of a person's name are found again in the one value the contract has for them.
fn parts_come_back(context: &Tree, branch: &Branch) -> bool {
    let Some(found) = context.at(&branch.steps) else { return true };
    let mut again = Tree::new(&found.name);
    let parts = ["Фамилия", "Имя", "Отчество"].map(|part| found.attribute(part));
    put_name(&mut again, &parts.into_iter().flatten().collect::<Vec<_>>().join(" "));
    parts == ["Фамилия", "Имя", "Отчество"].map(|part| again.attribute(part))
}

fn peek<'a>(context: &'a Tree, steps: &[String], place: &Place) -> Option<&'a str> {
    let found = context.at(steps)?;
    match place {
        Place::Attribute(name) => found.attribute(name),
        Place::Text => Some(found.text.as_str()).filter(|text| !text.is_empty()),
        Place::Element | Place::PersonName => None,
    }
}

fn take(context: &mut Tree, steps: &[String], place: &Place) -> Option<String> {
    let found = context.at_mut(steps)?;
    match place {
        Place::Element => None,
        Place::Attribute(name) => found.take_attribute(name),
        Place::Text => found.take_text(),
        Place::PersonName => {
            let parts = ["Фамилия", "Имя", "Отчество"].map(|part| found.take_attribute(part));
            let parts: Vec<String> = parts.into_iter().flatten().collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    }
}

/// Takes out what the title has beside the contract, when it is exactly what would be written again.
fn take_filled(fill: &Fill, context: &mut Tree, ordinal: usize) {
    if fill.kept {
        return;
    }
    // An unknown code has no name to compare with: the name stays and is reported.
    let Ok(Some(expected)) = filled(&fill.source, context, ordinal, "") else { return };
    if let FillSource::Origins { many: true } = fill.source {
        take_origins(fill, context, &expected);
    } else if peek(context, &fill.steps, &fill.place) == Some(expected.as_str()) {
        take(context, &fill.steps, &fill.place);
        context.prune(&fill.steps);
    }
}

fn take_origins(fill: &Fill, context: &mut Tree, expected: &str) {
    let Some((last, before)) = fill.steps.split_last() else { return };
    let Some(parent) = context.at_mut(before) else { return };
    let names: Vec<&str> = parent.all(last).map(|name| name.text.as_str()).collect();
    if names.join(", ") == expected {
        parent.take_children(last);
    }
}
