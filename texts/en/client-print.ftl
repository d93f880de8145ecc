# Printing of documents.
client-print-pdf = Download PDF
