# Отказы платёжного поручения: поле и что в нём не так.
payments-order-required = Заполните это поле.
payments-order-too-long = Слишком длинно: в это поле входит не больше { $chars } знаков.
payments-order-characters = Здесь не должно быть переносов строк и других служебных знаков.
payments-order-number = Номер поручения — от одной до шести цифр, не ноль.
payments-order-sum = Сумма указывается в рублях и копейках через точку и больше нуля.
payments-order-inn = ИНН неверен: проверьте количество цифр и контрольные цифры.
payments-order-kpp = КПП — девять знаков; если его нет, укажите 0.
payments-order-bic = БИК — девять цифр.
payments-order-account = Номер счёта — двадцать цифр.
payments-order-account-key = Счёт не подходит к БИК банка: контрольная цифра не сходится. Проверьте счёт и БИК.
payments-order-priority = Очередность платежа — от 1 до 5.
payments-order-uin = УИН — 20 или 25 цифр; если его нет, укажите 0.
payments-order-status = Статус плательщика — две цифры.
payments-order-budget-code = КБК — двадцать цифр, и не одни нули.
payments-order-oktmo = ОКТМО — 8 или 11 цифр; если он не указывается — 0.
payments-order-basis = Основание платежа — два знака; если он не указывается — 0.
payments-order-period = Налоговый период пишется как МС.01.2026, КВ.01.2026, ПЛ.01.2026, ГД.00.2026 или днём; если он не указывается — 0.
payments-order-document-date = Дата документа пишется как 31.01.2026; если она не указывается — 0.
payments-bank-file-not-exchange = Это не файл обмена с банком: первой строкой должно быть 1CClientBankExchange.
payments-bank-file-too-large = Файл обмена с банком слишком велик: не больше { $limit } ({ $what ->
    [bytes] байтов
    [sections] разделов
   *[fields] строк
}).
payments-bank-file-cut = Файл обмена с банком обрывается: нет строки КонецФайла. Возможно, он скачан не полностью.
payments-bank-file-encoding = В файле есть знаки, которых нет в выбранной кодировке.
