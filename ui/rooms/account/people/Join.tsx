/** A person asks an organization to let them in, and sees what became of it. Works for who belongs to none yet. */
import { useState } from "react";
import { answered, api, newKey, type Shapes } from "../../../api/client";
import { Button, InnField, isInn, isKpp, KppField, moment, Page, StatusBadge, TextAreaField, Checkbox } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PagedTable, usePaged } from "../PagedTable";
import { REQUEST_TONES } from "./Requests";

type Own = Shapes["OwnAccessRequestView"];

/** Key of the person's own requests. */
const MINE = ["access-requests"] as const;
/** Longest comment, in characters. */
const COMMENT_MAX = 500;
/** Digits of a company's ИНН; a person's is longer and has no КПП beside it. */
const COMPANY_INN = 10;

export function Join() {
  const [isAsking, setAsking] = useState(false);
  const [withdrawn, setWithdrawn] = useState<Own | undefined>();
  const asked = usePaged(MINE, (query) => answered(api.GET("/api/v1/account/access-requests", { params: { query } })));
  const ask = <Button view="action" size="l" onClick={() => setAsking(true)}>{say("client-join-ask")}</Button>;
  return (
    <Page title={say("client-join")} actions={asked.rows.length > 0 && ask}>
      <PagedTable
        asked={asked} shown={asked.rows.toReversed()} name={say("client-join")} idOf={(one) => one.access_request_id} nameOf={(one) => one.inn}
        empty={{ title: say("client-join-none"), text: say("client-join-about"), actions: ask }}
        columns={[
          {
            key: "document", name: say("client-column-organization"), width: "wide",
            cell: (one) => <><span className="sv-called">{say("client-inn", { inn: one.inn })}{one.kpp && ` · ${say("client-kpp", { kpp: one.kpp })}`}</span>{one.comment && <div className="sv-dim">{one.comment}</div>}</>,
          },
          {
            key: "state", name: say("client-column-state"),
            cell: (one) => <><StatusBadge tone={REQUEST_TONES[one.state] ?? "wait"}>{say(`client-request-is-${one.state}`)}</StatusBadge>{one.reason && <div className="sv-due">{one.reason}</div>}</>,
          },
          { key: "when", name: say("client-request-asked-at"), cell: (one) => moment(one.created_at) },
          { key: "acts", name: say("client-column-acts"), cell: (one) => one.state === "open" && <Button view="flat" size="m" onClick={() => setWithdrawn(one)}>{say("client-people-withdraw")}</Button> },
        ]}
      />
      {isAsking && <AskAccess onClose={() => setAsking(false)} />}
      {withdrawn && (
        <AskDialog
          title={say("client-join-ask-withdraw")} verb={say("client-people-withdraw")} done={say("client-join-done-withdraw")} stale={MINE} isDanger width="s"
          onClose={() => setWithdrawn(undefined)}
          act={() => answered(api.DELETE("/api/v1/account/access-requests/{access_request_id}", { params: { path: { access_request_id: withdrawn.access_request_id } } }))}
        >
          <p>{say("client-join-about-withdraw")}</p>
        </AskDialog>
      )}
    </Page>
  );
}

function AskAccess({ onClose }: { onClose: () => void }) {
  const [inn, setInn] = useState("");
  const [kpp, setKpp] = useState("");
  const [comment, setComment] = useState("");
  const [isTest, setTest] = useState(false);
  const [key] = useState(newKey);
  const isCompany = inn.length === COMPANY_INN;
  return (
    <AskDialog
      title={say("client-join-ask")} verb={say("client-join-send")} done={say("client-join-done")} stale={MINE} width="s" onClose={onClose}
      isBarred={!isInn(inn) || (isCompany && !isKpp(kpp))} fields={["inn", "kpp", "comment"]}
      act={() => answered(api.POST("/api/v1/account/access-requests", {
        params: { header: { "Idempotency-Key": key } }, body: { inn, ...(isCompany ? { kpp } : {}), comment, is_test: isTest },
      }))}
    >
      {(wrong) => (
        <>
          <p>{say("client-join-about")}</p>
          <InnField label={say("client-field-inn")} value={inn} onUpdate={setInn} error={wrong("inn")} autoFocus required />
          {isCompany && <KppField label={say("client-field-kpp")} value={kpp} onUpdate={setKpp} error={wrong("kpp")} required />}
          <TextAreaField label={say("client-join-comment")} hint={say("client-join-comment-hint")} value={comment} onUpdate={setComment} maxLength={COMMENT_MAX} error={wrong("comment")} />
          <Checkbox size="l" checked={isTest} onUpdate={setTest}>{say("client-join-test")}</Checkbox>
        </>
      )}
    </AskDialog>
  );
}
