# Refusals: why a file was not read or not written.

formats-file-too-large = The file is larger than allowed.
formats-file-too-deep = Elements of the file are nested too deeply.
formats-file-too-many = The file has too many elements.
formats-encoding-broken = The file is not in the encoding that it names.
formats-encoding-unknown = The encoding of the file is not taken: windows-1251 or UTF-8 is needed.
formats-xml-dtd = The file has a document type definition. Such files are not taken.
formats-xml-entity = The file has an XML entity other than the five predefined ones. Such files are not taken.
formats-xml-not-well-formed = This is not well-formed XML.
formats-format-unknown = The format of the document is not known.
formats-format-other = This is a document of another format.
formats-value-absent = A required value is missing.
formats-value-unreadable = A value is not written as the format demands.
formats-character-outside-windows-1251 = windows-1251, which the format demands, does not have this character. Replace it.
formats-character-control = The text holds a control character that XML does not allow. Take it out.
formats-sum-contradiction = Sums contradict each other.
formats-structure-broken = The document does not follow the official format.
formats-file-name-broken = The file name does not follow the rule of its format.
formats-definition-broken = The definition of the format cannot be read.

# Findings of the check against the official schema.
formats-schema-element = This element may not stand here.
formats-schema-order = The element stands at a wrong place or once too often.
formats-schema-incomplete = An obligatory element is missing.
formats-schema-attribute = This attribute may not stand here.
formats-schema-attribute-absent = An obligatory attribute is missing.
formats-schema-text = There may be no text here.
formats-schema-length = The value has a length the format does not take.
formats-schema-digits = The number has more digits than the format takes.
formats-schema-bound = The number is outside the format's bounds.
formats-schema-pattern = The value is not written the way the format wants.
formats-schema-enumeration = The value is not in the format's list.
formats-schema-type = The value is of another kind: check whether it is a number, a date or text.
formats-encoding-not-official = The file's encoding is not the one the format lays down.
