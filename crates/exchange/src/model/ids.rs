//! Ids of the room.

kernel::typed_id! {
    /// A message; the same in both copies.
    pub struct MessageId
}
kernel::typed_id! {
    /// An entity of a message; the same in both copies.
    pub struct EntityId
}
kernel::typed_id! {
    /// An event of a box's feed: the id of the message, of the patch or of the operator's patch it tells of.
    pub struct EventId
}
kernel::typed_id! {
    /// One addition to a message.
    pub struct PatchId
}
kernel::typed_id! {
    /// A draft kept on the server.
    pub struct DraftId
}
kernel::typed_id! {
    /// Bytes of a draft's document: the original has the document's id.
    pub struct DraftContentId
}
kernel::typed_id! {
    /// An invitation asked for as a task.
    pub struct InvitationTaskId
}
