/** Another password. The other sign-ins end, remembered devices are forgotten. */
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { TextField } from "../../../parts";
import { say } from "../../../words";
import { PASSWORD_MAX, PasswordDialog } from "./PasswordDialog";
import { SECURITY } from "./queries";

export function ChangePassword({ onClose }: { onClose: () => void }) {
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const differs = again !== "" && again !== password ? say("client-security-password-differs") : undefined;
  return (
    <PasswordDialog
      title={say("client-security-password-change")} verb={say("client-security-password-change")} done={say("client-security-password-done")}
      stale={SECURITY} fields={["password"]} isBarred={password === "" || again !== password} width="s" onClose={onClose}
      act={(present) => answered(api.PUT("/api/v1/account/password", { body: { present, password } }))}
    >
      {(wrong) => (
        <>
          <TextField
            type="password" label={say("client-security-password-new")} hint={say("client-security-password-hint")} autoComplete="new-password"
            value={password} onUpdate={setPassword} maxLength={PASSWORD_MAX} error={wrong("password")} required
          />
          <TextField
            type="password" label={say("client-security-password-again")} autoComplete="new-password"
            value={again} onUpdate={setAgain} maxLength={PASSWORD_MAX} error={differs} required
          />
          <p className="sv-dim">{say("client-security-password-ends")}</p>
        </>
      )}
    </PasswordDialog>
  );
}
