/** Saving files on the reader's machine. */
import { bytesAt, contentPath } from "../../api/client";
import type { Row } from "./queries";

/** Hands bytes to the browser under a name. */
export function save(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: "application/octet-stream" }));
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
