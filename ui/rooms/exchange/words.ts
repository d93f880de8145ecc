/** How documents and where they stand are called. */
import type { Tone } from "../../parts";
import { day, money } from "../../parts/format";
import { find, say } from "../../words";
import type { DocumentFacts, Entity, Row } from "./queries";

/** `УПД № 7 от 28.11.2026`; a file is called by its name. */
export function heading(row: Pick<Row, "kind" | "file_name" | "number" | "date">): string {
  const name = row.kind === "nonformalized" && row.file_name ? row.file_name : say(`client-kind-${row.kind}`);
  const number = row.number ? say("client-number", { number: row.number }) : "";
  const date = row.date ? say("client-dated", { date: day(row.date) }) : "";
  return [name, number, date].filter(Boolean).join(" ");
}

/** The document with its file, as the page of a document has it. */
export function headingOf(document: DocumentFacts): string {
  const file = document.entities.find((entity) => entity.id === document.document_id)?.file_name;
  return heading({ ...document, file_name: file ?? null });
}

/** One word of where it stands, with its tone. */
export function stateOf(row: Pick<Row, "outcome" | "turn" | "side">): { tone: Tone; text: string } {
  if (row.outcome === "finished") return { tone: "good", text: say("client-state-finished") };
  if (row.outcome === "rejected") return { tone: "stop", text: say("client-state-rejected") };
  if (row.outcome === "revoked") return { tone: "stop", text: say("client-state-revoked") };
  if (row.turn === row.side) return { tone: "mine", text: say("client-state-mine") };
  if (row.turn === "sender" || row.turn === "recipient") return { tone: "wait", text: say("client-state-theirs") };
  return { tone: "wait", text: say("client-state-operator") };
}

/** Whose turn it is: the server's order, of the open duties. */
export function turnOf(document: DocumentFacts): string {
  const parties = document.turns.filter((turn) => turn.who !== "operator");
  const own = parties.find((turn) => turn.who === document.side);
  return own?.who ?? parties[0]?.who ?? document.turns[0]?.who ?? "nobody";
}

/** The total, where there is one. */
export function totalOf(row: Pick<Row, "total_kopecks" | "currency">): string {
  return row.total_kopecks === undefined || row.total_kopecks === null ? "" : money(row.total_kopecks, row.currency);
}

/** What an entity says in words. */
export function saidBy(entity: Entity | undefined): string | undefined {
  return entity?.service?.text ?? undefined;
}

/** The text of a reason's code, as verdicts give it: `pki.signature.mismatch`. */
export function reason(code: string): string {
  return find(code.replaceAll(".", "-")) ?? code;
}
