//! What may be somebody's data goes out of a diagnostics before it is kept. Rather too much than too little: what a check
//! found stays clear by its name and its state.

/// Stands where something was.
const GONE: &str = "…";
/// Digits that may be a number of a person or an organization: ИНН and БИК have nine and more, a telephone seven.
const DIGITS_MIN: usize = 7;
/// Letters and digits in a row that may be a token or a fingerprint.
const TOKEN_CHARS_MIN: usize = 20;

/// The text without words that are not plain ASCII (names), addresses of mail and of machines, long numbers, tokens.
pub fn scrubbed(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut kept: Vec<&str> = Vec::with_capacity(words.len());
    let mut at = 0;
    while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
        let numbers = rest.iter().take_while(|word| is_numeric(word)).count();
        let (taken, is_gone) = match rest {
            [word, ..] if numbers == 0 => (1, is_personal(word)),
            _ => (numbers, rest.iter().take(numbers).map(|word| digits(word)).sum::<usize>() >= DIGITS_MIN),
        };
        if !is_gone {
            kept.extend(rest.iter().take(taken));
        } else if kept.last() != Some(&GONE) {
            kept.push(GONE);
        }
        at += taken;
    }
    kept.join(" ")
}

fn digits(word: &str) -> usize {
    word.bytes().filter(u8::is_ascii_digit).count()
}

/// Digits with the marks that people put between them: such words in a row are one number.
fn is_numeric(word: &str) -> bool {
    let is_mark = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'(' | b')' | b'/' | b'_' | b',');
    word.bytes().all(is_mark) && digits(word) > 0
}

fn is_personal(word: &str) -> bool {
    !word.is_ascii()
        || word.contains('@')
        || word.split(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '_')).any(|part| digits(part) >= DIGITS_MIN)
        || word.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| part.len() >= TOKEN_CHARS_MIN)
        || is_address(word)
}

/// An address of IPv4 or IPv6, perhaps with a port or within a link.
fn is_address(word: &str) -> bool {
    let is_group = |part: &str| !part.is_empty() && part.len() <= 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_v4 = |part: &str| part.split('.').count() == 4 && part.split('.').all(is_group);
    let is_v6 = word.matches(':').count() >= 2 && word.bytes().all(|b| b.is_ascii_hexdigit() || b":[]%.".contains(&b));
    is_v6 || word.split(|c: char| !c.is_ascii_digit() && c != '.').any(is_v4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stays_and_what_goes() {
        for (told, kept) in [
            ("Chromium 141.0.7390.54 on Linux", "Chromium 141.0.7390.54 on Linux"),
            ("wasm: yes, 12 ms, 247302 bytes", "wasm: yes, 12 ms, 247302 bytes"),
            ("storage 123456 of 999999 KiB", "storage 123456 of 999999 KiB"),
            ("CN=Иванов Иван, O=ООО", "…"),
            ("Chrome для Ивана 141", "Chrome … 141"),
            ("anna@romashka.example signed", "… signed"),
            ("call +7 922 000-00-00 now", "call … now"),
            ("inn 9800000013", "inn …"),
            ("inn=9800000013;ok", "…"),
            ("snils 112-233-445 95", "snils …"),
            ("1.2.3.4 answered", "… answered"),
            ("http://10.0.0.17:8080/x", "…"),
            ("from [2001:db8::1]:443", "from …"),
            ("token svt_0123456789abcdefghijklmnop", "token …"),
            ("thumb e3b0c44298fc1c149afbf4c8996fb924", "thumb …"),
            ("2026 11 28", "…"),
            ("a  b\tc", "a b c"),
            ("", ""),
        ] {
            assert_eq!(scrubbed(told), kept, "{told}");
        }
    }
}
