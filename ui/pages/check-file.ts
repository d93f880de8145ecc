/**
 * What a script adds to the page of checking a file: the file is checked here, in a worker, and does not leave the device. Without
 * the script, or without the module, the form sends it to the server, which answers with the same page.
 */
import { Checker, hasChecker, type Checked, type Finding } from "../checker/js/checker";
import { CheckerRefusal } from "../checker/js/module";
import { phrase, type Say } from "../checker/js/told";
import type { Language } from "../words";

/** No larger file is checked anywhere: the engine's own limit. */
const FILE_BYTES_MAX = 32 * 1024 * 1024;

async function openedWords() {
  const all = await import("../words");
  const spoken: Language = document.documentElement.lang === "en" ? "en" : "ru";
  await all.openWords(spoken);
  return all;
}

function sample(id: string): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(`template#${id}`);
  if (!template) throw new Error(`no sample ${id}`);
  return template.content.cloneNode(true) as DocumentFragment;
}

function fill(fragment: DocumentFragment, part: string, text: string): void {
  const place = fragment.querySelector(`[data-part="${part}"]`);
  if (place) place.textContent = text;
}

/** What stands beside a finding: both sides of a control ratio, or what was found and what would be accepted. */
function valuesOf(say: Say, { layer, sides, found, accepted_phrase: accepted }: Finding): Record<string, string> {
  if (sides) return { ...sides };
  return layer === "embedded" || layer === "ratio" ? {} : { found: phrase(say, found), accepted: phrase(say, accepted) };
}

function item(say: Say, find: (key: string) => string | undefined, finding: Finding): DocumentFragment {
  const made = sample(finding.severity === "error" ? "finding-error" : "finding-warning");
  const isEmbedded = finding.layer === "embedded";
  fill(made, "what", find(finding.code.replaceAll(".", "-")) ?? phrase(say, finding.found));
  fill(made, "line", String(finding.line));
  fill(made, "column", String(finding.column));
  fill(made, "norm", isEmbedded ? `${finding.norm} · ${finding.code}` : finding.norm);
  const values = valuesOf(say, finding);
  for (const row of made.querySelectorAll<HTMLElement>("[data-row]")) {
    const value = values[row.dataset["row"] ?? ""];
    if (value === undefined) row.remove();
    else fill(made, row.dataset["row"] ?? "", value);
  }
  const crumbs = made.querySelector('[data-part="crumbs"]');
  finding.crumbs.forEach(({ name, title, number }, at) => {
    const crumb = document.createElement("span");
    crumb.title = name;
    crumb.textContent = number > 1 ? `${title} № ${number}` : title;
    crumbs?.append(...(at > 0 ? [" › "] : []), crumb);
  });
  return made;
}

async function shown(result: Element, name: string, checked: Checked): Promise<void> {
  const { say, find } = await openedWords();
  const head = sample(checked.findings.length === 0 ? "head-clean" : "head-wrong");
  fill(head, "name", name);
  fill(head, "form", checked.format ? `${await titleOf(checked.format)} · ${checked.format}` : say("client-check-file-unknown"));
  const parts: Node[] = [head];
  if (checked.cut) parts.push(sample("cut"));
  if (checked.findings.length > 0) {
    const list = document.createElement("ol");
    list.className = "findings";
    list.append(...checked.findings.map((finding) => item(say, find, finding)));
    parts.push(list);
  }
  result.replaceChildren(...parts);
}

async function failed(result: Element, error: unknown): Promise<void> {
  const { say, find } = await openedWords();
  const known = error instanceof CheckerRefusal ? find(error.code.replaceAll(".", "-")) : undefined;
  const told = document.createElement("p");
  told.className = "refusal";
  told.role = "alert";
  told.textContent = known ?? say("client-check-file-failed", { why: error instanceof Error ? error.message : String(error) });
  result.replaceChildren(told);
}

const checker = new Checker();

async function titleOf(format: string): Promise<string> {
  return (await checker.forms()).find((form) => form.format === format)?.title ?? "";
}

function helped(form: HTMLFormElement, input: HTMLInputElement, result: Element): void {
  let turn = 0;
  const button = form.querySelector("button");
  const run = async (file: File) => {
    turn += 1;
    const own = turn;
    button?.setAttribute("aria-busy", "true");
    try {
      if (file.size > FILE_BYTES_MAX) throw new CheckerRefusal("formats.file.too-large");
      const checked = await checker.check(file.name, new Uint8Array(await file.arrayBuffer()));
      if (own === turn) await shown(result, file.name, checked);
    } catch (error) {
      if (own === turn) await failed(result, error);
    } finally {
      if (own === turn) button?.removeAttribute("aria-busy");
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const file = input.files?.[0];
    if (file) void run(file);
  });
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file) void run(file);
  });
  const mark = (isOver: boolean) => document.body.classList.toggle("dropping", isOver);
  document.addEventListener("dragover", (event) => { event.preventDefault(); mark(true); });
  document.addEventListener("dragleave", () => mark(false));
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (file) void run(file);
  });
}

const form = document.querySelector<HTMLFormElement>("form#check-file");
const input = form?.querySelector<HTMLInputElement>("input[type=file]");
const result = document.querySelector("#result");
if (hasChecker && form && input && result) {
  helped(form, input, result);
  for (const note of document.querySelectorAll<HTMLElement>("[data-with-script]")) note.hidden = false;
  for (const note of document.querySelectorAll<HTMLElement>("[data-without-script]")) note.hidden = true;
}
