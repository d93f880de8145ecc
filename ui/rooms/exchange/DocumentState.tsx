/** The state, whose turn by when and by which norm, what else was asked. */
import { day, moscowDay, StatusBadge } from "../../parts";
import { say } from "../../words";
import { Asked } from "./Document";
import type { Names } from "./names";
import type { DocumentFacts } from "./queries";
import { stateOf, turnOf } from "./words";

export function DocumentState({ document, names }: { document: DocumentFacts; names: Names }) {
  const { tone, text } = stateOf({ outcome: document.state.outcome, side: document.side, turn: turnOf(document) });
  return (
    <section className="sv-card" aria-labelledby="state">
      <h2 id="state">{say("client-column-state")}</h2>
      <p><StatusBadge tone={tone}>{text}</StatusBadge></p>
      {document.turns.length === 0 && <p>{say("client-turn-nobody")}</p>}
      {document.turns.length > 0 && (
        <ul className="sv-plain">
          {document.turns.map((turn) => <Turn key={`${turn.who}-${turn.act}`} turn={turn} names={names} />)}
        </ul>
      )}
      <Asked document={document} who={names} />
    </section>
  );
}

function Turn({ turn, names }: { turn: DocumentFacts["turns"][number]; names: Names }) {
  const isLate = turn.due_on ? turn.due_on < moscowDay(new Date()) : false;
  return (
    <li>
      <strong>{names(turn.who)}</strong>: {say(`client-act-${turn.act}`)}
      {turn.due_on && (
        <span className={isLate ? "sv-late" : undefined}>, {say(isLate ? "client-overdue" : "client-due", { date: day(turn.due_on) })}</span>
      )}
      {turn.norm && <div className="sv-dim">{turn.norm.act}, {turn.norm.address}</div>}
      {!turn.due_on && <div className="sv-dim">{say("client-due-none")}</div>}
    </li>
  );
}
