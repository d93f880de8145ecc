# Docflow.
exchange-docflow-not-delivered = The document has not reached the other box yet. Wait and try again.
exchange-docflow-revoked = The document is void by agreement; nothing more can be done with it.
exchange-docflow-rejected = The recipient refused to sign this document.
exchange-docflow-other-sides-act = This is for the other side to do.
exchange-receipt-nothing = There is no answering title to send a receipt of.
exchange-receipt-already-sent = The receipt has been sent already.
exchange-answer-not-asked = The workflow asks for no such answer to this document.
exchange-answer-already-signed = The recipient has signed this document already.
exchange-revocation-already-requested = A proposal to revoke is waiting for its answer.
exchange-revocation-own-request = The other side answers your proposal to revoke.
exchange-revocation-not-requested = There is no such proposal to revoke.
exchange-revocation-already-finished = The proposal to revoke has been answered.
exchange-message-too-many-entities = The message holds too much. Start a new one.

# What is sent.
exchange-message-no-documents = The message has no documents.
exchange-message-too-many-documents = A message holds at most { $max } documents.
exchange-patch-act-count = An addition to a message holds 1 to { $max } acts.
exchange-content-empty = The file is empty.
exchange-content-too-large = The file is larger than { $mebibytes } MB.
exchange-content-unknown = No such file was uploaded to the box, or it is no longer kept. Upload it again.
exchange-file-name-invalid = A plain file name of at most 255 bytes is needed.
exchange-comment-too-long = The text is longer than 5000 characters.
exchange-custom-data-beyond-limit = The sender's own marks are beyond their limits.
exchange-workflow-not-allowed = Documents of this kind do not take this workflow.
exchange-document-findings = The file does not pass the checks of its official format.
exchange-document-function = Documents with this function are not exchanged here. СЧФ, ДОП and СЧФДОП are.
exchange-document-version-not-in-force = This version of the format may not be sent today. Use the version in force.
exchange-rule-absent = The rules have no row for this day. Ask the administrator.
exchange-document-sender-participant = The file names another sender: its participant id is not that of your box.
exchange-document-recipient-participant = The file names another recipient: its participant id is not that of the receiving box.
exchange-service-other-file = The service document is about another file.
exchange-service-code = The code of the universal message does not fit this document.

# Signatures.
exchange-signature-missing = A signature is needed.
exchange-certificate-unreadable = This is no certificate: a DER file is needed.
exchange-signature-unreadable = The signature cannot be read: a detached signature is needed.
exchange-signature-broken = The signature does not fit the file: the file was changed, or the signature is of another file.
exchange-signature-untrusted = The authority that issued the certificate is not trusted here.
exchange-signature-certificate-revoked = The certificate is revoked.
exchange-signature-certificate-expired = The certificate has expired or is not in force yet.
exchange-signature-revocation-unknown = Revocation could not be checked: there is no list in force.
exchange-signature-other-organization = The certificate belongs to another organization: its ИНН is not yours.
exchange-signature-test = This is a test signature. It is good only for exchange with a test organization.
exchange-signature-signer-count = Exactly one signature is expected.

# Boxes, messages, counteragents.
exchange-box-not-found = There is no such box, or it is not for you.
exchange-department-not-reached = The documents of this box lie in a department you have no access to. Ask an administrator of the organization.
exchange-recipient-not-found = The receiving box is not found.
exchange-recipient-same-box = A document cannot be sent to the same box.
exchange-counteragent-not-linked = The recipient is not your counteragent. Invite it and wait for its consent.
exchange-message-not-found = There is no such message.
exchange-document-not-found = There is no such document.
exchange-document-too-old-for-unread = The document came more than 90 days ago and cannot be marked as unread.
exchange-entity-not-found = There is no such part of the message.
exchange-entity-no-content = This record has no content.
exchange-counteragent-not-found = There is no such counteragent.
exchange-counteragent-already-invited = Invited already, or counteragents already.
exchange-counteragent-no-invitation = There is no invitation from this organization.
exchange-counteragent-too-many-invitations = Too many invitations wait for an answer.
exchange-page-cursor = There is no such place in the list. Start it again.
exchange-page-filter = There is no such value of the filter.
exchange-request-unreadable = A part of the request cannot be read.

# Between copies; never shown.
exchange-delivery-already = The addition has been delivered already.
exchange-delivery-parent-not-yet = The document the addition is attached to is still on its way.
exchange-event-not-found = There is no such event in the feed of the box.
exchange-request-too-many = Too many things are asked of at once.

# Drafts.
exchange-draft-not-found = There is no such draft, or it was kept too long.
exchange-draft-sent = This draft has been sent already.
exchange-draft-recycled = This draft has been thrown away.
exchange-draft-recipient = The draft has no recipient. Name one.
exchange-draft-content-not-found = The draft has no such content of the document.
exchange-draft-too-many-contents = Too many contents were prepared for the document. Keep the draft anew.
exchange-draft-too-many = There are too many drafts in the box. Send some or throw some away.

# Shelf.
exchange-shelf-name = The name of a file on the shelf has Latin letters, digits, hyphens, underscores and dots, up to 100; its extension has letters and digits, up to 10.
exchange-shelf-part = The part with this number was brought with other content, or lies past the last part.
exchange-shelf-too-large = More was brought than the shelf takes: up to { $mebibytes } MB. A large file is brought in parts.
exchange-shelf-full = The shelf is full. Days for which files stay on it: { $days }. Wait, or send what is there.
exchange-shelf-not-found = There is no such file on your shelf, or it was kept too long.
exchange-shelf-incomplete = The file on the shelf is incomplete. Bring the missing parts.

# Details of signers.
exchange-signer-details-key = A certificate thumbprint (40 hexadecimal digits) and a kind of title are needed.
exchange-signer-details-too-long = The details of the signer are longer than 8 KB.
exchange-signer-details-too-many = There are too many details of signers in the box.

# Invitations as tasks.
exchange-counteragent-several = Several boxes have these requisites. Give the KPP, or name the box.
exchange-task-not-found = There is no such task, or its result was kept too long.
exchange-counteragent-not-told = The invitation could not be brought to the counteragent. Ask the administrator.
