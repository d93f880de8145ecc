//! The signer put into a title that waits for its signature: the part of `PrepareDocumentsToSign`.

use super::catalogue::{Dialect, EDITIONS, Edition};
use super::context::{Context, SignerCard, StoredSigner};
use super::tree::Tree;
use super::{ContractRefusal, check, forward, signers, table};

/// A signer, read from a signer contract or from what is stored for a type of title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignerContract {
    dialect: Dialect,
    tree: Tree,
}

impl SignerContract {
    /// The stored details of a signer, for a title of 5.01.
    pub fn from_stored(card: &SignerCard, details: &StoredSigner) -> Self {
        let mut tree = Tree::new("Signers");
        tree.children.push(signers::details_tree(card, details));
        Self { dialect: Dialect::Order820, tree }
    }

    /// Whose words the signer is stated in; a title of another dialect refuses it.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }
}

/// Reads a signer contract: `Signers/Signer` in the words of order 970 (`UniversalSigner`), or with
/// `SignerDetails` or `SignerReference` inside (`CommonSigner`, order 820).
pub fn read_signer(xml: &[u8]) -> Result<SignerContract, ContractRefusal> {
    let mut tree = Tree::read(xml)?;
    if tree.name != "Signers" {
        return Err(ContractRefusal::OtherRoot { expected: "Signers".to_owned() });
    }
    let common = |signer: &Tree| signer.child("SignerDetails").is_some() || signer.child("SignerReference").is_some();
    let old = tree.children.iter().any(common);
    let name = if old { "signer820" } else { "signer970" };
    let table = table::table(name).ok_or(ContractRefusal::VersionUnknown)?;
    check::check(table, &tree, check::Strictness::Full)?;
    if old {
        tree.children = tree.children.into_iter().flat_map(|signer| signer.children).collect();
    }
    Ok(SignerContract { dialect: if old { Dialect::Order820 } else { Dialect::Order970 }, tree })
}

/// Puts the signer into a title, in place of those it has. The title's signature, were there one, would no longer fit.
///
/// Refuses a title that is not understood, a signer in the words of another order, and what the context does not have.
pub fn fill_signer(title: &[u8], signer: &SignerContract, context: &Context<'_>) -> Result<Vec<u8>, ContractRefusal> {
    let mut file = Tree::read(title)?;
    let edition = edition_of(&file).ok_or(ContractRefusal::VersionUnknown)?;
    if edition.dialect != signer.dialect {
        return Err(ContractRefusal::Contradiction { path: "Signers".to_owned(), with: "the format of the title" });
    }
    let mut tree = signer.tree.clone();
    signers::resolve(&mut tree, signer.dialect, context, "Signers")?;
    let table = table::table(edition.table).ok_or(ContractRefusal::VersionUnknown)?;
    let rule = table.root.body(table).elements().find(|rule| rule.name == "Signers");
    let rule = rule.ok_or(ContractRefusal::VersionUnknown)?;
    check::check_element(table, rule, &tree)?;
    let body = file.ensure(&[super::envelope::body_name(&edition).to_owned()]);
    body.take_children("Подписант");
    forward::forward_element(table, rule, tree, body)?;
    super::write(context.forms, &mut file, &edition, false)
}

/// The newest edition of the title's format; editions of one format differ in the contract only.
fn edition_of(file: &Tree) -> Option<Edition> {
    let version = file.attribute("ВерсФорм")?;
    let knd = file.children.iter().find_map(|child| child.attribute("КНД"))?;
    EDITIONS.iter().find(|edition| edition.official_version == version && edition.knd == knd).copied()
}
