//! Fields of requests: read, or refused by name. Nothing that a client asks for is passed over in silence.

use account::DepartmentId;
use kernel::TypedId;

use crate::ids;
use crate::refusal::WireRefusal;

/// Refuses a service that is not part of this installation, if the request asks for it.
pub fn without(is_asked: bool, field: impl FnOnce() -> String) -> Result<(), WireRefusal> {
    if is_asked { Err(WireRefusal::FieldNotConnected { field: field() }) } else { Ok(()) }
}

/// Refuses every one of these that is asked for.
pub fn without_all<const N: usize>(asked: [(&str, bool); N]) -> Result<(), WireRefusal> {
    asked.into_iter().try_for_each(|(field, is_asked)| without(is_asked, || field.to_owned()))
}

/// An identifier in a field.
pub fn id<T: TypedId>(text: &str, field: impl FnOnce() -> String) -> Result<T, WireRefusal> {
    ids::parse(text).ok_or_else(|| WireRefusal::Field { field: field(), accepted: "an identifier (GUID)" })
}

/// Whether something was said: an empty text says nothing.
pub fn said(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

/// A department in a field: everything lies in the root, which is named by nothing, by the empty identifier, or by
/// `root`. Refuses what is no identifier, and every other department.
pub fn root_only(text: Option<&str>, root: Option<&str>, field: &str) -> Result<(), WireRefusal> {
    let malformed = || WireRefusal::Field { field: field.to_owned(), accepted: "an identifier (GUID)" };
    let is_root = is_root(text, root).ok_or_else(malformed)?;
    without(!is_root, || field.to_owned())
}

/// The same in a parameter.
pub fn root_parameter(text: Option<&str>, root: &str, name: &'static str) -> Result<(), WireRefusal> {
    let malformed = WireRefusal::ParameterForm { name, accepted: "an identifier (GUID)" };
    let is_root = is_root(text, Some(root)).ok_or(malformed)?;
    without(!is_root, || name.to_owned())
}

/// Whether the root is named; none when it is no identifier.
fn is_root(text: Option<&str>, root: Option<&str>) -> Option<bool> {
    let Some(text) = text.filter(|text| !text.is_empty()) else { return Some(true) };
    let read = |text: &str| ids::parse::<DepartmentId>(text);
    let id = read(text)?;
    Some(id.uuid().is_nil() || root.and_then(read) == Some(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_root_department_is_named() {
        let root = "0192d3c4-0000-7000-8000-00000000002a";
        for good in [None, Some(""), Some("00000000-0000-0000-0000-000000000000"), Some(root)] {
            assert_eq!(root_only(good, Some(root), "ToDepartmentId"), Ok(()), "{good:?}");
        }
        let malformed = root_only(Some("x"), Some(root), "ToDepartmentId");
        assert!(matches!(malformed, Err(WireRefusal::Field { .. })));
        let malformed = root_parameter(Some("x"), root, "departmentId");
        assert!(matches!(malformed, Err(WireRefusal::ParameterForm { .. })));
        assert_eq!(root_parameter(Some(root), root, "departmentId"), Ok(()));
        let other = "0192d3c4-0000-7000-8000-00000000002b";
        let refused = WireRefusal::FieldNotConnected { field: "ToDepartmentId".to_owned() };
        assert_eq!(root_only(Some(other), Some(root), "ToDepartmentId"), Err(refused.clone()));
        assert_eq!(root_only(Some(other), None, "ToDepartmentId"), Err(refused));
    }

    #[test]
    fn what_is_not_connected_is_named() {
        assert_eq!(without_all([("A", false), ("B", false)]), Ok(()));
        let refused = WireRefusal::FieldNotConnected { field: "B".to_owned() };
        assert_eq!(without_all([("A", false), ("B", true)]), Err(refused));
    }
}
