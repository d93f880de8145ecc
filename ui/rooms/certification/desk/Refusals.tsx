/** What the applicant will read: what is to be given again, and why. */
import { say } from "../../../words";
import { inOrder } from "../application/queries";
import { itemName, reasonWords } from "../application/words";
import type { Seen } from "./queries";

export function Refusals({ seen }: { seen: Seen }) {
  const refused = inOrder(seen.application.items).filter((item) => item.state === "refused");
  return (
    <ul>
      {refused.map((item) => (
        <li key={item.item}><strong>{itemName(item.item)}</strong>: {item.reason && reasonWords(item.reason, item.comment)}</li>
      ))}
      {seen.application.identity === "doubted" && <li>{say("client-desk-visit")}</li>}
    </ul>
  );
}
