/** Saving files on the reader's machine. */
import { bytesAt, contentPath } from "../../api/client";
import type { Row } from "./queries";

/** Hands bytes, or a whole file, to the browser under a name. */
export function save(name: string, content: Uint8Array<ArrayBuffer> | Blob): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the bytes by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}

/** The documents themselves, file after file. */
export async function downloadTitles(boxId: string, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    save(row.file_name ?? `${row.document_id}.bin`, await bytesAt(contentPath(boxId, row.message_id, row.document_id)));
  }
}
