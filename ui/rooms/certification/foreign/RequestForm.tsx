/** Whom the request names; it is saved as a file for any authority. */
import { useState } from "react";
import { toBase64 } from "../../../api/client";
import { useSession } from "../../../api/session";
import type { KeptKey } from "../../../signer/js/signer.js";
import { Button, isSnils, Notice, TextField, told } from "../../../parts";
import { say } from "../../../words";
import { save } from "../../exchange/download";
import { namedBy } from "../../signing/task";
import { requestOf } from "../key/installing";
import { useBusy } from "../key/NewKey";
import { subjectOf, type Subject } from "./subject";

const NAMES = ["surname", "givenName", "title", "snils", "email"] as const;
const REQUIRED: readonly string[] = ["surname", "givenName"];

export function RequestForm({ entry }: { entry: KeptKey }) {
  const { own, user } = useSession();
  const [subject, setSubject] = useState<Subject>(() => {
    const { surname, givenName, patronymic } = namedBy(user.name);
    return { surname, givenName: [givenName, patronymic].filter(Boolean).join(" "), title: "", snils: "", email: user.login };
  });
  const [password, setPassword] = useState("");
  const { isBusy, problem, act } = useBusy();
  const isSnilsWrong = subject.snils !== "" && !isSnils(subject.snils);
  const isMissing = REQUIRED.some((name) => subject[name as keyof Subject].trim() === "");
  const make = () => act(async () => {
    const request = await requestOf(entry.id, entry.open ? undefined : password, subjectOf(subject, own.organization));
    save("request.p10", new TextEncoder().encode(pem(request)));
    told(say("client-foreign-saved"));
  });
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void make(); }}>
      <p>{own.organization.name} · {say("client-inn", { inn: own.organization.inn })}</p>
      <div className="sv-apply-fields">
        {NAMES.map((name) => (
          <TextField
            key={name} label={say(`client-foreign-${name}`)} value={subject[name]} required={REQUIRED.includes(name)} maxLength={64}
            onUpdate={(value) => setSubject((present) => ({ ...present, [name]: value }))}
            error={name === "snils" && isSnilsWrong ? say("client-apply-wrong-snils") : undefined}
          />
        ))}
      </div>
      {!entry.open && <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={setPassword} autoComplete="off" required />}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="action" size="l" loading={isBusy} disabled={isSnilsWrong || isMissing || (!entry.open && password === "")}>{say("client-foreign-save")}</Button>
    </form>
  );
}

/** PEM (RFC 7468): lines of 64 signs. */
function pem(der: Uint8Array): string {
  const lines = toBase64(der).match(/.{1,64}/g) ?? [];
  return ["-----BEGIN CERTIFICATE REQUEST-----", ...lines, "-----END CERTIFICATE REQUEST-----", ""].join("\n");
}
