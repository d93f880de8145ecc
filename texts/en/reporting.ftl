# Reporting.
reporting-payer-not-found = There is no such payer.
reporting-payer-exists = This payer is in the list already.
reporting-payer-too-many = More payers than one organization keeps.
reporting-payer-field = A requisite of the payer is wrong.
reporting-regulator-code = No office has such a code. A tax office has four digits, a statistics office digits with hyphens.

reporting-draft-not-found = There is no such draft.
reporting-draft-sent = The report was sent and cannot be changed. Prepare a correction.
reporting-draft-too-many = Too many drafts. Remove those you do not need.
reporting-draft-too-much = One report does not hold so much.
reporting-draft-nothing = There is nothing to send: add the report's file.
reporting-flow-unknown = Documents of this kind are not sent from here.
reporting-flow-other-authority = Another authority takes documents of this kind.
reporting-document-not-found = There is no such document.
reporting-document-kind = This docflow has no such documents.
reporting-document-empty = The file is empty.
reporting-document-file-name = The file name does not do: a plain name without folders is needed, up to 255 characters.
reporting-document-sealed = The document is encrypted. Open it with the key whose certificate it was sent to.
reporting-document-other = This is another document: the authority's signature does not fit it.

reporting-check-not-signed = The file { $file } is not signed.
reporting-check-findings = { $count ->
        [one] The report has { $count } error
       *[other] The report has { $count } errors
    }, it is too early to send it. The first is in the file { $file }.
reporting-check-format = The file is not a report of a known form.
reporting-check-other-payer = The report is made for another payer: ИНН or КПП in the file are others.
reporting-check-other-office = The report is made for another office: the file names { $written }.
reporting-check-period = The period of the report has not begun.
reporting-signature-broken = The signature does not fit the document.
reporting-signature-untrusted = The signature cannot be trusted: the chain ends at no trusted authority, or it is not known whether the certificate was revoked.
reporting-signature-expired = The certificate is not in force now.
reporting-signature-revoked = The certificate was revoked.
reporting-signature-other = Another person signed, and no power of attorney is attached.
reporting-signature-test = The signature was made with a test key: a real authority will not take it.

reporting-docflow-not-found = There is no such docflow.
reporting-reply-not-asked = This document needs no such answer, or it was sent already.
reporting-reply-not-found = There is no such answer.
reporting-reply-sent = The answer was sent already.

reporting-upload-not-found = There is no such content, or its time is over.
reporting-upload-part = This part of the file does not fit its place.

reporting-gateway-none = No way to this authority is set up on the server. The signed file can be downloaded and sent by any other means.
reporting-gateway-office = The office { $code } cannot be reached this way.
reporting-parameter = A parameter of the request is wrong.
reporting-container-taken = This message was taken already.
reporting-signature-kind = The authority takes reports only with a qualified signature. Sign with your own qualified key.
reporting-gateway-away = The authority does not answer now, and it is not known whether it takes reports this way. Try later, or send the ready file by other means.
