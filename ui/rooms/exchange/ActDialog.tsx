/** One act with one or many documents: words first where they are needed, then the signing dialog. */
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { Dialog, TextAreaField, told } from "../../parts";
import { say } from "../../words";
import { taskOf, WORDY, type ActKind } from "./acts";
import { ofBox, type DocumentFacts, type Row } from "./queries";

const SignDialog = lazy(() => import("../signing/SignDialog").then((module) => ({ default: module.SignDialog })));

/** Longest words a service document takes. */
const WORDS_MAX = 5000;

interface Props {
  boxId: string;
  rows: readonly (Row | DocumentFacts)[];
  act: ActKind;
  onClose: (isDone: boolean) => void;
}

export function ActDialog({ boxId, rows, act, onClose }: Props) {
  const [words, setWords] = useState<string | undefined>(WORDY.has(act) ? undefined : "");
  if (words === undefined) return <Words act={act} onClose={() => onClose(false)} onSaid={setWords} />;
  return <Signing {...{ boxId, rows, act, words, onClose }} />;
}

function Words({ act, onSaid, onClose }: { act: ActKind; onSaid: (words: string) => void; onClose: () => void }) {
  const [text, setText] = useState("");
  return (
    <Dialog
      title={say(`client-do-${act}`)}
      verb={say("client-go-on")}
      isBarred={text.trim() === ""}
      onApply={() => onSaid(text.trim())}
      onClose={onClose}
    >
      <p>{say(`client-about-${act}`)}</p>
      <TextAreaField label={say(`client-words-${act}`)} value={text} onUpdate={setText} rows={4} maxLength={WORDS_MAX} autoFocus required />
    </Dialog>
  );
}

function Signing({ boxId, rows, act, words, onClose }: Props & { words: string }) {
  const client = useQueryClient();
  const tasks = useMemo(() => rows.map((row) => taskOf(boxId, row, act, words)), [boxId, rows, act, words]);
  return (
    <Suspense fallback={null}>
      <SignDialog
        title={say(`client-do-${act}`)}
        verb={say(`client-verb-${act}`)}
        tasks={tasks}
        onClose={(done) => {
          if (done > 0) {
            void client.invalidateQueries({ queryKey: ofBox(boxId) });
            told(say(`client-done-${act}`, { count: done }));
          }
          onClose(done > 0);
        }}
      />
    </Suspense>
  );
}
