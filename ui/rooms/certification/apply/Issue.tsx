/** Consent, a key with its copy, the certificate, the test signature: one button once the copy is there. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { answered, api, toBase64 } from "../../../api/client";
import { useSession } from "../../../api/session";
import type { KeptKey } from "../../../signer/js/signer.js";
import { Button, Checkbox, Notice, TextField, told } from "../../../parts";
import { say } from "../../../words";
import { applicationOf, fieldsOf, paramsOf, type Application, type Place } from "../application/queries";
import { itemName, shownValue } from "../application/words";
import { installWith, putToKey, requestOf } from "../key/installing";
import { NewKey, useBusy } from "../key/NewKey";
import { dropPurpose, type Purpose } from "../key/pending";

/** Signs of the phrase: fewer are guessed, more are not remembered. */
const PHRASE_SIGNS_MIN = 12;
const PHRASE_SIGNS_MAX = 200;

export function Issue({ place, application }: { place: Place; application: Application }) {
  const { own, user } = useSession();
  const purpose: Purpose = `application:${place.applicationId}`;
  return (
    <section className="sv-card" aria-labelledby="apply-issue">
      <h2 id="apply-issue">{say("client-apply-issue")}</h2>
      <NewKey purpose={purpose} name={`${own.organization.name}, ${user.name}`}>
        {(key) => <Consent place={place} application={application} entry={key} purpose={purpose} />}
      </NewKey>
    </section>
  );
}

/** What the certificate will say. Of the passport nothing stands in it. */
function Content({ application }: { application: Application }) {
  const { own } = useSession();
  return (
    <dl className="sv-facts">
      <div><dt>{say("client-column-organization")}</dt><dd>{own.organization.name} · {say("client-inn", { inn: own.organization.inn })}</dd></div>
      {fieldsOf(application).map(({ item, value }) => value && item !== "passport" && <div key={item}><dt>{itemName(item)}</dt><dd>{shownValue(item, value)}</dd></div>)}
    </dl>
  );
}

interface ConsentProps { place: Place; application: Application; entry: KeptKey; purpose: Purpose }

function Consent({ place, application, entry, purpose }: ConsentProps) {
  const { own, user } = useSession();
  const client = useQueryClient();
  const [isAgreed, setAgreed] = useState(false);
  const [phrase, setPhrase] = useState("");
  const [password, setPassword] = useState("");
  const { isBusy, problem, act } = useBusy();
  const signs = [...phrase.trim()].length;
  const isPhraseWrong = signs > 0 && (signs < PHRASE_SIGNS_MIN || signs > PHRASE_SIGNS_MAX);
  const issue = () => act(async () => {
    try {
      const request = await requestOf(entry.id, entry.open ? undefined : password, [{ name: "cn", value: `${own.organization.name}, ${user.name}` }]);
      const issued = await answered(api.POST("/api/v1/certification/organizations/{organization_id}/applications/{application_id}/certificate", {
        params: paramsOf(place), body: { request: toBase64(request), consent: isAgreed, ...(signs > 0 ? { phrase } : {}) },
      }));
      await putToKey(entry.id, issued);
      dropPurpose(purpose);
      await installWith(place, entry.id);
      told(say("client-apply-installed"));
    } finally {
      // Wherever it broke off, the application says where it stands, and is gone on with there.
      await client.invalidateQueries({ queryKey: applicationOf(place).queryKey });
      void client.invalidateQueries({ queryKey: ["kept-keys"] });
      void client.invalidateQueries({ queryKey: ["my-certificates"] });
    }
  });
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void issue(); }}>
      <h3>{say("client-apply-content")}</h3>
      <Content application={application} />
      <div className="sv-field"><Checkbox size="l" checked={isAgreed} onUpdate={setAgreed}>{say("client-apply-consent")}</Checkbox></div>
      <TextField
        label={say("client-apply-phrase")} hint={say("client-apply-phrase-hint")} value={phrase} onUpdate={setPhrase} autoComplete="off"
        error={isPhraseWrong ? say("client-apply-phrase-wrong") : undefined}
      />
      {!entry.open && <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={setPassword} autoComplete="off" required />}
      {isBusy && <p className="sv-dim" role="status">{say("client-apply-issuing")}</p>}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="action" size="l" loading={isBusy} disabled={!isAgreed || isPhraseWrong || (!entry.open && password === "")}>{say("client-apply-issue-verb")}</Button>
    </form>
  );
}
