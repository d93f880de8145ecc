/** What is still wrong, beside the form: each leads to its cell. What has only to be filled in is counted apart. */
import type { Finding } from "../../checker/js/checker";
import { Button, StatusBadge } from "../../parts";
import { say } from "../../words";
import { useForm } from "./context";
import { beside, isAbsent, what } from "./findingWords";
import { jump } from "./jump";

/** Findings told at once; a person mends them from the top. */
const TOLD_MAX = 40;

export function FindingsList() {
  const form = useForm();
  const { findings, cut, problem } = form.shown;
  const absent = findings.filter(isAbsent);
  const wrong = findings.filter((finding) => !isAbsent(finding));
  return (
    <aside className="sv-card sv-wrongs" aria-label={say("client-forms-findings")}>
      <div className="sv-wrongs__head" role="status">
        <h2>{say("client-forms-findings")}</h2>
        {problem === undefined && (findings.length === 0
          ? <StatusBadge tone="good">{say("client-forms-clean")}</StatusBadge>
          : <StatusBadge tone={wrong.some(({ severity }) => severity === "error") ? "stop" : "mine"}>{say("client-forms-count", { count: findings.length })}</StatusBadge>)}
      </div>
      <List findings={wrong} />
      {absent.length > 0 && (
        <details open={form.isAsked || wrong.length === 0}>
          <summary>{say("client-forms-absent", { count: absent.length })}</summary>
          <List findings={absent} />
        </details>
      )}
      {cut && <p className="sv-dim">{say("client-forms-cut")}</p>}
    </aside>
  );
}

function List({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ol className="sv-wrongs__list">
      {findings.slice(0, TOLD_MAX).map((finding, index) => <Item key={`${finding.path}:${finding.code}:${index}`} finding={finding} />)}
      {findings.length > TOLD_MAX && <li className="sv-dim">{say("client-forms-more", { count: findings.length - TOLD_MAX })}</li>}
    </ol>
  );
}

function Item({ finding }: { finding: Finding }) {
  const form = useForm();
  const more = beside(finding);
  const crumbs = finding.crumbs.slice(-2).map(({ title, number }) => (number > 1 ? `${title} № ${number}` : title)).join(" › ");
  return (
    <li className={`sv-wrong sv-wrong_${finding.severity}`}>
      <button type="button" className="sv-wrong__go" onClick={() => jump(form, finding.path)}>
        <span className="sv-wrong__place">{crumbs}</span>
        <span>{what(finding)}</span>
        {more && <span className="sv-wrong__more">{more}</span>}
      </button>
      {finding.layer === "ratio" && <details><summary>{say("client-forms-ground")}</summary><p className="sv-dim">{finding.norm}</p></details>}
    </li>
  );
}

/** How the document stands, in a word and a button; on a narrow screen it leads to the list. */
export function Standing() {
  const form = useForm();
  const errors = form.shown.findings.filter(({ severity }) => severity === "error").length;
  return (
    <div className="sv-submit__total" data-took={Math.round(form.shown.tookMs)}>
      {errors === 0
        ? <StatusBadge tone="good">{say("client-forms-ready")}</StatusBadge>
        : <Button view="flat" size="l" onClick={() => document.querySelector(".sv-wrongs")?.scrollIntoView({ block: "start" })}>{say("client-forms-count", { count: errors })}</Button>}
    </div>
  );
}
