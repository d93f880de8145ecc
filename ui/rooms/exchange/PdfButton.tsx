/** A paper that the server prints, saved as a file: one at a time; what it is refused for stands beside. */
import { useMutation } from "@tanstack/react-query";
import { bytesAt } from "../../api/client";
import { Button, errorWords, Notice } from "../../parts";
import { say } from "../../words";
import { save } from "./download";

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
