# Отказы печати.
paper-too-large = Документ слишком велик для печати. Скачайте файл и откройте его в программе.
paper-too-many-pages = Документ не поместится на 500 листах. Скачайте файл и откройте его в программе.
paper-unreadable = Файл не читается как официальный документ известного формата: печатной формы у него нет.
paper-no-form = У этого документа нет печатной формы: скачайте файл как есть.
paper-no-printer = Этот сервер не печатает.

# Слова печатных форм.
paper-checked-on = Проверено { $day }.
paper-kind-simple = Простая электронная подпись
paper-kind-unqualified = Усиленная неквалифицированная электронная подпись
paper-kind-qualified = Усиленная квалифицированная электронная подпись (перечень аккредитованных центров на { $date })
paper-kind-test = Тестовая подпись: юридической силы не имеет
paper-kind-simulator = Подпись симулятора: юридической силы не имеет
paper-kind-unknown = Вид подписи не установлен
paper-of-title = Титул продавца
paper-of-nonformalized_document = Документ
paper-of-answer_title = Титул покупателя
paper-of-signature = Подпись
paper-of-receiving_confirmation = Подтверждение даты получения
paper-of-sending_confirmation = Подтверждение даты отправки
paper-of-receipt_notification = Извещение о получении
paper-of-signature_rejection = Отказ в подписи
paper-of-amendment_request = Уведомление об уточнении
paper-of-revocation_request = Предложение об аннулировании
paper-of-notice = Сообщение
paper-of-delivery = Доставлено
