//! Types of documents, and the schemas their descriptions lead to.

use crate::traders::Trade;
use crate::world::{FORMS, Form};
use serde_json::Value;
use std::io::Write as _;
use std::process::Command;
use wire_diadoc::proto::api::proto::documents::types::{GetDocumentTypesResponseV2, GetDocumentTypesResponseV3};

/// A query as a client's library encodes it: Cyrillic in percent form.
fn encoded(url: &str) -> String {
    let plain = |character: char| match character {
        ascii if ascii.is_ascii() => ascii.to_string(),
        other => other.to_string().bytes().map(|octet| format!("%{octet:02X}")).collect(),
    };
    url.chars().map(plain).collect()
}

#[tokio::test]
async fn types_lead_to_schemas_that_libxml2_takes() {
    let trade = Trade::open().await;
    let box_id = &trade.seller.citizen.person.box_id;
    let second: GetDocumentTypesResponseV2 =
        trade.seller.program.get(&format!("/V2/GetDocumentTypes?boxId={box_id}"), Form::Protobuf).await.message();
    let third: GetDocumentTypesResponseV3 =
        trade.seller.program.get(&format!("/V3/GetDocumentTypes?boxId={box_id}"), Form::Protobuf).await.message();
    let names = |names: Vec<&str>| names.join(" ");
    let of_second = names(second.document_types.iter().map(|kind| kind.name.as_str()).collect());
    assert_eq!(of_second, "Nonformalized UniversalTransferDocument Invoice");
    assert_eq!(of_second, names(third.document_types.iter().map(|kind| kind.name.as_str()).collect()));

    let json = trade.seller.program.get(&format!("/V3/GetDocumentTypes?boxId={box_id}"), Form::Json).await.json();
    let versions = json.pointer("/DocumentTypes/1/Functions/1/Versions").and_then(Value::as_array).unwrap();
    let actual: Vec<_> = versions.iter().filter(|version| version["IsActual"] == true).collect();
    assert_eq!(actual.len(), 1);
    let version = actual.first().unwrap();
    assert_eq!(version["Version"], "utd970_05_03_01");
    assert_eq!(version["Workflows"][0], serde_json::json!({ "Id": 19, "IsDefault": true }));
    assert_eq!(version["RejectionType"], "TypeSpecificRejection");
    let title = &version["Titles"][1];
    assert_eq!((&title["Index"], &title["SignerInfo"]["SignerType"]), (&1.into(), &3.into()));
    assert_eq!(title["SignerInfo"]["ExtendedDocumentTitleType"], 13);

    let mut seen = 0;
    for function in third.document_types.iter().flat_map(|kind| &kind.functions) {
        for title in function.versions.iter().flat_map(|version| &version.titles) {
            let signer = title.signer_info.signer_user_data_xsd_url.as_ref();
            for url in title.user_data_xsd_url.iter().chain(signer) {
                let reply = trade.seller.program.get(&encoded(url), Form::Protobuf).await;
                assert_eq!(reply.status, 200, "{url}: {}", reply.text());
                assert!(reply.header("content-disposition").ends_with(".xsd\""), "{url}");
                compiles(&reply.octets);
                seen += 1;
            }
        }
    }
    assert!(seen > 40, "{seen}");
    trade.close().await;
}

/// libxml2 reads it as a schema.
fn compiles(schema: &[u8]) {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(schema).unwrap();
    let mut any = tempfile::NamedTempFile::new().unwrap();
    any.write_all(b"<x/>").unwrap();
    let output = Command::new("xmllint").arg("--noout").arg("--schema").arg(file.path()).arg(any.path()).output();
    let output = output.unwrap_or_else(|why| panic!("xmllint is needed: apt-get install libxml2-utils ({why})"));
    let said = String::from_utf8_lossy(&output.stderr);
    // 3: the file does not fit the schema; 5: the schema is none.
    assert_eq!(output.status.code(), Some(3), "{said}");
}

#[tokio::test]
async fn what_is_not_there_is_told() {
    let trade = Trade::open().await;
    for form in FORMS {
        for path in ["/V2/GetDocumentTypes", "/V3/GetDocumentTypes"] {
            let foreign =
                trade.seller.program.get(&format!("{path}?boxId={}", trade.buyer.citizen.person.box_id), form).await;
            let absent =
                trade.seller.program.get(&format!("{path}?boxId=0192d3c4-0000-7000-8000-00000000002a"), form).await;
            assert_eq!((foreign.status, foreign.code()), (403, "diadoc.box.forbidden"));
            assert_eq!((absent.status, absent.octets), (403, foreign.octets));
            let nowhere = trade.seller.program.get(path, form).await;
            assert_eq!((nowhere.status, nowhere.code()), (400, "diadoc.parameter.missing"));
        }
        let base = "/GetContent?typeNamedId=Invoice&function=default&version=utd970_05_03_01&titleIndex=0&contentType=";
        let official = trade.seller.program.get(&format!("{base}TitleXsd"), form).await;
        assert_eq!((official.status, official.code()), (400, "diadoc.parameter.form"));
        assert!(official.text().contains("UserContractXsd"), "{}", official.text());
        for (from, to) in [("Invoice", "Torg12"), ("970_05", "155_05"), ("titleIndex=0", "titleIndex=1")] {
            let reply = trade.seller.program.get(&format!("{base}UserContractXsd").replace(from, to), form).await;
            assert_eq!((reply.status, reply.code()), (400, "diadoc.document-type.unknown"), "{to}");
        }
        let nobody = trade.seller.program.with("").get(&format!("{base}UserContractXsd"), form).await;
        assert_eq!(nobody.status, 401);
    }
    trade.close().await;
}
