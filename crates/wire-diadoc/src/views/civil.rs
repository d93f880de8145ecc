//! Dates and sums as the contract writes them.

use kernel::CivilDate;

/// `ДД.ММ.ГГГГ` as a date. Refuses other shapes and days that are none.
pub fn parse_date(text: &str) -> Option<CivilDate> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_plain = |part: &str, digits: usize| part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !is_plain(day, 2) || !is_plain(month, 2) || !is_plain(year, 4) {
        return None;
    }
    format!("{year}-{month}-{day}").parse().ok()
}

/// An ISO date as `ДД.ММ.ГГГГ`.
pub fn show_date(iso: &str) -> Option<String> {
    let mut parts = iso.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Some(format!("{day}.{month}.{year}"))
}

/// Kopecks as roubles with a point.
pub fn roubles(kopecks: i64) -> String {
    let (sign, whole) = if kopecks < 0 { ("-", kopecks.unsigned_abs()) } else { ("", kopecks.unsigned_abs()) };
    format!("{sign}{}.{:02}", whole / KOPECKS, whole % KOPECKS)
}

/// Kopecks of a rouble.
const KOPECKS: u64 = 100;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_go_both_ways() {
        let date = parse_date("05.11.2026").unwrap();
        assert_eq!(show_date(&date.to_string()).as_deref(), Some("05.11.2026"));
        for bad in ["", "5.11.2026", "05.11.26", "31.02.2026", "05-11-2026", "05.11.2026.", "аа.11.2026", "2026-11-05"]
        {
            assert_eq!(parse_date(bad), None, "{bad}");
        }
    }

    #[test]
    fn sums_have_two_digits_after_the_point() {
        let shown = [0, 5, 120_000, -1, i64::MIN].map(roubles);
        assert_eq!(shown, ["0.00", "0.05", "1200.00", "-0.01", "-92233720368547758.08"]);
    }
}
