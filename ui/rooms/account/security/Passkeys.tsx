/** Passkeys: devices that sign in by a finger, a face or a code of their own. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { Button, moment, TextField } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { deviceName } from "./deviceName";
import { ListCard } from "./ListCard";
import { hasPasskeys, makePasskey } from "./makePasskey";
import { passkeys, SECURITY, type Passkey } from "./queries";

/** Longest name, in characters. */
const NAME_MAX = 200;

export function Passkeys() {
  const [isAdding, setAdding] = useState(false);
  const [renamed, setRenamed] = useState<Passkey | undefined>();
  return (
    <>
      <ListCard<Passkey>
        title={say("client-security-passkeys")} about={say("client-security-passkeys-about")}
        act={hasPasskeys && <Button view="outlined" size="m" onClick={() => setAdding(true)}>{say("client-security-passkey-add")}</Button>}
        asked={useQuery(passkeys())} idOf={(one) => one.passkey_id} nameOf={(one) => one.name} empty={say("client-security-passkeys-none")}
        factsOf={(one) => [
          say("client-security-added", { at: moment(one.created_at) }),
          one.last_used_at && say("client-security-used", { at: moment(one.last_used_at) }),
        ].filter(Boolean).join(" · ")}
        actsOf={(one) => <Button view="flat" size="m" onClick={() => setRenamed(one)}>{say("client-security-passkey-rename")}</Button>}
        removal={{
          verb: say("client-security-remove"), title: (name) => say("client-security-passkey-ask-remove", { name }),
          text: say("client-security-passkey-about-remove"), done: say("client-security-passkey-removed"),
          act: ({ passkey_id }) => answered(api.DELETE("/api/v1/account/passkeys/{passkey_id}", { params: { path: { passkey_id } } })),
        }}
      />
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
      {renamed && <RenameDialog passkey={renamed} onClose={() => setRenamed(undefined)} />}
    </>
  );
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const [name, setName] = useState(() => deviceName(navigator.userAgent));
  return (
    <AskDialog
      title={say("client-security-passkey-add")} verb={say("client-security-passkey-make")} done={say("client-security-passkey-done")} stale={SECURITY}
      isBarred={name.trim() === ""} width="s" fields={["name"]} act={() => makePasskey(name.trim())} onClose={onClose}
    >
      {(wrong) => (
        <>
          <p>{say("client-security-passkey-how")}</p>
          <NameField value={name} onUpdate={setName} error={wrong("name")} />
        </>
      )}
    </AskDialog>
  );
}

function RenameDialog({ passkey: { passkey_id, name: present }, onClose }: { passkey: Passkey; onClose: () => void }) {
  const [name, setName] = useState(present);
  return (
    <AskDialog
      title={say("client-security-passkey-ask-rename", { name: present })} verb={say("client-security-passkey-rename")} done={say("client-security-passkey-renamed")} stale={SECURITY}
      isBarred={name.trim() === "" || name.trim() === present} width="s" fields={["name"]} onClose={onClose}
      act={() => answered(api.PUT("/api/v1/account/passkeys/{passkey_id}", { params: { path: { passkey_id } }, body: { name: name.trim() } }))}
    >
      {(wrong) => <NameField value={name} onUpdate={setName} error={wrong("name")} />}
    </AskDialog>
  );
}

function NameField(field: { value: string; onUpdate: (name: string) => void; error?: string | undefined }) {
  return <TextField label={say("client-security-passkey-name")} hint={say("client-security-passkey-name-hint")} {...field} maxLength={NAME_MAX} autoFocus required />;
}
