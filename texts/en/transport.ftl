# The container's archive.
transport-archive-not-archive = This is not a ZIP archive.
transport-archive-broken = The archive is damaged or was not downloaded to its end.
transport-archive-too-large = The container is too large: at most 64 MB are taken.
transport-archive-members = The archive has no files, or more than a thousand.
transport-archive-inflation = The archive comes to too much when unpacked.
transport-archive-name = A file's name in the archive is not allowed: empty, too long, or with a folder.
transport-archive-name-twice = Two files in the archive have one name.
transport-archive-unsupported = The archive is packed in a way that is not read here: with a password, in several parts, or by another method.
transport-archive-contradiction = The archive contradicts itself: its list of files says one thing, the file another.
transport-archive-overlap = Files in the archive overlap.
transport-archive-checksum = A file in the archive is damaged: its checksum is wrong.

# What a container's description says of it.
transport-container-no-descriptor = The container has no description packageDescription.xml.
transport-container-descriptor-too-large = The container's description is too large.
transport-container-no-id = Neither the file's name nor the description says which container this is.
transport-container-other-name = The container's file name does not fit its description.
transport-container-flow = There is no such flow of documents, or no such step in it.
transport-container-document-type = This flow has no document of that type.
transport-container-subject = The kind of sender or receiver does not fit its identifier.
transport-container-member-absent = The container lacks a file that its description names.
transport-container-member-unnamed = The container has a file that its description does not name, or names twice.
transport-container-document-twice = Two documents in the container have one number.
transport-container-documents = The container has no documents, or too many.
transport-descriptor-schema = The container's description does not follow its format.
transport-descriptor-identifier = A number must be 32 hexadecimal digits without dashes.
transport-container-technical = This is not the technological document that is expected here.
