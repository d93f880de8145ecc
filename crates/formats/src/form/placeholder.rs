//! Official messages with places in braces (`равного "{../../@Функция}"`): a finding holds no values, so the place is named instead.

use super::rules::{Rules, Target};

/// The attribute that has the file's name.
const FILE_NAME: &str = "@ИдФайл";

/// The message with the title of each place in braces where the official program would put its value.
pub(super) fn worded(rules: Rules<'_>, names: &[&str], message: &str) -> String {
    let mut told = String::with_capacity(message.len());
    let mut rest = message;
    while let Some((before, (inside, after))) = rest.split_once('{').and_then(|(b, a)| Some((b, a.split_once('}')?))) {
        let is_quoted = before.ends_with('"') && after.starts_with('"');
        told.push_str(if is_quoted { before.trim_end_matches('"') } else { before });
        told.push('«');
        told.push_str(title(rules, names, inside));
        told.push('»');
        rest = if is_quoted { after.trim_start_matches('"') } else { after };
    }
    told.push_str(rest);
    told
}

/// The title of the place that is named, from whichever element around the finding it leads to one; else its last name.
fn title<'t>(rules: Rules<'t>, names: &[&str], place: &'t str) -> &'t str {
    let counted = place.strip_prefix("count(").and_then(|rest| rest.strip_suffix(')'));
    let path = match counted.unwrap_or(place) {
        call if call.ends_with("()") => {
            return titled(rules, &[names.first().copied().unwrap_or_default(), FILE_NAME], FILE_NAME);
        }
        path => path,
    };
    let last = path.rsplit('/').next().unwrap_or(path);
    let found = (1..=names.len()).rev().find_map(|depth| {
        let mut way: Vec<&str> = names.get(..depth)?.to_vec();
        for step in path.split('/') {
            match step {
                ".." => drop(way.pop()),
                "." | "" => {}
                name => way.push(name),
            }
        }
        let found = titled(rules, &way, "");
        Some(found).filter(|title| !title.is_empty())
    });
    found.unwrap_or_else(|| last.trim_start_matches('@'))
}

/// The title of a whole way; the other where the definition has no such place or no words for it.
fn titled<'t>(rules: Rules<'t>, way: &[&str], other: &'t str) -> &'t str {
    let found: Vec<Target<'t>> = rules.along(way);
    let is_whole = found.len() == way.len();
    found
        .last()
        .filter(|_| is_whole)
        .map(|target| rules.title(*target))
        .filter(|title| !title.is_empty())
        .unwrap_or(other)
}
