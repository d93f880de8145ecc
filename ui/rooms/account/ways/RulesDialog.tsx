/** Which ways are closed: one choice for all of them, saved together. */
import { useState, type ReactNode } from "react";
import { Checkbox } from "../../../parts";
import { say } from "../../../words";
import { AskDialog } from "../AskDialog";
import { RULES, type RuleName } from "./rules";

interface Props {
  title: string;
  about: string;
  /** Those that hold now. */
  rules: readonly string[];
  save: (rules: RuleName[]) => Promise<unknown>;
  /** What those that are chosen would bring, told before they are saved. */
  consequences?: (rules: RuleName[]) => ReactNode;
  stale: readonly unknown[];
  onClose: () => void;
}

export function RulesDialog({ title, about, rules, save, consequences, stale, onClose }: Props) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(rules));
  const put = (rule: RuleName, isClosed: boolean) => setChosen((present) => {
    const next = new Set(present);
    if (isClosed) next.add(rule);
    else next.delete(rule);
    return next;
  });
  const rulesNow = RULES.filter((rule) => chosen.has(rule));
  return (
    <AskDialog
      title={title} verb={say("client-ways-save")} done={say("client-ways-saved")} stale={stale} width="s" onClose={onClose}
      act={() => save(rulesNow)}
    >
      <p>{about}</p>
      <fieldset className="sv-rights">
        <legend>{say("client-ways-closed")}</legend>
        {RULES.map((rule) => (
          <Checkbox key={rule} size="l" checked={chosen.has(rule)} onUpdate={(isClosed) => put(rule, isClosed)}>{say(`client-ways-rule-${rule}`)}</Checkbox>
        ))}
      </fieldset>
      <div aria-live="polite">{consequences?.(rulesNow)}</div>
    </AskDialog>
  );
}
