/** The signature is made elsewhere: the exact bytes go out, signature files come back and are verified against them. */
import { useState } from "react";
import { useSession } from "../../api/session";
import type { Matched } from "../../signer/js/signer.js";
import { Button, count, Notice, TextField } from "../../parts";
import { say } from "../../words";
import { save } from "../exchange/download";
import { ownerOf } from "./keyStore";
import { usePosition } from "./position";
import { signerWords } from "./refusals";
import { signer } from "./signer";
import { namedBy, type SignFile } from "./task";
import type { OpenKey, ReachProps, WayToSign } from "./way";
import { zipped } from "./zip";

/** Refused files named one by one. */
const REFUSED_SHOWN_MAX = 20;
/** A signature of one document with its certificates takes some KiB; a file larger than this is something else. */
const SIGNATURE_BYTES_MAX = 1024 * 1024;
/** Signature files read at once, as many as one dialog has documents, each with a receipt. */
const SIGNATURES_MAX = 2000;

/** A file that was not taken. */
interface RefusedFile { name: string; why: string }

type Taken = Exclude<Matched, { refusal: unknown }>;

function Reach({ runner, onKey }: ReachProps) {
  const { user } = useSession();
  const [name, setName] = useState(user.name);
  const [position, setPosition] = usePosition();
  const [files, setFiles] = useState<readonly SignFile[] | undefined>();
  const [taken, setTaken] = useState<ReadonlyMap<number, Taken>>(new Map());
  const [refused, setRefused] = useState<readonly RefusedFile[]>([]);
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const busily = async (act: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(signerWords(error));
    } finally {
      setBusy(false);
    }
  };
  const give = () => busily(async () => {
    const made = files ?? (await runner.prepare(namedBy(name, position.trim())));
    setFiles(made);
    handOver(made);
  });
  const take = (given: readonly File[]) => busily(async () => {
    if (!files) return;
    const found = await matched(files, given);
    const all = new Map([...taken, ...found.taken]);
    setTaken(all);
    setRefused(found.refused);
    if (all.size === files.length) onKey(await keyOf(files, all, position.trim()));
  });
  return (
    <div className="sv-reach">
      <p className="sv-dim">{say("client-way-ready-about")}</p>
      <TextField label={say("client-way-ready-who")} value={name} onUpdate={setName} disabled={files !== undefined} maxLength={180} required />
      <TextField label={say("client-sign-position")} value={position} onUpdate={setPosition} disabled={files !== undefined} maxLength={255} />
      <Button view="outlined" size="l" loading={isBusy && !files} disabled={name.trim() === ""} onClick={() => void give()}>
        {files ? say("client-way-ready-again") : say("client-way-ready-give")}
      </Button>
      {files && (
        <label className="sv-field">
          <span className="sv-field__label">{say("client-way-ready-take")}</span>
          <input
            type="file" multiple accept=".sig,.p7s,.p7m,.sgn,.sign,.der,.pem" className="sv-input" disabled={isBusy}
            onChange={(event) => { void take([...(event.target.files ?? [])]); event.target.value = ""; }}
          />
        </label>
      )}
      {files && taken.size < files.length && (
        <p role="status">{say("client-way-ready-matched", { taken: count(taken.size), all: count(files.length) })}</p>
      )}
      {refused.length > 0 && (
        <ul className="sv-plain sv-sign-list">
          {refused.slice(0, REFUSED_SHOWN_MAX).map((one) => <li key={one.name}><strong>{one.name}</strong>: {one.why}</li>)}
        </ul>
      )}
      {problem && <Notice tone="stop">{problem}</Notice>}
    </div>
  );
}

function handOver(files: readonly SignFile[]): void {
  const [only] = files;
  if (files.length === 1 && only) save(only.name, only.bytes);
  else save(say("client-way-ready-archive"), zipped(files));
}

/** Which of the files each signature signs, and what was not taken. */
async function matched(files: readonly SignFile[], given: readonly File[]): Promise<{ taken: [number, Taken][]; refused: RefusedFile[] }> {
  const [module, { ReadyWay }] = await Promise.all([signer(), import("../../signer/js/signer.js")]);
  const isFit = (file: File) => file.size > 0 && file.size <= SIGNATURE_BYTES_MAX;
  const ready = given.filter(isFit).slice(0, SIGNATURES_MAX);
  const refused = given.filter((file) => !ready.includes(file)).map(({ name }) => ({ name, why: say("client-way-ready-size") }));
  const found = await new ReadyWay(module).match({ contents: files.map(({ bytes }) => bytes), ready });
  const taken: [number, Taken][] = [];
  for (const [index, one] of found.entries()) {
    if ("refusal" in one) refused.push({ name: ready[index]?.name ?? "", why: signerWords(one.refusal) });
    else for (const place of one.places) taken.push([place, one]);
  }
  return { taken, refused };
}

/** The "key": signatures that are already there, by the bytes they sign. Refuses signatures of several people. */
async function keyOf(files: readonly SignFile[], taken: ReadonlyMap<number, Taken>, position: string): Promise<OpenKey> {
  const [first, ...rest] = [...taken.values()];
  const view = first?.report.signers[0]?.certificate;
  const isOther = ({ report }: Taken) => report.signers[0]?.certificate?.thumbprint !== view?.thumbprint;
  if (!first || !view || rest.some(isOther)) throw new SeveralSigners();
  const module = await signer();
  const { certificates } = await module.readMessage({ message: first.message });
  const read = (await Promise.all(certificates.map((bytes) => module.readCertificates({ bytes })))).flat();
  const own = read.find(({ thumbprint }) => thumbprint === view.thumbprint);
  if (!own) throw new SeveralSigners();
  const byBytes = new Map(files.map((file, place) => [file.bytes, taken.get(place)?.message]));
  const owner = ownerOf(own);
  return {
    ...owner,
    position: owner.position ?? position,
    certificate: own.der,
    sign: (file) => {
      const message = byBytes.get(file.bytes);
      return message ? Promise.resolve(message) : Promise.reject(new SeveralSigners());
    },
    close: () => undefined,
  };
}

/** Not one person's signatures under all of the files. */
class SeveralSigners extends Error {
  readonly code = "client.way.ready-several";
}

/** The way. */
export const readyWay = (): WayToSign => ({ key: "ready", name: say("client-way-ready"), Reach });
