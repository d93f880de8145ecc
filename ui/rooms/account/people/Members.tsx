/** Who works in the organization and what each may do; to others than administrators, names alone. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { useSession } from "../../../api/session";
import { Button, DataTable, ErrorState, moment, Skeleton, StatusBadge, type Column } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PagedTable, usePaged } from "../PagedTable";
import { InviteDialog } from "./InviteDialog";
import { PeoplePage } from "./PeoplePage";
import { colleaguesOf, departmentsOf, peopleOf, rolesOf, type Member } from "./queries";
import { RightBadges, rightsBody, RightsFields, rightsOf } from "./RightsFields";

type Asked = { act: "change" | "remove"; member: Member };

const nameOf = (member: Member) => member.name ?? member.user_id;

export function Members() {
  const { own } = useSession();
  const [isInviting, setInviting] = useState(false);
  const invite = <Button view="action" size="l" onClick={() => setInviting(true)}>{say("client-people-invite")}</Button>;
  return (
    <PeoplePage actions={own.permissions.includes("administer") && invite}>
      {(organization, isAdministrator) => (
        <>
          {isAdministrator ? <List organization={organization} /> : <Colleagues organization={organization} />}
          {isInviting && <InviteDialog organization={organization} onClose={() => setInviting(false)} />}
        </>
      )}
    </PeoplePage>
  );
}

function List({ organization }: { organization: string }) {
  const { user } = useSession();
  const [asked, setAsked] = useState<Asked | undefined>();
  const path = { organization_id: organization };
  const found = usePaged([...peopleOf(organization), "members"], (query) =>
    answered(api.GET("/api/v1/account/organizations/{organization_id}/members", { params: { path, query } })));
  const columns: Column<Member>[] = [
    {
      key: "document", name: say("client-people-who"), width: "wide",
      cell: (member) => <><span className="sv-called">{nameOf(member)}</span><div className="sv-dim">{member.login}</div></>,
    },
    { key: "state", name: say("client-people-may"), cell: (member) => <May organization={organization} member={member} /> },
    { key: "counteragent", name: say("client-people-where"), cell: (member) => <Where organization={organization} listed={member.rights.departments} /> },
    { key: "when", name: say("client-people-since"), cell: (member) => moment(member.added_at) },
    {
      key: "acts", name: say("client-column-acts"),
      cell: (member) => (
        <div className="sv-acts">
          <Button view="outlined" size="m" onClick={() => setAsked({ act: "change", member })}>{say("client-people-change")}</Button>
          {member.user_id !== user.user_id && <Button view="flat" size="m" onClick={() => setAsked({ act: "remove", member })}>{say("client-people-remove")}</Button>}
        </div>
      ),
    },
  ];
  return (
    <>
      <PagedTable
        asked={found} name={say("client-place-people")} columns={columns} idOf={(member) => member.user_id} nameOf={nameOf}
        empty={{ title: say("client-people-nobody") }}
      />
      {asked?.act === "change" && <ChangeDialog organization={organization} member={asked.member} onClose={() => setAsked(undefined)} />}
      {asked?.act === "remove" && (
        <AskDialog
          title={say("client-people-ask-remove", { who: nameOf(asked.member) })} verb={say("client-people-remove")} done={say("client-people-done-remove")}
          stale={peopleOf(organization)} isDanger width="s" onClose={() => setAsked(undefined)}
          act={() => answered(api.DELETE("/api/v1/account/organizations/{organization_id}/members/{user_id}", {
            params: { path: { ...path, user_id: asked.member.user_id } },
          }))}
        >
          <p>{say("client-people-about-remove")}</p>
        </AskDialog>
      )}
    </>
  );
}

/** Roles by their names, then what was given beside them. */
function May({ organization, member }: { organization: string; member: Member }) {
  const roles = useQuery(rolesOf(organization)).data ?? [];
  const held = roles.filter((role) => member.roles?.includes(role.role));
  return (
    <div className="sv-acts">
      {held.map((role) => <StatusBadge key={role.role} tone="good">{role.name}</StatusBadge>)}
      <RightBadges names={member.rights.permissions} />
      {held.length === 0 && member.rights.permissions.length === 0 && <span className="sv-dim">{say("client-people-may-nothing")}</span>}
    </div>
  );
}

function Where({ organization, listed }: { organization: string; listed: readonly string[] | null | undefined }) {
  const departments = useQuery(departmentsOf(organization)).data ?? [];
  if (!listed) return <>{say("client-people-everywhere")}</>;
  const names = departments.filter((one) => listed.includes(one.department_id)).map((one) => one.name);
  return <>{names.length > 0 ? names.join(", ") : say("client-people-nowhere")}</>;
}

function ChangeDialog({ organization, member, onClose }: { organization: string; member: Member; onClose: () => void }) {
  const [rights, setRights] = useState(() => rightsOf(member));
  const path = { organization_id: organization, user_id: member.user_id };
  // Both replace what was, so that asking again after a lost answer is the same. Roles first: one of them may be what keeps
  // the organization its administrator.
  const act = async () => {
    await answered(api.PUT("/api/v1/account/organizations/{organization_id}/members/{user_id}/roles", { params: { path }, body: { roles: [...rights.roles] } }));
    await answered(api.PUT("/api/v1/account/organizations/{organization_id}/members/{user_id}", { params: { path }, body: rightsBody(rights) }));
  };
  return (
    <AskDialog
      title={say("client-people-ask-change", { who: nameOf(member) })} verb={say("client-save")} done={say("client-people-done-change")}
      stale={peopleOf(organization)} act={act} onClose={onClose}
    >
      <p className="sv-dim">{say("client-people-about-change")}</p>
      <RightsFields organization={organization} rights={rights} onChange={setRights} />
    </AskDialog>
  );
}

function Colleagues({ organization }: { organization: string }) {
  const found = useQuery(colleaguesOf(organization));
  if (found.isPending) return <Skeleton />;
  if (!found.data) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return (
    <DataTable
      name={say("client-place-people")} rows={found.data} idOf={(one) => one.user_id} nameOf={(one) => one.name ?? one.user_id}
      columns={[{ key: "document", name: say("client-people-who"), cell: (one) => one.name ?? one.user_id }]}
    />
  );
}
