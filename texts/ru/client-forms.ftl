# Проверка файлов и формы.
client-check-file-failed = Проверить файл не получилось: { $why }
client-check-file-unknown = Формат документа не распознан
client-place-check-file = Проверить файл
