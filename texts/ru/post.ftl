# Исходящие письма.
post-letter-waiting = Ждёт отправки
post-letter-no-mail-server = Не отправлено: почтовый сервер не настроен
post-letter-address-form = По такому адресу письмо отправить нельзя.
post-letter-subject-form = Тема письма должна быть одной непустой строкой не длиннее 200 знаков.
post-letter-body-form = Текст письма пуст или слишком велик.
