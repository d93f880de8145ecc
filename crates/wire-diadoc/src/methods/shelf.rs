//! The shelf: files brought whole or in parts, and named by documents later.

use std::io;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use exchange::ops::shelf::{self, PreparedParts};
use exchange::{Refusal, ShelfName, ShelfPart};
use futures::stream::{self, StreamExt as _};
use kernel::Cx;
use store::No;

use crate::answer::{Answer, Pieces};
use crate::call::Call;
use crate::refusal::{Refused, WireRefusal};
use crate::shelf_name;
use crate::surface::{Methods, Surface};

/// The media type by which clients say that the body is base64.
const BASE64: &str = "base64";

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/ShelfUpload", |surface, call| Box::pin(upload_named(surface, call)))
        .on("/V2/ShelfUpload", |surface, call| Box::pin(upload_whole(surface, call)))
        .on("/ShelfUploadPartInit", |surface, call| Box::pin(begin(surface, call)))
        .on("/ShelfUploadPart", |surface, call| Box::pin(go_on(surface, call)))
        .on("/ShelfDownload", |surface, call| Box::pin(download(surface, call, "nameOnShelf")))
        .on("/V2/ShelfDownload", |surface, call| Box::pin(download(surface, call, "fileName")))
}

/// A part of a file whose name the client chose among its own; answers which parts are missing.
async fn upload_named(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let name = shelf_name::own(call.query.need("nameOnShelf")?)?;
    let missing = part(&surface, &call, name, place(&call)?).await?;
    Ok(listed(&missing))
}

/// A whole file under a new name, which is the answer.
async fn upload_whole(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let name = new_name(&call)?;
    let prepared = shelf::prepare_whole(&surface.exchange, &call.cx, name.clone(), &content(&call)?).await?;
    put(&surface, &call.cx, prepared).await?;
    Ok(Answer::Text(name.as_str().to_owned()))
}

/// The first part of a file under a new name, which is the answer.
async fn begin(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let name = new_name(&call)?;
    part(&surface, &call, name.clone(), (0, call.query.flag("isLastPart")?)).await?;
    Ok(Answer::Text(name.as_str().to_owned()))
}

/// A further part of a file that was begun; answers which parts are missing. Another's file and none are not found alike.
async fn go_on(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let name = shelf_name::read(call.query.need("fileName")?)?;
    let place = place(&call)?;
    match shelf::get(&surface.exchange, &call.cx, &name).await {
        Ok(_) | Err(No::Refused(Refusal::ShelfFileIncomplete)) => {}
        Err(no) => return Err(no.into()),
    }
    let missing = part(&surface, &call, name, place).await?;
    Ok(listed(&missing))
}

/// The bytes of a whole file, one part after another.
async fn download(surface: Surface, call: Call, parameter: &'static str) -> Result<Answer, Refused> {
    let name = shelf_name::read(call.query.need(parameter)?)?;
    let file = shelf::get(&surface.exchange, &call.cx, &name).await?;
    let length = u64::try_from(file.size_bytes()).unwrap_or_default();
    let (file_name, cx) = (name.as_str().to_owned(), call.cx.clone());
    let pieces = stream::iter(file.parts).then(move |part: ShelfPart| {
        let (room, cx, name) = (surface.exchange.clone(), cx.clone(), name.clone());
        async move { shelf::get_part(&room, &cx, &name, part.index).await.map_err(|no| broken(&no)) }
    });
    Ok(Answer::Pieces { pieces: Pieces(pieces.boxed()), length, file_name })
}

/// The head went out already: the line is cut, and the client sees fewer bytes than were announced.
fn broken(no: &No<Refusal>) -> io::Error {
    tracing::error!(cause = %no, "a file of a shelf broke off");
    io::Error::other("a part of the file cannot be read")
}

/// An extension comes with its dot or without it.
fn new_name(call: &Call) -> Result<ShelfName, Refusal> {
    let extension = call.query.text("fileExtension").unwrap_or_default();
    shelf::new_name(&call.cx, extension.strip_prefix('.').unwrap_or(extension))
}

fn place(call: &Call) -> Result<(i64, bool), WireRefusal> {
    let index = call.query.number("partIndex")?.ok_or(WireRefusal::ParameterMissing { name: "partIndex" })?;
    Ok((index, call.query.flag("isLastPart")?))
}

/// The bytes as they are, or out of base64 where the client says that it is.
fn content(call: &Call) -> Result<Bytes, WireRefusal> {
    if call.media_type != BASE64 {
        return Ok(call.body.clone());
    }
    let plain: Vec<u8> = call.body.iter().copied().filter(|octet| !octet.is_ascii_whitespace()).collect();
    let decoded = STANDARD.decode(plain);
    decoded.map(Bytes::from).map_err(|why| WireRefusal::Body { message: BASE64, detail: why.to_string() })
}

async fn part(surface: &Surface, call: &Call, name: ShelfName, place: (i64, bool)) -> Result<Vec<i64>, Refused> {
    let prepared = shelf::prepare_part(&surface.exchange, &call.cx, name, place, &content(call)?).await?;
    put(surface, &call.cx, prepared).await
}

async fn put(surface: &Surface, cx: &Cx, prepared: PreparedParts) -> Result<Vec<i64>, Refused> {
    Ok(surface.app.store.write(cx, prepared, |tx, cx, new| Box::pin(shelf::run(tx, cx, new))).await?)
}

fn listed(missing: &[i64]) -> Answer {
    let numbers: Vec<String> = missing.iter().map(i64::to_string).collect();
    Answer::Json(format!("[{}]", numbers.join(",")))
}
