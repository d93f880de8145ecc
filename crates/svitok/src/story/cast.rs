//! The cast of the small town: invented organizations whose numbers begin with a region that no tax office has.

/// An organization of the town and the person who acts for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Role {
    /// Latin word for file names and logins.
    pub word: String,
    /// Full name.
    pub name: String,
    /// ИНН.
    pub inn: String,
    /// КПП of a company.
    pub kpp: Option<String>,
    /// ОГРН.
    pub ogrn: Option<String>,
    /// Surname, given name and patronymic of the director.
    pub director: [String; 3],
    /// An organization for trying things out.
    pub is_test: bool,
}

impl Role {
    fn new(word: &str, name: &str, numbers: [&str; 2], director: [&str; 3]) -> Self {
        let [inn, ogrn] = numbers.map(str::to_owned);
        Self {
            word: word.to_owned(),
            name: name.to_owned(),
            inn,
            kpp: Some("980001001".to_owned()),
            ogrn: Some(ogrn),
            director: director.map(str::to_owned),
            is_test: false,
        }
    }

    /// «ООО Ромашка», who sells.
    #[must_use]
    pub fn romashka() -> Self {
        let director = ["Ромашкина", "Анна", "Петровна"];
        Self::new("romashka", "ООО «Ромашка»", ["9800000013", "1269800000018"], director)
    }

    /// «ООО Василёк», who buys.
    #[must_use]
    pub fn vasilek() -> Self {
        let director = ["Васильков", "Борис", "Иванович"];
        Self::new("vasilek", "ООО «Василёк»", ["9800000020", "1269800000029"], director)
    }

    /// «ООО Ландыш», a stranger to both.
    #[must_use]
    pub fn landysh() -> Self {
        let director = ["Ландышева", "Вера", "Сергеевна"];
        Self::new("landysh", "ООО «Ландыш»", ["9800000038", "1269800000030"], director)
    }

    /// «ООО Теплица», a test organization: its documents have no legal force.
    #[must_use]
    pub fn teplica() -> Self {
        let director = ["Теплицына", "Галина", "Олеговна"];
        let role = Self::new("teplica", "ООО «Теплица»", ["9800000052", "1269800000051"], director);
        Self { is_test: true, ..role }
    }

    /// Whether it is a sole proprietor.
    #[must_use]
    pub fn is_person(&self) -> bool {
        self.inn.len() == 12
    }

    /// The director's name in one line.
    #[must_use]
    pub fn director_name(&self) -> String {
        self.director.join(" ")
    }
}
