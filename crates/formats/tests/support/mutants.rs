//! Documents spoilt at a place or two, the same each time.

#![expect(clippy::indexing_slicing, reason = "chance stays below the length it was given")]

use super::Seeded;
use formats::{Document, Element, Node, write};

/// So many mutants of one document, and itself first.
pub fn family(document: &Document, count: usize, seed: u64) -> Vec<Vec<u8>> {
    let mut chance = Seeded::new(seed);
    let mutants = (0..count).map(|_| {
        let mut root = mutate(document.root(), &mut chance);
        if chance.below(3) == 0 {
            root = mutate(&root, &mut chance);
        }
        Document::new(document.format().clone(), root)
    });
    std::iter::once(document.clone()).chain(mutants).map(|d| write(&d).expect("what can be written")).collect()
}

/// A change at one place: an element dropped, doubled, moved, renamed; an attribute dropped, renamed, its value spoilt.
fn mutate(root: &Element, chance: &mut Seeded) -> Element {
    let count = size(root);
    let target = chance.below(count);
    let mut seen = 0;
    rebuild(root, target, &mut seen, chance)
}

fn size(element: &Element) -> usize {
    1 + element.elements().map(size).sum::<usize>()
}

fn rebuild(element: &Element, target: usize, seen: &mut usize, chance: &mut Seeded) -> Element {
    let here = *seen == target;
    *seen += 1;
    let mut nodes: Vec<Node> = element
        .nodes()
        .iter()
        .map(|node| match node {
            Node::Element(child) => Node::Element(rebuild(child, target, seen, chance)),
            text => text.clone(),
        })
        .collect();
    let mut attributes: Vec<(String, String)> =
        element.attributes().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    let mut name = element.name().to_owned();
    if here {
        match chance.below(9) {
            0 if !nodes.is_empty() => drop(nodes.remove(chance.below(nodes.len()))),
            1 if !nodes.is_empty() => nodes.push(nodes[chance.below(nodes.len())].clone()),
            2 if nodes.len() > 1 => nodes.swap(0, 1),
            3 => name.push('Х'),
            4 if !attributes.is_empty() => drop(attributes.remove(chance.below(attributes.len()))),
            5 => attributes.push(("Лишний".into(), "1".into())),
            6 => nodes.push(Node::Element(Element::new("Чужой"))),
            7 if nodes.is_empty() => nodes.push(Node::Text("текст".into())),
            _ if !attributes.is_empty() => {
                let at = chance.below(attributes.len());
                attributes[at].1 = spoil(&attributes[at].1, chance);
            }
            _ => nodes = vec![Node::Text(spoil(&element.text(), chance).into())],
        }
    }
    let mut result = Element::new(&name);
    for (n, v) in &attributes {
        result.set(n, v);
    }
    for node in nodes {
        match node {
            Node::Element(child) => drop(result.push(child).name()),
            Node::Text(text) => drop(result.push_text(&text).name()),
        }
    }
    result
}

fn spoil(value: &str, chance: &mut Seeded) -> String {
    let spoilt = [
        "",
        "0",
        "-1",
        "1.005",
        "12345678901234567890",
        "31.02.2026",
        "29.02.2023",
        "24.00.00",
        " ",
        "а",
        "+1",
        ".5",
        "1.",
        "0.00",
        " 1 ",
        "без НДС",
        "22%",
        "643",
        "0643",
        "2XX",
        "00",
        "99",
        "2024-02-29T10:00:00Z",
        "1\t2",
    ];
    match chance.below(4) {
        0 => format!("{value}{value}"),
        1 => value.chars().skip(1).collect(),
        2 => format!("{value}9"),
        _ => spoilt[chance.below(spoilt.len())].to_owned(),
    }
}
