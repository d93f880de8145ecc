/** Roles: named sets of permissions. Built-in ones are every organization's; its own are made here. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, newKey } from "../../../api/client";
import { Button, DataTable, ErrorState, Skeleton, TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { PeoplePage } from "./PeoplePage";
import { peopleOf, rolesOf, type Role } from "./queries";
import { PermissionBoxes, RightBadges } from "./RightsFields";

type Asked = { act: "make" } | { act: "change" | "remove"; role: Role };

/** Longest name of a role, in characters. */
const NAME_MAX = 200;

export function Roles() {
  const [asked, setAsked] = useState<Asked | undefined>();
  return (
    <PeoplePage actions={<Button view="action" size="l" onClick={() => setAsked({ act: "make" })}>{say("client-role-make")}</Button>}>
      {(organization) => (
        <>
          <List organization={organization} onAsk={setAsked} />
          {asked && <RoleDialog organization={organization} asked={asked} onClose={() => setAsked(undefined)} />}
        </>
      )}
    </PeoplePage>
  );
}

function List({ organization, onAsk }: { organization: string; onAsk: (asked: Asked) => void }) {
  const found = useQuery(rolesOf(organization));
  if (found.isPending) return <Skeleton />;
  if (!found.data) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return (
    <DataTable
      name={say("client-people-tab-roles")} rows={found.data} idOf={(role) => role.role} nameOf={(role) => role.name}
      columns={[
        {
          key: "document", name: say("client-role-name"), width: "wide",
          cell: (role) => <><span className="sv-called">{role.name}</span><div className="sv-dim">{say(role.is_built_in ? "client-role-built-in" : "client-role-own")}</div></>,
        },
        { key: "state", name: say("client-people-may"), cell: (role) => <div className="sv-acts"><RightBadges names={role.permissions} /></div> },
        {
          key: "acts", name: say("client-column-acts"),
          cell: (role) => !role.is_built_in && (
            <div className="sv-acts">
              <Button view="outlined" size="m" onClick={() => onAsk({ act: "change", role })}>{say("client-change")}</Button>
              <Button view="flat" size="m" onClick={() => onAsk({ act: "remove", role })}>{say("client-delete")}</Button>
            </div>
          ),
        },
      ]}
    />
  );
}

function RoleDialog({ organization, asked, onClose }: { organization: string; asked: Asked; onClose: () => void }) {
  const role = "role" in asked ? asked.role : undefined;
  const [name, setName] = useState(role?.name ?? "");
  const [permissions, setPermissions] = useState<readonly string[]>(role?.permissions ?? []);
  const [key] = useState(newKey);
  const path = { organization_id: organization };
  const body = { name: name.trim(), permissions: [...permissions] };
  const act = () => {
    if (!role) return answered(api.POST("/api/v1/account/organizations/{organization_id}/roles", { params: { path, header: { "Idempotency-Key": key } }, body }));
    const params = { path: { ...path, role: role.role } };
    if (asked.act === "remove") return answered(api.DELETE("/api/v1/account/organizations/{organization_id}/roles/{role}", { params }));
    return answered(api.PUT("/api/v1/account/organizations/{organization_id}/roles/{role}", { params, body }));
  };
  const verb = { make: "client-role-make", change: "client-save", remove: "client-delete" }[asked.act];
  return (
    <AskDialog
      title={say(`client-role-ask-${asked.act}`, { name: role?.name ?? "" })} verb={say(verb)} done={say(`client-role-done-${asked.act}`)}
      stale={peopleOf(organization)} isDanger={asked.act === "remove"} isBarred={body.name === "" || permissions.length === 0} width="s"
      fields={["name"]} act={act} onClose={onClose}
    >
      {(wrong) => asked.act === "remove" ? <p>{say("client-role-about-remove")}</p> : (
        <>
          <TextField label={say("client-role-name")} value={name} onUpdate={setName} maxLength={NAME_MAX} error={wrong("name")} autoFocus required />
          <PermissionBoxes legend={say("client-role-lets")} chosen={permissions} onChoose={setPermissions} />
        </>
      )}
    </AskDialog>
  );
}
