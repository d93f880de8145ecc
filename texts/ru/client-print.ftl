# Печать документов.
client-print-pdf = Скачать PDF
