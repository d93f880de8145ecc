# Отказы: почему упрощённый XML не превращён в титул или титул — в упрощённый XML.

wire-diadoc-contract-version-unknown = Для такого типа, функции, версии и титула упрощённой формы нет.
wire-diadoc-contract-too-large = Файл больше допустимого.
wire-diadoc-contract-too-many = В файле слишком много элементов.
wire-diadoc-contract-not-xml = Файл не читается как XML.
wire-diadoc-contract-other-root = Корневой элемент файла от другого документа.
wire-diadoc-contract-unknown-field = В упрощённой форме нет такого элемента или атрибута.
wire-diadoc-contract-missing-field = Не хватает обязательного сведения.
wire-diadoc-contract-occurrence = Элемент повторён не столько раз, сколько допускает форма, или стоит не на месте.
wire-diadoc-contract-value = Значение записано не так, как требует форма.
wire-diadoc-contract-code-unknown = Такого кода нет в классификаторе, поэтому название для титула не определить.
wire-diadoc-contract-not-carried = В официальном титуле нет места для этого сведения. Уберите его или перенесите в другое поле.
wire-diadoc-contract-not-resolved = Организация, подписант, доверенность или настройка, на которую ссылается форма, не найдена.
wire-diadoc-contract-contradiction = Сведения формы противоречат друг другу или запросу.
wire-diadoc-contract-not-expressible = В титуле есть значение, которого упрощённая форма передать не может.
wire-diadoc-contract-title-broken = Титул не соответствует официальному формату.
wire-diadoc-contract-address-unknown = В титуле обязателен адрес, а на карточке ящика, на который ссылается форма, адреса нет. Назовите организацию в форме полностью, с адресом, или попросите её администратора показать адрес всем: запрос PUT /api/v1/account/organizations/…/address с is_public.
wire-diadoc-contract-not-written = Титул не удалось записать.
