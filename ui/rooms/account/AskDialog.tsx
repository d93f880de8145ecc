/** A dialog that does one thing: asks, does it once, says what was done, and closes; a refusal stays in it with what was typed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refused, type Problem } from "../../api/refusal";
import { Dialog, errorWords, Notice, told, type DialogProps } from "../../parts";

interface Props extends Pick<DialogProps, "title" | "isBarred" | "isDanger" | "width" | "onClose"> {
  verb: string;
  /** What is done. */
  act: () => Promise<unknown>;
  /** What is said when it was; nothing where the next step shows it. */
  done?: string;
  /** Beginning of the keys of what is no longer as it was shown. */
  stale: readonly unknown[];
  /** Fields that show their own refusal; others stand at the foot. */
  fields?: readonly string[];
  /** The field a refusal is about, where the form has another name for it than the server. */
  fieldOf?: (problem: Problem) => string | null | undefined;
  /** The act leads to a next step, and does not close. */
  keepsOpen?: boolean;
  children: ReactNode | ((wrong: (field: string) => string | undefined) => ReactNode);
}

export function AskDialog({ act, done, stale, fields = [], fieldOf = ({ field }) => field, keepsOpen = false, children, onClose, ...dialog }: Props) {
  const client = useQueryClient();
  const doing = useMutation({
    mutationFn: act,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: stale });
      if (done) told(done);
      if (!keepsOpen) onClose();
    },
  });
  const at = doing.error instanceof Refused ? fieldOf(doing.error.problem) ?? "" : "";
  const wrong = (field: string) => (doing.error && at === field ? errorWords(doing.error).title : undefined);
  return (
    <Dialog {...dialog} isBusy={doing.isPending} onApply={() => doing.mutate()} onClose={onClose}>
      {typeof children === "function" ? children(wrong) : children}
      {doing.error && !fields.includes(at) && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}
