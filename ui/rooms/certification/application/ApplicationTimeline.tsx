/** What was done to an application, oldest first. The desk sees who did it. */
import { moment } from "../../../parts";
import { say } from "../../../words";
import type { Application, Point } from "./queries";
import { itemName, stageWords } from "./words";

export function ApplicationTimeline({ application, names }: { application: Application; names?: (userId: string) => string }) {
  if (application.steps.length === 0) return null;
  return (
    <section className="sv-card" aria-labelledby="application-life">
      <h2 id="application-life">{say("client-apply-life")}</h2>
      <ol className="sv-life">
        {application.steps.map((step, index) => {
          const before = application.steps[index - 1]?.stage;
          return (
            <li key={`${step.at}-${index}`} className={step.by_user_id ? undefined : "sv-life__operator"}>
              <time dateTime={step.at}>{moment(step.at)}</time>
              <p>
                {step.by_user_id && names && <strong>{names(step.by_user_id)} — </strong>}
                {say(`client-apply-act-${step.act}`)}{step.item && <span className="sv-dim">: {itemName(step.item as Point)}</span>}
              </p>
              {step.stage !== before && <p className="sv-dim">{stageWords(step.stage).text}</p>}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
