//! Containers of Rosstat: written alike, read back, valid by the schema, refused when they contradict themselves.

use crate::support::{carried, id, shared, tool};
use kernel::Refusal as _;
use std::path::Path;
use transport::archive;
use transport::{Carried, ContainerFault, ContainerId, DocflowId, Subject, rosstat};

fn report() -> rosstat::Container {
    rosstat::Container {
        docflow: id::<DocflowId>(0xD1),
        id: id::<ContainerId>(0xC1),
        flow: "4".to_owned(),
        transaction: "1".to_owned(),
        sender: Subject::of_statistics("0SV-7701000019-770101001").unwrap(),
        sender_name: Some("ООО «Ромашка»".to_owned()),
        sender_system: Some(Subject::of_statistics("0SV").unwrap()),
        receiver: Subject::of_statistics("00-87").unwrap(),
        receiver_system: None,
        documents: vec![carried(21, "отчет"), Carried { content: None, ..carried(22, "приложение") }],
    }
}

#[test]
fn every_transaction_of_every_flow_goes_round() {
    let mut count = 0;
    for flow in rosstat::flows() {
        for transaction in &flow.transactions {
            let documents = flow.documents.iter().zip(1..).map(|(kind, number)| carried(number, &kind.code)).collect();
            let (flow, transaction) = (flow.code.clone(), transaction.code.clone());
            let container = rosstat::Container { flow, transaction, documents, ..report() };
            let archive = container.write().unwrap();
            assert_eq!(rosstat::Container::read(&archive).unwrap(), container);
            assert_eq!(rosstat::Container::read_named(&container.name(), &archive).unwrap(), container);
            count += 1;
        }
    }
    assert_eq!(count, 12);
    assert!(rosstat::flow("6").is_none());
    assert_eq!(report().name(), "STAT_0SV-7701000019-770101001_00-87_000000000000000000000000000000c1_4_1.zip");
}

#[test]
fn xmllint_takes_the_descriptor() {
    let Some(shared) = shared("rosstat::xmllint_takes_the_descriptor") else { return };
    let schema = shared.join("transport/packageDescription_STAT_1.0.xsd");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("packageDescription.xml");
    std::fs::write(&path, &archive::read(&report().write().unwrap()).unwrap()[0].content).unwrap();
    tool("xmllint", "libxml2-utils", &[Path::new("--noout"), Path::new("--schema"), &schema, &path]);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let archive = report().write().unwrap();
    let other = rosstat::Container { transaction: "3".to_owned(), ..report() }.name();
    assert_eq!(rosstat::Container::read_named(&other, &archive).unwrap_err(), ContainerFault::OtherName.into());
    let refused = |change: &dyn Fn(&mut rosstat::Container)| {
        let mut container = report();
        change(&mut container);
        container.write().unwrap_err().code()
    };
    assert_eq!(refused(&|c| c.flow = "6".to_owned()), "transport.container.flow");
    assert_eq!(refused(&|c| c.transaction = "5".to_owned()), "transport.container.flow");
    assert_eq!(refused(&|c| c.documents[0].type_code = "01".to_owned()), "transport.container.document-type");
    assert_eq!(refused(&|c| c.documents.clear()), "transport.container.documents");
    // the tax service has another format
    let fns = crate::support::report().write().unwrap();
    assert_eq!(rosstat::Container::read(&fns).unwrap_err().code(), "transport.descriptor.schema");
}
