/** What can be done with the marked documents, at the bottom of the list. */
import { useState } from "react";
import { useSession } from "../../api/session";
import { Button } from "../../parts";
import { say } from "../../words";
import { ActDialog } from "./ActDialog";
import { possibleForRows, type ActKind } from "./acts";
import { markedWords } from "./Board";
import { downloadTitles } from "./download";
import type { Row } from "./queries";
import { useToldMarks } from "./readings";
import { markable } from "./unread";

/** The most that one dialog takes. */
const MARKED_MAX = 1000;

export function BulkBar({ rows, onDone }: { rows: readonly Row[]; onDone: () => void }) {
  const { own } = useSession();
  const [act, setAct] = useState<ActKind | undefined>();
  const acts = rows.length <= MARKED_MAX ? possibleForRows(rows) : [];
  const { mark, isPending } = useToldMarks(own.boxId);
  const isUnread = markable(rows, false, new Date()).length === 0;
  const changed = markable(rows, isUnread, new Date());
  return (
    <div className="sv-bulk" role="region" aria-label={say("client-bulk")}>
      <strong className="sv-bulk__count" aria-live="polite">{markedWords(rows.length)}</strong>
      {acts.map((one, index) => (
        <Button key={one} view={index === 0 ? "action" : "outlined"} size="l" onClick={() => setAct(one)}>{say(`client-do-${one}`)}</Button>
      ))}
      <Button view="outlined" size="l" onClick={() => void downloadTitles(own.boxId, rows)}>{say("client-download")}</Button>
      {changed.length > 0 && (
        <Button
          view="outlined"
          size="l"
          loading={isPending}
          onClick={() => mark({ documentIds: changed.map((row) => row.document_id), isUnread }, onDone)}
        >
          {say(isUnread ? "client-do-unread" : "client-do-read")}
        </Button>
      )}
      {acts.length === 0 && rows.length > 1 && <span className="sv-dim">{say("client-bulk-nothing")}</span>}
      <Button view="flat" size="l" onClick={onDone}>{say("client-unmark")}</Button>
      {act && <ActDialog boxId={own.boxId} rows={rows} act={act} onClose={(isDone) => { setAct(undefined); if (isDone) onDone(); }} />}
    </div>
  );
}
