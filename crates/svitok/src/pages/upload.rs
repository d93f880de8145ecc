//! Files of a form sent as `multipart/form-data` (RFC 7578): pieces of the body that is in memory already, nothing copied.

use bytes::Bytes;

/// Parts of a form that are looked at: ours have two.
const PARTS_MAX: usize = 8;
/// Characters of a file's name that are shown.
const NAME_CHARS_MAX: usize = 200;
/// Octets of a boundary, RFC 2046 §5.1.1.
const BOUNDARY_MAX: usize = 70;

/// One field with its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Name of the field.
    pub field: String,
    /// The file's own name, without folders; empty where there is none.
    pub file_name: String,
    /// The exact bytes.
    pub content: Bytes,
}

/// Reads the parts. Nothing where the type is another, or a part breaks off.
#[must_use]
pub fn read(content_type: &str, body: &Bytes) -> Option<Vec<Upload>> {
    let boundary = format!("--{}", boundary(content_type)?);
    let mut parts = Vec::new();
    let mut at = find(body, boundary.as_bytes(), 0)? + boundary.len();
    while !body.get(at..)?.starts_with(b"--") {
        if parts.len() == PARTS_MAX {
            return None;
        }
        let begin = at + body.get(at..)?.starts_with(b"\r\n").then_some(2)?;
        let end = find(body, format!("\r\n{boundary}").as_bytes(), begin)?;
        let head_end = find(body.get(..end)?, b"\r\n\r\n", begin)?;
        let (field, file_name) = names(std::str::from_utf8(body.get(begin..head_end)?).ok()?)?;
        parts.push(Upload { field, file_name, content: body.slice(head_end + 4..end) });
        at = end + 2 + boundary.len();
    }
    Some(parts)
}

fn boundary(content_type: &str) -> Option<&str> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let value = parameters.split(';').find_map(|each| each.trim().strip_prefix("boundary="))?.trim_matches('"');
    (!value.is_empty() && value.len() <= BOUNDARY_MAX).then_some(value)
}

/// Names of the field and of the file, by the part's `Content-Disposition`.
fn names(head: &str) -> Option<(String, String)> {
    let line = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    })?;
    let file_name = quoted(line, "filename").unwrap_or_default();
    let file_name = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    Some((quoted(line, "name")?, file_name.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect()))
}

/// A parameter as browsers write it: in quotes, with quotes and line ends inside percent-encoded.
fn quoted(line: &str, name: &str) -> Option<String> {
    let (_, rest) = line.split_once(&format!("; {name}=\""))?;
    Some(rest.split_once('"')?.0.replace("%22", "\""))
}

/// Where the needle begins at or after a place.
fn find(haystack: &[u8], needle: &[u8], from: usize) -> Option<usize> {
    let first = *needle.first()?;
    let mut at = from;
    loop {
        at += haystack.get(at..)?.iter().position(|octet| *octet == first)?;
        if haystack.get(at..)?.starts_with(needle) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TYPE: &str = "multipart/form-data; boundary=x7";

    fn read(content_type: &str, body: &str) -> Option<Vec<(String, String, Vec<u8>)>> {
        let parts = super::read(content_type, &Bytes::from(body.to_owned()))?;
        Some(parts.into_iter().map(|part| (part.field, part.file_name, part.content.to_vec())).collect())
    }

    #[test]
    fn parts_come_as_they_were_sent() {
        let body = "--x7\r\nContent-Disposition: form-data; name=\"content\"; filename=\"C:\\\\акт%22.xml\"\r\n\
                    Content-Type: text/xml\r\n\r\n\r\n--x8\r\n-\r\n--x7\r\ncontent-disposition: form-data; name=\"signature\"; \
                    filename=\"\"\r\n\r\n\r\n--x7--\r\n";
        let parts = read(TYPE, body).unwrap();
        assert_eq!(parts[0], ("content".to_owned(), "акт\".xml".to_owned(), b"\r\n--x8\r\n-".to_vec()));
        assert_eq!(parts[1], ("signature".to_owned(), String::new(), Vec::new()));
        assert_eq!(parts.len(), 2);
        assert_eq!(read("multipart/form-data; boundary=\"x7\"", "--x7--"), Some(Vec::new()));
    }

    #[test]
    fn what_breaks_off_is_nothing() {
        let part = "--x7\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n";
        assert!(read(TYPE, &format!("{part}--x7--")).is_some());
        let many = part.repeat(PARTS_MAX + 1);
        for (kind, body) in [
            ("text/plain; boundary=x7", "--x7--"),
            ("multipart/form-data", "--x7--"),
            ("multipart/form-data; boundary=", "----"),
            (TYPE, ""),
            (TYPE, "--x7"),
            (TYPE, "--x7\r\n"),
            (TYPE, part),
            (TYPE, "--x7\r\nno colon\r\n\r\nb\r\n--x7--"),
            (TYPE, "--x7\r\nContent-Disposition: form-data\r\n\r\nb\r\n--x7--"),
            (TYPE, "--x7\r\nContent-Disposition: form-data; name=\"a\"\r\n--x7--"),
            (TYPE, "--x7 \r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n--x7--"),
            (TYPE, &format!("{many}--x7--")),
        ] {
            assert_eq!(read(kind, body), None, "{kind} {body:?}");
        }
        let long = "y".repeat(BOUNDARY_MAX + 1);
        assert_eq!(read(&format!("multipart/form-data; boundary={long}"), &format!("--{long}--")), None);
    }
}
