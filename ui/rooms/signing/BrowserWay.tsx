/** The key lives in this browser: choose it, open it by its password or by a passkey. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../../api/session";
import { Button, Notice, Skeleton, TextField } from "../../parts";
import { say } from "../../words";
import { KeyList } from "./KeyList";
import { isUsable, keyStore, listKept, type Kept } from "./keyStore";
import { signerWords } from "./refusals";
import { signer } from "./signer";
import type { OpenKey, ReachProps, WayToSign } from "./way";

function Reach({ onKey }: ReachProps) {
  const { own } = useSession();
  const asked = useQuery({ queryKey: ["kept-keys"], queryFn: listKept, networkMode: "always", staleTime: 0 });
  const [chosen, setChosen] = useState<string | undefined>();
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  if (asked.isPending) return <Skeleton rows={2} />;
  if (asked.error) return <Notice tone="stop">{signerWords(asked.error)}</Notice>;
  const usable = asked.data.filter(({ owner }) => owner && isUsable(owner, own.organization.inn));
  const kept = usable.find(({ entry }) => entry.id === chosen) ?? usable[0];
  if (!kept) {
    return <p>{say("client-way-browser-none")} <Link to="/certificates">{say("client-way-browser-get")}</Link></p>;
  }
  const listed = usable.flatMap(({ entry, owner }) => (owner ? [{ id: entry.id, owner, name: entry.name }] : []));
  const open = async (secret: string | undefined) => {
    setBusy(true);
    setProblem(undefined);
    try {
      onKey(await opened(kept, secret));
    } catch (error) {
      setProblem(signerWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); void open(kept.entry.open ? undefined : password); }}>
      <KeyList keys={listed} chosen={kept.entry.id} onChoose={(id) => { setChosen(id); setPassword(""); }} />
      {!kept.entry.open && (
        <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={setPassword} autoComplete="off" autoFocus />
      )}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <div className="sv-acts">
        <Button type="submit" view="outlined" size="l" loading={isBusy} disabled={!kept.entry.open && password === ""}>{say("client-way-container-open")}</Button>
        {kept.entry.passkey && !kept.entry.open && (
          <Button view="outlined" size="l" disabled={isBusy} onClick={() => void open(undefined)}>{say("client-way-browser-passkey")}</Button>
        )}
      </div>
    </form>
  );
}

async function opened({ entry, owner }: Kept, password: string | undefined): Promise<OpenKey> {
  const [store, module] = await Promise.all([keyStore(), signer()]);
  await store.unlock({ id: entry.id, password });
  if (!owner || !entry.certificate) throw new Error("a key without a certificate");
  return {
    ...owner,
    certificate: entry.certificate,
    sign: async (file, signal) => {
      const { key, certificate, chain } = await store.signingKey({ id: entry.id });
      if (!certificate) throw new Error("a key without a certificate");
      return (await module.sign({ content: file.bytes, signers: [{ key, certificate, chain }] }, { signal })).message;
    },
    // The store closes it when nobody uses it for a while: the next documents need no password.
    close: () => undefined,
  };
}

/** The way. */
export const browserWay = (): WayToSign => ({ key: "browser", name: say("client-way-browser"), Reach });
