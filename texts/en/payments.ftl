# Refusals of a payment order: the field and what is wrong in it.
payments-order-required = Fill in this field.
payments-order-too-long = Too long: this field takes at most { $chars } characters.
payments-order-characters = Line ends and other control characters may not stand here.
payments-order-number = An order's number is one to six digits, not zero.
payments-order-sum = The sum is in roubles and kopecks with a point and above zero.
payments-order-inn = The INN is wrong: check its length and check digits.
payments-order-kpp = A KPP has nine characters; put 0 where there is none.
payments-order-bic = A BIC has nine digits.
payments-order-account = An account has twenty digits.
payments-order-account-key = The account does not belong to this BIC: the check digit does not agree. Check both.
payments-order-priority = Priority is from 1 to 5.
payments-order-uin = A UIN has 20 or 25 digits; put 0 where there is none.
payments-order-status = The payer's status is two digits.
payments-order-budget-code = A budget code has twenty digits, not only zeros.
payments-order-oktmo = OKTMO has 8 or 11 digits; put 0 where it is not given.
payments-order-basis = The basis has two characters; put 0 where it is not given.
payments-order-period = A tax period is written МС.01.2026, КВ.01.2026, ПЛ.01.2026, ГД.00.2026 or as a day; put 0 where it is not given.
payments-order-document-date = The document's date is written 31.01.2026; put 0 where it is not given.
payments-bank-file-not-exchange = Not a bank exchange file: its first line must be 1CClientBankExchange.
payments-bank-file-too-large = The bank exchange file is too large: at most { $limit } ({ $what ->
    [bytes] bytes
    [sections] sections
   *[fields] lines
}).
payments-bank-file-cut = The bank exchange file breaks off: the line КонецФайла is missing. It may have been downloaded in part.
payments-bank-file-encoding = The file holds characters that the chosen encoding lacks.
payments-dues-unknown-form = This document does not say what is to be paid: УСН 5.09, notification 5.03, РСВ 5.08 and 6-НДФЛ 5.05 are read.
payments-dues-value = A sum or a period of the document cannot be read. Check the document first.
