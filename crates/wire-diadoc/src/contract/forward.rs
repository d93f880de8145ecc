//! From contract to title: each field of the contract is taken out and put in its place.

use super::ContractRefusal;
use super::names;
use super::table::value::Kind;
use super::table::{
    AttributeFate, AttributeRule, Body, Branch, ElementFate, ElementRule, Fill, FillSource, Place, Table,
};
use super::tree::Tree;

/// Fills the title's file element from a contract that has passed its check and whose references are resolved.
///
/// Refuses a field that has no place in the title under the conditions at hand, so nothing is lost in silence.
pub(crate) fn forward(table: &Table, mut contract: Tree, file: &mut Tree) -> Result<(), ContractRefusal> {
    let path = contract.name.clone();
    Forward { table }.element(&table.root, &mut contract, At { owner: &[], context: file, ordinal: 1 }, &path)
}

/// One element of a contract by itself, into the title's element at hand.
pub(crate) fn forward_element(
    table: &Table,
    rule: &ElementRule,
    mut source: Tree,
    context: &mut Tree,
) -> Result<(), ContractRefusal> {
    let path = source.name.clone();
    Forward { table }.element(rule, &mut source, At { owner: &[], context, ordinal: 1 }, &path)
}

/// The element of the title at hand, the attributes of the contract element above, the number among its like.
struct At<'a> {
    owner: &'a [(String, String)],
    context: &'a mut Tree,
    ordinal: usize,
}

struct Forward<'t> {
    table: &'t Table,
}

type Done = Result<(), ContractRefusal>;

impl Forward<'_> {
    fn element(&self, rule: &ElementRule, source: &mut Tree, at: At<'_>, path: &str) -> Done {
        let At { owner, context, ordinal } = at;
        match &rule.fate {
            ElementFate::Context(_) => Ok(()),
            ElementFate::Refused(reason) => Err(not_carried(path, reason)),
            ElementFate::Same => self.body(rule.body(self.table), source, At { owner, context, ordinal }, path),
            ElementFate::Places(branches) => {
                let value = source.text.clone();
                let branch = chosen(branches, owner, &value, path)?;
                if let Some(kind) = &rule.text {
                    self.text(kind, branch, source, context);
                    return self.body(rule.body(self.table), source, At { owner, context, ordinal }, path);
                }
                let Some((last, before)) = branch.steps.split_last() else {
                    kernel::bug!("{path}: an element without a name")
                };
                let parent = context.ensure(before);
                parent.children.push(Tree::new(last));
                let Some(made) = parent.children.last_mut() else { kernel::bug!("{path}: pushed and gone") };
                self.body(rule.body(self.table), source, At { owner, context: made, ordinal }, path)
            }
        }
    }

    /// An element that is only a text: an element of its own each time, or an attribute.
    fn text(&self, kind: &str, branch: &Branch, source: &mut Tree, context: &mut Tree) {
        let value = std::mem::take(&mut source.text);
        let Some(written) = self.table.kind(kind).to_title(&value) else { return };
        match (&branch.place, branch.steps.split_last()) {
            (Place::Text, Some((last, before))) => {
                let mut made = Tree::new(last);
                made.text = written;
                context.ensure(before).children.push(made);
            }
            _ => put(context, &branch.steps, &branch.place, &written),
        }
    }

    fn body(&self, body: &Body, source: &mut Tree, at: At<'_>, path: &str) -> Done {
        let own = source.attributes.clone();
        let context = at.context;
        for rule in &body.attributes {
            if let Some(value) = source.take_attribute(&rule.name) {
                self.attribute(rule, &value, &own, context, &format!("{path}/@{}", rule.name))?;
            }
        }
        for rule in body.elements() {
            for (index, mut child) in source.take_children(&rule.name).into_iter().enumerate() {
                let number = if rule.max == Some(1) { String::new() } else { format!("[{}]", index + 1) };
                let below = format!("{path}/{}{number}", rule.name);
                let place = At { owner: &own, context: &mut *context, ordinal: index + 1 };
                self.element(rule, &mut child, place, &below)?;
            }
        }
        for fill in &body.fills {
            apply(fill, &own, context, at.ordinal, path)?;
        }
        let mut left = Vec::new();
        source.leftovers(path, &mut left);
        match left.first() {
            None => Ok(()),
            Some(path) => Err(not_carried(path, "the mapping has no place for it")),
        }
    }

    fn attribute(
        &self,
        rule: &AttributeRule,
        value: &str,
        own: &[(String, String)],
        context: &mut Tree,
        path: &str,
    ) -> Done {
        let kind = self.table.kind(&rule.kind);
        match &rule.fate {
            AttributeFate::Context(_) => {}
            AttributeFate::Refused(reason) => return Err(not_carried(path, reason)),
            AttributeFate::Always(expected) if value == expected => {}
            AttributeFate::Always(_) => {
                return Err(ContractRefusal::NotResolved { path: path.to_owned(), what: "the stored value" });
            }
            AttributeFate::Case(cases) => {
                let case = cases.iter().find(|(v, _)| v == value);
                let (_, steps) = case.ok_or_else(|| not_carried(path, "no element of the title stands for it"))?;
                context.ensure(steps);
            }
            AttributeFate::Places(branches) if *kind == Kind::Flag => {
                if value == "true" {
                    let branch = chosen(branches, own, value, path)?;
                    put(context, &branch.steps, &branch.place, branch.constant.as_deref().unwrap_or_default());
                }
            }
            AttributeFate::Places(branches) => {
                let branch = chosen(branches, own, value, path)?;
                if let Some(written) = kind.to_title(value) {
                    put(context, &branch.steps, &branch.place, &written);
                }
            }
        }
        Ok(())
    }
}

fn not_carried(path: &str, reason: &str) -> ContractRefusal {
    ContractRefusal::NotCarried { path: path.to_owned(), reason: reason.to_owned() }
}

/// The first branch whose guard holds.
fn chosen<'b>(
    branches: &'b [Branch],
    own: &[(String, String)],
    value: &str,
    path: &str,
) -> Result<&'b Branch, ContractRefusal> {
    let holds = |branch: &&Branch| branch.guard.as_ref().is_none_or(|guard| guard.holds(own, value));
    branches.iter().find(holds).ok_or_else(|| not_carried(path, "the title has no place for it here"))
}

fn put(context: &mut Tree, steps: &[String], place: &Place, value: &str) {
    let target = context.ensure(steps);
    match place {
        Place::Element => {}
        Place::Attribute(name) => target.set(name, value),
        Place::Text => value.clone_into(&mut target.text),
        Place::PersonName => put_name(target, value),
    }
}

/// Family name, given name, the rest; the mark of an entrepreneur is no part of the name.
pub(crate) fn put_name(target: &mut Tree, value: &str) {
    let value = value.trim();
    let value = value.strip_prefix("ИП ").unwrap_or(value);
    let mut words = value.split_whitespace();
    for part in ["Фамилия", "Имя"] {
        if let Some(word) = words.next() {
            target.set(part, word);
        }
    }
    let rest: Vec<&str> = words.collect();
    if !rest.is_empty() {
        target.set("Отчество", &rest.join(" "));
    }
}

/// Whether the title has this already.
pub(crate) fn stands(context: &Tree, steps: &[String], place: &Place) -> bool {
    context.at(steps).is_some_and(|found| match place {
        Place::Element | Place::PersonName => true,
        Place::Attribute(name) => found.attribute(name).is_some(),
        Place::Text => !found.text.is_empty(),
    })
}

fn apply(fill: &Fill, own: &[(String, String)], context: &mut Tree, ordinal: usize, path: &str) -> Done {
    let barred = fill.unless.as_ref().is_some_and(|branch| stands(context, &branch.steps, &branch.place));
    let asked = fill.when.as_ref().is_none_or(|guard| guard.holds(own, ""));
    if barred || !asked || stands(context, &fill.steps, &fill.place) {
        return Ok(());
    }
    if let FillSource::Origins { many: true } = fill.source {
        return many_origins(fill, context, path);
    }
    if let Some(value) = filled(&fill.source, context, ordinal, path)? {
        put(context, &fill.steps, &fill.place, &value);
    }
    Ok(())
}

fn many_origins(fill: &Fill, context: &mut Tree, path: &str) -> Done {
    let names = origins(context, path)?;
    if let Some((last, before)) = fill.steps.split_last()
        && !names.is_empty()
    {
        let parent = context.ensure(before);
        for name in names {
            let mut made = Tree::new(last);
            name.clone_into(&mut made.text);
            parent.children.push(made);
        }
    }
    Ok(())
}

/// What the title would have at this place; `None` when there is nothing to say.
pub(crate) fn filled(
    source: &FillSource,
    context: &Tree,
    ordinal: usize,
    path: &str,
) -> Result<Option<String>, ContractRefusal> {
    Ok(match source {
        FillSource::Literal(text) => Some(text.clone()),
        FillSource::Ordinal => Some(ordinal.to_string()),
        FillSource::Origins { .. } => Some(origins(context, path)?.join(", ")).filter(|names| !names.is_empty()),
        FillSource::Name { classifier, steps, attribute } => {
            let found = context.at(steps);
            let code = match attribute {
                Some(name) => found.and_then(|f| f.attribute(name)),
                None => found.map(|f| f.text.as_str()),
            };
            let Some(code) = code else { return Ok(None) };
            let unknown = || ContractRefusal::Code { path: path.to_owned(), classifier: names::title(*classifier) };
            Some(names::name(*classifier, code).ok_or_else(unknown)?.to_owned())
        }
    })
}

/// Each country of origin of the row once, in order.
fn origins(context: &Tree, path: &str) -> Result<Vec<&'static str>, ContractRefusal> {
    let mut found = Vec::new();
    let declarations = context.all("СвДТ").chain(context.all("СвТД"));
    for code in declarations.filter_map(|declaration| declaration.attribute("КодПроисх")) {
        let classifier = super::table::Classifier::Country;
        let unknown = || ContractRefusal::Code { path: path.to_owned(), classifier: names::title(classifier) };
        let name = names::name(classifier, code).ok_or_else(unknown)?;
        if !found.contains(&name) {
            found.push(name);
        }
    }
    Ok(found)
}
