/** A key in this browser or in a file signs a challenge of the server. The signing module comes when this form is there. */
import address from "virtual:signer-module";
import type { BrowserWay, FileWay, SigningChoice } from "../../signer/js/signer.js";
import { base64, challenge, filledBy } from "./form";
import { say, told } from "./words";

interface Asked {
  challenge: string;
  text: string;
}

/** Where keys are. */
interface Ways {
  file: FileWay;
  /** None in a window where nothing is kept. */
  browser: BrowserWay | undefined;
}

const PLACE = "/api/v1/account/sign-ins/certificate/challenges";
/** Of the choice that is no kept key. */
const FROM_FILE = "";

/** A refusal of this page, told as the module's are: its code is the key of its text. */
class Refusal extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

async function open(): Promise<Ways> {
  const { BrowserWay: Browser, FileWay: File, KeyStore, Signer } = await import("../../signer/js/signer.js");
  const module = new Signer(address);
  const store = await KeyStore.open(module).catch(() => undefined);
  return { file: new File(module), browser: store && new Browser(module, store) };
}

/** The form is sent with the signed challenge; keys that are kept here stand above the file. */
export function byCertificate(form: HTMLFormElement): void {
  const opened = open();
  void opened.then(({ browser }) => browser?.list()).then((kept) => showKept(form, kept ?? [])).catch(() => undefined);
  filledBy(form, async () => signed(form, await opened), told);
}

/** Keys whose certificate can sign in now. */
function usable(kept: readonly SigningChoice[]): SigningChoice[] {
  return kept.filter(({ certificate }) => certificate && certificate.not_after_ms > Date.now());
}

async function showKept(form: HTMLFormElement, kept: readonly SigningChoice[]): Promise<void> {
  const list = form.querySelector<HTMLElement>(".kept");
  const fromFile = form.querySelector<HTMLElement>("[data-from-file]");
  const keys = usable(kept);
  if (!list || !fromFile || keys.length === 0) return;
  const other = await say("client-entry-from-file");
  const named = keys.map((key): [string, string] => [key.id, ownerOf(key)]);
  for (const [index, [id, name]] of [...named, [FROM_FILE, other] as const].entries()) list.append(radio(id, name, index === 0));
  list.hidden = false;
  fromFile.hidden = true;
  list.addEventListener("change", () => { fromFile.hidden = chosen(form) !== FROM_FILE; });
}

function radio(id: string, name: string, isChecked: boolean): HTMLLabelElement {
  const label = document.createElement("label");
  const input = document.createElement("input");
  Object.assign(input, { type: "radio", name: "kept", value: id, checked: isChecked });
  const text = document.createElement("span");
  text.textContent = name;
  label.append(input, text);
  return label;
}

function ownerOf({ certificate, name }: SigningChoice): string {
  const said = (part: string) => certificate?.subject.find((one) => one.name === part)?.value;
  const person = [said("surname"), said("givenName")].filter(Boolean).join(" ") || said("cn");
  return [person, said("o"), name].filter(Boolean).join(" · ");
}

function chosen(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>("input[name=kept]:checked")?.value ?? FROM_FILE;
}

async function signed(form: HTMLFormElement, ways: Ways): Promise<Record<string, string>> {
  const secret = form.querySelector<HTMLInputElement>("#secret")?.value;
  const id = chosen(form);
  const isKept = id !== FROM_FILE && ways.browser;
  const key = isKept ? id : await fromFiles(form, ways.file, secret);
  const asked = await challenge<Asked>(PLACE);
  const content = new TextEncoder().encode(asked.text);
  const { message } = isKept
    ? await isKept.sign({ id: key, content, secret: secret || undefined })
    : await ways.file.sign({ id: key, content });
  return { challenge: asked.challenge, signature: base64(message) };
}

async function fromFiles(form: HTMLFormElement, way: FileWay, password: string | undefined): Promise<string> {
  const files = [...(form.querySelector<HTMLInputElement>("#files")?.files ?? [])];
  if (files.length === 0) throw new Refusal("client-entry-no-file");
  // What an earlier try opened is let go: one key signs.
  await way.close();
  const keys = await way.open({ files, ...(password ? { password } : {}) });
  const key = keys.find(({ certificate }) => certificate);
  if (!key) throw new Refusal("client-entry-no-certificate");
  return key.id;
}
