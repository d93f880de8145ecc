/** Diagnostics of the workplace: what is in order, what is not, what repairs it; the result shared without personal data. */
import { Link } from "@tanstack/react-router";
import { useContext, useEffect, useMemo, useRef, useState } from "react";
import { answered, api, newKey } from "../../api/client";
import { PresentSession } from "../../api/session";
import { Button, errorWords, Notice, Page, StatusBadge, type Tone } from "../../parts";
import { Tell } from "../../parts/Tell";
import { find, say } from "../../words";
import { CHECKS, run, type CheckState, type Finding, type Present } from "./checks";

const TONES: Record<CheckState, Tone> = { good: "good", bad: "stop", unknown: "wait" };

type Findings = ReadonlyMap<string, Finding>;

export function Diagnostics() {
  const session = useContext(PresentSession);
  const present = useMemo<Present>(() => ({ session, own: session?.own }), [session]);
  const [findings, again, isBusy] = useFindings(present);
  const [problem, setProblem] = useState<string | undefined>();
  const faults = [...findings.values()].filter(({ state }) => state === "bad").length;
  const repair = async (act: () => Promise<unknown>) => {
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(errorWords(error).title);
    }
    again();
  };
  return (
    <Page
      title={say("client-diagnostics")}
      about={say("client-diagnostics-about")}
      actions={<Button view="action" size="l" loading={isBusy} onClick={again}>{say("client-diagnostics-again")}</Button>}
    >
      <p aria-live="polite">
        {isBusy && say("client-diagnostics-going", { done: findings.size, all: CHECKS.length })}
        {!isBusy && <strong>{say("client-diagnostics-found", { count: faults })}</strong>}
      </p>
      {problem && <Notice tone="stop">{problem}</Notice>}
      <ul className="sv-plain sv-card sv-checks">
        {CHECKS.map(({ name }) => <Line key={name} name={name} finding={findings.get(name)} onRepair={(act) => void repair(act)} />)}
      </ul>
      {!isBusy && session && <Share findings={findings} />}
      {!session && <p><a href="/sign-in?back=/diagnostics">{say("client-diagnostics-sign-in")}</a></p>}
    </Page>
  );
}

/** What was found so far, a way to look anew, and whether it is looked. */
function useFindings(present: Present): [Findings, () => void, boolean] {
  const [findings, setFindings] = useState<Findings>(new Map());
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let isOld = false;
    setFindings(new Map());
    void (async () => {
      for (const check of CHECKS) {
        const finding = await run(check, present);
        if (isOld) return;
        setFindings((before) => new Map(before).set(check.name, finding));
      }
    })();
    return () => { isOld = true; };
  }, [present, turn]);
  return [findings, () => setTurn((before) => before + 1), findings.size < CHECKS.length];
}

function Line({ name, finding, onRepair }: { name: string; finding: Finding | undefined; onRepair: (act: () => Promise<unknown>) => void }) {
  const [isBusy, setBusy] = useState(false);
  const { state, found, repair } = finding ?? {};
  const advice = state && state !== "good" ? find(`client-check-${name}-${state}`) : undefined;
  return (
    <li className="sv-check">
      <div>
        <strong>{say(`client-check-${name}`)}</strong>
        {advice && <div>{advice}{name === "keys" && <> <Link to="/certificates">{say("client-place-certificates")}</Link></>}</div>}
        {found && state !== "good" && <div className="sv-dim">{found}</div>}
      </div>
      <div className="sv-check__state">
        {state ? <StatusBadge tone={TONES[state]}>{say(`client-check-${state}`)}</StatusBadge> : <span className="sv-dim">{say("client-check-waits")}</span>}
        {repair && (
          <Button view="outlined" size="m" loading={isBusy} onClick={() => { setBusy(true); onRepair(repair); }}>{say("client-check-repair")}</Button>
        )}
      </div>
    </li>
  );
}

function Share({ findings }: { findings: Findings }) {
  const [link, setLink] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | undefined>();
  const [isBusy, setBusy] = useState(false);
  const [isTelling, setTelling] = useState(false);
  const key = useRef(newKey());
  const share = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const checks = [...findings].map(([name, { state, found }]) => ({ name, state, found: found.slice(0, FOUND_MAX) }));
      const kept = await answered(api.POST("/api/v1/support/reports", {
        params: { header: { "Idempotency-Key": key.current } }, body: { checks },
      }));
      setLink(location.origin + kept.link);
    } catch (error) {
      setProblem(errorWords(error).title);
    } finally {
      key.current = newKey();
      setBusy(false);
    }
  };
  return (
    <section className="sv-section">
      <h2>{say("client-diagnostics-share")}</h2>
      <p className="sv-dim">{say("client-diagnostics-share-about")}</p>
      {problem && <Notice tone="stop">{problem}</Notice>}
      {link && (
        <label className="sv-field">
          <span className="sv-field__label">{say("client-diagnostics-link")}</span>
          <input className="sv-input" readOnly value={link} onFocus={(event) => event.target.select()} />
        </label>
      )}
      <div className="sv-acts">
        <Button view="outlined" size="l" loading={isBusy} onClick={() => void share()}>{say("client-diagnostics-make-link")}</Button>
        <Button view="outlined" size="l" onClick={() => setTelling(true)}>{say("client-report")}</Button>
        <Link to="/support">{say("client-support-own")}</Link>
      </div>
      {isTelling && <Tell code="client.diagnostics" onClose={() => setTelling(false)} />}
    </section>
  );
}

/** Longest finding that the server takes. */
const FOUND_MAX = 200;
