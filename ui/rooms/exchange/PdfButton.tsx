/** A paper that the server prints, saved as a file: one at a time; what it is refused for stands beside. */
import { useMutation } from "@tanstack/react-query";
import { bytesAt } from "../../api/client";
import { Button, errorWords, Notice } from "../../parts";
import { say } from "../../words";
import { save } from "./download";

/** Whether a document or a file of its flow has an official form; what people send as it is has none. */
export function hasForm(kind: string): boolean {
  return kind !== "nonformalized" && kind !== "nonformalized_document";
}

/** Address of a document on paper, or of one file of its flow. */
export function printPath(boxId: string, documentId: string, entityId?: string): string {
  const path = `/api/v1/exchange/boxes/${boxId}/documents/${documentId}/print.pdf`;
  return entityId === undefined ? path : `${path}?entity_id=${entityId}`;
}

export interface PdfButtonProps {
  /** Address of the paper in the API. */
  path: string;
  /** Name of the file without its ending. */
  name: string;
  size?: "m" | "l";
}

export function PdfButton({ path, name, size = "l" }: PdfButtonProps) {
  const saving = useMutation({ mutationFn: async () => save(`${name}.pdf`, await bytesAt(path)) });
  return (
    <>
      <Button view="outlined" size={size} loading={saving.isPending} onClick={() => { if (!saving.isPending) saving.mutate(); }}>{say("client-print-pdf")}</Button>
      {saving.error && <Notice tone="stop">{errorWords(saving.error).title}</Notice>}
    </>
  );
}
