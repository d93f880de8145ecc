/** Documents from files: dropped or chosen, each recognised as a title of a УПД or taken as it is; signed and sent. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useRef, useState, type DragEvent } from "react";
import { answered, api, toBase64 } from "../../api/client";
import { useSession } from "../../api/session";
import { Button, bytesSize, Checkbox, IconButton, Notice, Page, PICTURES, SelectField, StatusBadge, TextAreaField, told } from "../../parts";
import { say } from "../../words";
import type { SignTask } from "../signing/task";
import { MeterPrice } from "../billing/MeterLine";
import { counteragentsOf, ofBox } from "./queries";
import { readTitle } from "./title/read";
import { kindOf } from "./utd/model";

const SignDialog = lazy(() => import("../signing/SignDialog").then((module) => ({ default: module.SignDialog })));

/** Files of one sending: as many as one dialog takes. */
const FILES_MAX = 1000;
/** The largest file the server takes by default. */
const FILE_BYTES_MAX = 70 * 1024 * 1024;
/** Longest words to the recipient. */
const WORDS_MAX = 5000;

interface Given {
  id: string;
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Number, date and function, where it is a title of a УПД. */
  title: { number: string; date: string; code: string } | undefined;
}

export function FromFile() {
  const { own } = useSession();
  const navigate = useNavigate();
  const linked = (useQuery(counteragentsOf(own.boxId)).data ?? []).filter((one) => one.status === "linked");
  const [files, setFiles] = useState<readonly Given[]>([]);
  const [toBoxId, setTo] = useState("");
  const [comment, setComment] = useState("");
  const [isAnswerAsked, setAnswerAsked] = useState(true);
  const [problem, setProblem] = useState<string | undefined>();
  const [isSigning, setSigning] = useState(false);
  const add = async (given: readonly File[]) => {
    const large = given.find((file) => file.size > FILE_BYTES_MAX || file.size === 0);
    setProblem(large ? say(large.size === 0 ? "client-file-empty" : "client-file-large", { name: large.name }) : undefined);
    const read = await Promise.all(given.filter((file) => file.size <= FILE_BYTES_MAX && file.size > 0).map(async (file): Promise<Given> => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const title = file.name.toLowerCase().endsWith(".xml") ? readTitle(bytes) : undefined;
      return { id: crypto.randomUUID(), name: file.name, bytes, title: title && { number: title.number, date: title.date, code: title.function } };
    }));
    setFiles((present) => [...present, ...read].slice(0, FILES_MAX));
  };
  return (
    <Page title={say("client-create-file")} back={<Link to="/outgoing">← {say("client-place-outgoing")}</Link>}>
      <section className="sv-card sv-form">
        <Drop onFiles={(given) => void add(given)} />
        {problem && <Notice tone="stop">{problem}</Notice>}
        {files.length > 0 && (
          <ul className="sv-plain sv-given">
            {files.map((file) => (
              <li key={file.id}>
                <div>
                  <strong>{file.name}</strong> <span className="sv-dim">{bytesSize(file.bytes.length)}</span>{" "}
                  {file.title
                    ? <StatusBadge tone="good">{say("client-file-recognised", file.title)}</StatusBadge>
                    : <StatusBadge tone="wait">{say("client-function-nonformalized")}</StatusBadge>}
                </div>
                <IconButton name={say("client-file-drop", { name: file.name })} icon={PICTURES.drop} onClick={() => setFiles((present) => present.filter((one) => one.id !== file.id))} />
              </li>
            ))}
          </ul>
        )}
        <SelectField
          label={say("client-utd-recipient")}
          value={toBoxId}
          onUpdate={setTo}
          hint={linked.length === 0 ? say("client-utd-nobody") : undefined}
          options={[{ value: "", text: say("client-utd-choose") }, ...linked.map((one) => ({ value: one.box_id, text: `${one.name ?? ""} · ${one.inn ?? ""}` }))]}
        />
        {files.some((file) => !file.title) && (
          <Checkbox size="l" checked={isAnswerAsked} onUpdate={setAnswerAsked}>{say("client-file-answer")}</Checkbox>
        )}
        <TextAreaField label={say("client-utd-comment")} value={comment} onUpdate={setComment} rows={2} maxLength={WORDS_MAX} />
        <div>
          <Button view="action" size="l" disabled={files.length === 0 || toBoxId === ""} onClick={() => setSigning(true)}>{say("client-sign-and-send")}</Button>{" "}
          {files.length > 0 && <MeterPrice documents={files.length} />}
        </div>
      </section>
      {isSigning && (
        <Suspense fallback={null}>
          <Sending
            {...{ files, toBoxId, comment, isAnswerAsked }}
            to={linked.find((one) => one.box_id === toBoxId)?.name ?? ""}
            onClose={(done) => {
              setSigning(false);
              if (done === 0) return;
              told(say("client-done-send", { count: done }));
              void navigate({ to: "/outgoing" });
            }}
          />
        </Suspense>
      )}
    </Page>
  );
}

function Drop({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(event.type === "dragover");
    if (event.type === "drop") onFiles([...event.dataTransfer.files]);
  };
  return (
    <div className={`sv-drop ${isOver ? "sv-drop_over" : ""}`} onDragOver={over} onDragLeave={over} onDrop={over}>
      <p>{say("client-file-drop-here")}</p>
      <Button view="outlined" size="l" onClick={() => field.current?.click()}>{say("client-file-choose")}</Button>
      <input
        ref={field}
        type="file"
        multiple
        className="sv-hidden"
        tabIndex={-1}
        aria-label={say("client-file-choose")}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
    </div>
  );
}

interface SendingProps {
  files: readonly Given[];
  toBoxId: string;
  to: string;
  comment: string;
  isAnswerAsked: boolean;
  onClose: (done: number) => void;
}

function Sending({ files, toBoxId, to, comment, isAnswerAsked, onClose }: SendingProps) {
  const { own } = useSession();
  const client = useQueryClient();
  const tasks = useMemo(() => files.map((file): SignTask => ({
    id: file.id,
    name: file.name,
    facts: { [say("client-column-counteragent")]: to, [say("client-filter-kind")]: say(file.title ? "client-kind-utd_transfer" : "client-kind-nonformalized") },
    legal: { kind: file.title ? kindOf(file.title.code) : "nonformalized", isAnswer: false },
    prepare: () => Promise.resolve([{ name: file.name, bytes: file.bytes }]),
    send: async (_files, signatures, key) => {
      await answered(api.POST("/api/v1/exchange/boxes/{box_id}/messages", {
        params: { path: { box_id: own.boxId }, header: { "Idempotency-Key": key } },
        body: {
          to_box_id: toBoxId,
          documents: [{
            kind: file.title ? "utd_title" : "nonformalized",
            content: toBase64(file.bytes),
            signature: toBase64(signatures[0] ?? new Uint8Array()),
            ...(file.title ? {} : { file_name: file.name, signature_asked: isAnswerAsked }),
            ...(comment.trim() ? { comment: comment.trim() } : {}),
          }],
        },
      }));
    },
  })), [comment, files, isAnswerAsked, own.boxId, to, toBoxId]);
  // What is shown of the box is asked for once, not after each of a thousand.
  const end = (done: number) => {
    if (done > 0) void client.invalidateQueries({ queryKey: ofBox(own.boxId) });
    onClose(done);
  };
  return <SignDialog title={say("client-sign-and-send")} verb={say("client-sign-and-send")} tasks={tasks} onClose={end} />;
}
