//! Technological documents of an authority. Their official schemas are not to be had: the shapes are the simulator's own, and say so.

use crate::model::receipts::{PROGRAM, Receipt, format_name};
use kernel::Moment;
use quick_xml::escape::escape;

/// One document that was received.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// Its id in containers.
    pub id: String,
    /// Its file name, where it was told.
    pub name: String,
}

/// Whom a document is from and to, and the unique end of its name.
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'a> {
    /// Code of the authority.
    pub from: &'a str,
    /// Id of the subscriber or of the operator.
    pub to: &'a str,
    /// The unique end of the file's name.
    pub unique: &'a str,
    /// When it is made.
    pub now: Moment,
}

impl Envelope<'_> {
    fn write(&self, prefix: &str, title: &str, inner: &str) -> Receipt {
        let file_id = format_name((prefix, self.to, self.from), (self.now, self.unique));
        let bytes = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Файл ИдФайл=\"{}\" ВерсПрог=\"{PROGRAM}\" ВерсФорм=\"СИМ.1\">\
             <Документ Наим=\"{title}\" От=\"{}\" Кому=\"{}\" Момент=\"{}\">{inner}</Документ></Файл>\n",
            escape(file_id.as_str()),
            escape(self.from),
            escape(self.to),
            self.now.to_rfc3339(),
        );
        Receipt { file_name: format!("{file_id}.xml"), bytes: bytes.into_bytes() }
    }
}

/// The notice that documents were received, each named by its id and file.
pub fn notice(envelope: &Envelope<'_>, received_at: Moment, documents: &[Received]) -> Receipt {
    let one = |document: &Received| {
        format!("<Получен ИдДок=\"{}\" ИмяФайла=\"{}\"/>", escape(&*document.id), escape(&*document.name))
    };
    let inner: String = documents.iter().map(one).collect();
    let inner = format!("<Получение Момент=\"{}\">{inner}</Получение>", received_at.to_rfc3339());
    envelope.write("SIM_IZVPOL", "Извещение о получении", &inner)
}

/// The message that a container cannot be worked on.
pub fn container_error(envelope: &Envelope<'_>, container_id: &str, why: &str) -> Receipt {
    let inner = format!("<Ошибка Контейнер=\"{}\">{}</Ошибка>", escape(container_id), escape(why));
    envelope.write("SIM_OSHIBKA", "Сообщение об ошибке", &inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_cannot_break_out() {
        let envelope = Envelope { from: "0087", to: "0SV-1", unique: "1", now: Moment::from_seconds(0) };
        let named = |name: &str| Received { id: "a".to_owned(), name: name.to_owned() };
        let receipt = notice(&envelope, Moment::from_seconds(0), &[named("\"/><x y='&\">"), named("б.xml")]);
        let read = formats::read_tree(&receipt.bytes).unwrap();
        let files: Vec<_> = read.at(&["Документ", "Получение"]).unwrap().elements().collect();
        assert_eq!(files.iter().map(|one| one.attribute("ИмяФайла")).collect::<Vec<_>>(), [Some("\"/><x y='&\">"), Some("б.xml")]);
        assert_eq!(read.attribute("ИдФайл"), receipt.file_name.strip_suffix(".xml"));
        let error = container_error(&envelope, "<id>", "a < b");
        assert_eq!(formats::read_tree(&error.bytes).unwrap().at(&["Документ", "Ошибка"]).unwrap().text(), "a < b");
    }
}
