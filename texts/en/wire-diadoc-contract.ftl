# Refusals: why a user contract was not turned into a title, or a title into a user contract.

wire-diadoc-contract-version-unknown = There is no user contract for this type, function, version and title.
wire-diadoc-contract-too-large = The file is larger than allowed.
wire-diadoc-contract-too-many = The file has too many elements.
wire-diadoc-contract-not-xml = The file cannot be read as XML.
wire-diadoc-contract-other-root = The root element belongs to another document.
wire-diadoc-contract-unknown-field = The contract has no such element or attribute.
wire-diadoc-contract-missing-field = An obligatory field is missing.
wire-diadoc-contract-occurrence = An element is repeated more or less often than the contract allows, or stands at a wrong place.
wire-diadoc-contract-value = The value is not written as the contract requires.
wire-diadoc-contract-code-unknown = The code is not in the classifier, so the name the title needs is not known.
wire-diadoc-contract-not-carried = The official title has no place for this field. Leave it out or move it to another field.
wire-diadoc-contract-not-resolved = The organization, signer, power of attorney or setting the contract refers to was not found.
wire-diadoc-contract-contradiction = Fields of the contract contradict each other or the request.
wire-diadoc-contract-not-expressible = The title holds a value that the contract cannot express.
wire-diadoc-contract-title-broken = The title does not fit its official format.
wire-diadoc-contract-address-unknown = The title needs an address, and the card of the box that the form refers to shows none. Name the organization in full, with its address, or ask its administrator to show the address to all: PUT /api/v1/account/organizations/…/address with is_public.
wire-diadoc-contract-not-written = The title could not be written.
