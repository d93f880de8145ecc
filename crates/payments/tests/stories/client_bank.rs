//! Files of banks: written the same each time, read in every shape they come.

use crate::support::order;
use jiff::civil::date;
use kernel::Refusal;
use payments::client_bank::{
    BankFileRefusal, ClientBankFile, Encoding, FIELDS_MAX, Made, Side, of_orders, read, write,
};

fn written(encoding: Encoding) -> (ClientBankFile, Vec<u8>) {
    let made = Made { sender: "Svitok".to_owned(), at: date(2026, 11, 20).at(10, 30, 0, 0) };
    let mut file = of_orders(&[order("1", 4_200_050), order("2", 100)], &made);
    if encoding == Encoding::Dos {
        // Code page 866 has no such quotation marks.
        file.encoding = Encoding::Utf8;
        let text = String::from_utf8(write(&file).unwrap()).unwrap();
        file = read(text.replace(['«', '»'], "\"").as_bytes()).unwrap();
    }
    file.encoding = encoding;
    let bytes = write(&file).unwrap();
    (file, bytes)
}

#[test]
fn what_is_written_is_read_again_in_every_encoding() {
    for encoding in [Encoding::Windows, Encoding::Dos, Encoding::Utf8] {
        let (file, bytes) = written(encoding);
        assert_eq!(read(&bytes).unwrap(), file, "{encoding:?}");
        assert_eq!(write(&file).unwrap(), bytes);
    }
}

#[test]
fn an_order_stands_in_the_keys_of_the_format() {
    let (_, bytes) = written(Encoding::Utf8);
    let text = String::from_utf8(bytes).unwrap();
    for line in [
        "ВерсияФормата=1.03",
        "Кодировка=Windows",
        "ДатаСоздания=20.11.2026",
        "ВремяСоздания=10:30:00",
        "СекцияДокумент=Платежное поручение",
        "Сумма=42000.50",
        "Плательщик=ИНН 7701000019 ООО «Ромашка»",
        "ПлательщикКПП=0",
        "ПолучательКПП=770701001",
        "ПоказательКБК=18201061201010000510",
        "ОКАТО=0",
        "Код=0",
        "НазначениеПлатежа=ЕНП",
        "Очередность=5",
        "КонецФайла",
    ] {
        assert!(text.contains(&format!("{line}\r\n")), "{line}");
    }
    assert_eq!(text.matches("РасчСчет=").count(), 5, "one in the head, two in each document");
}

const STATEMENT: &str = "1CClientBankExchange\nКодировка=DOS\nНеведомое=да\nВерсияФормата=1.03\nСекцияДокумент=Платежное поручение\n\
Сумма=10,5\nПолучатель=ИНН 7701000019 ООО «Ромашка»\nДата=01.11.2026\nДатаПоступило=02.11.2026\nДатаСписано=\nНомер=7\nПлательщик1=ИНН: 7701000019, ООО\nСвоё\nКонецДокумента\nДатаКонца=02.11.2026\nКонецФайла";

#[test]
fn what_banks_really_send_is_read() {
    let (dos, ..) = encoding_rs::IBM866.encode("1CClientBankExchange\nКодировка=DOS\nКонецФайла");
    assert_eq!(read(&dos).unwrap().encoding, Encoding::Dos);
    let file = read(format!("\u{feff}{STATEMENT}").as_bytes()).unwrap();
    assert_eq!((file.head.get("Неведомое"), file.head.get("ДатаКонца")), (Some("да"), Some("02.11.2026")));
    let document = &file.documents[0];
    assert_eq!(document.sum().unwrap().kopecks(), 1_050);
    assert_eq!(document.day().unwrap(), date(2026, 11, 2));
    assert_eq!(document.inn(Side::Payee).unwrap().as_str(), "7701000019");
    assert_eq!((document.name(Side::Payee), document.name(Side::Payer)), (Some("ООО «Ромашка»"), Some("ООО")));
    assert_eq!(document.fields.get("Своё"), None);
    assert_eq!(read(&write(&file).unwrap()).unwrap(), file);
}

#[test]
fn what_is_no_whole_file_is_refused() {
    assert_eq!(read(b"").unwrap_err(), BankFileRefusal::NotExchange);
    assert_eq!(read("<xml/>".as_bytes()).unwrap_err(), BankFileRefusal::NotExchange);
    assert_eq!(read("1CClientBankExchange\nНомер=1".as_bytes()).unwrap_err(), BankFileRefusal::Cut);
    let long = format!("1CClientBankExchange\n{}КонецФайла", "Ключ=1\n".repeat(FIELDS_MAX + 1));
    assert_eq!(read(long.as_bytes()).unwrap_err().code(), "payments.bank-file.too-large");
    let (mut file, _) = written(Encoding::Windows);
    file.documents[0].kind = "漢".to_owned();
    assert_eq!(write(&file).unwrap_err(), BankFileRefusal::Encoding);
}

/// Every so many octets a file is cut or changed.
const OCTETS_APART: usize = 7;

/// A file cut or changed anywhere gives a refusal or a file that comes back; nothing panics.
#[test]
fn any_octets_are_read_or_refused() {
    for encoding in [Encoding::Windows, Encoding::Dos, Encoding::Utf8] {
        let (_, bytes) = written(encoding);
        let tried = (0..bytes.len()).step_by(OCTETS_APART).flat_map(|at| {
            let changed = |to: u8| {
                let mut changed = bytes.clone();
                changed[at] = to;
                changed
            };
            [bytes[..at].to_vec(), changed(0xA0), changed(b'='), changed(b'\n'), changed(0xFF)]
        });
        for octets in tried {
            if let Ok(file) = read(&octets) {
                assert_eq!(read(&write(&file).unwrap()).unwrap(), file);
            }
        }
    }
}

#[test]
fn the_sample_of_the_format_comes_back() {
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/formats/1c/clientbank/1CClientBankExchange_sample1_utf8.txt"
    );
    let Ok(bytes) = std::fs::read(sample) else {
        eprintln!("SKIPPED the_sample_of_the_format_comes_back: {sample} is absent");
        return;
    };
    let file = read(&bytes).unwrap();
    assert_eq!((file.accounts.len(), file.documents.len()), (2, 2));
    assert_eq!(read(&write(&file).unwrap()).unwrap(), file);
}
