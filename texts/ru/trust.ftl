# Доверие: отказы, вердикт о подписи, отчёт проверки файла

## Отказы

trust-not-administrator = Менять список доверенных центров может только администратор этого сервера.
trust-unreadable = Файл не удалось прочитать: нужен сертификат или список отозванных сертификатов в формате PEM или DER.
trust-one-of-two = Передайте либо сертификаты, либо перечень аккредитованных центров; подпись бывает только у перечня.
trust-too-many = Файл слишком велик или содержит слишком много записей. Разделите его на части.
trust-authority-not-authority = Это сертификат владельца подписи, а не удостоверяющего центра. Доверять можно только центру.
trust-authority-root-signature = Корневой сертификат подписан неверно. Возьмите файл на сайте удостоверяющего центра ещё раз.
trust-authority-not-found = Такого удостоверяющего центра среди доверенных нет.
trust-authority-own = Собственный удостоверяющий центр нельзя убрать из доверенных.
trust-list-issuer-unknown = Кто выпустил этот список отозванных сертификатов, здесь неизвестно. Сначала загрузите сертификат удостоверяющего центра.
trust-list-signature = Подпись под списком отозванных сертификатов неверна. Возьмите список у удостоверяющего центра ещё раз.
trust-list-issuer-usage = Ключ издателя не предназначен для подписи списков отозванных сертификатов.
trust-list-delta = Этот список отозванных сертификатов содержит только изменения. Нужен полный.
trust-list-older = Здесь уже есть более новый список отозванных сертификатов этого центра.
trust-list-from-future = Список отозванных сертификатов датирован будущим. Проверьте часы сервера и сам файл.
trust-accredited-twice = В перечне аккредитованных центров один сертификат или одно начало его аккредитации указаны дважды.
trust-accredited-older = Здесь уже есть более новый перечень аккредитованных центров.
trust-accredited-from-future = Перечень аккредитованных центров датирован будущим. Проверьте часы сервера и сам файл.
trust-accredited-signature = Подпись под перечнем аккредитованных центров неверна, либо подписавшему здесь не доверяют.
trust-report-stored = Отчёт нельзя воспроизвести: это не отчёт svitok verify --json, либо его исходные данные отсутствуют или повреждены.

## Вид подписи

trust-kind-simple = Вид подписи: простая электронная подпись
trust-kind-unqualified = Вид подписи: усиленная неквалифицированная (корневой центр сам называет себя неквалифицированным)
trust-kind-qualified = Вид подписи: усиленная квалифицированная — по перечню аккредитованных центров на { $date }
trust-kind-test = Вид подписи: тестовая. Юридической силы не имеет
trust-kind-simulator = Вид подписи: создана симулятором. Юридической силы не имеет
trust-kind-unknown = Вид подписи: не установлен

## Части вердикта

trust-part-good = проверено, в порядке
trust-part-bad = проверено, НЕ в порядке: { $reason }
trust-part-unknown = проверить не удалось: { $reason }
trust-part-not-asked = не проверялось

trust-not-checked-revocation = не отозван ли сертификат
trust-not-checked-signing-time = время подписания (его указал сам подписавший, метки времени нет)
trust-not-checked-certificate-binding = тот ли сертификат имел в виду подписавший (в подписи нет указания на него)
trust-not-checked-accreditation = аккредитован ли удостоверяющий центр (перечень не загружен)
trust-not-checked-entitlement = полномочия подписавшего действовать от имени организации

## Отчёт

trust-report-outcome-good = ПОДПИСЬ ПРОВЕРЕНА: всё, о чём спрашивали, в порядке.
trust-report-outcome-bad = ПОДПИСЬ НЕ ПОДТВЕРЖДЕНА.
trust-report-outcome-unreadable = ПРОВЕРИТЬ НЕЛЬЗЯ: файл не читается.
trust-report-outcome-play = ПОДПИСЬ ТЕСТОВАЯ: проверка прошла, но подпись создана под тестовым корнем или симулятором и ничего не доказывает.
trust-report-unreadable = Не прочитан { $file }: { $why }
trust-report-file-signature = файл подписи
trust-report-file-ca = файл сертификатов
trust-report-file-crl = файл списков отозванных сертификатов
trust-report-at = Вердикт на { $at } (московское время)
trust-report-summary-proven = Целостность, цепочка сертификатов и отзыв проверены, всё в порядке.
trust-report-summary-proven-without-revocation = Целостность и цепочка сертификатов проверены, всё в порядке. Отзыв не проверялся.
trust-report-summary-undetermined = Нарушений не найдено, но сведений недостаточно, чтобы подтвердить подпись.
trust-report-summary-failed = Найдено нарушение.
trust-report-signer-number = Подпись { $number }
trust-report-signer-unknown = Кто подписал: неизвестно, сертификата нет ни в подписи, ни среди переданных
trust-report-who = Кто подписал: { $who }
trust-report-inn = ИНН { $inn }
trust-report-absent = не указано
trust-report-certificate = Чем: сертификат { $serial }, отпечаток { $thumbprint }, издатель — { $issuer }
trust-report-validity = Сертификат действует с { $from } по { $until }
trust-report-signing-time = Когда: { $at } — со слов подписавшего
trust-report-signing-time-absent = Когда: в подписи не указано
trust-report-integrity = Целостность: { $state }
trust-report-chain-trusted = Цепочка сертификатов: доверенная, до «{ $root }»
trust-report-chain-broken = Цепочка сертификатов: нарушена: { $reason }
trust-report-chain-unknown = Цепочка сертификатов: не ведёт к доверенному сертификату: { $reason }
trust-report-revocation = Отзыв: { $state }
trust-report-not-checked = Не проверено: { $what }
trust-report-revocation-not-asked = Списки отозванных сертификатов не переданы (--crl), поэтому отзыв не проверялся.
trust-recomputed-same = ОТЧЁТ ВОСПРОИЗВЕДЁН: те же исходные данные дают тот же отчёт.
trust-recomputed-differs = ОТЧЁТ НЕ СОВПАЛ: его исходные данные дают другой отчёт. Отличия: { $places }

## Проверки дерева

trust-check-message = сообщение с подписью
trust-check-signer = подпись одного подписавшего
trust-check-certificate = сертификат
trust-check-integrity = содержимое и подпись подходят друг к другу
trust-check-content-digest = хеш содержимого тот, который подписан
trust-check-content-enclosed = содержимое внутри подписи то же, что в файле
trust-check-content-type = тип содержимого назван верно
trust-check-signature-algorithms = алгоритмы подписи, хеша и ключа согласованы
trust-check-signature-value = подпись подходит к открытому ключу
trust-check-signature-time = время подписания читается
trust-check-signature-attribute-order = подписанные атрибуты записаны в положенном порядке
trust-check-signature-certificate-named = подпись называет этот сертификат
trust-check-signature-certificate-found = сертификат подписавшего найден
trust-check-chain = цепочка сертификатов
trust-check-chain-anchor = цепочка кончается доверенным сертификатом
trust-check-chain-issuer = издатель сертификата известен
trust-check-chain-signature = подпись издателя под сертификатом верна
trust-check-chain-search = путь до доверенного сертификата найден
trust-check-chain-certificate = сертификат на своём месте в цепочке
trust-check-chain-validity = сертификат в этот момент действовал
trust-check-chain-shape = поля сертификата не противоречат друг другу
trust-check-chain-critical-extensions = обязательные расширения сертификата понятны
trust-check-chain-authority = издатель — удостоверяющий центр
trust-check-chain-path-length = центров в цепочке не больше разрешённого
trust-check-chain-authority-key-usage = ключ центра предназначен для подписи сертификатов
trust-check-chain-names = имена разрешены вышестоящим центром
trust-check-chain-policies = политики сертификатов согласованы
trust-check-chain-signer-key-usage = ключом подписавшего можно подписывать документы
trust-check-chain-purposes = назначения сертификата включают подпись документов
trust-check-revocation = отзыв сертификатов
trust-check-revocation-certificate = сертификат не отозван
trust-check-revocation-list = список отозванных действует и подписан издателем
