/**
 * Service documents and answering titles to sign. What is asked for at about the same time goes by one request: a thousand documents
 * are signed in seconds. A refusal of one is told of all, so that each is then asked for alone.
 */
import { answered, api, fromBase64, type Shapes } from "../../api/client";
import { Refused } from "../../api/refusal";
import type { SignFile } from "../signing/task";

/** Drafts of one request that the server takes. */
const BATCH_MAX = 100;
/** How long a request waits for others. */
const GATHERED_MS = 15;

type Draft = Shapes["DraftBody"];
type Made = Shapes["DraftView"];

interface Asked {
  documentId: string;
  draft: Draft;
  made: (draft: Made) => void;
  failed: (error: unknown) => void;
}

const waiting = new Map<string, Asked[]>();

/** The draft of a document of the box. */
export async function drafted(boxId: string, documentId: string, draft: Draft): Promise<SignFile> {
  const made = await new Promise<Made>((resolve, reject) => {
    const asked = waiting.get(boxId) ?? [];
    asked.push({ documentId, draft, made: resolve, failed: reject });
    if (asked.length >= BATCH_MAX) void make(boxId);
    else if (asked.length === 1) {
      waiting.set(boxId, asked);
      setTimeout(() => void make(boxId), GATHERED_MS);
    }
  });
  return { name: made.file_name, bytes: fromBase64(made.content) };
}

async function make(boxId: string): Promise<void> {
  const asked = waiting.get(boxId) ?? [];
  waiting.delete(boxId);
  const [only] = asked;
  if (!only) return;
  if (asked.length === 1) return alone(boxId, only);
  try {
    const { drafts } = await answered(api.POST("/api/v1/exchange/boxes/{box_id}/drafts", {
      params: { path: { box_id: boxId } },
      body: { drafts: asked.map(({ documentId, draft }) => ({ document_id: documentId, draft })) },
    }));
    for (const [index, one] of asked.entries()) {
      const made = drafts[index];
      if (made) one.made(made);
      else one.failed(new Error("an answer with fewer drafts than were asked for"));
    }
  } catch (error) {
    if (error instanceof Refused && !error.isFault) await Promise.all(asked.map((one) => alone(boxId, one)));
    else for (const one of asked) one.failed(error);
  }
}

async function alone(boxId: string, { documentId, draft, made, failed }: Asked): Promise<void> {
  try {
    made(await answered(api.POST("/api/v1/exchange/boxes/{box_id}/documents/{document_id}/drafts", {
      params: { path: { box_id: boxId, document_id: documentId } }, body: draft,
    })));
  } catch (error) {
    failed(error);
  }
}
