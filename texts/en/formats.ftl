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
