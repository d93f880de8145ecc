/** Beginning a document of a form, or going on with one. */
import { Checker } from "../../checker/js/checker";
import type { Form } from "../../checker/js/forms";
import { CheckerRefusal } from "../../checker/js/module";
import { moscowDay } from "../../parts/format";
import { fileId, isMade, partsOf } from "./fileId";
import { findForm } from "./drafts";
import { LiveForm } from "./live";
import { constants, type FormSchema } from "./schema";
import { Values } from "./values";

/** Who made the file, for whoever reads it. */
const PROGRAM = "Svitok";

/** What a form is opened from: nothing, or what is kept or was just chosen. */
export interface Beginning {
  format: string;
  draft?: string | undefined;
}

/** The form is not on this device any more. */
export class DraftGone extends Error {
  override readonly name = "DraftGone";
}

/** A file chosen in the list of forms, for the screen that follows. */
let handed: { id: string; bytes: Uint8Array<ArrayBuffer> } | undefined;

export function hand(id: string, bytes: Uint8Array<ArrayBuffer>): void {
  handed = { id, bytes };
}

/** Opens the form of an address: `draft` names a kept form or a file that was just chosen. */
export async function openForm({ format, draft }: Beginning): Promise<LiveForm> {
  const checker = new Checker();
  const form = (await checker.forms()).find((one) => one.format === format);
  if (!form) throw new CheckerRefusal("formats.format.unknown");
  const schema = await fieldsOf(form);
  const given = handed && handed.id === draft ? handed.bytes : undefined;
  const bytes = given ?? (draft ? (await findForm(draft))?.bytes : undefined);
  if (draft && !bytes) throw new DraftGone();
  if (bytes) return openDocument(checker, form, schema, bytes, given !== undefined);
  await checker.begin(form);
  const live = new LiveForm(checker, form, schema, new Values((await checker.tree()).root));
  begin(live);
  await live.settled();
  return live;
}

/** Goes on with a document; one that is not kept yet counts as changed. */
export async function openDocument(checker: Checker, form: Form, schema: FormSchema, bytes: Uint8Array<ArrayBuffer>, isNew = false): Promise<LiveForm> {
  await checker.open(bytes, form);
  const live = new LiveForm(checker, form, schema, new Values((await checker.tree()).root));
  live.change([]);
  if (isNew) live.edits = 1;
  await live.settled();
  return live;
}

/** The fields of a form, as the server makes them of its definition. */
export async function fieldsOf(form: Form): Promise<FormSchema> {
  const at = `/api/v1/forms/${form.format}/fields`;
  const answer = await fetch(at);
  if (!answer.ok) throw new Error(`${at}: ${answer.status}`);
  return (await answer.json()) as FormSchema;
}

function begin(live: LiveForm): void {
  const { root } = live.schema;
  const own = [["@ВерсПрог", PROGRAM], ["@ВерсФорм", live.form.versions[0] ?? ""]]
    .map(([name = "", value = ""]): [string, string] => [`${root.path}/${name}`, value])
    .filter(([at]) => root.fields.some((field) => field.path === at && field.only === undefined));
  live.change([...own, ...constants(root, root.path)].map(([path, value]) => ({ act: "set", path, value })));
}

/** Keeps the file's own name while nobody wrote another. */
export function nameFile(live: LiveForm, unique: string): void {
  const { root } = live.schema;
  const path = `${root.path}/@ИдФайл`;
  const { prefix } = live.form;
  if (!root.fields.some((field) => field.path === path) || !isMade(live.values.at(path), prefix, unique)) return;
  const name = fileId({ prefix, ...partsOf(root, live.values), day: moscowDay(new Date()), unique });
  if (name !== live.values.at(path)) live.change([{ act: "set", path, value: name }]);
}
