/** The certificate is issued and its key was left before the test signature: the key is found and proves that it is at hand. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api } from "../../../api/client";
import { Button, ErrorState, Notice, Skeleton, TextField, told } from "../../../parts";
import { say } from "../../../words";
import { applicationOf, type Application, type Place } from "../application/queries";
import { keyStore } from "../../signing/keyStore";
import { signer } from "../../signing/signer";
import { install, installWith, putToKey, testText } from "../key/installing";
import { useBusy } from "../key/NewKey";
import { findByPublicKey } from "../key/pending";
import { SignOne } from "../key/SignOne";

/** How often a certificate that is still being signed is asked for: what broke off after the intention is finished by the program itself, half a
 * minute later. */
const SIGNING_MS = 3_000;

export function Install({ place, application }: { place: Place; application: Application }) {
  const certificateId = application.certificate_id ?? "";
  const asked = useQuery({
    queryKey: ["kept-keys", "install", certificateId],
    queryFn: () => keyOf(place.organizationId, certificateId),
    networkMode: "always", staleTime: 0,
    refetchInterval: ({ state }) => (state.data && !state.data.issued.certificate ? SIGNING_MS : false),
  });
  return (
    <section className="sv-card" aria-labelledby="apply-install">
      <h2 id="apply-install">{say("client-apply-install")}</h2>
      {asked.isPending && <Skeleton rows={2} />}
      {asked.error && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && !asked.data.issued.certificate && <Notice tone="wait">{say("client-apply-install-signing")}</Notice>}
      {asked.data?.issued.certificate && (asked.data.kept
        ? <Here place={place} issued={asked.data.issued} keyId={asked.data.kept.entry.id} isOpen={asked.data.kept.entry.open} />
        : <Elsewhere place={place} />)}
    </section>
  );
}

/** The certificate, and the key of this browser that it is for. */
async function keyOf(organizationId: string, certificateId: string) {
  const issued = await answered(api.GET("/api/v1/certification/organizations/{organization_id}/certificates/{certificate_id}", {
    params: { path: { organization_id: organizationId, certificate_id: certificateId } },
  }));
  const [view] = issued.certificate ? await (await signer()).readCertificates({ bytes: issued.certificate }) : [];
  return { issued, kept: await findByPublicKey(view?.public_key ?? null) };
}

interface HereProps { place: Place; issued: Awaited<ReturnType<typeof keyOf>>["issued"]; keyId: string; isOpen: boolean }

function Here({ place, issued, keyId, isOpen }: HereProps) {
  const client = useQueryClient();
  const [password, setPassword] = useState("");
  const { isBusy, problem, act } = useBusy();
  const go = () => act(async () => {
    await putToKey(keyId, issued);
    await (await keyStore()).unlock({ id: keyId, password: isOpen ? undefined : password });
    await installWith(place, keyId);
    await ended(client, place);
  });
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void go(); }}>
      <p>{say("client-apply-install-here")}</p>
      {!isOpen && <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={setPassword} autoComplete="off" required />}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="action" size="l" loading={isBusy} disabled={!isOpen && password === ""}>{say("client-apply-install-verb")}</Button>
    </form>
  );
}

/** The key was made on another device: it comes from its file. */
function Elsewhere({ place }: { place: Place }) {
  const client = useQueryClient();
  const [isSigning, setSigning] = useState(false);
  return (
    <>
      <p>{say("client-apply-install-elsewhere")}</p>
      <Button view="action" size="l" onClick={() => setSigning(true)}>{say("client-apply-install-file")}</Button>
      {isSigning && (
        <SignOne
          title={say("client-apply-install")} verb={say("client-apply-install-verb")} name={say("client-apply-test-signature")}
          bytes={() => testText(place)}
          send={(signature) => install(place, signature, "file")}
          onClose={(isDone) => { setSigning(false); if (isDone) void ended(client, place); }}
        />
      )}
    </>
  );
}

async function ended(client: ReturnType<typeof useQueryClient>, place: Place): Promise<void> {
  await client.invalidateQueries({ queryKey: applicationOf(place).queryKey });
  void client.invalidateQueries({ queryKey: ["kept-keys"] });
  void client.invalidateQueries({ queryKey: ["my-certificates"] });
  told(say("client-apply-installed"));
}
