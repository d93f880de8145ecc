/** One document: what it is, where it stands and whose turn it is, what it says, its life, files and signatures. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { Refused } from "../../api/refusal";
import { useSession } from "../../api/session";
import { Button, ErrorState, Menu, moment, Notice, Page, Skeleton, useKeys } from "../../parts";
import { say } from "../../words";
import { Nothing } from "../../shell/Nothing";
import { GiveTaskDialog } from "../account/tasks/GiveTaskDialog";
import { ActDialog } from "./ActDialog";
import { possible, type ActKind } from "./acts";
import { DocumentFiles } from "./DocumentFiles";
import { DocumentState } from "./DocumentState";
import { namesOf } from "./names";
import { hasForm, PdfButton, printPath } from "./PdfButton";
import { documentOf, type DocumentFacts } from "./queries";
import { useReadOnOpening, useToldMarks } from "./readings";
import { Timeline } from "./Timeline";
import { TitleFields } from "./title/TitleFields";
import { headingOf, saidBy, totalOf } from "./words";

export function Document() {
  const { boxId, documentId } = useParams({ from: "/documents/$boxId/$documentId" });
  const asked = useQuery(documentOf(boxId, documentId));
  if (asked.isPending) return <Skeleton rows={10} />;
  if (!asked.data) {
    if (asked.error instanceof Refused && asked.error.isAbsent) return <Nothing />;
    return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  }
  return <Shown boxId={boxId} document={asked.data} />;
}

function Shown({ boxId, document }: { boxId: string; document: DocumentFacts }) {
  const { own } = useSession();
  const names = namesOf(document, own.organization.name);
  const isOutgoing = document.side === "sender";
  useReadOnOpening(boxId, document);
  return (
    <Page
      title={headingOf(document)}
      back={<Link to={isOutgoing ? "/outgoing" : "/incoming"}>← {say(isOutgoing ? "client-place-outgoing" : "client-place-incoming")}</Link>}
      about={
        <>
          <div>{say(`client-function-${document.kind}`)} · {say(isOutgoing ? "client-to-whom" : "client-from-whom")}{" "}
            <strong>{document.counteragent?.name ?? say("client-party-gone")}</strong>{" "}
            {document.counteragent && <span className="sv-dim">{say("client-inn", { inn: document.counteragent.inn })}</span>}
          </div>
          {totalOf(document) && <div className="sv-total">{totalOf(document)}</div>}
        </>
      }
      actions={<Acts boxId={boxId} document={document} />}
    >
      {document.is_test && <Notice tone="play">{say("client-test-document")}</Notice>}
      {document.comment && <Notice tone="wait"><q>{document.comment}</q></Notice>}
      <div className="sv-columns">
        <div className="sv-column">
          <DocumentState document={document} names={names} />
          <Law document={document} />
          <Timeline document={document} names={names} />
        </div>
        <div className="sv-column sv-column_wide">
          <TitleFields boxId={boxId} document={document} />
          <DocumentFiles boxId={boxId} document={document} names={names} />
        </div>
      </div>
    </Page>
  );
}

/** Buttons of what may be done: the first is the main one, what is rare is in the menu. */
function Acts({ boxId, document }: { boxId: string; document: DocumentFacts }) {
  const [act, setAct] = useState<ActKind | undefined>();
  const [isGiving, setGiving] = useState(false);
  const { mark } = useToldMarks(boxId);
  const acts = possible(document);
  const unread = document.side === "recipient"
    ? [{ text: say("client-do-unread"), act: () => mark({ documentIds: [document.document_id], isUnread: true }) }]
    : [];
  const isMain = (one: ActKind) => one !== "amend" && one !== "revoke" && !(one === "receipt" && acts.includes("sign"));
  const main = acts.filter(isMain);
  const rest = acts.filter((one) => !isMain(one));
  const first = main[0];
  useKeys({ "Ctrl+Enter": () => { if (first && act === undefined) setAct(first); } });
  return (
    <>
      {main.map((one, index) => (
        <Button key={one} view={index === 0 ? "action" : "outlined"} size="l" onClick={() => setAct(one)}>{say(`client-do-${one}`)}</Button>
      ))}
      {hasForm(document.kind) && <PdfButton path={printPath(boxId, document.document_id)} name={headingOf(document).replaceAll("/", "-")} />}
      <Menu
        name={say("client-more-acts")}
        view="outlined"
        groups={[
          rest.map((one) => ({ text: say(`client-do-${one}`), act: () => setAct(one), isDanger: one === "revoke" })),
          [...unread, { text: say("client-task-give"), act: () => setGiving(true) }, { text: say("client-print"), act: () => print() }],
        ].filter((group) => group.length > 0)}
      >
        {say("client-more-acts")}
      </Menu>
      {act && <ActDialog boxId={boxId} rows={[document]} act={act} onClose={() => setAct(undefined)} />}
      {isGiving && <GiveTaskDialog document={{ boxId, documentId: document.document_id, heading: headingOf(document) }} onClose={() => setGiving(false)} />}
    </>
  );
}

function Law({ document }: { document: DocumentFacts }) {
  const { legal } = document;
  return (
    <section className="sv-card" aria-labelledby="law">
      <h2 id="law">{say("client-law")}</h2>
      {!legal && <p>{say("client-law-unknown")}</p>}
      {legal && (
        <>
          <dl className="sv-facts">
            <div>
              <dt>{say("client-law-asks")}</dt>
              <dd>
                {say(`client-asks-${legal.required}`)}
                {legal.by_agreement && `, ${say("client-law-agreement")}`}
                {legal.operator_needed && `; ${say("client-law-operator")}`}
              </dd>
            </div>
            <div>
              <dt>{say("client-law-has")}</dt>
              <dd>
                {say(`client-has-${legal.has}`)}{" "}
                <span className={legal.suffices ? "sv-badge sv-badge_good" : "sv-badge sv-badge_stop"}>
                  {say(legal.suffices ? "client-law-suffices" : "client-law-short")}
                </span>
              </dd>
            </div>
          </dl>
          <p className="sv-dim">{legal.norm.act}, {legal.norm.address}</p>
        </>
      )}
    </section>
  );
}

/** What was asked beside the duties, with the words of who asked. */
export function Asked({ document, who }: { document: DocumentFacts; who: (author: string) => string }) {
  const { amendment, revocation } = document.state;
  const words = (id: string | null | undefined) => saidBy(document.entities.find((entity) => entity.id === id));
  return (
    <>
      {amendment.state === "requested" && (
        <p>{say("client-amendment", { at: moment(amendment.at ?? "") })} <q>{words(amendment.entity_id)}</q></p>
      )}
      {revocation.state === "requested" && (
        <p>{say("client-revocation", { who: who(revocation.by ?? ""), at: moment(revocation.at ?? "") })} <q>{words(revocation.entity_id)}</q></p>
      )}
      {revocation.state === "rejected" && <p>{say("client-revocation-refused", { at: moment(revocation.at ?? "") })}</p>}
    </>
  );
}
