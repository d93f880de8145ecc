use kernel::CivilDate;

/// A statement: a heading, what it says of whom, what is asked, and a place for a signature by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// First line of the heading, with the number: `Заявление № …`.
    pub title: String,
    /// What the statement is for.
    pub subject: String,
    /// What the result is worth: `НЕКВАЛИФИЦИРОВАННЫЙ`, `ТЕСТ`.
    pub worth: String,
    /// Labels and values, in order; an empty value is not printed.
    pub rows: Vec<(String, String)>,
    /// What is asked and promised, by paragraphs.
    pub text: Vec<String>,
    /// The day of the document, for its properties; the day of signing is written by hand.
    pub made_on: CivilDate,
}

impl Statement {
    /// The same words as plain text: UTF-8, lines by `\n`. It is what a signature is made over, so it never changes for
    /// equal values.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{}\n{}\n({})\n\n", self.title, self.subject, self.worth);
        for (label, value) in self.said_rows() {
            text.push_str(&format!("{label}: {value}\n"));
        }
        format!("{text}\n{}\n\nПодпись: ____________________    Дата: ____________________\n", self.text.join("\n"))
    }

    /// The rows that say something.
    pub fn said_rows(&self) -> impl Iterator<Item = &(String, String)> {
        self.rows.iter().filter(|(_, value)| !value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_empty_is_not_said() {
        let row = |label: &str, value: &str| (label.to_owned(), value.to_owned());
        let statement = Statement {
            title: "Заявление № 1".to_owned(),
            subject: "на выпуск".to_owned(),
            worth: "ТЕСТ".to_owned(),
            rows: vec![row("Имя", "Анна"), row("Должность", "")],
            text: vec!["Прошу.".to_owned(), "Сведения верны.".to_owned()],
            made_on: CivilDate::constant(2026, 11, 28),
        };
        assert_eq!(
            statement.to_text(),
            "Заявление № 1\nна выпуск\n(ТЕСТ)\n\nИмя: Анна\n\nПрошу.\nСведения верны.\n\n\
             Подпись: ____________________    Дата: ____________________\n"
        );
    }
}
