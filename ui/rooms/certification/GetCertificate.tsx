/**
 * A certificate in this browser: the key is made here and its copy opened again, as in an application; only then does its request
 * go to the authority.
 */
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { answered, api, newKey, toBase64 } from "../../api/client";
import { Refused } from "../../api/refusal";
import { useSession } from "../../api/session";
import type { KeptKey } from "../../signer/js/signer.js";
import { Button, Dialog, Notice, TextField, told } from "../../parts";
import { say } from "../../words";
import { signerWords } from "../signing/refusals";
import { issuedFor, putToKey, requestOf } from "./key/installing";
import { NewKey } from "./key/NewKey";
import { dropPurpose, type Purpose } from "./key/pending";

export function GetCertificate({ onClose }: { onClose: () => void }) {
  const { own, user } = useSession();
  const name = `${own.organization.name}, ${user.name}`;
  const purpose: Purpose = `issue:${own.organization.organization_id}`;
  return (
    <Dialog
      title={say("client-get")}
      onClose={onClose}
      footer={<Button view="flat" size="l" onClick={onClose}>{say("client-close")}</Button>}
    >
      <p>{say("client-get-about", { name })}</p>
      <NewKey purpose={purpose} name={name}>
        {(key) => <Ordering entry={key} name={name} purpose={purpose} onDone={onClose} />}
      </NewKey>
    </Dialog>
  );
}

interface OrderingProps { entry: KeptKey; name: string; purpose: Purpose; onDone: () => void }

/** A key that got no certificate stays, with its copy: the next attempt goes on with it, and takes what was issued to it already. */
function Ordering({ entry, name, purpose, onDone }: OrderingProps) {
  const { own } = useSession();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [refusal, setRefusal] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isDeskNeeded = refusal instanceof Refused && refusal.code === "certification.issuing.desk-needed";
  // Sent again as it was, should the authority have written it down and broken off: a key is certified once.
  const order = useRef<{ key: string; request: string }>(undefined);
  const issued = async () => {
    // The authority names the certificate from its own records; a request must have a name all the same.
    const made = async () => toBase64(await requestOf(entry.id, entry.open ? undefined : password, [{ name: "cn", value: name }]));
    const { key, request } = order.current ??= { key: newKey(), request: await made() };
    return answered(api.POST("/api/v1/certification/certificates", {
      params: { header: { "Idempotency-Key": key } }, body: { organization_id: own.organization.organization_id, request },
    }));
  };
  const get = async () => {
    setBusy(true);
    setRefusal(undefined);
    try {
      await putToKey(entry.id, await issuedFor(entry) ?? await issued());
      dropPurpose(purpose);
      told(say("client-get-done"));
      onDone();
    } catch (error) {
      setRefusal(error);
    } finally {
      setBusy(false);
      void client.invalidateQueries({ queryKey: ["kept-keys"] });
      void client.invalidateQueries({ queryKey: ["my-certificates"] });
    }
  };
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void get(); }}>
      {!entry.open && <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={setPassword} autoComplete="off" required />}
      {refusal !== undefined && <Notice tone="stop">{signerWords(refusal)} {isDeskNeeded && <Link to="/certificates/apply">{say("client-apply-list")}</Link>}</Notice>}
      <Button type="submit" view="action" size="l" loading={isBusy} disabled={!entry.open && password === ""}>{say("client-get-make")}</Button>
    </form>
  );
}
