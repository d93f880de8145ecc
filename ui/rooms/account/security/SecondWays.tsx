/** What else makes the second step, beside the generator: a code to the phone, a passkey. */
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { Checkbox } from "../../../parts";
import { say } from "../../../words";
import { PasswordDialog } from "./PasswordDialog";
import { SECURITY } from "./queries";

interface Props {
  present: Shapes["SecondFactorView"];
  /** Recovery codes that were made with the first way. */
  onCodes: (codes: readonly string[]) => void;
  onClose: () => void;
}

export function SecondWays({ present, onCodes, onClose }: Props) {
  const [phone, setPhone] = useState(present.has_phone);
  const [passkey, setPasskey] = useState(present.has_passkey);
  return (
    <PasswordDialog
      title={say("client-second-ways")} verb={say("client-ways-save")} done={say("client-ways-saved")} stale={SECURITY} width="s" onClose={onClose}
      act={async (password) => {
        const { codes } = await answered(api.PUT("/api/v1/account/second-factor/ways", { body: { phone, passkey, ...(password ? { password } : {}) } }));
        if (codes.length > 0) onCodes(codes);
      }}
    >
      <fieldset className="sv-rights">
        <legend>{say("client-second-ways-about")}</legend>
        <Checkbox size="l" checked={phone} onUpdate={setPhone}>{say("client-second-ways-phone")}</Checkbox>
        <Checkbox size="l" checked={passkey} onUpdate={setPasskey}>{say("client-second-ways-passkey")}</Checkbox>
      </fieldset>
    </PasswordDialog>
  );
}
