/** Renewal: a new key with its copy, its request signed with the key in force, the successor installed. No scan, no visit. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { answered, api, toBase64 } from "../../../api/client";
import type { KeptKey } from "../../../signer/js/signer.js";
import { Button, day, ErrorState, EmptyState, moscowDay, Notice, Page, Skeleton, TextField, told } from "../../../parts";
import { say } from "../../../words";
import { installWith, putToKey, requestOf } from "../key/installing";
import { NewKey, useBusy } from "../key/NewKey";
import { dropPurpose, type Purpose } from "../key/pending";
import { SignOne } from "../key/SignOne";
import { myCertificates, paramsOf, type Mine } from "../mine/queries";
import { keyStore } from "../../signing/keyStore";

export function Renewal() {
  const { certificateId } = useParams({ from: "/certificates/renewal/$certificateId" });
  const asked = useQuery(myCertificates());
  const certificate = asked.data?.items.find((one) => one.certificate_id === certificateId);
  return (
    <Page title={say("client-renewal")} back={<Link to="/certificates">← {say("client-place-certificates")}</Link>} about={say("client-renewal-about")}>
      {asked.isPending && <Skeleton />}
      {asked.error && !asked.data && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && !certificate?.is_alive && <EmptyState title={say("client-renewal-none")} text={say("client-renewal-none-text")} actions={<Link to="/certificates/apply">{say("client-apply-list")}</Link>} />}
      {certificate?.is_alive && <Steps certificate={certificate} />}
    </Page>
  );
}

function Steps({ certificate }: { certificate: Mine }) {
  const purpose: Purpose = `renewal:${certificate.certificate_id}`;
  return (
    <section className="sv-card">
      <h2>{certificate.subject}</h2>
      <p className="sv-dim">{say("client-sign-until", { date: day(moscowDay(new Date(certificate.not_after))) })}</p>
      <NewKey purpose={purpose} name={certificate.subject}>
        {(key) => <Signing certificate={certificate} entry={key} purpose={purpose} />}
      </NewKey>
    </section>
  );
}

interface SigningProps { certificate: Mine; entry: KeptKey; purpose: Purpose }

/** The new key is opened first: its request is what the key in force signs. */
function Signing({ certificate, entry, purpose }: SigningProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [password, setPassword] = useState("");
  const [isSigning, setSigning] = useState(false);
  const { isBusy, problem, act } = useBusy();
  const open = () => act(async () => {
    await (await keyStore()).unlock({ id: entry.id, password: entry.open ? undefined : password });
    setSigning(true);
  });
  const ended = async (isDone: boolean) => {
    setSigning(false);
    await client.invalidateQueries({ queryKey: ["kept-keys"] });
    await client.invalidateQueries({ queryKey: myCertificates().queryKey });
    if (!isDone) return;
    told(say("client-renewal-done"));
    await navigate({ to: "/certificates" });
  };
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void open(); }}>
      <p>{say("client-renewal-sign-about")}</p>
      {!entry.open && <TextField type="password" label={say("client-renewal-password")} value={password} onUpdate={setPassword} autoComplete="off" required />}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="action" size="l" loading={isBusy} disabled={!entry.open && password === ""}>{say("client-renewal-sign")}</Button>
      {isSigning && (
        <SignOne
          title={say("client-renewal")} verb={say("client-renewal-verb")} name={say("client-renewal-task")} facts={{ [say("client-mine-whose")]: certificate.subject }}
          bytes={() => requestOf(entry.id, undefined, [{ name: "cn", value: certificate.subject }])}
          send={(signature, request) => renewed({ certificate, entry, purpose }, request, signature)}
          onClose={(isDone) => void ended(isDone)}
        />
      )}
    </form>
  );
}

async function renewed({ certificate, entry, purpose }: SigningProps, request: Uint8Array, signature: Uint8Array): Promise<void> {
  const successor = await answered(api.POST("/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}/renewal", {
    params: paramsOf(certificate), body: { request: toBase64(request), signature: toBase64(signature) },
  }));
  // From here on the successor is in the list: what breaks off is gone on with in its own application.
  await putToKey(entry.id, successor.certificate);
  dropPurpose(purpose);
  const { organization_id: organizationId, application_id: applicationId } = successor.application;
  await installWith({ organizationId, applicationId }, entry.id);
}
