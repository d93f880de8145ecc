//! Paths as findings write them: `Файл/Документ/ТаблСчФакт/СведТов[3]/@НаимТов`.

use crate::limits::DEPTH_MAX;

/// One name of a path and which of its neighbours of that name it is, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step<'p> {
    pub name: &'p str,
    pub number: usize,
}

/// Nothing for a path that is not written so, or that is deeper than a document may be.
pub(crate) fn steps(path: &str) -> Option<Vec<Step<'_>>> {
    let steps: Vec<Step<'_>> = path.split('/').map(step).collect::<Option<_>>()?;
    (steps.len() <= DEPTH_MAX).then_some(steps)
}

fn step(text: &str) -> Option<Step<'_>> {
    let (name, number) = match text.split_once('[') {
        Some((name, rest)) => (name, rest.strip_suffix(']')?.parse().ok().filter(|number| *number > 0)?),
        None => (text, 1),
    };
    (!name.is_empty() && name != "@").then_some(Step { name, number })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_read_whole_or_not_at_all() {
        let read = steps("Файл/СведТов[3]/@НаимТов").unwrap();
        let plain: Vec<_> = read.iter().map(|step| (step.name, step.number)).collect();
        assert_eq!(plain, [("Файл", 1), ("СведТов", 3), ("@НаимТов", 1)]);
        for wrong in ["", "/Файл", "Файл/", "Файл//А", "А[0]", "А[x]", "А[1", "А[-1]", "@", "[2]"] {
            assert_eq!(steps(wrong), None, "{wrong}");
        }
    }
}
