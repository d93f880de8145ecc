//! The shelf as the vendor's clients use it: large files in parts, some lost on the way, the last always sent again.

use crate::scene::without_rates;
use crate::town::{NOW, Town};
use crate::world::{FORMS, Form, Program};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use svitok::story::cast::Role;

/// Bytes of a part as the clients cut files.
const PART: usize = 524_288;

/// Bytes that differ from part to part.
fn file(length: usize) -> Vec<u8> {
    (0..length).map(|at| u8::try_from((at / 251 + at) % 251).unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_large_file_comes_in_parts_and_is_read_back() {
    let town = Town::open_as(NOW, without_rates).await;
    let citizen = town.settle(&Role::romashka()).await;
    let program = Program::signed_in(&town, &citizen).await;
    let whole = file(7 * PART + 11);
    let parts: Vec<&[u8]> = whole.chunks(PART).collect();
    let last = parts.len() - 1;
    for form in FORMS {
        let begun = program.post("/ShelfUploadPartInit?fileExtension=pdf", form, parts[0].to_vec()).await;
        assert_eq!(
            (begun.status, begun.header("content-type")),
            (200, "text/plain; charset=utf-8"),
            "{}",
            begun.text()
        );
        let name = begun.text();
        assert!(name.ends_with(".pdf") && name.is_ascii(), "{name}");
        let put = async |index: usize, is_last: bool| {
            let word = if is_last { "True" } else { "False" };
            let path = format!("/ShelfUploadPart?fileName={name}&partIndex={index}&isLastPart={word}");
            let reply = program.post(&path, form, parts[index].to_vec()).await;
            assert_eq!((reply.status, reply.header("content-type")), (200, "application/json; charset=utf-8"));
            serde_json::from_slice::<Vec<usize>>(&reply.octets).unwrap()
        };
        // Two parts are lost; the client learns it from the answer to the last one, and sends that once more.
        for index in (1..last).filter(|index| ![2, 5].contains(index)) {
            put(index, false).await;
        }
        assert_eq!(put(last, true).await, [2, 5]);
        let early = program.get(&format!("/V2/ShelfDownload?fileName={name}"), form).await;
        assert_eq!((early.status, early.code()), (400, "exchange.shelf.incomplete"));
        assert_eq!(put(2, false).await, [5]);
        assert_eq!(put(5, false).await, [0; 0]);
        assert_eq!(put(last, true).await, [0; 0]);
        for path in [format!("/V2/ShelfDownload?fileName={name}"), format!("/ShelfDownload?nameOnShelf={name}")] {
            let read = program.get(&path, form).await;
            assert_eq!((read.status, read.header("content-type")), (200, "application/octet-stream"));
            assert_eq!(read.header("content-length"), whole.len().to_string());
            assert_eq!(read.header("x-diadoc-filename"), name);
            assert!(read.octets == whole, "other bytes came back");
        }
        let other = program.post(&format!("/ShelfUploadPart?fileName={name}&partIndex=2"), form, vec![7; 9]).await;
        assert_eq!((other.status, other.code()), (400, "exchange.shelf.part"));
        let large = program.post("/ShelfUploadPartInit", form, vec![0; 3 * 1024 * 1024 + 1]).await;
        assert_eq!((large.status, large.code()), (400, "exchange.shelf.too-large"));
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_in_base64_is_kept_as_its_bytes() {
    let town = Town::open(NOW).await;
    let citizen = town.settle(&Role::romashka()).await;
    let program = Program::signed_in(&town, &citizen).await;
    let (bytes, path) = (file(1_000), "/V2/ShelfUpload?fileExtension=.bin");
    let lines: Vec<String> =
        STANDARD.encode(&bytes).as_bytes().chunks(76).map(|line| String::from_utf8_lossy(line).into_owned()).collect();
    for kind in ["base64", "Base64; charset=utf-8"] {
        let body = lines.join("\r\n").into_bytes();
        let name = program.ask("POST", path, Form::Protobuf, Some(kind), body).await.text();
        let read = program.get(&format!("/V2/ShelfDownload?fileName={name}"), Form::Protobuf).await;
        assert_eq!(read.octets, bytes, "{}", read.text());
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn names_are_ones_own() {
    let town = Town::open(NOW).await;
    let (owner, other) = (town.settle(&Role::romashka()).await, town.settle(&Role::vasilek()).await);
    let (owner, other) = (Program::signed_in(&town, &owner).await, Program::signed_in(&town, &other).await);
    for is_last in ["1", "true", "True"] {
        for (program, bytes) in [(&owner, b"own"), (&other, b"his")] {
            let path = format!("/ShelfUpload?nameOnShelf=__userId__/{is_last}.txt&partIndex=0&isLastPart={is_last}");
            let reply = program.post(&path, Form::Protobuf, bytes.to_vec()).await;
            assert_eq!((reply.status, reply.text().as_str()), (200, "[]"));
        }
        let path = format!("/ShelfDownload?nameOnShelf=__userId__/{is_last}.txt");
        assert_eq!(owner.get(&path, Form::Json).await.octets, b"own");
        assert_eq!(other.get(&path, Form::Json).await.octets, b"his");
    }
    let name = owner.post("/V2/ShelfUpload", Form::Protobuf, b"x".to_vec()).await.text();
    for path in ["/V2/ShelfDownload?fileName=", "/ShelfDownload?nameOnShelf="] {
        let foreign = other.get(&format!("{path}{name}"), Form::Json).await;
        let unknown = other.get(&format!("{path}0192d3c4-0000-7000-8000-00000000002a"), Form::Json).await;
        assert_eq!((foreign.status, foreign.code()), (404, "exchange.shelf.not-found"));
        assert_eq!(foreign.octets, unknown.octets);
    }
    for public in ["a.txt", "public/a.txt", "/a.txt", "../a.txt"] {
        let path = format!("/ShelfUpload?nameOnShelf={public}&partIndex=0&isLastPart=1");
        let reply = owner.post(&path, Form::Protobuf, b"x".to_vec()).await;
        assert_eq!((reply.status, reply.code()), (400, "diadoc.parameter.form"), "{public}");
    }
    town.close().await;
}
