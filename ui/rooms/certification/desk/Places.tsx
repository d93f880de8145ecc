/** Who sits at the desk and as what; added and removed by the administrator of the host. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { Refused } from "../../../api/refusal";
import {
  Button, DataTable, Dialog, EmptyState, ErrorState, errorWords, moment, Notice, Page, SelectField, Skeleton, StatusBadge, TextField, told,
} from "../../../parts";
import { say } from "../../../words";
import { useNames } from "./names";
import { myDesk, placesOf, useDeskWrite, type Person, type Role } from "./queries";

type Place = Shapes["DeskPlace"];

const ROLES: readonly Role[] = ["operator", "office"];

export function Places() {
  const me = useQuery(myDesk);
  const [asked, setAsked] = useState<"add" | Place | undefined>();
  if (me.isPending) return <Skeleton />;
  if (!me.data) return <ErrorState error={me.error} retry={() => void me.refetch()} />;
  const isAdministrator = me.data.is_administrator;
  return (
    <Page
      title={say("client-desk-places")}
      about={say("client-desk-places-about")}
      back={<Link to="/desk">← {say("client-place-desk")}</Link>}
      actions={isAdministrator && <Button view="action" size="l" onClick={() => setAsked("add")}>{say("client-desk-place-add")}</Button>}
    >
      {!isAdministrator && <EmptyState title={say("client-desk-places-barred")} text={say("client-desk-places-barred-text")} />}
      {isAdministrator && <List onRemove={setAsked} />}
      {asked === "add" && <AddDialog onClose={() => setAsked(undefined)} />}
      {typeof asked === "object" && <RemoveDialog place={asked} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}

const NOBODY: readonly Person[] = [];

function List({ onRemove }: { onRemove: (place: Place) => void }) {
  const asked = useQuery(placesOf);
  const names = useNames(asked.data?.people ?? NOBODY);
  if (asked.isPending) return <Skeleton />;
  if (!asked.data) return <ErrorState error={asked.error} retry={() => void asked.refetch()} />;
  if (asked.data.items.length === 0) return <EmptyState title={say("client-desk-places-empty")} text={say("client-desk-places-empty-text")} />;
  return (
    <DataTable
      name={say("client-desk-places")}
      rows={asked.data.items}
      idOf={(place) => `${place.user_id} ${place.role}`}
      nameOf={(place) => names(place.user_id)}
      columns={[
        { key: "document", name: say("client-desk-place-who"), width: "wide", cell: (place) => <span className="sv-called">{names(place.user_id)}</span> },
        { key: "state", name: say("client-desk-place-role"), cell: (place) => <StatusBadge tone="wait">{say(`client-desk-role-${place.role}`)}</StatusBadge> },
        { key: "when", name: say("client-desk-place-since"), cell: (place) => moment(place.granted_at) },
        { key: "acts", name: say("client-column-acts"), cell: (place) => <Button view="flat" size="m" onClick={() => onRemove(place)}>{say("client-desk-place-remove")}</Button> },
      ]}
    />
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const [login, setLogin] = useState("");
  const [role, setRole] = useState<Role>("operator");
  const adding = useDeskWrite(() => answered(api.POST("/api/v1/certification/desk/places", { body: { login: login.trim(), role } })));
  const isOfLogin = adding.error instanceof Refused && adding.error.problem.field === "login";
  const wrong = adding.error ? errorWords(adding.error).title : undefined;
  const apply = () => adding.mutate(undefined, { onSuccess: () => { told(say("client-desk-place-added")); onClose(); } });
  return (
    <Dialog
      title={say("client-desk-place-add")} verb={say("client-desk-place-give")} width="s" isBusy={adding.isPending} isBarred={!login.includes("@")}
      onApply={apply} onClose={onClose}
    >
      <p>{say("client-desk-place-about")}</p>
      <TextField
        type="email" inputMode="email" label={say("client-desk-place-login")} value={login} autoFocus required
        onUpdate={(text) => { setLogin(text); adding.reset(); }} error={isOfLogin ? wrong : undefined}
      />
      <SelectField label={say("client-desk-place-role")} value={role} onUpdate={(word) => setRole(word as Role)} hint={say(`client-desk-role-about-${role}`)} options={ROLES.map((value) => ({ value, text: say(`client-desk-role-${value}`) }))} />
      {wrong && !isOfLogin && <Notice tone="stop">{wrong}</Notice>}
    </Dialog>
  );
}

function RemoveDialog({ place, onClose }: { place: Place; onClose: () => void }) {
  const names = useNames(useQuery(placesOf).data?.people ?? NOBODY);
  const removing = useDeskWrite(() => {
    const path = { user_id: place.user_id, role: place.role };
    return answered(api.DELETE("/api/v1/certification/desk/places/{user_id}/{role}", { params: { path } }));
  });
  const apply = () => removing.mutate(undefined, { onSuccess: () => { told(say("client-desk-place-removed")); onClose(); } });
  return (
    <Dialog
      title={say("client-desk-place-remove-ask", { who: names(place.user_id) })} verb={say("client-desk-place-remove")} width="s" isDanger
      isBusy={removing.isPending} onApply={apply} onClose={onClose}
    >
      <p>{say("client-desk-place-remove-about")}</p>
      {removing.error && <Notice tone="stop">{errorWords(removing.error).title}</Notice>}
    </Dialog>
  );
}
