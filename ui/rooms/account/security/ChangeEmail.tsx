/** Another address: nothing changes before the link in the letter to it is followed. */
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { TextField } from "../../../parts";
import { say } from "../../../words";
import { PasswordDialog } from "./PasswordDialog";
import { SECURITY } from "./queries";

/** Longest address, in characters (RFC 5321). */
const LOGIN_MAX = 254;

export function ChangeEmail({ onClose }: { onClose: () => void }) {
  const [login, setLogin] = useState("");
  return (
    <PasswordDialog
      title={say("client-security-email-ask")} verb={say("client-security-confirm-send")} done={say("client-security-letter-sent")}
      stale={SECURITY} fields={["login"]} isBarred={login.trim() === ""} width="s" onClose={onClose}
      act={(password) => answered(api.PUT("/api/v1/account/email", { body: { login: login.trim(), password } }))}
    >
      {(wrong) => (
        <TextField
          type="email" inputMode="email" label={say("client-security-email-new")} hint={say("client-security-email-hint")} autoComplete="email"
          value={login} onUpdate={setLogin} maxLength={LOGIN_MAX} error={wrong("login")} required
        />
      )}
    </PasswordDialog>
  );
}
