/** A generator is taken into use: the password, its secret as a picture and as text, its first code. */
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { QrCode } from "../../../parts/QrCode";
import { say } from "../../../words";
import { CodeDialog } from "./CodeDialog";
import { PasswordDialog } from "./PasswordDialog";
import { SECURITY } from "./queries";

/** Signs of the secret that stand together, so that it can be typed. */
const GROUP = /.{1,4}/g;

export function TurnOnTotp({ onCodes, onClose }: { onCodes: (codes: readonly string[]) => void; onClose: () => void }) {
  const [made, setMade] = useState<Shapes["NewTotpView"] | undefined>();
  if (!made) {
    return (
      <PasswordDialog
        title={say("client-security-second-turn-on")} verb={say("client-security-next")} stale={SECURITY} width="s" onClose={onClose} keepsOpen
        act={async (password) => setMade(await answered(api.POST("/api/v1/account/second-factor/totp", { body: { password } })))}
      />
    );
  }
  return (
    <CodeDialog
      title={say("client-security-second-turn-on")} verb={say("client-security-second-turn-on")} done={say("client-security-second-on-done")} width="m" onClose={onClose}
      act={async (code) => onCodes((await answered(api.POST("/api/v1/account/second-factor/totp/confirm", { body: { code } }))).codes)}
    >
      <div className="sv-totp">
        <QrCode text={made.address} name={say("client-security-totp-picture")} />
        <div>
          <p>{say("client-security-totp-scan")}</p>
          <p className="sv-dim">{say("client-security-totp-type")}</p>
          <p className="sv-totp__secret">{made.secret.match(GROUP)?.join(" ")}</p>
        </div>
      </div>
    </CodeDialog>
  );
}
