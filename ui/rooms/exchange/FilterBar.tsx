/** The filters above a list: the usual ones at once, the rest in a sheet. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../../api/session";
import { Button, DayField, day, moscowDay, quarter, SelectField, SideSheet, TextField } from "../../parts";
import { say } from "../../words";
import { isNarrowed, periodOf, withPart, type Filters } from "./filters";
import { counteragentsOf } from "./queries";

const OUTCOMES = ["going", "finished", "rejected", "revoked"] as const;
const KINDS = ["utd_invoice_and_transfer", "utd_invoice", "utd_transfer", "nonformalized"] as const;

interface Props {
  side: "sender" | "recipient";
  filters: Filters;
  onFilter: (filters: Filters) => void;
}

export function FilterBar({ side, filters, onFilter }: Props) {
  const [isOpen, setOpen] = useState(false);
  const turns = [["", "client-turn-all"], ["mine", "client-turn-mine"], ["theirs", "client-turn-theirs"]] as const;
  return (
    <div className="sv-filters" role="group" aria-label={say("client-filters")}>
      <div className="sv-tabs">
        {turns.map(([turn, key]) => (
          <button
            key={key}
            type="button"
            className={`sv-tab ${(filters.turn ?? "") === turn ? "sv-tab_here" : ""}`}
            aria-pressed={(filters.turn ?? "") === turn}
            onClick={() => onFilter(withPart(filters, "turn", turn))}
          >
            {say(key)}
          </button>
        ))}
        {side === "recipient" && (
          <button
            type="button"
            className={`sv-tab ${filters.unread ? "sv-tab_here" : ""}`}
            aria-pressed={filters.unread !== undefined}
            onClick={() => onFilter(withPart(filters, "unread", filters.unread ? undefined : "true"))}
          >
            {say("client-filter-unread")}
          </button>
        )}
      </div>
      <div className="sv-chips"><Chips filters={filters} onFilter={onFilter} /></div>
      <Button view="outlined" size="l" onClick={() => setOpen(true)}>{say("client-filters-open")}</Button>
      {isOpen && <FilterSheet {...{ side, filters, onFilter }} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** What is narrowed, each part with its own way back. */
function Chips({ filters, onFilter }: Omit<Props, "side">) {
  const { own } = useSession();
  const counteragents = useQuery(counteragentsOf(own.boxId)).data;
  const chips: [keyof Filters, string][] = [];
  if (filters.outcome) chips.push(["outcome", say(`client-outcome-${filters.outcome}`)]);
  if (filters.kinds) chips.push(["kinds", filters.kinds.split(",").map((kind) => say(`client-kind-full-${kind}`)).join(", ")]);
  if (filters.number) chips.push(["number", say("client-number", { number: filters.number })]);
  if (filters.from) chips.push(["from", say("client-from", { date: day(filters.from) })]);
  if (filters.to) chips.push(["to", say("client-to", { date: day(filters.to) })]);
  if (filters.counteragent) {
    chips.push(["counteragent", counteragents?.find((one) => one.box_id === filters.counteragent)?.name ?? say("client-column-counteragent")]);
  }
  return (
    <>
      {chips.map(([key, text]) => (
        <button key={key} type="button" className="sv-chip" onClick={() => onFilter(withPart(filters, key, undefined))}>
          {text} <span aria-hidden="true">×</span>
          <span className="sv-hidden">{say("client-filter-remove")}</span>
        </button>
      ))}
      {isNarrowed(filters) && chips.length > 1 && (
        <Button view="flat" size="m" onClick={() => onFilter({})}>{say("client-filters-reset")}</Button>
      )}
    </>
  );
}

function FilterSheet({ filters, onFilter, onClose }: Props & { onClose: () => void }) {
  const { own } = useSession();
  const counteragents = useQuery(counteragentsOf(own.boxId)).data ?? [];
  const [chosen, setChosen] = useState(filters);
  const set = <K extends keyof Filters>(key: K) => (value: string) => setChosen((present) => withPart(present, key, value as Filters[K]));
  const today = moscowDay(new Date());
  const any = { value: "", text: say("client-any") };
  const periods = [
    { text: say("client-this-month"), ...periodOf(today, "month") },
    { text: quarter(today), ...periodOf(today, "quarter") },
  ];
  return (
    <SideSheet
      title={say("client-filters")}
      onClose={onClose}
      footer={
        <>
          <Button view="action" size="l" onClick={() => { onFilter(chosen); onClose(); }}>{say("client-filters-apply")}</Button>
          <Button view="flat" size="l" onClick={() => { onFilter({}); onClose(); }}>{say("client-filters-reset")}</Button>
        </>
      }
    >
      <SelectField
        label={say("client-column-state")}
        value={chosen.outcome ?? ""}
        onUpdate={set("outcome")}
        options={[any, ...OUTCOMES.map((value) => ({ value, text: say(`client-outcome-${value}`) }))]}
      />
      <SelectField
        label={say("client-filter-kind")}
        value={chosen.kinds ?? ""}
        onUpdate={set("kinds")}
        options={[any, ...KINDS.map((value) => ({ value, text: say(`client-kind-full-${value}`) }))]}
      />
      <SelectField
        label={say("client-column-counteragent")}
        value={chosen.counteragent ?? ""}
        onUpdate={set("counteragent")}
        options={[any, ...counteragents.map((one) => ({ value: one.box_id, text: `${one.name ?? one.box_id} · ${one.inn ?? ""}` }))]}
      />
      <TextField label={say("client-filter-number")} value={chosen.number ?? ""} onUpdate={set("number")} hint={say("client-filter-number-hint")} />
      <div className="sv-pair" key={`${chosen.from}-${chosen.to}`}>
        <DayField label={say("client-filter-from")} value={chosen.from ?? ""} onUpdate={(iso) => { if (iso !== (chosen.from ?? "")) set("from")(iso); }} />
        <DayField label={say("client-filter-to")} value={chosen.to ?? ""} onUpdate={(iso) => { if (iso !== (chosen.to ?? "")) set("to")(iso); }} />
      </div>
      <div className="sv-periods">
        {periods.map(({ text, from, to }) => (
          <Button key={text} view="outlined" size="m" onClick={() => setChosen((present) => ({ ...present, from, to }))}>{text}</Button>
        ))}
      </div>
    </SideSheet>
  );
}
