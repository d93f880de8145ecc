/** What the applicant will read: what is to be given again, and why. */
import { useQuery } from "@tanstack/react-query";
import { say } from "../../../words";
import { reasonText } from "./items";
import { reasonsOf, type Seen } from "./queries";

export function Refusals({ seen }: { seen: Seen }) {
  const reasons = useQuery(reasonsOf).data ?? [];
  const refused = seen.application.items.filter((item) => item.state === "refused");
  return (
    <ul>
      {refused.map((item) => (
        <li key={item.item}>
          <strong>{say(`certification-item-${item.item}`)}</strong>: {item.reason && reasonText(reasons, item.reason)}
          {item.comment && <> <q>{item.comment}</q></>}
        </li>
      ))}
      {seen.application.identity === "doubted" && <li>{say("client-desk-visit")}</li>}
    </ul>
  );
}
