//! Which titles are understood: type, function, version, title index.

/// Words in which a contract speaks: those of order ММВ-7-15/820@ or those of order ЕД-7-26/970@.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    Order820,
    Order970,
}

/// One title of one version of УПД.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edition {
    /// `documentVersion`: `utd970_05_03_01`.
    pub version: &'static str,
    /// 0 the seller's title, 1 the buyer's.
    pub title_index: u32,
    pub dialect: Dialect,
    /// `ВерсФорм`: `5.03`.
    pub official_version: &'static str,
    /// Code of the form (КНД).
    pub knd: &'static str,
    /// Prefix of the exchange file's name.
    pub prefix: &'static str,
    /// Where `rules` keeps the days on which the format may be sent: `utd.seller`, `utd.buyer`.
    pub rules_format: &'static str,
    /// The mapping table.
    pub(crate) table: &'static str,
}

const fn edition(
    version: &'static str,
    title_index: u32,
    (dialect, official_version): (Dialect, &'static str),
    table: &'static str,
) -> Edition {
    let seller = title_index == 0;
    Edition {
        version,
        title_index,
        dialect,
        official_version,
        knd: if seller { "1115131" } else { "1115132" },
        prefix: if seller { "ON_NSCHFDOPPR" } else { "ON_NSCHFDOPPOK" },
        rules_format: if seller { "utd.seller" } else { "utd.buyer" },
        table,
    }
}

const V501: (Dialect, &str) = (Dialect::Order820, "5.01");
const V502: (Dialect, &str) = (Dialect::Order970, "5.02");
const V503: (Dialect, &str) = (Dialect::Order970, "5.03");

/// Every title understood, newest version first.
pub const EDITIONS: &[Edition] = &[
    edition("utd970_05_03_01", 0, V503, "utd970_05_03_01.seller"),
    edition("utd970_05_03_01", 1, V503, "utd970.buyer"),
    edition("utd970_05_02_01", 0, V502, "utd970_05_02_01.seller"),
    edition("utd970_05_02_01", 1, V502, "utd970.buyer"),
    edition("utd820_05_01_02_hyphen", 0, V501, "utd820_05_01_02_hyphen.seller"),
    edition("utd820_05_01_02_hyphen", 1, V501, "utd820.buyer"),
    edition("utd820_05_01_02", 0, V501, "utd820_05_01_02.seller"),
    edition("utd820_05_01_02", 1, V501, "utd820.buyer"),
    edition("utd820_05_01_01_hyphen", 0, V501, "utd820_05_01_01_hyphen.seller"),
    edition("utd820_05_01_01_hyphen", 1, V501, "utd820_05_01_01_hyphen.buyer"),
    edition("utd820_05_01_01", 0, V501, "utd820_05_01_01.seller"),
    edition("utd820_05_01_01", 1, V501, "utd820.buyer"),
];

/// A type of documents and its functions, as `documentTypeNamedId` and `documentFunction` name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentKind {
    pub named_id: &'static str,
    pub function: &'static str,
    /// `Функция` of the titles.
    pub official_function: &'static str,
    /// The document is a revision: its number and date are obligatory.
    pub revision: bool,
    /// The recipient answers with a title of his own.
    pub has_buyer_title: bool,
    /// Workflows such documents run under, by the ids of the documentation; of each pair one is the legacy form.
    pub workflow_ids: &'static [u32],
}

const fn kind(
    named_id: &'static str,
    function: &'static str,
    official_function: &'static str,
    revision: bool,
) -> DocumentKind {
    let invoice = is(official_function, "СЧФ");
    let workflow_ids: &[u32] = if invoice {
        &[15, 17]
    } else if is(official_function, "ДОП") {
        &[3, 19]
    } else {
        &[16, 18]
    };
    DocumentKind { named_id, function, official_function, revision, has_buyer_title: !invoice, workflow_ids }
}

const fn is(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    while let ([x, rest_a @ ..], [y, rest_b @ ..]) = (a, b) {
        if *x != *y {
            return false;
        }
        (a, b) = (rest_a, rest_b);
    }
    a.is_empty() && b.is_empty()
}

/// Every type and function understood.
pub const KINDS: &[DocumentKind] = &[
    kind("UniversalTransferDocument", "СЧФ", "СЧФ", false),
    kind("UniversalTransferDocument", "ДОП", "ДОП", false),
    kind("UniversalTransferDocument", "СЧФДОП", "СЧФДОП", false),
    kind("UniversalTransferDocumentRevision", "СЧФ", "СЧФ", true),
    kind("UniversalTransferDocumentRevision", "ДОП", "ДОП", true),
    kind("UniversalTransferDocumentRevision", "СЧФДОП", "СЧФДОП", true),
    kind("Invoice", "default", "СЧФ", false),
    kind("InvoiceRevision", "default", "СЧФ", true),
    kind("XmlTorg12", "default", "ДОП", false),
    kind("XmlAcceptanceCertificate", "default", "ДОП", false),
];

/// The kind and the edition of what is asked for; `None` for what is not understood.
pub fn find(named_id: &str, function: &str, version: &str, title_index: u32) -> Option<(DocumentKind, Edition)> {
    let kind = KINDS.iter().find(|kind| kind.named_id == named_id && kind.function == function)?;
    let edition = EDITIONS.iter().find(|e| e.version == version && e.title_index == title_index)?;
    (title_index == 0 || kind.has_buyer_title).then_some((*kind, *edition))
}

/// Types with their functions, and versions, as a refusal names them.
pub fn supported() -> String {
    let kinds: Vec<String> = KINDS.iter().map(|kind| format!("{} {}", kind.named_id, kind.function)).collect();
    let versions: Vec<&str> = EDITIONS.iter().filter(|e| e.title_index == 0).map(|e| e.version).collect();
    format!("{}; {}; titleIndex 0, 1", kinds.join(", "), versions.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_understood_has_its_official_format() {
        for edition in EDITIONS {
            let formats = formats::Registry::embedded();
            assert!(formats.newest(edition.prefix, edition.official_version).is_some(), "{edition:?}");
            assert!(super::super::table::table(edition.table).is_some(), "{edition:?}");
        }
    }

    #[test]
    fn an_invoice_has_no_buyer_title() {
        let version = "utd970_05_03_01";
        assert!(find("UniversalTransferDocument", "СЧФ", version, 0).is_some());
        assert!(find("UniversalTransferDocument", "СЧФ", version, 1).is_none());
        assert!(find("UniversalTransferDocument", "ДОП", version, 1).is_some());
        assert!(find("UniversalTransferDocument", "СЧФДОП", version, 2).is_none());
        assert!(find("UniversalTransferDocument", "default", version, 0).is_none());
        assert!(find("Invoice", "default", version, 0).is_some_and(|(kind, _)| kind.official_function == "СЧФ"));
        assert!(find("Torg2", "default", "torg2_05_01_01", 0).is_none());
    }

    #[test]
    fn workflows_follow_the_function() {
        for (function, ids) in [("СЧФ", [15, 17]), ("ДОП", [3, 19]), ("СЧФДОП", [16, 18])] {
            let found = find("UniversalTransferDocument", function, "utd970_05_03_01", 0);
            assert_eq!(found.unwrap().0.workflow_ids, ids);
        }
    }
}
