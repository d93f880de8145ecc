# Trust: refusals, the verdict on a signature, the report on a file

trust-not-administrator = Only an administrator of this host may change what is trusted.
trust-unreadable = The file could not be read: a certificate or a revocation list in PEM or DER is expected.
trust-too-many = The file is too large or holds too many records. Split it.
trust-authority-not-authority = This is a signer's certificate, not one of an authority. Only an authority can be trusted.
trust-authority-root-signature = The root certificate's own signature is wrong. Get the file from the authority again.
trust-authority-not-found = No such authority is trusted here.
trust-authority-own = An own authority cannot be withdrawn from trust.
trust-list-issuer-unknown = The issuer of this revocation list is not known here. Import the authority's certificate first.
trust-list-signature = The signature of the revocation list is wrong. Get the list from the authority again.
trust-list-older = A newer revocation list of this authority is here already.
trust-list-from-future = The revocation list is dated in the future. Check the host's clock and the file.
trust-accredited-twice = One certificate stands twice in the accredited list.
trust-accredited-date-taken = The accredited list of this date is loaded already.
trust-report-stored = The report cannot be made again: it is not one of svitok verify --json, or its inputs are absent or damaged.

trust-kind-simple = Kind of signature: simple
trust-kind-unqualified = Kind of signature: strengthened unqualified (the root calls itself unqualified)
trust-kind-qualified = Kind of signature: strengthened qualified by the accredited list of { $date }
trust-kind-test = Kind of signature: test. It has no legal force
trust-kind-simulator = Kind of signature: made by a simulator. It has no legal force
trust-kind-unknown = Kind of signature: not established

trust-part-good = checked and good
trust-part-bad = checked and BAD: { $reason }
trust-part-unknown = could not be checked: { $reason }
trust-part-not-asked = not checked

trust-not-checked-revocation = whether the certificate was revoked
trust-not-checked-signing-time = the time of signing (the signer's own claim, no time stamp)
trust-not-checked-certificate-binding = which certificate the signer meant (the signature does not say)
trust-not-checked-accreditation = whether the authority is accredited (no list is loaded)
trust-not-checked-entitlement = whether the signer may act for the organization

trust-report-outcome-good = SIGNATURE VERIFIED: everything asked for is good.
trust-report-outcome-bad = SIGNATURE NOT CONFIRMED.
trust-report-outcome-unreadable = CANNOT BE VERIFIED: a file is not readable.
trust-report-outcome-play = TEST SIGNATURE: the checks passed, but it was made under a test root or by a simulator and proves nothing.
trust-report-unreadable = Not read: { $file }: { $why }
trust-report-file-signature = the signature
trust-report-file-ca = the certificates
trust-report-file-crl = the revocation lists
trust-report-at = Verdict for { $at } (Moscow time)
trust-report-summary-proven = Integrity, chain and revocation were checked and are good.
trust-report-summary-proven-without-revocation = Integrity and chain were checked and are good. Revocation was not checked.
trust-report-summary-undetermined = Nothing bad was found, but too little is known to confirm the signature.
trust-report-summary-failed = Something is bad.
trust-report-signer-number = Signature { $number }
trust-report-signer-unknown = Signed by: unknown, the certificate is neither in the signature nor among those given
trust-report-who = Signed by: { $who }
trust-report-inn = ИНН { $inn }
trust-report-absent = not stated
trust-report-certificate = With: certificate { $serial }, thumbprint { $thumbprint }, issued by { $issuer }
trust-report-validity = The certificate is valid from { $from } to { $until }
trust-report-signing-time = When: { $at }, as the signer says
trust-report-signing-time-absent = When: the signature does not say
trust-report-integrity = Integrity: { $state }
trust-report-chain-trusted = Chain: trusted up to "{ $root }"
trust-report-chain-broken = Chain: broken: { $reason }
trust-report-chain-unknown = Chain: leads to nobody trusted: { $reason }
trust-report-revocation = Revocation: { $state }
trust-report-not-checked = Not checked: { $what }
trust-report-revocation-not-asked = No revocation lists were given (--crl), so revocation was not asked.
trust-recomputed-same = THE REPORT IS REPRODUCED: the same inputs give the same report.
trust-recomputed-differs = THE REPORT DIFFERS: its inputs give another report. Differences: { $places }
