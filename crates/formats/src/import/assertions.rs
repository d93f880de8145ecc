//! The control assertions that official schemas carry in `xs:appinfo`.

use crate::definition::EmbeddedCheck;
use crate::tree::{Element, Node};

/// Every assertion of an annotated schema component, in order.
pub(super) fn of(component: &Element, xs: &str) -> Vec<EmbeddedCheck> {
    let mut checks = Vec::new();
    for annotation in component.all(&format!("{xs}annotation")) {
        for info in annotation.all(&format!("{xs}appinfo")) {
            info.elements().filter(|e| local(e) == "pattern").for_each(|p| pattern(p, &mut checks));
        }
    }
    checks
}

fn pattern(pattern: &Element, checks: &mut Vec<EmbeddedCheck>) {
    for rule in pattern.elements().filter(|e| local(e) == "rule") {
        for assert in rule.elements().filter(|e| local(e) == "assert") {
            let error = assert.elements().find(|e| local(e) == "error");
            let of_error = |name: &str| error.and_then(|e| e.attribute(name)).map(one_space).unwrap_or_default();
            checks.push(EmbeddedCheck {
                name: one_space(pattern.attribute("name").unwrap_or_default()),
                context: one_space(rule.attribute("context").unwrap_or_default()),
                test: one_space(assert.attribute("test").unwrap_or_default()),
                code: of_error("code"),
                path: of_error("path"),
                message: message(error.unwrap_or(assert)),
            });
        }
    }
}

fn message(error: &Element) -> String {
    let mut text = String::new();
    for node in error.nodes() {
        match node {
            Node::Text(t) => text.push_str(t),
            Node::Element(value) => {
                text.push('{');
                text.push_str(value.attribute("select").unwrap_or_default());
                text.push('}');
            }
        }
    }
    one_space(&text)
}

fn local(element: &Element) -> &str {
    element.name().rsplit(':').next().unwrap_or_default()
}

pub(super) fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
