//! The caller.

use account::{Permission, read};

use crate::answer::Answer;
use crate::call::Call;
use crate::refusal::Refused;
use crate::surface::{Methods, Surface};
use crate::views::person as view;

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/V2/GetMyUser", |surface, call| Box::pin(my_user(surface, call)))
        .on("/GetMyEmployee", |surface, call| Box::pin(my_employee(surface, call)))
}

async fn my_user(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let mut reader = surface.app.store.reader().await?;
    let user = read::me(&mut reader, &call.cx).await?;
    Ok(call.answer(&view::user(&user)))
}

async fn my_employee(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let box_id = call.query.need_id("boxId")?;
    let mut reader = surface.app.store.reader().await?;
    let (scope, _) = account::authorize_box(&mut reader, &call.cx, box_id, Permission::Read).await?;
    let user = read::me(&mut reader, &call.cx).await?;
    let org_box = read::org_box(&mut reader, &scope, box_id).await?;
    Ok(call.answer(&view::employee(&user, &scope, &org_box)))
}
