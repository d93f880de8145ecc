//! `svitok print`: an official file on paper, without marks: nobody verified anything here.

use super::{Failure, read_file, write_file};
use crate::command_line::PrintArgs;
use crate::words::Words;
use kernel::Refusal as _;
use paper::{DocumentPaper, File, Paper, PrintFailure, Printer as _};
use print::Typesetter;
use std::process::ExitCode;

/// Writes the PDF beside the file or where it was told. Exit code 2 where the file has no print form.
pub fn run(args: &PrintArgs) -> Result<ExitCode, Failure> {
    let bytes = read_file(&args.file)?.into();
    let name = args.file.file_name().map(|name| name.to_string_lossy().into_owned());
    let paper = Paper::Document(Box::new(DocumentPaper::unmarked(File { name, bytes })));
    let words = Words::open()?;
    let pdf = Typesetter.print(&paper).map_err(|failure| told(&words, args, &failure))?;
    let out = args.out.clone().unwrap_or_else(|| args.file.with_extension("pdf"));
    write_file(&out, &pdf.bytes)?;
    let (path, pages) = (out.display().to_string(), pdf.pages.to_string());
    println!("{}", words.say("svitok-print-done", &[("path", &path), ("pages", &pages)]));
    Ok(ExitCode::SUCCESS)
}

fn told(words: &Words, args: &PrintArgs, failure: &PrintFailure) -> Failure {
    let place = args.file.display();
    match failure {
        PrintFailure::Refused(refusal) => {
            let (texts, language) = words.texts();
            let said = texts.of_code(language, refusal.code()).unwrap_or_else(|| refusal.code().to_owned());
            Failure::Unreadable(format!("{place}: {said} ({refusal})"))
        }
        PrintFailure::Broken(_) => Failure::Failed(format!("{place}: {failure}")),
    }
}
