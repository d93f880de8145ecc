//! Organizations and boxes: the caller's own, and the cards of others.

use account::{BoxCard, Permission, read};
use exchange::ops::list_counteragents;
use kernel::{BoxId, Inn, Kpp, OrganizationId, PageRequest};
use store::No;

use crate::answer::Answer;
use crate::call::Call;
use crate::ids;
use crate::proto::api::proto;
use crate::refusal::{Refused, WireRefusal};
use crate::surface::{Methods, Surface};
use crate::views::{counteragent, organization as view};

/// ИНН in one request: the vendor's limit.
const INNS_MAX: usize = 500;

pub fn on(methods: Methods) -> Methods {
    methods
        .on("/GetMyOrganizations", |surface, call| Box::pin(my_organizations(surface, call)))
        .on("/GetOrganization", |surface, call| Box::pin(organization(surface, call)))
        .on("/GetOrganizationsByInnKpp", |surface, call| Box::pin(by_inn_kpp(surface, call)))
        .on("/V2/GetOrganizationsByInnList", |surface, call| Box::pin(by_inn_list(surface, call)))
        .on("/GetBox", |surface, call| Box::pin(get_box(surface, call)))
}

async fn my_organizations(surface: Surface, call: Call) -> Result<Answer, Refused> {
    call.query.flag("autoRegister")?;
    let mut reader = surface.app.store.reader().await?;
    // All of them: the room lets a person be a member of a thousand.
    let mut page = PageRequest::default();
    let mut organizations = Vec::new();
    loop {
        let mine = read::list_my_organizations(&mut reader, &call.cx, &page).await?;
        for id in mine.items {
            match account::authorize(&mut reader, &call.cx, id, Permission::Read).await {
                Ok(scope) => {
                    let own = read::organization(&mut reader, &scope).await?;
                    let boxes = read::boxes(&mut reader, &scope).await?;
                    let departments = read::departments(&mut reader, &scope).await?;
                    organizations.push(view::own(&own, &boxes, &departments));
                }
                // A member who may do nothing yet sees no organization here.
                Err(No::Refused(_)) => {}
                Err(no) => return Err(no.into()),
            }
        }
        let Some(next) = mine.next else { break };
        page = PageRequest::new(page.limit(), Some(next)).map_err(|_| WireRefusal::Query)?;
    }
    Ok(call.answer(&proto::OrganizationList { organizations }))
}

/// By one of its identifiers, or by ИНН and КПП. All that is given must be readable, whichever is looked up by.
async fn organization(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let (box_id, org_id) = (call.query.id::<BoxId>("boxId")?, call.query.id::<OrganizationId>("orgId")?);
    let (inn, kpp) = requisites(&call)?;
    let cards = if let Some(box_id) = box_id {
        card_of(&surface, box_id).await?.into_iter().collect()
    } else if let Some(id) = org_id {
        let mut reader = surface.app.store.reader().await?;
        read::list_cards_of(&mut reader, id).await?
    } else if let Some(participant) = call.query.text("fnsParticipantId") {
        let mut reader = surface.app.store.reader().await?;
        match account::ParticipantId::parse(participant) {
            Ok(id) => account::find_participant(&mut reader, &id).await?.into_iter().collect(),
            Err(_) => Vec::new(),
        }
    } else if let Some(inn) = inn {
        looked_up(&surface, &inn, kpp.as_ref()).await?
    } else {
        return Err(WireRefusal::ParameterMissing { name: "orgId" }.into());
    };
    let found = view::grouped(&cards).into_iter().next();
    Ok(call.answer(&found.ok_or(WireRefusal::NotFound { what: "organization" })?))
}

async fn by_inn_kpp(surface: Surface, call: Call) -> Result<Answer, Refused> {
    call.query.flag("includeRelations")?;
    let (inn, kpp) = requisites(&call)?;
    let inn = inn.ok_or(WireRefusal::ParameterMissing { name: "inn" })?;
    let cards = looked_up(&surface, &inn, kpp.as_ref()).await?;
    Ok(call.answer(&proto::OrganizationList { organizations: view::grouped(&cards) }))
}

fn requisites(call: &Call) -> Result<(Option<Inn>, Option<Kpp>), WireRefusal> {
    let inn = call.query.text("inn").map(Inn::parse).transpose();
    let inn =
        inn.map_err(|_| WireRefusal::ParameterForm { name: "inn", accepted: "ИНН with right check digits" })?;
    let kpp = call.query.text("kpp").map(Kpp::parse).transpose();
    let kpp = kpp.map_err(|_| WireRefusal::ParameterForm { name: "kpp", accepted: "КПП of nine digits" })?;
    Ok((inn, kpp))
}

async fn looked_up(surface: &Surface, inn: &Inn, kpp: Option<&Kpp>) -> Result<Vec<BoxCard>, Refused> {
    let mut reader = surface.app.store.reader().await?;
    Ok(account::look_up(&mut reader, inn, kpp).await?)
}

/// Organizations of many ИНН, with what each is to the caller's box where one is named.
async fn by_inn_list(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let request: proto::GetOrganizationsByInnListRequest = call.message()?;
    if request.inn_list.len() > INNS_MAX {
        return Err(WireRefusal::Field { field: "InnList".to_owned(), accepted: "up to 500 ИНН" }.into());
    }
    let read = |(index, text): (usize, &String)| {
        let accepted = "ИНН with right check digits";
        Inn::parse(text).map_err(|_| WireRefusal::Field { field: format!("InnList[{index}]"), accepted })
    };
    let inns = request.inn_list.iter().enumerate().map(read).collect::<Result<Vec<_>, _>>()?;
    let mut reader = surface.app.store.reader().await?;
    let cards = account::look_up_all(&mut reader, &inns).await?;
    drop(reader);
    let links = match call.query.id::<BoxId>("myBoxId")? {
        None => None,
        Some(mine) => {
            let boxes: Vec<BoxId> = cards.iter().map(|card| card.box_id).collect();
            Some(list_counteragents::among(&surface.exchange, &call.cx, mine, &boxes).await?)
        }
    };
    let with_status = |organization: proto::Organization| {
        let Some(links) = &links else {
            return proto::OrganizationWithCounteragentStatus {
                organization,
                ..proto::OrganizationWithCounteragentStatus::default()
            };
        };
        let boxes = organization.boxes.iter().filter_map(|each| ids::parse::<BoxId>(&each.box_id));
        let link = boxes.filter_map(|id| links.get(&id)).next();
        counteragent::with_status(organization, link)
    };
    let organizations = view::grouped(&cards).into_iter().map(with_status).collect();
    Ok(call.answer(&proto::GetOrganizationsByInnListResponse { organizations }))
}

async fn get_box(surface: Surface, call: Call) -> Result<Answer, Refused> {
    let card = card_of(&surface, call.query.need_id("boxId")?).await?;
    let card = card.ok_or(WireRefusal::NotFound { what: "box" })?;
    let organization = view::foreign(&card);
    let mut found = view::org_box(crate::ids::shown(card.box_id), &card.name);
    found.organization = Some(proto::Organization { boxes: Vec::new(), ..organization });
    Ok(call.answer(&found))
}

async fn card_of(surface: &Surface, box_id: BoxId) -> Result<Option<BoxCard>, Refused> {
    let mut reader = surface.app.store.reader().await?;
    Ok(account::find_card(&mut reader, box_id).await?)
}
