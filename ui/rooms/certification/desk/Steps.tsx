/** What was done with the application, oldest first; operators see each other by name. */
import { moment } from "../../../parts";
import { say } from "../../../words";
import { useNames } from "./names";
import type { Seen } from "./queries";

export function Steps({ seen }: { seen: Seen }) {
  const names = useNames(seen.people);
  const { steps, holder_user_id: holder } = seen.application;
  return (
    <details className="sv-card sv-steps">
      <summary><h2>{say("client-desk-steps", { count: steps.length })}</h2></summary>
      <ol className="sv-life">
        {steps.map((step, index) => (
          <li key={index}>
            <time dateTime={step.at}>{moment(step.at)}</time>
            <p>
              <strong>{!step.by_user_id ? say("client-desk-program") : step.by_user_id === holder ? say("client-desk-applicant") : names(step.by_user_id)}</strong>
              {" — "}{say(`client-desk-step-${step.act}`)}
              {step.item && <span className="sv-dim">: {say(`certification-item-${step.item}`)}</span>}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
