/** Why an item is not accepted: a ready reason, and an own sentence beside it. The applicant reads both. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Dialog, ErrorState, errorWords, Notice, Skeleton, TextAreaField } from "../../../parts";
import { say } from "../../../words";
import { rulesOfScans } from "../application/queries";
import { itemName, reasonWords } from "../application/words";
import type { ItemName, Judged, Reason } from "./queries";

/** Characters of an own sentence that the server keeps. */
const COMMENT_MAX = 500;

interface Props {
  item: ItemName;
  refuse: (judged: Judged) => Promise<unknown>;
  onClose: () => void;
  onDone: () => void;
}

export function RefuseDialog({ item, refuse, onClose, onDone }: Props) {
  const asked = useQuery(rulesOfScans());
  const [reason, setReason] = useState<Reason | undefined>();
  const [comment, setComment] = useState("");
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const needsWords = reason === "other" && comment.trim() === "";
  const apply = () => {
    if (!reason || needsWords) return;
    setBusy(true);
    refuse({ item, reason, comment: comment.trim() }).then(onDone, (error: unknown) => {
      setProblem(error);
      setBusy(false);
    });
  };
  return (
    <Dialog
      title={say("client-desk-refuse-ask", { name: itemName(item) })}
      verb={say("client-desk-refuse")} isDanger isBusy={isBusy} isBarred={!reason || needsWords} onApply={apply} onClose={onClose} width="s"
    >
      {asked.isPending && <Skeleton rows={4} />}
      {asked.error && <ErrorState error={asked.error} retry={() => void asked.refetch()} />}
      <fieldset className="sv-rights">
        <legend>{say("client-desk-refuse-why")}</legend>
        {asked.data?.reasons.filter((one) => one.items.includes(item)).map((one) => (
          <label key={one.reason} className="sv-key">
            <input type="radio" name="reason" checked={reason === one.reason} onChange={() => setReason(one.reason)} />
            <span>{one.reason === "other" ? say("client-desk-refuse-other") : reasonWords(one.reason)}</span>
          </label>
        ))}
      </fieldset>
      <TextAreaField
        label={say("client-desk-refuse-comment")} hint={say(needsWords ? "client-desk-refuse-comment-needed" : "client-desk-refuse-comment-hint")}
        value={comment} onUpdate={setComment} maxLength={COMMENT_MAX} rows={2}
      />
      {problem !== undefined && <Notice tone="stop">{errorWords(problem).title}</Notice>}
    </Dialog>
  );
}
