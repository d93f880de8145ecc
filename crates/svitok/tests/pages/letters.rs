//! Registration, confirmation and reset in a browser without scripts.

use crate::assert_is_page;
use crate::browser::{Browser, Seen};
use crate::town::{NOW, Town};
use std::time::Duration;
use store::{Fetch as _, Sql, binds};
use svitok::config::RegistrationWord;

const LOGIN: &str = "anna@romashka.example";
const PASSWORD: &str = "ромашка и василёк";
const LETTERS: Sql =
    Sql::global("test.letters", "SELECT address, body FROM post_letter ORDER BY created_at, letter_id");

const SMS: Sql = Sql::global("test.page_sms", "SELECT text FROM post_sms ORDER BY created_at, sms_id");

/// The six digits of an SMS, by its number from 0.
async fn digits(town: &Town, number: usize) -> String {
    for _ in 0..200 {
        let mut reader = town.app.store.reader().await.unwrap();
        let rows = reader.fetch_all(&SMS, binds![]).await.unwrap();
        drop(reader);
        let text = rows.get(number).map(|row| row.text(0).unwrap()).unwrap_or_default();
        if let Some(word) = text.split(|c: char| !c.is_ascii_digit()).find(|word| word.len() == 6) {
            return word.to_owned();
        }
        town.rest().await;
    }
    panic!("no SMS")
}

/// The place of the link in the newest letter to the address; the program writes letters a moment after it answered.
async fn link_for(town: &Town, address: &str, page: &str) -> String {
    for _ in 0..200 {
        let mut reader = town.app.store.reader().await.unwrap();
        let rows = reader.fetch_all(&LETTERS, binds![]).await.unwrap();
        drop(reader);
        let bodies = rows.iter().rev().filter(|row| row.text(0).unwrap() == address).map(|row| row.text(1).unwrap());
        if let Some(code) = bodies.into_iter().find_map(|body| {
            let (_, rest) = body.split_once(&format!("/{page}?code="))?;
            rest.split_whitespace().next().map(str::to_owned)
        }) {
            return format!("/{page}?code={code}");
        }
        town.rest().await;
    }
    panic!("no letter with a link to {page} for {address}")
}

async fn sent(browser: &Browser, at: &str, fields: &[(&str, &str)]) -> Seen {
    let token = browser.get(at).await.form_token();
    let place = at.split('?').next().unwrap();
    let mut all = vec![("form_token", token.as_str())];
    all.extend_from_slice(fields);
    browser.post(place, &all).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_newcomer_registers_and_is_in() {
    let town = Town::open(NOW).await;
    let browser = Browser::new(&town);
    let form = browser.get("/register?back=/legal.md").await;
    assert_is_page(&form);
    let fields = |name: &'static str, password: &'static str| {
        [("login", LOGIN), ("name", name), ("password", password), ("back", "/legal.md")]
    };
    let refused = sent(&browser, "/register", &fields("Анна <b>Ромашкина</b>", "мал")).await;
    assert_is_page(&refused);
    assert_eq!(refused.status, 422);
    let text = refused.main();
    assert!(text.contains("role=\"alert\">В пароле должно быть от 10 до 256 знаков"), "{text}");
    assert!(text.contains(&format!("value=\"{LOGIN}\"")), "what was typed is kept: {text}");
    assert!(text.contains("Анна &lt;b&gt;Ромашкина&lt;/b&gt;") && !text.contains("value=\"мал\""), "{text}");
    assert!(text.contains("value=\"/legal.md\""), "and where to go");
    let unnamed = sent(&browser, "/register", &fields("  ", PASSWORD)).await;
    assert!(
        unnamed.main().contains("aria-invalid=\"true\" aria-describedby=\"refusal name-rule\""),
        "{}",
        unnamed.main()
    );
    let twice = [
        sent(&browser, "/register", &fields("Анна", PASSWORD)).await,
        sent(&Browser::new(&town), "/register", &fields("Анна", PASSWORD)).await,
    ];
    for answer in &twice {
        assert_eq!((answer.status, answer.header("location")), (303, "/legal.md"), "two presses are one act");
    }
    assert!(browser.cookie("svitok").is_some());
    let other = sent(&Browser::new(&town), "/register", &fields("Анна", "другой пароль")).await;
    assert_eq!(other.status, 409);
    assert!(other.main().contains("Этот логин уже занят."), "{}", other.main());
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_phone_is_proven_in_the_form_and_two_presses_are_one_act() {
    let town = Town::open(NOW).await;
    let browser = Browser::new(&town);
    let typed = [("login", LOGIN), ("name", "Анна"), ("phone", "8 922 000-00-05")];
    let asked = sent(&browser, "/register", &[&typed[..], &[("act", "send")]].concat()).await;
    let text = asked.main();
    assert!(text.contains("name=\"code\"") && text.contains(&format!("value=\"{LOGIN}\"")), "{text}");
    let code_id = text.split("name=\"code_id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let code = digits(&town, 0).await;
    let rest = |code| [("sent_to", typed[2].1), ("code_id", code_id), ("code", code), ("password", PASSWORD)];
    let wrong = sent(&browser, "/register", &[&typed[..], &rest("нет")].concat()).await;
    assert!(wrong.main().contains("role=\"alert\"") && wrong.main().contains(code_id), "{}", wrong.main());
    for _ in 0..2 {
        let answer = sent(&Browser::new(&town), "/register", &[&typed[..], &rest(&code)].concat()).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/"), "{}", answer.main());
    }
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn where_addresses_are_proven_a_letter_leads_in() {
    let town = Town::open_as(NOW, |place| place.registration = RegistrationWord::Confirmed).await;
    let browser = Browser::new(&town);
    let fields = [("login", LOGIN), ("name", "Анна"), ("password", PASSWORD), ("back", "/")];
    let asked = sent(&browser, "/register", &fields).await;
    assert_is_page(&asked);
    assert!(asked.main().contains("Проверьте почту"), "{}", asked.main());
    let link = link_for(&town, LOGIN, "confirm").await;
    for _ in 0..2 {
        let shown = browser.get(&link).await;
        assert_is_page(&shown);
        assert!(shown.main().contains("Нажмите «Подтвердить»"), "looking changes nothing");
    }
    let code = link.split_once('=').unwrap().1.to_owned();
    for _ in 0..2 {
        let done = sent(&browser, &link, &[("code", &code)]).await;
        assert_is_page(&done);
        assert!(done.main().contains("учётная запись создана"), "{}", done.main());
    }
    assert_eq!(browser.sign_in(LOGIN, PASSWORD, "/").await.status, 303);
    let again = sent(&Browser::new(&town), "/register", &fields).await;
    assert_eq!(again.main(), asked.main(), "a login that exists is not told");
    town.clock.advance(Duration::from_secs(24 * 60 * 60));
    let late = Browser::new(&town).get(&link).await;
    assert_is_page(&late);
    assert_eq!(late.status, 410);
    assert_eq!(Browser::new(&town).get("/confirm?code=%3Cscript%3E").await.main(), late.main());
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_press_after_the_letter_is_the_same_person() {
    let town = Town::open_as(NOW, |place| place.registration = RegistrationWord::Confirmed).await;
    let browser = Browser::new(&town);
    let typed = [("login", LOGIN), ("name", "Анна"), ("phone", "8 922 000-00-05")];
    let text = sent(&browser, "/register", &[&typed[..], &[("act", "send")]].concat()).await.main();
    let code_id = text.split("name=\"code_id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let code = digits(&town, 0).await;
    let whole = [&typed[..], &[("sent_to", typed[2].1), ("code_id", code_id), ("code", &code), ("password", PASSWORD)]]
        .concat();
    for _ in 0..2 {
        let pressed = sent(&Browser::new(&town), "/register", &whole).await;
        assert!(pressed.main().contains("Проверьте почту"), "{}", pressed.main());
    }
    let link = link_for(&town, LOGIN, "confirm").await;
    let done = sent(&browser, &link, &[("code", link.split_once('=').unwrap().1)]).await;
    assert!(done.main().contains("учётная запись создана"), "{}", done.main());
    let pressed = sent(&Browser::new(&town), "/register", &whole).await;
    assert!(pressed.main().contains("Проверьте почту"), "{}", pressed.main());
    // The code is over by then: whoever knows the password is in, anybody else learns nothing.
    town.clock.advance(Duration::from_secs(11 * 60));
    let late = sent(&Browser::new(&town), "/register", &whole).await;
    assert_eq!((late.status, late.header("location")), (303, "/"), "{}", late.main());
    let mut other = whole;
    other[6].1 = "другой пароль";
    assert_eq!(sent(&Browser::new(&town), "/register", &other).await.status, 410);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_number_of_another_account_is_taken_over_only_when_that_is_said() {
    let town = Town::open(NOW).await;
    let register = async |number: usize, login: &'static str, take_over: &'static [(&'static str, &'static str)]| {
        let browser = Browser::new(&town);
        let typed = [("login", login), ("name", "Анна"), ("phone", "8 922 000-00-05")];
        let text = sent(&browser, "/register", &[&typed[..], &[("act", "send")]].concat()).await.main();
        let code_id = text.split("name=\"code_id\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let code = digits(&town, number).await;
        let rest = [("sent_to", typed[2].1), ("code_id", code_id), ("code", &code), ("password", PASSWORD)];
        town.clock.advance(Duration::from_secs(1));
        sent(&browser, "/register", &[&typed[..], &rest, take_over].concat()).await
    };
    assert_eq!(register(0, LOGIN, &[]).await.status, 303);
    let asked = register(1, "second@town.example", &[]).await;
    assert_eq!(asked.status, 409);
    let main = asked.main();
    assert!(main.contains("name=\"take_over\"") && main.contains("другой учётной записи"), "{main}");
    assert!(!main.contains(LOGIN), "whose it is, is not told: {main}");
    assert_eq!(register(2, "second@town.example", &[("take_over", "yes")]).await.status, 303);
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_closed_host_says_so() {
    let town = Town::open_as(NOW, |place| place.registration = RegistrationWord::Closed).await;
    let browser = Browser::new(&town);
    let form = browser.get("/register").await;
    assert_is_page(&form);
    assert!(form.main().contains("Регистрация закрыта."), "{}", form.main());
    town.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_forgotten_password_is_set_anew() {
    let town = Town::open(NOW).await;
    let browser = Browser::new(&town);
    let fields = [("login", LOGIN), ("name", "Анна"), ("password", PASSWORD), ("back", "/")];
    assert_eq!(sent(&browser, "/register", &fields).await.status, 303);
    let stranger = Browser::new(&town);
    let bad = sent(&stranger, "/reset", &[("login", "не адрес")]).await;
    assert_eq!(bad.status, 422);
    assert!(bad.main().contains("value=\"не адрес\""), "{}", bad.main());
    let unknown = sent(&stranger, "/reset", &[("login", "nobody@town.example")]).await;
    let known = sent(&stranger, "/reset", &[("login", LOGIN)]).await;
    assert_is_page(&known);
    assert_eq!((known.status, known.main()), (unknown.status, unknown.main()), "who exists is not told");
    let link = link_for(&town, LOGIN, "reset").await;
    let code = link.split_once('=').unwrap().1.to_owned();
    let short = sent(&stranger, &link, &[("code", &code), ("login", LOGIN), ("password", "мал")]).await;
    assert_eq!(short.status, 422);
    assert!(short.main().contains("В пароле должно быть"), "{}", short.main());
    let done = sent(&stranger, &link, &[("code", &code), ("login", LOGIN), ("password", "василёк и ромашка")]).await;
    assert_is_page(&done);
    assert!(done.main().contains("Пароль изменён"), "{}", done.main());
    assert!(browser.get("/").await.text().contains("href=\"/sign-in\""), "the sign-in of before has ended");
    assert_eq!(stranger.get(&link).await.status, 410);
    assert_eq!(browser.sign_in(LOGIN, "василёк и ромашка", "/").await.status, 303);
    town.close().await;
}
