//! The texts people see, taken into the binary from `texts/{ru,en}/<room>.ftl`.

use include_dir::{Dir, include_dir};
use web::{Language, TextSource, Texts, TextsRefusal};

static TEXTS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../texts");

/// All texts of both languages. Refuses a syntax error and a key that stands twice.
pub fn embedded() -> Result<Texts, TextsRefusal> {
    let sources = [Language::Russian, Language::English].into_iter().flat_map(|language| {
        let files = TEXTS.get_dir(language.tag()).map(Dir::files).into_iter().flatten();
        files.filter_map(move |file| {
            let name = file.path().file_name()?.to_str()?;
            let text = file.contents_utf8()?;
            name.ends_with(".ftl").then_some(TextSource { language, name, text })
        })
    });
    Texts::load(sources)
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_texts_are_read() {
        assert!(super::embedded().is_ok());
    }
}
