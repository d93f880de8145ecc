# Refusals of printing.
paper-too-large = The document is too large to be printed. Download the file and open it in a program.
paper-too-many-pages = The document would take more than 500 sheets. Download the file and open it in a program.
paper-unreadable = The file is not an official document of a known format: it has no print form.
paper-no-form = This document has no print form: download the file as it is.
paper-no-printer = This server does not print.

# Words of print forms.
paper-checked-on = Checked on { $day }.
paper-kind-simple = Simple electronic signature
paper-kind-unqualified = Advanced unqualified electronic signature
paper-kind-qualified = Advanced qualified electronic signature (list of accredited authorities of { $date })
paper-kind-test = Test signature: without legal force
paper-kind-simulator = Simulator's signature: without legal force
paper-kind-unknown = The kind of signature is not known
paper-of-title = Seller's title
paper-of-nonformalized_document = Document
paper-of-answer_title = Buyer's title
paper-of-signature = Signature
paper-of-receiving_confirmation = Confirmation of the date of receiving
paper-of-sending_confirmation = Confirmation of the date of sending
paper-of-receipt_notification = Receipt notification
paper-of-signature_rejection = Refusal to sign
paper-of-amendment_request = Request to correct
paper-of-revocation_request = Proposal to revoke
paper-of-notice = Message
paper-of-delivery = Delivered
