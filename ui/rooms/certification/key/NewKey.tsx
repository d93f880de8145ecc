/**
 * A key is made in this browser, its copy is saved and opened again; only then does anything go on. Left at any step, it is gone
 * on with where it was left.
 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import type { KeptKey } from "../../../signer/js/signer.js";
import { Button, Notice, Skeleton, TextField } from "../../../parts";
import { say } from "../../../words";
import { save } from "../../exchange/download";
import { keyStore } from "../../signing/keyStore";
import { signerWords } from "../../signing/refusals";
import { hasSigner } from "../../signing/signer";
import { dropPurpose, findMade, keepPurpose, type Purpose } from "./pending";

/** A guess at a shorter one costs too little (`KeyStore` refuses it too). */
const PASSWORD_SIGNS_MIN = 8;

export interface NewKeyProps {
  purpose: Purpose;
  /** The key's name in the lists of this browser, and that of its file. */
  name: string;
  /** What comes once the key has its copy. */
  children: (key: KeptKey) => ReactNode;
}

export function NewKey({ purpose, name, children }: NewKeyProps) {
  const client = useQueryClient();
  const asked = useQuery({ queryKey: ["kept-keys", purpose], queryFn: () => findMade(purpose), networkMode: "always", staleTime: 0 });
  const [password, setPassword] = useState("");
  if (!hasSigner) return <Notice tone="stop">{say("client-sign-no-way")}</Notice>;
  if (asked.isPending) return <Skeleton rows={2} />;
  if (asked.error) return <Notice tone="stop">{signerWords(asked.error)}</Notice>;
  const again = () => client.invalidateQueries({ queryKey: ["kept-keys"] });
  const giveUp = () => { dropPurpose(purpose); void again(); };
  const key = asked.data;
  if (!key) return <Making purpose={purpose} name={name} password={password} onPassword={setPassword} onMade={again} />;
  if (key.backedUpAt === null) return <Copying entry={key} password={password} onPassword={setPassword} onDone={again} onGivenUp={giveUp} />;
  return (
    <>
      <Notice tone="good">{say("client-new-key-ready")}</Notice>
      {children(key)}
      <Button view="flat" size="m" onClick={giveUp}>{say("client-new-key-other")}</Button>
    </>
  );
}

interface PasswordProps { password: string; onPassword: (password: string) => void }

function Making({ purpose, name, password, onPassword, onMade }: PasswordProps & { purpose: Purpose; name: string; onMade: () => Promise<void> }) {
  const [again, setAgain] = useState("");
  const { isBusy, problem, act } = useBusy();
  const isShort = [...password].length < PASSWORD_SIGNS_MIN;
  const make = () => act(async () => {
    const store = await keyStore();
    const { entry, backup } = await store.create({ name, password });
    keepPurpose(purpose, entry.id);
    await store.persist();
    save(`${name}.pfx`, backup);
    await onMade();
  });
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void make(); }}>
      <p>{say("client-new-key-about")}</p>
      <TextField type="password" label={say("client-get-password")} hint={say("client-get-password-hint")} value={password} onUpdate={onPassword} autoComplete="new-password" required />
      <TextField type="password" label={say("client-get-again")} value={again} onUpdate={setAgain} autoComplete="new-password" error={again !== "" && again !== password ? say("client-get-differ") : undefined} required />
      {isBusy && <p className="sv-dim" role="status">{say("client-get-wait")}</p>}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="action" size="l" loading={isBusy} disabled={isShort || password !== again}>{say("client-new-key-make")}</Button>
    </form>
  );
}

interface CopyingProps extends PasswordProps {
  entry: KeptKey;
  onDone: () => Promise<void>;
  onGivenUp: () => void;
}

/** The file is chosen and opened as after a loss: nobody can say that he has a copy when he has none. */
function Copying({ entry, password, onPassword, onDone, onGivenUp }: CopyingProps) {
  const [file, setFile] = useState<File | undefined>();
  const { isBusy, problem, act } = useBusy();
  const check = () => act(async () => {
    if (!file) return;
    await (await keyStore()).confirmBackup({ id: entry.id, file: new Uint8Array(await file.arrayBuffer()), password });
    await onDone();
  });
  const saveAgain = () => act(async () => save(`${entry.name}.pfx`, await (await keyStore()).exportFile({ id: entry.id, password })));
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); if (!isBusy) void check(); }}>
      <p>{say("client-new-key-copy")}</p>
      <label className="sv-field">
        <span className="sv-field__label">{say("client-new-key-copy-file")}</span>
        <input type="file" accept=".pfx,.p12" className="sv-input" onChange={(event) => setFile(event.target.files?.[0])} />
      </label>
      <TextField type="password" label={say("client-way-browser-password")} value={password} onUpdate={onPassword} autoComplete="off" required />
      {isBusy && <p className="sv-dim" role="status">{say("client-new-key-opening")}</p>}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <div className="sv-acts">
        <Button type="submit" view="action" size="l" loading={isBusy} disabled={!file || password === ""}>{say("client-key-copy-check")}</Button>
        <Button view="outlined" size="l" disabled={isBusy || password === ""} onClick={() => void saveAgain()}>{say("client-new-key-save-again")}</Button>
        <Button view="flat" size="l" disabled={isBusy} onClick={onGivenUp}>{say("client-new-key-other")}</Button>
      </div>
    </form>
  );
}

/** One act at a time; what it is refused for, in words. */
export function useBusy() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | undefined>();
  const act = async (what: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await what();
    } catch (error) {
      setProblem(signerWords(error));
    } finally {
      setBusy(false);
    }
  };
  return { isBusy, problem, act };
}
