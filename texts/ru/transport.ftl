# Архив контейнера.
transport-archive-not-archive = Это не архив ZIP.
transport-archive-broken = Архив повреждён или скачан не до конца.
transport-archive-too-large = Контейнер слишком велик: допускается до 64 МБ.
transport-archive-members = В архиве нет файлов или их больше тысячи.
transport-archive-inflation = Распакованный архив слишком велик.
transport-archive-name = Имя файла в архиве недопустимо: пустое, слишком длинное или с папкой.
transport-archive-name-twice = В архиве два файла с одним именем.
transport-archive-unsupported = Архив собран способом, который здесь не читают: с паролем, из нескольких частей или с другим сжатием.
transport-archive-contradiction = Архив противоречит сам себе: в списке файлов и у самого файла записано разное.
transport-archive-overlap = Файлы в архиве накладываются друг на друга.
transport-archive-checksum = Файл в архиве повреждён: контрольная сумма не сходится.

# Что сказано о контейнере в его описании.
transport-container-no-descriptor = В контейнере нет описания packageDescription.xml.
transport-container-descriptor-too-large = Описание контейнера слишком велико.
transport-container-no-id = Не сказано, какой это контейнер: номера нет ни в имени файла, ни в описании.
transport-container-other-name = Имя файла контейнера не сходится с его описанием.
transport-container-flow = Такой документооборот или его шаг неизвестен.
transport-container-document-type = В этом документообороте нет документа такого типа.
transport-container-subject = Вид отправителя или получателя не подходит к его идентификатору.
transport-container-member-absent = В контейнере нет файла, который назван в описании.
transport-container-member-unnamed = В контейнере есть файл, который в описании не назван или назван дважды.
transport-container-document-twice = В контейнере два документа с одним номером.
transport-container-documents = В контейнере нет документов или их слишком много.
transport-descriptor-schema = Описание контейнера составлено не по формату.
transport-descriptor-identifier = Номер должен состоять из 32 шестнадцатеричных цифр без дефисов.
transport-container-technical = Это не тот служебный документ, который здесь ожидается.
