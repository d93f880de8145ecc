# Командная строка: что программа говорит человеку.

svitok-secret-made = Секрет установки создан: { $path }. Храните его копию отдельно от базы.
svitok-secret-short = SVITOK_SECRET короче 12 знаков: его можно подобрать.
svitok-serve-answers = Свиток отвечает: { $address }
svitok-serve-speaks = Поверхность { $surface } отвечает: { $address }

svitok-migrate-done = База соответствует этой версии: миграций { $count }.

svitok-seed-there = Городок уже есть: { $path }
svitok-seed-broken-off = { $path }: городок начат и не закончен. Удалите папку данных или укажите другую (--data).
svitok-seed-done = Городок готов. Кто в нём живёт и как войти: { $path }
svitok-seed-sign-in = Откройте { $url } и войдите (логин и пароль):
svitok-seed-person = {""}  { $organization }: { $login } { $password }
svitok-seed-about = Выдуманный городок. Пароли и ключи придуманы для этой установки; удалите папку, когда он не нужен.

svitok-print-done = Напечатано: { $path }, листов: { $pages }.

svitok-doctor-good = в порядке     { $what }
svitok-doctor-bad = НЕ В ПОРЯДКЕ  { $what }
svitok-doctor-all-good = Всё в порядке.
svitok-doctor-count-bad = Не в порядке: { $count }.
svitok-doctor-texts = тексты прочитаны
svitok-doctor-rules = правила (форматы, сроки, виды подписи, календарь) прочитаны
svitok-doctor-rules-bad = правила: { $why }
svitok-doctor-folder = папка { $folder }: запись со сбросом на диск { $micros } мкс
svitok-doctor-folder-slow = папка { $folder }: сброс на диск медленный, { $millis } мс
svitok-doctor-folder-bad = папка { $folder }: { $why }
svitok-doctor-free = свободно на диске { $mebibytes } МиБ
svitok-doctor-free-bad = место на диске: { $why }
svitok-doctor-secret-given = секрет задан в SVITOK_SECRET
svitok-doctor-secret = секрет лежит в { $path }, другим не виден
svitok-doctor-secret-open = секрет { $path } могут прочесть другие: chmod 600
svitok-doctor-secret-bad = секрет { $path }: { $why } (создаётся первым запуском svitok serve)
svitok-doctor-post-bad = отправка писем и SMS: { $why }
svitok-doctor-letters = почтовый сервер отвечает и принимает вход
svitok-doctor-letters-bad = почтовый сервер: { $why }
svitok-doctor-letters-none = почтовый сервер не настроен: письма остаются в исходящих
svitok-doctor-sms = шлюз SMS отвечает
svitok-doctor-sms-bad = шлюз SMS: { $why }
svitok-doctor-sms-none = шлюз SMS не настроен: SMS остаются в исходящих
svitok-doctor-no-database = базы ещё нет: её создаёт svitok serve или svitok migrate
svitok-doctor-database-bad = база: { $why }
svitok-doctor-connection = соединения с базой настроены на сохранность
svitok-doctor-connection-bad = соединение с базой: { $why }
svitok-doctor-statements = запросов проверено: { $count }
svitok-doctor-statement-bad = запрос: { $why }
svitok-doctor-journals = журналы выпуска целы: центров { $count }, записей { $rows }
svitok-doctor-journals-bad = журнал выпуска: { $why }
svitok-doctor-jobs = брошенных заданий нет
svitok-doctor-job-given-up = задание { $kind } брошено: { $why }
svitok-doctor-jobs-more = брошенных заданий больше, чем показано
svitok-doctor-jobs-bad = задания: { $why }

svitok-demo-step = { $took } мс  { $what }
svitok-demo-step-settled = организации зарегистрированы, ящики, ключи и сертификаты готовы
svitok-demo-step-linked = контрагенты приняли приглашение
svitok-demo-step-posted = титул продавца подписан, проверен, отправлен, сохранён
svitok-demo-step-delivered = доставлен в ящик покупателя
svitok-demo-step-receipted = извещение о получении подписано и отправлено
svitok-demo-step-answered = титул покупателя подписан и отправлен
svitok-demo-step-finished = документооборот завершён у обеих сторон
svitok-demo-step-downloaded = все содержания и подписи скачаны
svitok-demo-signature-good = подпись верна: { $name }, { $signer }
svitok-demo-signature-bad = ПОДПИСЬ НЕ ДОКАЗАНА: { $name }, { $signer }
svitok-demo-signer-unknown = подписант не назван
svitok-demo-times = Доставлено за { $delivered } мс, документооборот завершён за { $finished } мс.
svitok-demo-proven = Целостность, цепочка и отзыв каждой подписи проверены: всё верно. Подписи неквалифицированные.
svitok-demo-not-proven = НЕ ВСЁ ДОКАЗАНО: подробности в report.json.

svitok-due-report = представить
svitok-due-notification = уведомить
svitok-due-payment = уплатить
svitok-due-line = { $day }  { $kind }: { $title }, { $period }
svitok-due-code = {" "}(код { $code })
svitok-due-why = {"            "}{ $why } { $norm }.
svitok-due-shifted = Срок перенесён с { $nominal }: это выходной день.
svitok-due-no-calendar = Календарь этого года не загружен: назван день без переноса с выходного.
svitok-due-electronic = Только в электронном виде.
svitok-due-count = Всего за { $year } год: { $count }.
svitok-due-not-covered = Не названы: статистика, акцизы, ежемесячные авансы по прибыли, события (приём, увольнение), законы регионов.
