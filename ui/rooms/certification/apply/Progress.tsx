/** Where an application stands: four steps, what is to be done now, the place in the queue with its clock. */
import { day, Notice, type Tone } from "../../../parts";
import { say } from "../../../words";
import { inOrder, type Application, type Stage } from "../application/queries";
import { itemName } from "../application/words";
import { missing } from "./fieldRules";

const STEPS = ["filling", "check", "issue", "install"] as const;
/** The step an application is at; all are done where there is none. */
const AT: Record<Stage, number> = { new: 0, rejected: 0, under_check: 1, ready_for_issue: 2, ready_to_install: 3, installed: 4, expired: 4, revoked: 4 };
const NEXT_TONES: Record<Stage, Tone> = {
  new: "mine", rejected: "stop", under_check: "wait", ready_for_issue: "mine", ready_to_install: "mine", installed: "good", expired: "stop", revoked: "stop",
};

export function Progress({ application }: { application: Application }) {
  const at = AT[application.stage];
  return (
    <>
      <ol className="sv-steps" aria-label={say("client-apply-steps")}>
        {STEPS.map((step, index) => (
          <li key={step} className={`sv-steps__step ${index < at ? "sv-steps__step_done" : ""}`} aria-current={index === at ? "step" : undefined}>
            {say(`client-apply-step-${step}`)}
            {index < at && <span className="sv-hidden">{say("client-apply-step-done")}</span>}
          </li>
        ))}
      </ol>
      <Next application={application} />
    </>
  );
}

function Next({ application }: { application: Application }) {
  const { stage, identity, place } = application;
  const left = missing(inOrder(application.items)).map(itemName).join("; ");
  const isFilling = stage === "new" || stage === "rejected";
  return (
    <>
      <Notice tone={NEXT_TONES[stage]}>
        <strong>{say(`client-apply-next-${stage}`)}</strong>
        {isFilling && <div>{left ? say("client-apply-left", { items: left }) : say("client-apply-nothing-left")}</div>}
        {place && <div>{say("client-apply-place", { before: place.before })} {place.due_on && say("client-apply-due", { date: day(place.due_on) })}</div>}
      </Notice>
      {identity === "doubted" && <Notice tone="stop">{say("client-apply-visit")}</Notice>}
    </>
  );
}
