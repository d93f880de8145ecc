//! Ids of the room.

kernel::typed_id! {
    /// A payer whose reports are filed: the organization itself, a branch, or one it serves.
    pub struct PayerId
}
kernel::typed_id! {
    /// A draft: documents on their way to a regulator, not sent yet.
    pub struct DraftId
}
kernel::typed_id! {
    /// A docflow; in a container it stands as 32 hexadecimal digits.
    pub struct DocflowId
}
kernel::typed_id! {
    /// A document of a draft, and the same document in the docflow it became.
    pub struct DocumentId
}
kernel::typed_id! {
    /// A signature under a document.
    pub struct SignatureId
}
kernel::typed_id! {
    /// An answer being prepared.
    pub struct ReplyId
}
kernel::typed_id! {
    /// A container: one transaction of a docflow on its way.
    pub struct ContainerId
}
kernel::typed_id! {
    /// Content brought in parts.
    pub struct UploadId
}
