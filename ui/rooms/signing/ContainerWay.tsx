/** The key is in a file: a PFX, or a PEM key with its certificate beside. It stays in the worker's memory and nowhere else. */
import { useState } from "react";
import { Button, Notice, TextField } from "../../parts";
import { find, say } from "../../words";
import { signer } from "./signer";
import type { OpenKey, WayToSign } from "./way";

function Reach({ onKey }: { onKey: (key: OpenKey | undefined) => void }) {
  const [files, setFiles] = useState<readonly File[]>([]);
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      onKey(await opened(files, password));
    } catch (error) {
      setProblem(wordsOf(error));
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
      {problem && <Notice tone="stop">{problem}</Notice>}
      <Button type="submit" view="outlined" size="l" loading={isBusy} disabled={files.length === 0}>{say("client-way-container-open")}</Button>
    </form>
  );
}

/** A refusal of the module has a code, and the code a text. */
function wordsOf(error: unknown): string {
  if (error instanceof Error && "code" in error && typeof error.code === "string") {
    const given = "arguments" in error ? (error.arguments as Record<string, string>) : {};
    return find(error.code.replaceAll(".", "-"), given) ?? say("client-way-unopened");
  }
  if (error instanceof NoCertificate) return say("client-way-no-certificate");
  return say("client-way-unopened");
}

class NoCertificate extends Error {}

const isPem = (bytes: Uint8Array, label: string) => new TextDecoder("latin1").decode(bytes).includes(label);

/** Opens the first key of the files, with the certificate that fits it. */
async function opened(files: readonly File[], password: string): Promise<OpenKey> {
  const module = await signer();
  const contents = await Promise.all(files.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  const certificates: Uint8Array[] = [];
  let key: number | undefined;
  let own: Uint8Array | undefined;
  let chain: Uint8Array[] = [];
  for (const [index, bytes] of contents.entries()) {
    const name = files[index]?.name.toLowerCase() ?? "";
    if (isPem(bytes, "PRIVATE KEY")) {
      key = (await module.readKey({ bytes, ...(password ? { password } : {}) })).key;
    } else if (name.endsWith(".pfx") || name.endsWith(".p12")) {
      const container = await module.openContainer({ file: bytes, password });
      const [first] = container.keys;
      key = first?.key;
      own = first?.certificate;
      chain = first?.chain ?? [];
    } else {
      certificates.push(bytes);
    }
  }
  if (key === undefined) throw new NoCertificate();
  const keyNumber = key;
  const views = (await Promise.all((own ? [own] : certificates).map((bytes) => module.readCertificates({ bytes })))).flat();
  const [view, ...rest] = views;
  if (!view) throw new NoCertificate();
  const named = (name: string) => view.subject.find((one) => one.name === name)?.value;
  const person = [named("surname"), named("givenName")].filter(Boolean).join(" ");
  const signers = [{ key: keyNumber, certificate: view.der, chain: own ? chain : rest.map((one) => one.der) }];
  return {
    person,
    position: named("title"),
    organization: named("o") ?? named("cn"),
    inn: named("innLe") ?? named("inn"),
    validUntil: new Date(view.not_after_ms).toISOString(),
    thumbprint: view.thumbprint,
    sign: async (file, signal) => (await module.sign({ content: file.bytes, signers }, { signal })).message,
    close: () => void module.dropKey({ key: keyNumber }).catch(() => undefined),
  };
}

/** The way. */
export const containerWay = (): WayToSign => ({ key: "container", name: say("client-way-container"), Reach });
