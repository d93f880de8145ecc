# Refusals of printing.
paper-too-large = The document is too large to be printed. Download the file and open it in a program.
paper-too-many-pages = The document would take more than 500 sheets. Download the file and open it in a program.
paper-unreadable = The file is not an official document of a known format: it has no print form.
paper-no-form = This document has no print form: download the file as it is.
paper-no-printer = This server does not print.
