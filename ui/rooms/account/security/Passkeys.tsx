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
        removal={{
          verb: say("client-security-remove"), title: (name) => say("client-security-passkey-ask-remove", { name }),
          text: say("client-security-passkey-about-remove"), done: say("client-security-passkey-removed"),
          act: ({ passkey_id }) => answered(api.DELETE("/api/v1/account/passkeys/{passkey_id}", { params: { path: { passkey_id } } })),
        }}
      />
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
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
          <TextField label={say("client-security-passkey-name")} hint={say("client-security-passkey-name-hint")} value={name} onUpdate={setName} maxLength={NAME_MAX} error={wrong("name")} autoFocus required />
        </>
      )}
    </AskDialog>
  );
}
