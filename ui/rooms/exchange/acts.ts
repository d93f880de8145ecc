/** What a side may do with a document now, and how each act is made, signed and posted. Start with {@link possible}. */
import { answered, api, bytesAt, contentPath, toBase64, type Shapes } from "../../api/client";
import { day } from "../../parts/format";
import { say } from "../../words";
import type { NamedSigner, SignFile, SignTask } from "../signing/task";
import { drafted } from "./drafted";
import type { DocumentFacts, Row } from "./queries";
import { heading, headingOf, totalOf } from "./words";

/** An act of this side. */
export type ActKind =
  | "sign" | "receipt" | "answer_receipt" | "reject" | "amend" | "revoke" | "accept_revocation" | "reject_revocation";

type ActBody = Shapes["NewActBody"];
type DraftKind = Shapes["DraftKindBody"];

/** Acts that carry the person's words, which must be given. */
export const WORDY: ReadonlySet<ActKind> = new Set(["reject", "amend", "revoke", "reject_revocation"]);

/** What may be done now, the main act first. The server decides again when it comes. */
export function possible(document: DocumentFacts): ActKind[] {
  const { state, side } = document;
  const acts: ActKind[] = [];
  const isRecipient = side === "recipient";
  const isOver = state.outcome === "revoked";
  if (isOver || !state.delivered_at) return acts;
  if (isRecipient && state.answer.state === "waiting") acts.push("sign");
  if (isRecipient && state.receipt.state === "waiting" && state.answer.state !== "waiting") acts.push("receipt");
  if (!isRecipient && state.answer_receipt.state === "waiting") acts.push("answer_receipt");
  if (state.revocation.state === "requested" && state.revocation.by !== side) acts.push("accept_revocation", "reject_revocation");
  if (isRecipient && state.receipt.state === "waiting" && state.answer.state === "waiting") acts.push("receipt");
  if (isRecipient && state.answer.state === "waiting") acts.push("reject");
  if (isRecipient && state.outcome !== "rejected") acts.push("amend");
  if (state.outcome !== "rejected" && state.revocation.state !== "requested") acts.push("revoke");
  return acts;
}

/** Whether the recipient answers with a title of his own, and not with a bare signature: every УПД does. */
function isTitle(document: Pick<DocumentFacts, "kind">): boolean {
  return document.kind !== "nonformalized";
}

interface Part {
  kind: ActBody["kind"];
  parentId: string;
  /** Bytes already here: a bare signature; else what is drafted. */
  draft?: DraftKind;
}

/** What the parts of an act rest on; a row of the list has enough of it for the acts that are done with many. */
interface Ground {
  documentId: string;
  messageId: string;
  isTitle: boolean;
  isReceiptDue: boolean;
  /** The entity that is answered: the buyer's title of a receipt, the proposal to revoke. */
  answerId?: string | null | undefined;
  revocationId?: string | null | undefined;
  /** Names of files by their entities. */
  nameOf: (entityId: string) => string;
}

/** Acts whose ground a row of the list tells. */
const BY_ROW: ReadonlySet<ActKind> = new Set(["sign", "receipt", "reject"]);

function groundOfRow(row: Row): Ground {
  return {
    documentId: row.document_id, messageId: row.message_id, isTitle: isTitle(row),
    isReceiptDue: row.turns.some((turn) => turn.who === row.side && turn.act === "receipt"),
    nameOf: () => row.file_name ?? "",
  };
}

async function groundOf(boxId: string, row: Row | DocumentFacts, act: ActKind): Promise<Ground> {
  if (!("entities" in row) && BY_ROW.has(act)) return groundOfRow(row);
  const document = await answered(api.GET("/api/v1/exchange/boxes/{box_id}/documents/{document_id}", {
    params: { path: { box_id: boxId, document_id: row.document_id } },
  }));
  const { state } = document;
  return {
    documentId: document.document_id, messageId: document.message_id, isTitle: isTitle(document),
    isReceiptDue: state.receipt.state === "waiting", answerId: state.answer.entity_id, revocationId: state.revocation.entity_id,
    nameOf: (entityId) => document.entities.find((one) => one.id === entityId)?.file_name ?? "",
  };
}

/** The parts of an act. Signing a document whose receipt is due sends the receipt with it. */
function partsOf({ documentId: id, isTitle: asTitle, isReceiptDue, answerId, revocationId }: Ground, act: ActKind): Part[] {
  const receipt: Part = { kind: "receipt", parentId: id, draft: "receipt" };
  switch (act) {
    case "sign": {
      const answer: Part = asTitle
        ? { kind: "answer_title", parentId: id, draft: "answer_title" }
        : { kind: "signature", parentId: id };
      return isReceiptDue ? [receipt, answer] : [answer];
    }
    case "receipt": return [receipt];
    case "answer_receipt": return [{ kind: "receipt", parentId: answerId ?? "", draft: "receipt" }];
    case "reject": return [{ kind: "rejection", parentId: id, draft: "rejection" }];
    case "amend": return [{ kind: "amendment_request", parentId: id, draft: "amendment_request" }];
    case "revoke": return [{ kind: "revocation_request", parentId: id, draft: "revocation_request" }];
    case "accept_revocation": return [{ kind: "revocation_acceptance", parentId: revocationId ?? "" }];
    case "reject_revocation": return [{ kind: "revocation_rejection", parentId: revocationId ?? "", draft: "rejection" }];
  }
}

/**
 * The task of the signing dialog. One document is read anew, so that an act fits where it stands now; of a row of the list what the
 * list says is taken, for the server decides all the same and a thousand readings would cost more than the signatures.
 */
export function taskOf(boxId: string, row: Row | DocumentFacts, act: ActKind, text?: string): SignTask {
  const name = "entities" in row ? headingOf(row) : heading(row);
  let parts: Part[] = [];
  let messageId = row.message_id;
  const facts: Record<string, string> = {};
  if (row.counteragent) facts[say("client-column-counteragent")] = row.counteragent.name;
  if (row.number) facts[say("client-filter-number")] = row.number;
  if (row.date) facts[say("client-field-date")] = day(row.date);
  if (row.total_kopecks !== null && row.total_kopecks !== undefined) facts[say("client-column-total")] = totalOf(row);
  return {
    id: row.document_id,
    name,
    facts,
    legal: act === "sign" ? { kind: row.kind, isAnswer: true } : undefined,
    total: row.total_kopecks === null || row.total_kopecks === undefined ? undefined : BigInt(row.total_kopecks),
    prepare: async (signer) => {
      const ground = await groundOf(boxId, row, act);
      parts = partsOf(ground, act);
      messageId = ground.messageId;
      return Promise.all(parts.map((part) => fileOf(boxId, ground, part, signer, text)));
    },
    send: async (files, signatures, key) => {
      const acts = parts.map((part, index): ActBody => ({
        kind: part.kind,
        parent_id: part.parentId,
        receipt_asked: false,
        ...(part.draft ? { content: toBase64(files[index]?.bytes ?? new Uint8Array()) } : {}),
        signature: toBase64(signatures[index] ?? new Uint8Array()),
      }));
      await answered(api.POST("/api/v1/exchange/boxes/{box_id}/messages/{message_id}/patches", {
        params: { path: { box_id: boxId, message_id: messageId }, header: { "Idempotency-Key": key } },
        body: { acts },
      }));
    },
  };
}

async function fileOf(boxId: string, ground: Ground, part: Part, signer: NamedSigner, text: string | undefined): Promise<SignFile> {
  if (!part.draft) {
    const path = contentPath(boxId, ground.messageId, part.parentId);
    return { name: ground.nameOf(part.parentId), bytes: await bytesAt(path, undefined, "no-store") };
  }
  return drafted(boxId, ground.documentId, {
    kind: part.draft,
    parent_id: part.parentId,
    signer: {
      surname: signer.surname, given_name: signer.givenName,
      ...(signer.patronymic ? { patronymic: signer.patronymic } : {}),
      ...(signer.position ? { position: signer.position } : {}),
    },
    ...(text && WORDY_DRAFTS.has(part.draft) ? { text } : {}),
  });
}

const WORDY_DRAFTS: ReadonlySet<DraftKind> = new Set(["rejection", "amendment_request", "revocation_request"]);

/** What may be done with every one of the marked rows. */
export function possibleForRows(rows: readonly Row[]): ActKind[] {
  const all = (act: string) => rows.every((row) => row.turns.some((turn) => turn.who === row.side && turn.act === act));
  const acts: ActKind[] = [];
  if (all("answer")) acts.push("sign", "reject");
  if (all("receipt")) acts.push("receipt");
  if (all("answer_receipt")) acts.push("answer_receipt");
  if (all("answer_revocation")) acts.push("accept_revocation", "reject_revocation");
  return acts;
}
