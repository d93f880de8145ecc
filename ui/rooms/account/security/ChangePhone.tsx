/** Another phone: a code goes to it, and the code makes it the person's. */
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { Checkbox, TextField } from "../../../parts";
import { say } from "../../../words";
import { CodeDialog } from "./CodeDialog";
import { PasswordDialog } from "./PasswordDialog";
import { SECURITY } from "./queries";

/** Longest number as it is typed, with brackets and spaces. */
const PHONE_MAX = 30;

export function ChangePhone({ onClose }: { onClose: () => void }) {
  const [phone, setPhone] = useState("");
  const [codeId, setCodeId] = useState<string | undefined>();
  const [takesOver, setTakesOver] = useState(false);
  if (codeId !== undefined) {
    return (
      <CodeDialog
        title={say("client-security-phone-ask")} verb={say("client-security-confirm")} done={say("client-security-phone-done")} onClose={onClose}
        act={(code) => answered(api.POST("/api/v1/account/phone/confirm", { body: { code_id: codeId, code, take_over: takesOver } }))}
      >
        {(wrong) => (
          <>
            <p>{say("client-security-phone-sent", { phone })}</p>
            {(takesOver || wrong("take_over")) && <Checkbox size="l" checked={takesOver} onUpdate={setTakesOver}>{say("client-security-phone-take-over")}</Checkbox>}
          </>
        )}
      </CodeDialog>
    );
  }
  return (
    <PasswordDialog
      title={say("client-security-phone-ask")} verb={say("client-security-phone-send")} stale={SECURITY} fields={["phone"]}
      isBarred={phone.trim() === ""} width="s" onClose={onClose} keepsOpen
      act={async (password) => {
        const sent = await answered(api.PUT("/api/v1/account/phone", { body: { phone: phone.trim(), password } }));
        setCodeId(sent.code_id);
      }}
    >
      {(wrong) => (
        <TextField
          type="tel" inputMode="tel" label={say("client-security-phone-new")} hint={say("client-security-phone-hint")} autoComplete="tel"
          value={phone} onUpdate={setPhone} maxLength={PHONE_MAX} error={wrong("phone")} required
        />
      )}
    </PasswordDialog>
  );
}
