/** The key is in a vendor's program or on its carrier: CryptoPro's, Rutoken's. Svitok gives the digest and verifies what comes back. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../../api/session";
import type { SigningChoice, WayToSign as VendorsKeys } from "../../signer/js/signer.js";
import { Button, Notice, Skeleton, TextField } from "../../parts";
import { say } from "../../words";
import { KeyList, type ListedKey } from "./KeyList";
import { isUsable, ownerOf } from "./keyStore";
import { signerWords } from "./refusals";
import { keysOf, type Vendor } from "./vendors";
import type { OpenKey, ReachProps, WayToSign } from "./way";

interface Listed extends ListedKey {
  choice: SigningChoice;
  certificate: Uint8Array<ArrayBuffer>;
}

async function listed(vendor: Vendor): Promise<{ keys: VendorsKeys; all: Listed[] }> {
  const keys = await keysOf(vendor);
  const all = (await keys.list()).flatMap((choice): Listed[] => {
    const { certificate } = choice;
    return certificate ? [{ id: choice.id, owner: ownerOf(certificate), name: choice.name, choice, certificate: certificate.der }] : [];
  });
  return { keys, all };
}

/** The way of one vendor. */
export function vendorWay(vendor: Vendor): WayToSign {
  const Reach = (props: ReachProps) => <VendorKeys vendor={vendor} {...props} />;
  return { key: vendor.key, name: say(`client-way-${vendor.key}`), Reach };
}

function VendorKeys({ vendor, onKey }: ReachProps & { vendor: Vendor }) {
  const asked = useQuery({
    queryKey: ["vendor-keys", vendor.key], queryFn: () => listed(vendor), networkMode: "always", staleTime: 0, gcTime: 0, retry: false,
  });
  return (
    <div className="sv-reach">
      <p className="sv-dim">{say(`client-way-${vendor.key}-about`)}</p>
      <Notice tone="wait">{say("client-way-untried")}</Notice>
      {asked.isPending && <Skeleton rows={2} name={say("client-way-asking")} />}
      {asked.error && (
        <>
          <Notice tone="stop">{signerWords(asked.error)}</Notice>
          <div className="sv-acts">
            <Button view="outlined" size="l" loading={asked.isFetching} onClick={() => void asked.refetch()}>{say("client-retry")}</Button>
            <Link to="/diagnostics">{say("client-way-diagnose")}</Link>
          </div>
        </>
      )}
      {asked.data && <Choosing {...asked.data} onKey={onKey} />}
    </div>
  );
}

function Choosing({ keys, all, onKey }: { keys: VendorsKeys; all: readonly Listed[]; onKey: ReachProps["onKey"] }) {
  const { own } = useSession();
  const usable = all.filter(({ owner }) => isUsable(owner, own.organization.inn));
  const [chosenId, setChosen] = useState("");
  const [pin, setPin] = useState("");
  const chosen = usable.find(({ id }) => id === chosenId) ?? usable[0];
  if (!chosen) return <p>{say("client-way-vendor-none", { count: all.length })}</p>;
  const needsPin = chosen.choice.needs === "pin";
  return (
    <form onSubmit={(event) => { event.preventDefault(); onKey(openKey(keys, chosen, needsPin ? pin : undefined)); }}>
      <KeyList keys={usable} chosen={chosen.id} onChoose={(id) => { setChosen(id); setPin(""); }} />
      {needsPin && (
        <TextField type="password" label={say("client-way-pin")} hint={say("client-way-pin-hint")} value={pin} onUpdate={setPin} autoComplete="off" autoFocus />
      )}
      <Button type="submit" view="outlined" size="l" disabled={needsPin && pin === ""}>{say("client-way-choose")}</Button>
    </form>
  );
}

function openKey(keys: VendorsKeys, { choice, owner, certificate }: Listed, secret: string | undefined): OpenKey {
  return {
    ...owner,
    certificate,
    sign: async (file, signal) => (await keys.sign({ id: choice.id, content: file.bytes, secret }, { signal })).message,
    close: () => undefined,
  };
}
