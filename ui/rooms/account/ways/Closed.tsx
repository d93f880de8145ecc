/** Why a way is closed: by whose rule, who set it and when. */
import { moment } from "../../../parts";
import { say } from "../../../words";
import type { Rule } from "./rules";

export function Closed({ rules }: { rules: readonly Rule[] }) {
  return (
    <>
      {rules.map((rule) => (
        <div key={`${rule.organization ?? ""}-${rule.set_at}`} className="sv-dim">
          {rule.organization
            ? say("client-ways-by-organization", { organization: rule.organization, who: rule.set_by, at: moment(rule.set_at) })
            : say("client-ways-by-self", { at: moment(rule.set_at) })}
        </div>
      ))}
    </>
  );
}
