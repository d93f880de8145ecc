/** What was done to an application, oldest first. The desk sees who did it. */
import { moment } from "../../../parts";
import { say } from "../../../words";
import type { Application } from "./queries";
import { folded } from "./steps";
import { itemName, stageWords } from "./words";

export function ApplicationTimeline({ application, names }: { application: Application; names?: (userId: string) => string }) {
  if (application.steps.length === 0) return null;
  const told = folded(application.steps);
  return (
    <section className="sv-card" aria-labelledby="application-life">
      <h2 id="application-life">{say("client-apply-life")}</h2>
      <ol className="sv-life">
        {told.map((step, index) => (
          <li key={`${step.at}-${index}`} className={step.by ? undefined : "sv-life__operator"}>
            <time dateTime={step.at}>{moment(step.at)}</time>
            <p>
              {step.by && names && <strong>{names(step.by)} — </strong>}
              {say(`client-apply-act-${step.act}`)}{step.items.length > 0 && <span className="sv-dim">: {step.items.map(itemName).join("; ")}</span>}
            </p>
            {step.stage !== told[index - 1]?.stage && <p className="sv-dim">{stageWords(step.stage).text}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
