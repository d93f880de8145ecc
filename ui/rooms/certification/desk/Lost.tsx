/** Another was faster, or the application moved on: who was first, and that the page shows it as it is now. */
import { Refused } from "../../../api/refusal";
import { errorWords, Notice } from "../../../parts";
import { say } from "../../../words";

export function Lost({ error, first }: { error: unknown; first?: string | undefined }) {
  const isRace = error instanceof Refused && error.problem.status === 409;
  return (
    <Notice tone="stop">
      <span role="alert">
        {errorWords(error).title}
        {isRace && first && ` ${say("client-desk-first", { who: first })}`}
        {isRace && ` ${say("client-desk-refreshed")}`}
      </span>
    </Notice>
  );
}
