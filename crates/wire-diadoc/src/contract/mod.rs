//! User contracts: the simplified XML in which clients state a title, to the official title and back.
//!
//! A contract's fields and their places in the title are data (`tables/*.map`); one small engine carries them forwards
//! ([`generate`]) and backwards ([`parse`]). Read [`catalogue`] for what is understood, [`Context`] for what the caller
//! supplies, and `README.md` beside this file for the notation and for what is refused.
//!
//! Nothing of a contract is dropped in silence: a field without a place in the title is refused by name.

mod backward;
pub mod catalogue;
mod check;
pub mod context;
mod envelope;
mod fields;
mod fill;
mod forward;
mod names;
mod opened;
mod order;
#[cfg(test)]
mod reach;
mod refusal;
mod resolve;
mod routing;
mod schema;
mod signers;
mod table;
mod tree;
mod universal;
mod wanted;

pub use catalogue::Dialect;
pub use context::Context;
pub use fields::{Field, FieldFate, fields};
pub use fill::{SignerContract, fill_signer, read_signer};
pub use refusal::ContractRefusal;
pub use schema::{schema_of, schema_of_signer, schema_of_universal_message};
pub use universal::{STATUS_CODES, generate_universal_message, parse_universal_message};
pub use wanted::{Wanted, WantedCertificate, WantedPower, wanted};

use catalogue::{DocumentKind, Edition};
use check::Strictness;
use formats::{Document, Registry};
use table::Table;
use tree::Tree;

/// Bytes of one contract or title. The service advises formalized documents under 3 MB and takes structured data up to 10 MB.
pub const CONTRACT_BYTES_MAX: usize = 10 * 1024 * 1024;

/// Opening and closing tags of one contract or title. 10 MB of marking codes have about 500 000; denser files hold nothing useful.
pub const CONTRACT_TAGS_MAX: usize = 1_000_000;

/// Which title is asked for: the parameters of `GenerateTitleXml` and `ParseTitleXml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleAsk {
    pub named_id: String,
    pub function: String,
    pub version: String,
    pub title_index: u32,
    /// The title is not checked against its format, and the contract only for names it does not have.
    pub disable_validation: bool,
}

/// A title and the name of its file, with extension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Generated {
    pub file_name: String,
    pub bytes: Vec<u8>,
}

/// A contract, and the paths of what the title says beyond it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// UTF-8.
    pub contract: Vec<u8>,
    /// Empty when the contract carries the whole title.
    pub lost: Vec<String>,
}

/// The official title of a contract.
///
/// Refuses an unknown field, a field without a place in the title, a missing or misshapen one, a reference the context
/// does not have, and (unless validation is disabled) a title that breaks its official format.
pub fn generate(contract: &[u8], ask: &TitleAsk, context: &Context<'_>) -> Result<Generated, ContractRefusal> {
    let (kind, edition) = find(ask)?;
    let table = table_of(&edition)?;
    let mut contract = Tree::read(contract)?;
    let strictness = if ask.disable_validation { Strictness::NamesOnly } else { Strictness::Full };
    check::check(table, &contract, strictness)?;
    let path = contract.name.clone();
    resolve::resolve(&mut contract, edition.dialect, context, &path)?;
    let mut file = Tree::new("Файл");
    let name = if edition.title_index == 0 {
        seller(table, contract, &mut file, (&kind, &edition), context)?
    } else {
        buyer(table, contract, &mut file, (&kind, &edition), context)?
    };
    let written = write(context.forms, &mut file, &edition, ask.disable_validation);
    let bytes = written.map_err(|refusal| explained(refusal, context))?;
    Ok(Generated { file_name: format!("{name}.xml"), bytes })
}

/// A missing address that a reference was to bring: whose card lacks it, its owner can tell.
fn explained(refusal: ContractRefusal, context: &Context<'_>) -> ContractRefusal {
    match refusal {
        ContractRefusal::Title { path, code } => {
            let is_address = path.rsplit('/').next().is_some_and(|name| name.starts_with("Адрес"));
            let lacks = context.organizations.iter().any(|card| card.address.is_none());
            if is_address && lacks {
                ContractRefusal::AddressUnknown { path }
            } else {
                ContractRefusal::Title { path, code }
            }
        }
        other => other,
    }
}

fn find(ask: &TitleAsk) -> Result<(DocumentKind, Edition), ContractRefusal> {
    catalogue::find(&ask.named_id, &ask.function, &ask.version, ask.title_index).ok_or(ContractRefusal::VersionUnknown)
}

fn table_of(edition: &Edition) -> Result<&'static Table, ContractRefusal> {
    table::table(edition.table).ok_or(ContractRefusal::VersionUnknown)
}

fn seller(
    table: &Table,
    contract: Tree,
    file: &mut Tree,
    (kind, edition): (&DocumentKind, &Edition),
    context: &Context<'_>,
) -> Result<String, ContractRefusal> {
    envelope::fits(&contract, kind)?;
    let ends = routing::ends(&contract, context)?;
    let flags = routing::flags(&contract)?;
    forward::forward(table, contract, file)?;
    envelope::complete_seller(file, edition, &ends, flags, context)
}

fn buyer(
    table: &Table,
    contract: Tree,
    file: &mut Tree,
    (kind, edition): (&DocumentKind, &Edition),
    context: &Context<'_>,
) -> Result<String, ContractRefusal> {
    let title = context.seller_title.as_ref();
    let path = contract.name.clone();
    let title = title.ok_or(ContractRefusal::NotResolved { path, what: "the seller's title" })?;
    let answered = envelope::read_answered(title, kind, edition)?;
    forward::forward(table, contract, file)?;
    envelope::complete_buyer(file, edition, &answered, context)
}

fn write(forms: &Registry, file: &mut Tree, edition: &Edition, unchecked: bool) -> Result<Vec<u8>, ContractRefusal> {
    write_as(forms, file, (edition.prefix, edition.official_version), unchecked)
}

/// Writes the official form; well-formedness and the encoding are never left unchecked.
fn write_as(
    forms: &Registry,
    file: &mut Tree,
    (prefix, version): (&str, &str),
    unchecked: bool,
) -> Result<Vec<u8>, ContractRefusal> {
    let format = forms.newest(prefix, version).ok_or(ContractRefusal::VersionUnknown)?;
    order::put_in_order(forms.definition(format).map_err(ContractRefusal::NotWritten)?, file);
    let document = Document::new(format.clone(), file.to_element());
    let bytes = forms.write(&document).map_err(ContractRefusal::NotWritten)?;
    if unchecked {
        return Ok(bytes);
    }
    match forms.check_as(&bytes, format).first_error() {
        None => Ok(bytes),
        Some(finding) => Err(ContractRefusal::Title { path: finding.path.clone(), code: finding.code.clone() }),
    }
}

/// The contract of a title. What the title says beyond the contract is left out: see [`parse_with_losses`].
pub fn parse(title: &[u8], ask: &TitleAsk) -> Result<Vec<u8>, ContractRefusal> {
    parse_with_losses(title, ask).map(|parsed| parsed.contract)
}

/// The contract of a title and the paths of what it does not carry.
///
/// Refuses a title of another format or version, and a value the contract has no word for.
pub fn parse_with_losses(title: &[u8], ask: &TitleAsk) -> Result<Parsed, ContractRefusal> {
    let (kind, edition) = find(ask)?;
    let table = table_of(&edition)?;
    let mut file = Tree::read(title)?;
    let mut lost = Vec::new();
    let opened = opened::open(&mut file, (&kind, &edition), &mut lost)?;
    let (mut contract, left) = backward::backward(table, &mut file)?;
    lost.extend(left);
    if edition.title_index == 0 {
        routing::restore(table, &mut contract, &opened, &mut lost);
    }
    Ok(Parsed { contract: contract.to_xml(), lost })
}
