/**
 * One dialog for one to a thousand documents: what is signed and in what they differ, with which key, how far it is, what
 * failed and why; stopped and begun again without doing any twice.
 */
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useSession } from "../../api/session";
import { Button, count, day, Dialog, errorWords, money, moscowDay, Notice, TextField } from "../../parts";
import { say } from "../../words";
import { KeyVerdict } from "./KeyVerdict";
import { usePosition } from "./position";
import { signerWords } from "./refusals";
import { counted, Runner, type Stand } from "./runner";
import { compared, namedBy, type NamedSigner, type SignTask } from "./task";
import { ways } from "./ways";
import type { OpenKey, ReachProps } from "./way";

/** Documents named one by one; of more their number, total and differing facts are told. */
const NAMED_MAX = 5;
/** Failed ones named one by one. */
const FAILED_SHOWN_MAX = 50;

export interface SignDialogProps {
  title: string;
  verb: string;
  tasks: readonly SignTask[];
  /** How many were done. */
  onClose: (done: number) => void;
}

type Phase = "key" | "running" | "ended";

export function SignDialog({ title, verb, tasks, onClose }: SignDialogProps) {
  const { user, own } = useSession();
  const runner = useMemo(() => new Runner(tasks), [tasks]);
  const stands = useSyncExternalStore(runner.subscribe, runner.stands);
  const [phase, setPhase] = useState<Phase>("key");
  const [key, setKey] = useKey();
  const [position, setPosition] = usePosition();
  const { done, failed, left } = counted(stands);
  const isForeign = key?.inn !== undefined && key.inn !== "" && key.inn !== own.organization.inn;
  const run = async () => {
    if (!key) return;
    setPhase("running");
    const named: NamedSigner = namedBy(key.person || user.name, key.position ?? position.trim());
    await runner.run(named, key.sign);
    const now = counted(runner.stands());
    if (now.failed === 0 && now.left === 0) onClose(now.done);
    else setPhase("ended");
  };
  const finish = () => onClose(done);
  return (
    <Dialog
      title={title}
      verb={verb}
      onApply={() => void run()}
      onClose={finish}
      isBusy={phase === "running"}
      isBarred={!key || isForeign}
      width="m"
      footer={phase === "key" ? undefined : (
        <Footer phase={phase} failed={failed} left={left} onStop={() => runner.stop()} onAgain={() => void run()} onClose={finish} />
      )}
    >
      {phase === "key" && (
        <>
          <What tasks={tasks} />
          <WithWhat chosen={key} onKey={setKey} runner={runner} />
          {key && !key.position && (
            <TextField label={say("client-sign-position")} hint={say("client-sign-position-hint")} value={position} onUpdate={setPosition} maxLength={255} />
          )}
          {key && !isForeign && <KeyVerdict chosen={key} tasks={tasks} />}
          {isForeign && <Notice tone="stop">{say("client-sign-foreign", { inn: own.organization.inn })}</Notice>}
        </>
      )}
      {phase !== "key" && <Progress tasks={tasks} stands={stands} done={done} failed={failed} />}
    </Dialog>
  );
}

/** The open key; it is let go when another comes and when the dialog ends. */
function useKey(): [OpenKey | undefined, (key: OpenKey | undefined) => void] {
  const [key, setKey] = useState<OpenKey | undefined>();
  useEffect(() => () => key?.close(), [key]);
  return [key, setKey];
}

function What({ tasks }: { tasks: readonly SignTask[] }) {
  const { same, differing } = useMemo(() => compared(tasks), [tasks]);
  const total = tasks.reduce<bigint | undefined>((sum, task) => (sum === undefined || task.total === undefined ? undefined : sum + task.total), 0n);
  const [only] = tasks;
  if (tasks.length === 1 && only) {
    return (
      <section className="sv-sign-what" aria-label={say("client-sign-what")}>
        <strong>{only.name}</strong>
        <dl className="sv-facts">{Object.entries(only.facts).map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      </section>
    );
  }
  return (
    <section className="sv-sign-what" aria-label={say("client-sign-what")}>
      <strong>{say("client-sign-documents", { count: tasks.length, shown: count(tasks.length) })}</strong>
      {total !== undefined && <span> {say("client-sign-total", { total: money(total) })}</span>}
      <dl className="sv-facts">{same.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {differing.length > 0 && (
        <details open={tasks.length <= NAMED_MAX}>
          <summary>{say("client-sign-differ", { what: differing.join(", ") })}</summary>
          <div className="sv-scroll sv-sign-list" tabIndex={0} role="region" aria-label={say("client-sign-what")}>
            <table className="sv-goods">
              <thead><tr><th scope="col">{say("client-column-document")}</th>{differing.map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
              <tbody>
                {tasks.map((task) => (
                  <tr key={task.id}><td>{task.name}</td>{differing.map((name) => <td key={name}>{task.facts[name] ?? "—"}</td>)}</tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </section>
  );
}

const WAY_KEPT_AT = "svitok.way";

function WithWhat({ chosen, onKey, runner }: ReachProps & { chosen: OpenKey | undefined }) {
  const all = ways();
  const [wayKey, setWayKey] = useState(() => localStorage.getItem(WAY_KEPT_AT) ?? all[0]?.key ?? "");
  const way = all.find((one) => one.key === wayKey) ?? all[0];
  if (!way) return <Notice tone="stop">{say("client-sign-no-way")}</Notice>;
  if (chosen) {
    return (
      <section className="sv-sign-key" aria-label={say("client-sign-with")}>
        <div>
          <strong>{chosen.person}</strong>{chosen.position && `, ${chosen.position}`}
          <div className="sv-dim">
            {chosen.organization}{chosen.inn && ` · ${say("client-inn", { inn: chosen.inn })}`}
            <br />{say("client-sign-until", { date: day(moscowDay(new Date(chosen.validUntil))) })}
          </div>
        </div>
        <Button view="outlined" size="m" onClick={() => { runner.forget(); onKey(undefined); }}>{say("client-sign-other-key")}</Button>
      </section>
    );
  }
  return (
    <section className="sv-sign-with" aria-label={say("client-sign-with")}>
      {all.length > 1 && (
        <div className="sv-tabs" role="group" aria-label={say("client-sign-ways")}>
          {all.map((one) => (
            <button
              key={one.key}
              type="button"
              className={`sv-tab ${one.key === way.key ? "sv-tab_here" : ""}`}
              aria-pressed={one.key === way.key}
              onClick={() => {
                localStorage.setItem(WAY_KEPT_AT, one.key);
                runner.forget();
                setWayKey(one.key);
              }}
            >
              {one.name}
            </button>
          ))}
        </div>
      )}
      <way.Reach key={way.key} onKey={onKey} runner={runner} />
    </section>
  );
}

function Progress({ tasks, stands, done, failed }: { tasks: readonly SignTask[]; stands: ReadonlyMap<string, Stand>; done: number; failed: number }) {
  const bad = tasks.filter((task) => stands.get(task.id)?.state === "failed");
  return (
    <section aria-live="polite">
      <p><strong>{say("client-sign-progress", { done: count(done), all: count(tasks.length) })}</strong></p>
      <progress className="sv-progress" max={tasks.length} value={done + failed} aria-label={say("client-sign-progress", { done: count(done), all: count(tasks.length) })} />
      {failed > 0 && <Notice tone="stop">{say("client-sign-failed", { count: failed })}</Notice>}
      {bad.length > 0 && (
        <ul className="sv-plain sv-sign-list">
          {bad.slice(0, FAILED_SHOWN_MAX).map((task) => {
            const stand = stands.get(task.id);
            return <li key={task.id}><strong>{task.name}</strong>: {stand?.state === "failed" ? wordsOf(stand.error) : ""}</li>;
          })}
        </ul>
      )}
    </section>
  );
}

function wordsOf(error: unknown): string {
  const { requestId } = errorWords(error);
  const title = signerWords(error);
  return requestId ? `${title} ${say("client-request-id", { id: requestId })}` : title;
}

interface FooterProps {
  phase: Phase;
  failed: number;
  left: number;
  onStop: () => void;
  onAgain: () => void;
  onClose: () => void;
}

function Footer({ phase, failed, left, onStop, onAgain, onClose }: FooterProps) {
  if (phase === "running") return <Button view="outlined" size="l" onClick={onStop}>{say("client-sign-stop")}</Button>;
  return (
    <>
      <Button view="action" size="l" onClick={onAgain}>
        {failed > 0 ? say("client-sign-again", { count: failed + left }) : say("client-sign-go-on", { count: left })}
      </Button>
      <Button view="flat" size="l" onClick={onClose}>{say("client-close")}</Button>
    </>
  );
}
