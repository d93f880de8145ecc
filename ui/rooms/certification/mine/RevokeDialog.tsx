/** A certificate is revoked for good: by the one who is signed in, by the phrase, or by its own key. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, toBase64 } from "../../../api/client";
import { Dialog, errorWords, Notice, SelectField, TextField, told } from "../../../parts";
import { say } from "../../../words";
import { SignOne } from "../key/SignOne";
import { myCertificates, revoke, revokeBy, type Mine, type Reason } from "./queries";

const REASONS: readonly Reason[] = ["key_compromise", "cessation_of_operation", "affiliation_changed", "superseded", "unspecified"];
const WAYS = ["session", "phrase", "key"] as const;
type Way = (typeof WAYS)[number];

export function RevokeDialog({ certificate, onClose }: { certificate: Mine; onClose: () => void }) {
  const client = useQueryClient();
  const [way, setWay] = useState<Way>("session");
  const [reason, setReason] = useState<Reason>("key_compromise");
  const [phrase, setPhrase] = useState("");
  const [isSigning, setSigning] = useState(false);
  const ended = async () => {
    await client.invalidateQueries({ queryKey: myCertificates().queryKey });
    told(say("client-mine-done-revoke"));
    onClose();
  };
  const doing = useMutation({
    mutationFn: () => (way === "phrase" ? revokeBy({ phrase }, certificate, reason) : revoke(certificate, reason)),
    onSuccess: ended,
  });
  const apply = () => { if (way === "key") setSigning(true); else doing.mutate(); };
  if (isSigning) return <ByKey certificate={certificate} reason={reason} onDone={ended} onClose={onClose} />;
  return (
    <Dialog title={say("client-mine-ask-revoke")} verb={say("client-mine-revoke")} isDanger isBusy={doing.isPending} isBarred={way === "phrase" && phrase.trim() === ""} onApply={apply} onClose={onClose}>
      <p>{say("client-mine-about-revoke")}</p>
      <SelectField label={say("client-mine-reason")} value={reason} onUpdate={(value) => setReason(value as Reason)} options={REASONS.map((value) => ({ value, text: say(`client-mine-reason-${value}`) }))} />
      <fieldset className="sv-rights">
        <legend>{say("client-mine-way")}</legend>
        {WAYS.map((one) => (
          <label key={one} className="sv-key">
            <input type="radio" name="way" checked={way === one} onChange={() => { setWay(one); doing.reset(); }} />
            <span>{say(`client-mine-way-${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {way === "phrase" && (
        <TextField
          label={say("client-apply-phrase")} value={phrase} onUpdate={(text) => { setPhrase(text); doing.reset(); }} autoComplete="off" required
          error={doing.error ? errorWords(doing.error).title : undefined}
        />
      )}
      {way !== "phrase" && doing.error && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}

interface ByKeyProps { certificate: Mine; reason: Reason; onDone: () => Promise<void>; onClose: () => void }

function ByKey({ certificate, reason, onDone, onClose }: ByKeyProps) {
  const { serial, subject } = certificate;
  return (
    <SignOne
      title={say("client-mine-ask-revoke")} verb={say("client-mine-revoke")} name={say("client-mine-ask-revoke")}
      facts={{ [say("client-mine-whose")]: subject, [say("client-mine-serial")]: serial }}
      bytes={async () => new TextEncoder().encode(await answered(api.GET("/api/v1/certification/revocations/text", { params: { query: { serial } } })))}
      send={(signature) => revokeBy({ signature: toBase64(signature) }, certificate, reason)}
      onClose={(isDone) => void (isDone ? onDone() : onClose())}
    />
  );
}
