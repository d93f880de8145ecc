/** An operator stops a certificate on its holder's word, by phone or paper: first whose it is, then why. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, type Shapes } from "../../../api/client";
import { day, Dialog, errorWords, moscowDay, Notice, SelectField, TextField, told } from "../../../parts";
import { say } from "../../../words";
import { useDeskWrite } from "./queries";

type Reason = Shapes["RevocationReason"];

const REASONS: readonly Reason[] = ["key_compromise", "affiliation_changed", "superseded", "cessation_of_operation", "unspecified"];

/** Serial numbers are written in groups, with spaces or colons. */
const compact = (typed: string) => typed.replace(/[\s:]/g, "").toLowerCase();

export function RevokeDialog({ onClose }: { onClose: () => void }) {
  const [serial, setSerial] = useState("");
  const [reason, setReason] = useState<Reason>("key_compromise");
  const finding = useMutation({
    mutationFn: () => answered(api.GET("/api/v1/certification/desk/certificates/{serial}", { params: { path: { serial: compact(serial) } } })),
  });
  const found = finding.data;
  const revoking = useDeskWrite((certificate: string) =>
    answered(api.POST("/api/v1/certification/desk/revocations", { body: { serial: certificate, reason } })));
  const isRevoked = found?.certificate.state === "revoked";
  const apply = () => {
    if (!found) finding.mutate();
    else revoking.mutate(found.certificate.serial, { onSuccess: () => { told(say("client-mine-done-revoke")); onClose(); } });
  };
  return (
    <Dialog
      title={say("client-desk-revoke-ask")} verb={say(found ? "client-desk-revoke-do" : "client-desk-revoke-find")} width="s"
      isDanger={found !== undefined} isBusy={finding.isPending || revoking.isPending} isBarred={compact(serial) === "" || isRevoked}
      onApply={apply} onClose={onClose}
    >
      <p>{say("client-desk-revoke-about")}</p>
      <TextField
        label={say("client-mine-serial")} value={serial} onUpdate={(text) => { setSerial(text); finding.reset(); }} autoFocus required
        hint={say("client-desk-serial-hint")} error={finding.error ? errorWords(finding.error).title : undefined}
      />
      {found && (
        <>
          <dl className="sv-facts">
            <Fact name="person" text={found.person} />
            <Fact name="position" text={found.position} />
            <Fact name="organization" text={found.organization} />
            <Fact name="term" text={say("client-desk-certificate-until", { day: day(moscowDay(new Date(found.certificate.not_after))) })} />
          </dl>
          {isRevoked
            ? <Notice tone="wait">{say("client-desk-revoked-before")}</Notice>
            : <SelectField label={say("client-mine-reason")} value={reason} onUpdate={(word) => setReason(word as Reason)} options={REASONS.map((value) => ({ value, text: say(`client-mine-reason-${value}`) }))} />}
        </>
      )}
      {revoking.error && <Notice tone="stop">{errorWords(revoking.error).title}</Notice>}
    </Dialog>
  );
}

function Fact({ name, text }: { name: string; text: string | null | undefined }) {
  return text ? <div><dt>{say(`client-desk-fact-${name}`)}</dt><dd>{text}</dd></div> : null;
}
