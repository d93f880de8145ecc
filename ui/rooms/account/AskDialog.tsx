/** A dialog that does one thing: asks, does it once, says what was done, and closes; a refusal stays in it with what was typed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Refused } from "../../api/refusal";
import { Dialog, errorWords, Notice, told, type DialogProps } from "../../parts";

interface Props extends Pick<DialogProps, "title" | "verb" | "isBarred" | "isDanger" | "width" | "onClose"> {
  /** What is done. */
  act: () => Promise<unknown>;
  /** What is said when it was. */
  done: string;
  /** Beginning of the keys of what is no longer as it was shown. */
  stale: readonly unknown[];
  /** Fields that show their own refusal; others stand at the foot. */
  fields?: readonly string[];
  children: ReactNode | ((wrong: (field: string) => string | undefined) => ReactNode);
}

export function AskDialog({ act, done, stale, fields = [], children, onClose, ...dialog }: Props) {
  const client = useQueryClient();
  const doing = useMutation({
    mutationFn: act,
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: stale });
      told(done);
      onClose();
    },
  });
  const at = doing.error instanceof Refused ? doing.error.problem.field ?? "" : "";
  const wrong = (field: string) => (doing.error && at === field ? errorWords(doing.error).title : undefined);
  return (
    <Dialog {...dialog} isBusy={doing.isPending} onApply={() => doing.mutate()} onClose={onClose}>
      {typeof children === "function" ? children(wrong) : children}
      {doing.error && !fields.includes(at) && <Notice tone="stop">{errorWords(doing.error).title}</Notice>}
    </Dialog>
  );
}
