/** The key is in files: a PFX, a folder of CryptoPro, or a PEM key with its certificate. It goes to the server never. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { OpenedKey } from "../../signer/js/signer.js";
import { Button, Checkbox, Notice, TextField } from "../../parts";
import { say } from "../../words";
import { keyStore, ownerOf, type Owner } from "./keyStore";
import { NoCertificate, signerWords } from "./refusals";
import { signer } from "./signer";
import type { OpenKey, ReachProps, WayToSign } from "./way";

function Reach({ onKey }: ReachProps) {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [password, setPassword] = useState("");
  const [isKept, setKept] = useState(false);
  const [fresh, setFresh] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const found = await opened(files, password);
      if (isKept) {
        const name = found.owner.organization ?? found.owner.person;
        await (await keyStore()).add({ ...found.key, certificate: found.certificate, chain: found.chain, name, password: fresh });
        await client.invalidateQueries({ queryKey: ["kept-keys"] });
      }
      onKey(await openKey(found, isKept));
    } catch (error) {
      setProblem(signerWords(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="sv-reach" onSubmit={(event) => { event.preventDefault(); void open(); }}>
      <p className="sv-dim">{say("client-way-container-about")}</p>
      <label className="sv-field">
        <span className="sv-field__label">{say("client-way-container-files")}</span>
        <input type="file" multiple accept=".pfx,.p12,.pem,.key,.cer,.crt,.der" className="sv-input" onChange={(event) => setFiles([...(event.target.files ?? [])])} />
      </label>
      <TextField type="password" label={say("client-way-container-password")} hint={say("client-way-container-password-hint")} value={password} onUpdate={setPassword} autoComplete="off" />
      <div className="sv-field"><Checkbox size="l" checked={isKept} onUpdate={setKept}>{say("client-way-container-keep")}</Checkbox></div>
      {isKept && (
        <TextField type="password" label={say("client-way-container-fresh")} hint={say("client-way-container-fresh-hint")} value={fresh} onUpdate={setFresh} autoComplete="new-password" required />
      )}
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="outlined" size="l" loading={isBusy} disabled={files.length === 0}>{say("client-way-container-open")}</Button>
    </form>
  );
}

interface Found {
  key: OpenedKey;
  certificate: Uint8Array<ArrayBuffer>;
  chain: Uint8Array<ArrayBuffer>[];
  owner: Owner;
}

/** Opens the key of the files and finds the certificate that fits it. */
async function opened(files: readonly File[], password: string): Promise<Found> {
  const read = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  const pem = read.findIndex((bytes) => new TextDecoder("latin1").decode(bytes).includes("PRIVATE KEY"));
  const key = read[pem];
  return key ? fromPem(key, read.filter((_, index) => index !== pem), password) : fromContainer(files, password);
}

async function fromPem(bytes: Uint8Array, beside: Uint8Array[], password: string): Promise<Found> {
  const module = await signer();
  const views = (await Promise.all(beside.map((file) => module.readCertificates({ bytes: file })))).flat();
  const key = await module.readKey({ bytes, ...(password ? { password } : {}) });
  const publicKey = Array.from(key.publicKey, (octet) => octet.toString(16).padStart(2, "0")).join("");
  const own = views.find((view) => view.public_key && publicKey.endsWith(view.public_key));
  if (!own) {
    await module.dropKey({ key: key.key });
    throw new NoCertificate();
  }
  return { key, certificate: own.der, chain: views.filter((view) => view !== own).map((view) => view.der), owner: ownerOf(own) };
}

async function fromContainer(files: readonly File[], password: string): Promise<Found> {
  const [module, { FileWay }] = await Promise.all([signer(), import("../../signer/js/signer.js")]);
  const way = new FileWay(module);
  const [choice] = await way.open({ files: [...files], password });
  if (!choice?.certificate) {
    await way.close();
    throw new NoCertificate();
  }
  const { certificate, chain, ...key } = way.signingKey({ id: choice.id });
  return { key, certificate, chain, owner: ownerOf(choice.certificate) };
}

async function openKey({ key, certificate, chain, owner }: Found, isKept: boolean): Promise<OpenKey> {
  const module = await signer();
  const signers = [{ key: key.key, certificate, chain }];
  return {
    ...owner,
    certificate,
    sign: async (file, signal) => (await module.sign({ content: file.bytes, signers }, { signal })).message,
    // A kept one belongs to the store; another is let go, and one that is gone already is gone.
    close: () => { if (!isKept) void module.dropKey({ key: key.key }).catch(() => undefined); },
  };
}

/** The way. */
export const containerWay = (): WayToSign => ({ key: "container", name: say("client-way-container"), Reach });
