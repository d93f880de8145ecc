/** Who stands in for whom, until when, and what was done under it. */
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { useSession } from "../../../api/session";
import { Button, day, moment, moscowDay, SideSheet, StatusBadge, type Column, type Tone } from "../../../parts";
import { find, say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PagedTable, usePaged } from "../PagedTable";
import { DelegateDialog } from "./DelegateDialog";
import { PeoplePage } from "./PeoplePage";
import { peopleOf, useNames } from "./queries";
import { RightBadges } from "./RightsFields";


type Delegation = Shapes["DelegationView"];
type Asked = { act: "end" | "acts"; delegation: Delegation };

/** Where a delegation stands at a moment. */
function standing(one: Delegation, now: Date): { name: string; tone: Tone } {
  if (one.revoked_at) return { name: "ended", tone: "stop" };
  if (new Date(one.ends_at) <= now) return { name: "over", tone: "wait" };
  return new Date(one.starts_at) > now ? { name: "later", tone: "mine" } : { name: "now", tone: "good" };
}

export function Delegations() {
  const [isMaking, setMaking] = useState(false);
  return (
    <PeoplePage actions={<Button view="action" size="l" onClick={() => setMaking(true)}>{say("client-delegation-make")}</Button>}>
      {(organization) => (
        <>
          <List organization={organization} />
          {isMaking && <DelegateDialog organization={organization} onClose={() => setMaking(false)} />}
        </>
      )}
    </PeoplePage>
  );
}

function List({ organization }: { organization: string }) {
  const { user } = useSession();
  const nameOf = useNames(organization);
  const [asked, setAsked] = useState<Asked | undefined>();
  const path = { organization_id: organization };
  const found = usePaged([...peopleOf(organization), "delegations"], (query) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/delegations", { params: { path, query } })));
  const now = new Date();
  const who = (id: string) => (id === user.user_id ? say("client-people-you") : nameOf(id));
  const columns: Column<Delegation>[] = [
    {
      key: "document", name: say("client-delegation-who"), width: "wide",
      cell: (one) => <><span className="sv-called">{who(one.from_user_id)} → {who(one.to_user_id)}</span>{one.reason && <div className="sv-dim">{one.reason}</div>}</>,
    },
    { key: "counteragent", name: say("client-people-may"), cell: (one) => <div className="sv-acts"><RightBadges names={one.permissions} /></div> },
    { key: "when", name: say("client-delegation-when"), cell: (one) => `${day(moscowDay(new Date(one.starts_at)))} – ${day(moscowDay(new Date(one.ends_at)))}` },
    { key: "state", name: say("client-column-state"), cell: (one) => <StatusBadge tone={standing(one, now).tone}>{say(`client-delegation-is-${standing(one, now).name}`)}</StatusBadge> },
    {
      key: "acts", name: say("client-column-acts"),
      cell: (one) => (
        <div className="sv-acts">
          <Button view="outlined" size="m" onClick={() => setAsked({ act: "acts", delegation: one })}>{say("client-delegation-acts")}</Button>
          {["now", "later"].includes(standing(one, now).name) && <Button view="flat" size="m" onClick={() => setAsked({ act: "end", delegation: one })}>{say("client-delegation-end")}</Button>}
        </div>
      ),
    },
  ];
  return (
    <>
      <PagedTable
        asked={found} shown={found.rows.toReversed()} name={say("client-people-tab-delegations")} columns={columns} idOf={(one) => one.delegation_id}
        nameOf={(one) => `${who(one.from_user_id)} → ${who(one.to_user_id)}`}
        empty={{ title: say("client-delegation-none"), text: say("client-delegation-about") }}
      />
      {asked?.act === "end" && (
        <AskDialog
          title={say("client-delegation-ask-end")} verb={say("client-delegation-end")} done={say("client-delegation-done-end")} stale={peopleOf(organization)}
          isDanger width="s" onClose={() => setAsked(undefined)}
          act={() => answered(api.DELETE("/api/v1/account/organizations/{organization_id}/delegations/{delegation_id}", {
            params: { path: { ...path, delegation_id: asked.delegation.delegation_id } },
          }))}
        >
          <p>{say("client-delegation-about-end", { who: nameOf(asked.delegation.to_user_id) })}</p>
        </AskDialog>
      )}
      {asked?.act === "acts" && <Journal organization={organization} delegation={asked.delegation} onClose={() => setAsked(undefined)} />}
    </>
  );
}

function Journal({ organization, delegation, onClose }: { organization: string; delegation: Delegation; onClose: () => void }) {
  const path = { organization_id: organization, delegation_id: delegation.delegation_id };
  const asked = usePaged([...peopleOf(organization), "delegated-acts", delegation.delegation_id], (query) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/delegations/{delegation_id}/acts", { params: { path, query } })));
  return (
    <SideSheet title={say("client-delegation-acts")} onClose={onClose}>
      <PagedTable
        asked={asked} name={say("client-delegation-acts")} idOf={(act) => act.act_id} nameOf={(act) => act.what}
        empty={{ title: say("client-delegation-no-acts"), text: say("client-delegation-no-acts-text") }}
        columns={[
          { key: "document", name: say("client-delegation-what"), cell: (act) => find(`client-act-${act.what.replace(".", "-")}`) ?? act.what },
          { key: "when", name: say("client-delegation-done-at"), cell: (act) => moment(act.done_at) },
        ]}
      />
    </SideSheet>
  );
}
