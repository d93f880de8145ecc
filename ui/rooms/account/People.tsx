/** Who belongs to the organization and what each may do; invitations that wait. For administrators. */
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, newKey, type Shapes } from "../../api/client";
import { useSession } from "../../api/session";
import {
  Button, Checkbox, DataTable, Dialog, EmptyState, ErrorState, errorWords, moment, Notice, Page, Skeleton, StatusBadge, TextField, told,
} from "../../parts";
import { say } from "../../words";

type Member = Shapes["MemberView"];
type Invitation = Shapes["InvitationView"];
type Asked = { act: "invite" } | { act: "change" | "remove"; member: Member } | { act: "withdraw"; invitation: Invitation };

/** Rows of a page. */
const PAGE = 100;
const RIGHTS = ["read", "send", "sign", "administer"] as const;

export function People() {
  const { own, user } = useSession();
  const [asked, setAsked] = useState<Asked | undefined>();
  const organization = own.organization.organization_id;
  if (!own.permissions.includes("administer")) {
    return <Page title={say("client-place-people")}><EmptyState title={say("client-people-barred")} text={say("client-people-barred-text")} /></Page>;
  }
  return (
    <Page
      title={say("client-place-people")}
      about={own.organization.name}
      actions={<Button view="action" size="l" onClick={() => setAsked({ act: "invite" })}>{say("client-people-invite")}</Button>}
    >
      <Members organization={organization} ownId={user.user_id} onAsk={setAsked} />
      <Invitations organization={organization} onAsk={setAsked} />
      {asked && <PeopleDialog asked={asked} organization={organization} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

interface ListProps { organization: string; onAsk: (asked: Asked) => void }

function Members({ organization, ownId, onAsk }: ListProps & { ownId: string }) {
  const found = useInfiniteQuery({
    queryKey: ["people", organization, "members"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/account/organizations/{organization_id}/members", {
      params: { path: { organization_id: organization }, query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (found.isPending) return <Skeleton />;
  if (found.error && rows.length === 0) return <ErrorState error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <DataTable
        name={say("client-place-people")}
        rows={rows}
        idOf={(member) => member.user_id}
        nameOf={(member) => member.name ?? member.user_id}
        columns={[
          {
            key: "document", name: say("client-people-who"), width: "wide",
            cell: (member) => <><span className="sv-called">{member.name ?? member.user_id}</span><div className="sv-dim">{member.login}</div></>,
          },
          { key: "state", name: say("client-people-rights"), cell: (member) => <Rights names={member.rights.permissions} /> },
          { key: "when", name: say("client-people-since"), cell: (member) => moment(member.added_at) },
          {
            key: "acts", name: say("client-column-acts"),
            cell: (member) => (
              <div className="sv-acts">
                <Button view="outlined" size="m" onClick={() => onAsk({ act: "change", member })}>{say("client-people-change")}</Button>
                {member.user_id !== ownId && <Button view="flat" size="m" onClick={() => onAsk({ act: "remove", member })}>{say("client-people-remove")}</Button>}
              </div>
            ),
          },
        ]}
      />
      {found.hasNextPage && <Button view="outlined" size="l" onClick={() => void found.fetchNextPage()}>{say("client-more")}</Button>}
    </>
  );
}

function Rights({ names }: { names: readonly string[] }) {
  return <div className="sv-acts">{RIGHTS.filter((right) => names.includes(right)).map((right) => <StatusBadge key={right} tone="wait">{say(`client-right-${right}`)}</StatusBadge>)}</div>;
}

function Invitations({ organization, onAsk }: ListProps) {
  const found = useInfiniteQuery({
    queryKey: ["people", organization, "invitations"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => answered(api.GET("/api/v1/account/organizations/{organization_id}/invitations", {
      params: { path: { organization_id: organization }, query: { limit: PAGE, ...(pageParam ? { after: pageParam } : {}) } },
    })),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const now = new Date().toISOString();
  const rows = (found.data?.pages.flatMap((page) => page.items) ?? []).filter((one) => !one.ended_at && one.expires_at > now);
  if (rows.length === 0) return null;
  return (
    <section className="sv-section">
      <h2>{say("client-people-invited")}</h2>
      <DataTable
        name={say("client-people-invited")}
        rows={rows}
        idOf={(one) => one.invitation_id}
        nameOf={(one) => one.address}
        columns={[
          { key: "document", name: say("client-people-address"), width: "wide", cell: (one) => one.address },
          { key: "state", name: say("client-people-rights"), cell: (one) => <Rights names={one.permissions} /> },
          { key: "when", name: say("client-people-until"), cell: (one) => moment(one.expires_at) },
          { key: "acts", name: say("client-column-acts"), cell: (one) => <Button view="flat" size="m" onClick={() => onAsk({ act: "withdraw", invitation: one })}>{say("client-people-withdraw")}</Button> },
        ]}
      />
    </section>
  );
}

function PeopleDialog({ asked, organization, onClose }: { asked: Asked; organization: string; onClose: () => void }) {
  const client = useQueryClient();
  const [address, setAddress] = useState("");
  const [rights, setRights] = useState<readonly string[]>(asked.act === "change" ? asked.member.rights.permissions : ["read"]);
  const [key] = useState(newKey);
  const doing = useMutation({
    mutationFn: () => done(asked, organization, { address: address.trim(), rights, key }),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ["people", organization] });
      told(say(`client-people-done-${asked.act}`));
      onClose();
    },
  });
  const hasRights = asked.act === "invite" || asked.act === "change";
  const who = "member" in asked ? asked.member.name ?? "" : "invitation" in asked ? asked.invitation.address : "";
  return (
    <Dialog
      title={say(`client-people-ask-${asked.act}`, { who })}
      verb={say(`client-people-${asked.act}`)}
      isBusy={doing.isPending}
      isBarred={asked.act === "invite" && !address.includes("@")}
      isDanger={asked.act === "remove" || asked.act === "withdraw"}
      onApply={() => doing.mutate()}
      onClose={onClose}
      width="s"
    >
      <p>{say(`client-people-about-${asked.act}`)}</p>
      {asked.act === "invite" && <TextField type="email" inputMode="email" label={say("client-people-address")} value={address} onUpdate={setAddress} autoFocus required />}
      {hasRights && (
        <fieldset className="sv-rights">
          <legend>{say("client-people-rights")}</legend>
          {RIGHTS.map((right) => (
            <Checkbox key={right} size="l" checked={rights.includes(right)} onUpdate={(on) => setRights((present) => (on ? [...present, right] : present.filter((one) => one !== right)))}>
              {say(`client-right-${right}`)}
            </Checkbox>
          ))}
        </fieldset>
      )}
      {doing.error && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}

async function done(asked: Asked, organization: string, given: { address: string; rights: readonly string[]; key: string }): Promise<void> {
  const path = { organization_id: organization };
  const permissions = [...given.rights];
  if (asked.act === "invite") {
    await answered(api.POST("/api/v1/account/organizations/{organization_id}/invitations", {
      params: { path, header: { "Idempotency-Key": given.key } }, body: { address: given.address, permissions },
    }));
  } else if (asked.act === "withdraw") {
    const params = { path: { ...path, invitation_id: asked.invitation.invitation_id } };
    await answered(api.DELETE("/api/v1/account/organizations/{organization_id}/invitations/{invitation_id}", { params }));
  } else if (asked.act === "remove") {
    const params = { path: { ...path, user_id: asked.member.user_id } };
    await answered(api.DELETE("/api/v1/account/organizations/{organization_id}/members/{user_id}", { params }));
  } else {
    const { departments } = asked.member.rights;
    await answered(api.PUT("/api/v1/account/organizations/{organization_id}/members/{user_id}", {
      params: { path: { ...path, user_id: asked.member.user_id } },
      body: { permissions, ...(departments ? { departments } : {}) },
    }));
  }
}
