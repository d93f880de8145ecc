/** A certificate in this browser: the key is made here, its request goes to the authority, its copy to a file. */
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, newKey, toBase64 } from "../../api/client";
import { Refused } from "../../api/refusal";
import { useSession } from "../../api/session";
import { Button, Dialog, Notice, TextField, told } from "../../parts";
import { say } from "../../words";
import { save } from "../exchange/download";
import { keyStore } from "../signing/keyStore";
import { signerWords } from "../signing/refusals";
import { signer } from "../signing/signer";
import { putToKey, requestOf } from "./key/installing";

/** A guess at a shorter one costs too little (`KeyStore` refuses it too). */
const PASSWORD_SIGNS_MIN = 8;

export function GetCertificate({ onClose }: { onClose: () => void }) {
  const { own, user } = useSession();
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isDeskNeeded, setDeskNeeded] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [backup, setBackup] = useState<Uint8Array<ArrayBuffer> | undefined>();
  const name = `${own.organization.name}, ${user.name}`;
  const isShort = [...password].length < PASSWORD_SIGNS_MIN;
  const act = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      setBackup(await issued({ name, password, organizationId: own.organization.organization_id }));
      await client.invalidateQueries({ queryKey: ["kept-keys"] });
      await client.invalidateQueries({ queryKey: ["my-certificates"] });
      told(say("client-get-done"));
    } catch (error) {
      setProblem(signerWords(error));
      setDeskNeeded(error instanceof Refused && error.code === "certification.issuing.desk-needed");
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={say("client-get")}
      verb={say("client-get-make")}
      isBusy={isBusy}
      isBarred={isShort || password !== again}
      onApply={() => void act()}
      onClose={onClose}
      footer={backup && (
        <>
          <Button view="action" size="l" onClick={() => { save(`${name}.pfx`, backup); onClose(); }}>{say("client-key-copy-save")}</Button>
          <Button view="flat" size="l" onClick={onClose}>{say("client-get-later")}</Button>
        </>
      )}
    >
      {backup ? <p>{say("client-get-copy")}</p> : (
        <>
          <p>{say("client-get-about", { name })}</p>
          <TextField type="password" label={say("client-get-password")} hint={say("client-get-password-hint")} value={password} onUpdate={setPassword} autoComplete="new-password" autoFocus required />
          <TextField type="password" label={say("client-get-again")} value={again} onUpdate={setAgain} autoComplete="new-password" error={again !== "" && again !== password ? say("client-get-differ") : undefined} required />
          {isBusy && <p className="sv-dim" role="status">{say("client-get-wait")}</p>}
          {problem && <Notice tone="stop">{problem} {isDeskNeeded && <Link to="/certificates/apply">{say("client-apply-list")}</Link>}</Notice>}
        </>
      )}
    </Dialog>
  );
}

/** Makes the key, has the certificate issued and puts it to the key; gives the file of its copy. A key that got none is removed. */
async function issued({ name, password, organizationId }: { name: string; password: string; organizationId: string }) {
  const [store, module] = await Promise.all([keyStore(), signer()]);
  const { entry } = await store.create({ name, password });
  try {
    // The authority names the certificate from its own records; a request must have a name all the same.
    const request = await requestOf(entry.id, undefined, [{ name: "cn", value: name }]);
    const certificate = await answered(api.POST("/api/v1/certification/certificates", {
      params: { header: { "Idempotency-Key": newKey() } },
      body: { organization_id: organizationId, request: toBase64(request) },
    }));
    await putToKey(entry.id, certificate);
    await store.persist();
    // Of the key that is open: through the store the password would be stretched once more, which takes seconds.
    const { key, certificate: own, chain } = await store.signingKey({ id: entry.id });
    return await module.sealContainer({ key, password, name, certificate: own, chain });
  } catch (error) {
    await store.remove({ id: entry.id });
    throw error;
  }
}
