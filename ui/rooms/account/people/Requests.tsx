/** Who asks to be let in: an administrator lets them in with rights, or refuses with a reason. */
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { Button, moment, StatusBadge, TextAreaField, type Tone } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PagedTable, usePaged } from "../PagedTable";
import { PeoplePage } from "./PeoplePage";
import { peopleOf } from "./queries";
import { rightsBody, RightsFields, type Rights } from "./RightsFields";

type AccessRequest = Shapes["AccessRequestView"];
type Asked = { act: "approve" | "refuse"; request: AccessRequest };

/** Tones of the states of a request. */
export const REQUEST_TONES: Record<string, Tone> = { open: "mine", approved: "good", refused: "stop", withdrawn: "wait" };
/** Longest reason, in characters. */
const REASON_MAX = 500;

const nameOf = (request: AccessRequest) => request.name ?? request.login ?? request.user_id;

export function Requests() {
  return <PeoplePage>{(organization) => <List organization={organization} />}</PeoplePage>;
}

function List({ organization }: { organization: string }) {
  const [asked, setAsked] = useState<Asked | undefined>();
  const found = usePaged([...peopleOf(organization), "requests"], (query) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/access-requests", { params: { path: { organization_id: organization }, query } })));
  const close = () => setAsked(undefined);
  return (
    <>
      <PagedTable
        asked={found} shown={found.rows.toReversed()} name={say("client-people-tab-requests")} idOf={(one) => one.access_request_id} nameOf={nameOf}
        isStrong={(one) => one.state === "open"} empty={{ title: say("client-request-none"), text: say("client-request-none-text") }}
        columns={[
          {
            key: "document", name: say("client-people-who"), width: "wide",
            cell: (one) => <><span className="sv-called">{nameOf(one)}</span><div className="sv-dim">{one.login}</div>{one.comment && <q>{one.comment}</q>}</>,
          },
          {
            key: "state", name: say("client-column-state"),
            cell: (one) => <><StatusBadge tone={REQUEST_TONES[one.state] ?? "wait"}>{say(`client-request-is-${one.state}`)}</StatusBadge>{one.reason && <div className="sv-due">{one.reason}</div>}</>,
          },
          { key: "when", name: say("client-request-asked-at"), cell: (one) => moment(one.created_at) },
          {
            key: "acts", name: say("client-column-acts"),
            cell: (one) => one.state === "open" && (
              <div className="sv-acts">
                <Button view="action" size="m" onClick={() => setAsked({ act: "approve", request: one })}>{say("client-request-approve")}</Button>
                <Button view="outlined" size="m" onClick={() => setAsked({ act: "refuse", request: one })}>{say("client-request-refuse")}</Button>
              </div>
            ),
          },
        ]}
      />
      {asked?.act === "approve" && <ApproveDialog organization={organization} request={asked.request} onClose={close} />}
      {asked?.act === "refuse" && <RefuseDialog organization={organization} request={asked.request} onClose={close} />}
    </>
  );
}

interface DialogProps { organization: string; request: AccessRequest; onClose: () => void }

function ApproveDialog({ organization, request, onClose }: DialogProps) {
  const [rights, setRights] = useState<Rights>({ roles: ["reader"], permissions: [], departments: undefined });
  const path = { organization_id: organization, access_request_id: request.access_request_id };
  return (
    <AskDialog
      title={say("client-request-ask-approve", { who: nameOf(request) })} verb={say("client-request-approve")} done={say("client-request-done-approve")}
      stale={peopleOf(organization)} onClose={onClose}
      act={() => answered(api.POST("/api/v1/account/organizations/{organization_id}/access-requests/{access_request_id}/approve", {
        params: { path }, body: { roles: [...rights.roles], rights: rightsBody(rights) },
      }))}
    >
      <RightsFields organization={organization} rights={rights} onChange={setRights} />
    </AskDialog>
  );
}

function RefuseDialog({ organization, request, onClose }: DialogProps) {
  const [reason, setReason] = useState("");
  const path = { organization_id: organization, access_request_id: request.access_request_id };
  return (
    <AskDialog
      title={say("client-request-ask-refuse", { who: nameOf(request) })} verb={say("client-request-refuse")} done={say("client-request-done-refuse")}
      stale={peopleOf(organization)} isBarred={reason.trim() === ""} isDanger width="s" fields={["reason"]} onClose={onClose}
      act={() => answered(api.POST("/api/v1/account/organizations/{organization_id}/access-requests/{access_request_id}/refuse", {
        params: { path }, body: { reason },
      }))}
    >
      {(wrong) => <TextAreaField label={say("client-request-reason")} hint={say("client-request-reason-hint")} value={reason} onUpdate={setReason} maxLength={REASON_MAX} error={wrong("reason")} autoFocus required />}
    </AskDialog>
  );
}
