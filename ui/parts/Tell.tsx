/** Tells the administrators of the host what went wrong: its code and number go along, the words are the person's own. */
import { useRef, useState } from "react";
import { answered, api, newKey } from "../api/client";
import { say } from "../words";
import { Button, TextAreaField } from "./base";
import { Dialog } from "./Dialog";
import { errorWords } from "./errorWords";
import { told } from "./toast";

/** Longest words that the server takes. */
const WORDS_MAX = 2000;

interface Props {
  /** The stable code of what went wrong. */
  code: string;
  /** The number under which the server's journal has it. */
  requestId?: string | undefined;
  onClose: () => void;
}

export function Tell({ code, requestId, onClose }: Props) {
  const [comment, setComment] = useState("");
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const key = useRef(newKey());
  const body = { code, place: location.pathname, comment: comment.trim(), ...(requestId ? { trace_id: requestId } : {}) };
  const file = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await answered(api.POST("/api/v1/support/requests", { params: { header: { "Idempotency-Key": key.current } }, body }));
      told(say("client-tell-done"));
      onClose();
    } catch (error) {
      setProblem(errorWords(error).title);
    } finally {
      setBusy(false);
    }
  };
  const copy = () => {
    const lines = [code, requestId && say("client-request-id", { id: requestId }), location.pathname, navigator.userAgent, body.comment];
    void navigator.clipboard.writeText(lines.filter(Boolean).join("\n")).then(() => told(say("client-report-copied")));
  };
  return (
    <Dialog title={say("client-report")} verb={say("client-tell-send")} onApply={() => void file()} onClose={onClose} isBusy={isBusy} width="s">
      <p>{say("client-tell-about")}</p>
      <p className="sv-dim">{code}{requestId && <><br />{say("client-request-id", { id: requestId })}</>}</p>
      <TextAreaField label={say("client-tell-comment")} value={comment} onUpdate={setComment} rows={4} maxLength={WORDS_MAX} error={problem} autoFocus />
      {problem && <Button view="outlined" size="m" onClick={copy}>{say("client-tell-copy")}</Button>}
    </Dialog>
  );
}
