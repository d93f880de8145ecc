# Отказы: почему файл не прочитан или не составлен.

formats-file-too-large = Файл больше допустимого.
formats-file-too-deep = Элементы файла вложены слишком глубоко.
formats-file-too-many = В файле слишком много элементов.
formats-encoding-broken = Файл не в той кодировке, которая в нём названа.
formats-encoding-unknown = Кодировка файла не подходит: нужна windows-1251 или UTF-8.
formats-xml-dtd = В файле есть объявление DTD. Такие файлы не принимаются.
formats-xml-entity = В файле есть сущность XML, кроме пяти стандартных. Такие файлы не принимаются.
formats-xml-not-well-formed = Это не правильный XML.
formats-format-unknown = Формат документа не распознан.
formats-format-other = Это документ другого формата.
formats-value-absent = Не хватает обязательного сведения.
formats-value-unreadable = Значение записано не так, как требует формат.
formats-character-outside-windows-1251 = Такого знака нет в кодировке windows-1251, а формат требует её. Замените знак.
formats-character-control = В тексте есть управляющий знак, которого в XML быть не может. Уберите его.
formats-sum-contradiction = Суммы противоречат друг другу.
formats-structure-broken = Документ не соответствует официальному формату.
formats-file-name-broken = Имя файла не соответствует правилу формата.
formats-definition-broken = Определение формата не читается.

# Находки проверки по официальной схеме.
formats-schema-element = Такого элемента здесь быть не должно.
formats-schema-order = Элемент стоит не на своём месте или повторён лишний раз.
formats-schema-incomplete = Не хватает обязательного элемента.
formats-schema-attribute = Такого реквизита здесь быть не должно.
formats-schema-attribute-absent = Не хватает обязательного реквизита.
formats-schema-text = Здесь не должно быть текста.
formats-schema-length = Длина значения не та, что требует формат.
formats-schema-digits = В числе больше знаков, чем допускает формат.
formats-schema-bound = Число вне границ, которые допускает формат.
formats-schema-pattern = Значение записано не в том виде, какого требует формат.
formats-schema-enumeration = Такого значения нет в списке формата.
formats-schema-type = Значение не того рода: проверьте, число это, дата или текст.
formats-encoding-not-official = Кодировка файла не та, что установлена форматом.
