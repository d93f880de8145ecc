//! A report goes to an inspection and comes back: accepted, refused, asked to be corrected.

use crate::world::{Answer, Spoiled, World};
use regulator::catalogue;
use testkit::Database;

fn kinds(answers: &[Answer]) -> Vec<(&str, &str, &str)> {
    let prefix = |name: &'_ str| match name.find("_OTCH") {
        Some(at) => at + "_OTCH".len(),
        None => name.find('_').unwrap(),
    };
    let kind = |one: &'_ Answer| prefix(&one.file_name);
    let told = |one| (one, kind(one));
    let told = answers.iter().map(told);
    told.map(|(one, end)| (one.transaction.as_str(), one.type_code.as_str(), &one.file_name[..end])).collect()
}

/// Every answer is signed under the simulator's root, valid by its format where it has one, and says what it is.
fn all_are_honest(answers: &[Answer]) {
    for answer in answers {
        assert!(answer.is_signed, "{answer:?}");
        assert_eq!(answer.root().attribute("ВерсПрог"), Some("СИМУЛЯТОР, НЕ ФНС"));
        if answer.file_name.contains("_OTCH") {
            let found = formats::check_named(&answer.content, &answer.file_name);
            assert!(found.is_clean(), "{:?}", found.first_error());
        }
    }
}

testkit::on_both_engines! {
    catalogue();

    async fn a_good_return_is_received_accepted_and_entered(db: Database) {
        let w = World::new(db).await;
        w.sent(w.report("0087", 1, 0, Spoiled::No)).await;
        assert_eq!(kinds(&w.answers().await), [("01.02", "09", "IZ"), ("01.04", "06", "KV_OTCH")]);
        w.sent(w.confirmation("0087", 1)).await;
        let answers = w.answers().await;
        all_are_honest(&answers);
        assert_eq!(kinds(&answers)[2], ("01.07", "08", "IV_OTCH"));
        let receipt = answers[1].root();
        let receipt = receipt.at(&["Документ", "СвКвит"]).unwrap();
        assert_eq!([receipt.attribute("КНД"), receipt.attribute("ОтчетГод"), receipt.attribute("Период")],
            [Some("1152017"), Some("2026"), Some("34")]);
    }

    async fn the_code_of_the_inspection_refuses_and_asks_to_correct(db: Database) {
        let w = World::new(db).await;
        w.sent(w.report("0088", 1, 0, Spoiled::No)).await;
        w.sent(w.confirmation("0088", 1)).await;
        let answers = w.answers().await;
        assert_eq!(kinds(&answers), [("01.02", "09", "IZ"), ("01.04", "05", "UO_OTCH")]);
        assert_eq!(answers[1].codes(), ["СИМ0000088"]);
        w.sent(w.report("0085", 2, 0, Spoiled::No)).await;
        w.sent(w.confirmation("0085", 2)).await;
        let answers = w.answers().await;
        assert_eq!(kinds(&answers)[3..], [("01.04", "06", "KV_OTCH"), ("01.07", "07", "UU_OTCH")]);
        all_are_honest(&answers);
    }

    async fn a_correction_follows_the_first_and_is_taken_once(db: Database) {
        let w = World::new(db).await;
        for (number, correction, codes) in
            [(1, 1, &["СИМ0000002"][..]), (2, 0, &[]), (3, 0, &["СИМ0000001"]), (4, 1, &[]), (5, 3, &["СИМ0000002"])]
        {
            w.sent(w.report("0087", number, correction, Spoiled::No)).await;
            let answers = w.answers().await;
            let last = answers.last().unwrap();
            match codes {
                [] => assert_eq!(last.type_code, "06", "{number}"),
                codes => assert_eq!(last.codes(), codes, "{number}"),
            }
        }
    }

    async fn a_really_broken_report_is_really_refused(db: Database) {
        let w = World::new(db).await;
        for (number, spoiled, code) in [
            (1, Spoiled::Unsigned, "0100100004"),
            (2, Spoiled::WrongSignature, "0100100004"),
            (3, Spoiled::SealedToAnother, "0100300003"),
            (4, Spoiled::WithoutDescription, "0300300030"),
            (5, Spoiled::OtherFileName, "0400400007"),
            (6, Spoiled::ForeignSigner, "0100100004"),
        ] {
            w.sent(w.report("0087", number, 0, spoiled)).await;
            let answers = w.answers().await;
            let last = answers.last().unwrap();
            assert_eq!((last.type_code.as_str(), last.codes().contains(&code.to_owned())), ("05", true), "{spoiled:?}: {:?}", last.codes());
        }
        w.sent(w.report_of("0087", 7, ("NO_USN_0087", b"<x/>"), Spoiled::No)).await;
        let answers = w.answers().await;
        assert_eq!(answers.last().unwrap().codes(), ["0300300001"]);
        all_are_honest(&answers);
    }

    async fn the_same_container_again_is_the_same_answer(db: Database) {
        let w = World::new(db).await;
        let report = w.report("0087", 1, 0, Spoiled::No);
        let first = w.post(report.clone()).await;
        w.run_jobs().await;
        w.clock.advance(testkit::authority::DAY);
        assert_eq!(w.post(report).await, first);
        w.run_jobs().await;
        assert_eq!(w.answers().await.len(), 2);
        let (status, problem) = w.post(w.report("0088", 1, 0, Spoiled::No)).await;
        assert_eq!((status, problem["code"].as_str()), (409, Some("regulator.other-container")));
    }
}
