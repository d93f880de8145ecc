/** Invitations that wait to be accepted, and those that have ended. */
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { Button, moment, StatusBadge } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PagedTable, usePaged } from "../PagedTable";
import { InviteDialog } from "./InviteDialog";
import { PeoplePage } from "./PeoplePage";
import { peopleOf } from "./queries";
import { RightBadges } from "./RightsFields";

type Invitation = Shapes["InvitationView"];

export function Invitations() {
  const [isInviting, setInviting] = useState(false);
  const invite = <Button view="action" size="l" onClick={() => setInviting(true)}>{say("client-people-invite")}</Button>;
  return (
    <PeoplePage actions={invite}>
      {(organization) => (
        <>
          <List organization={organization} />
          {isInviting && <InviteDialog organization={organization} onClose={() => setInviting(false)} />}
        </>
      )}
    </PeoplePage>
  );
}

function List({ organization }: { organization: string }) {
  const [withdrawn, setWithdrawn] = useState<Invitation | undefined>();
  const path = { organization_id: organization };
  const asked = usePaged([...peopleOf(organization), "invitations"], (query) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/invitations", { params: { path, query } })));
  const now = new Date().toISOString();
  const waits = (one: Invitation) => !one.ended_at && one.expires_at > now;
  return (
    <>
      <PagedTable
        asked={asked} shown={asked.rows.filter(waits)} name={say("client-people-invited")} idOf={(one) => one.invitation_id} nameOf={(one) => one.address}
        empty={{ title: say("client-people-not-invited"), text: say("client-people-about-invite") }}
        columns={[
          { key: "document", name: say("client-people-address"), width: "wide", cell: (one) => one.address },
          { key: "state", name: say("client-people-rights"), cell: (one) => <div className="sv-acts"><RightBadges names={one.permissions} /><StatusBadge tone="mine">{say("client-people-waits")}</StatusBadge></div> },
          { key: "when", name: say("client-people-until"), cell: (one) => moment(one.expires_at) },
          { key: "acts", name: say("client-column-acts"), cell: (one) => <Button view="flat" size="m" onClick={() => setWithdrawn(one)}>{say("client-people-withdraw")}</Button> },
        ]}
      />
      {withdrawn && (
        <AskDialog
          title={say("client-people-ask-withdraw", { who: withdrawn.address })} verb={say("client-people-withdraw")} done={say("client-people-done-withdraw")}
          stale={peopleOf(organization)} isDanger width="s" onClose={() => setWithdrawn(undefined)}
          act={() => answered(api.DELETE("/api/v1/account/organizations/{organization_id}/invitations/{invitation_id}", {
            params: { path: { ...path, invitation_id: withdrawn.invitation_id } },
          }))}
        >
          <p>{say("client-people-about-withdraw")}</p>
        </AskDialog>
      )}
    </>
  );
}
