/** The certificate that another authority issued: read here, put to its key, proven by a signature, taken into the list. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, toBase64, type Shapes } from "../../../api/client";
import { useSession } from "../../../api/session";
import type { Bytes, CertificateView } from "../../../signer/js/signer.js";
import { Button, day, moscowDay, Notice, SelectField, TextField, told } from "../../../parts";
import { say } from "../../../words";
import { keyStore, ownerOf, type Kept } from "../../signing/keyStore";
import { signer } from "../../signing/signer";
import { signedWith } from "../key/installing";
import { useBusy } from "../key/NewKey";
import { dropPurpose, findByPublicKey, type Purpose } from "../key/pending";
import { SignOne } from "../key/SignOne";
import { myCertificates } from "../mine/queries";

interface Read {
  view: CertificateView & { der: Bytes };
  chain: Bytes[];
  /** The key of this browser it is for. */
  kept: Kept | null;
}

export function Bring({ purpose }: { purpose: Purpose }) {
  const [read, setRead] = useState<Read | undefined>();
  const { problem, act } = useBusy();
  const take = (file: File | undefined) => act(async () => {
    setRead(undefined);
    if (!file) return;
    const views = await (await signer()).readCertificates({ bytes: new Uint8Array(await file.arrayBuffer()) });
    const view = views.find((one) => !one.is_authority) ?? views[0];
    if (view) setRead({ view, chain: views.filter((one) => one !== view).map((one) => one.der), kept: await findByPublicKey(view.public_key) });
  });
  return (
    <>
      <p>{say("client-foreign-bring-about")}</p>
      <label className="sv-field">
        <span className="sv-field__label">{say("client-foreign-file")}</span>
        <input type="file" accept=".cer,.crt,.der,.pem" className="sv-input" onChange={(event) => void take(event.target.files?.[0])} />
      </label>
      {problem && <Notice tone="stop">{problem}</Notice>}
      {read && <Facts view={read.view} />}
      {read && (read.kept ? <WithOwnKey read={read} kept={read.kept} purpose={purpose} /> : <WithOtherKey read={read} />)}
    </>
  );
}

function Facts({ view }: { view: CertificateView }) {
  const owner = ownerOf(view);
  const issuer = view.issuer.find(({ name }) => name === "cn")?.value;
  return (
    <dl className="sv-facts">
      <div><dt>{say("client-mine-whose")}</dt><dd>{[owner.person, owner.organization].filter(Boolean).join(", ")}</dd></div>
      <div><dt>{say("client-foreign-issuer")}</dt><dd>{issuer}</dd></div>
      <div><dt>{say("client-certificate-until")}</dt><dd>{day(moscowDay(new Date(owner.validUntil)))}</dd></div>
    </dl>
  );
}

/** What happens once the proof was made. */
function useBringing({ view }: Read) {
  const { own } = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const organizationId = own.organization.organization_id;
  const path = { organization_id: organizationId };
  return {
    text: async () => new TextEncoder().encode(await answered(api.GET("/api/v1/certification/organizations/{organization_id}/imported-certificates/text", {
      params: { path, query: { thumbprint: view.thumbprint } },
    }))),
    send: async (signature: Uint8Array, key_place: Shapes["KeyPlace"]) => {
      await answered(api.POST("/api/v1/certification/organizations/{organization_id}/imported-certificates", {
        params: { path }, body: { certificate: toBase64(view.der), signature: toBase64(signature), key_place },
      }));
    },
    ended: async () => {
      await client.invalidateQueries({ queryKey: ["kept-keys"] });
      await client.invalidateQueries({ queryKey: myCertificates().queryKey });
      told(say("client-foreign-taken"));
      await navigate({ to: "/certificates" });
    },
  };
}

function WithOwnKey({ read, kept, purpose }: { read: Read; kept: Kept; purpose: Purpose }) {
  const bringing = useBringing(read);
  const [password, setPassword] = useState("");
  const { isBusy, problem, act } = useBusy();
  const { id, open } = kept.entry;
  const take = () => act(async () => {
    const store = await keyStore();
    await store.unlock({ id, password: open ? undefined : password });
    await store.setCertificate({ id, certificate: read.view.der, chain: read.chain });
    await bringing.send(await signedWith(id, await bringing.text()), "browser");
    dropPurpose(purpose);
    await bringing.ended();
  });
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void take(); }}>
      <Notice tone="good">{say("client-foreign-key-here")}</Notice>
      {!open && <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={setPassword} autoComplete="off" required />}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="action" size="l" loading={isBusy} disabled={!open && password === ""}>{say("client-foreign-take")}</Button>
    </form>
  );
}

const PLACES = ["file", "token", "cloud"] as const;

/** Its key is in a file or elsewhere: the proof is made by the ways to sign there are. */
function WithOtherKey({ read }: { read: Read }) {
  const bringing = useBringing(read);
  const [place, setPlace] = useState<(typeof PLACES)[number]>("file");
  const [isSigning, setSigning] = useState(false);
  return (
    <>
      <p>{say("client-foreign-key-elsewhere")}</p>
      <SelectField label={say("client-mine-place")} value={place} onUpdate={(value) => setPlace(value as (typeof PLACES)[number])} options={PLACES.map((value) => ({ value, text: say(`client-mine-place-${value}`) }))} />
      <Button view="action" size="l" onClick={() => setSigning(true)}>{say("client-foreign-take")}</Button>
      {isSigning && (
        <SignOne
          title={say("client-foreign-bring")} verb={say("client-foreign-take")} name={say("client-foreign-proof")} facts={{ [say("client-mine-serial")]: read.view.serial }}
          bytes={bringing.text}
          send={(signature) => bringing.send(signature, place)}
          onClose={(isDone) => { setSigning(false); if (isDone) void bringing.ended(); }}
        />
      )}
    </>
  );
}
