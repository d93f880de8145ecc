/** One value of the form: the control its type wants, what is wrong, and what it is computed by. */
import { memo } from "react";
import type { Computed } from "../../checker/js/checker";
import { Button, day, DayField, InnField, KppField, readDay, SelectField, TextAreaField, TextField } from "../../parts";
import { say } from "../../words";
import { useForm } from "./context";
import { atCell } from "./findingWords";
import type { Field } from "./schema";
import { plainNumber } from "./values";

/** A field at its numbered path. */
export function FieldView({ field, path }: { field: Field; path: string }) {
  const form = useForm();
  return (
    <div className={`sv-blank__cell ${field.widget === "long-text" ? "sv-field_wide" : ""}`} data-path={path} onBlur={() => form.touch(path)}>
      <Control
        field={field}
        value={form.values.at(path)}
        error={atCell(form.findingsAt(path))}
        onUpdate={(value) => form.set(path, value)}
      />
      {field.computed && <ComputedNote by={field.computed} cell={form.computedAt(path)} onBack={() => form.set(path, "")} />}
    </div>
  );
}

/** What the cell is computed by; where a person wrote another value, that they did. */
function ComputedNote({ by, cell, onBack }: { by: NonNullable<Field["computed"]>; cell: Computed | undefined; onBack: () => void }) {
  return (
    <div className="sv-blank__computed">
      {cell?.is_overwritten && (
        <div className="sv-blank__overwritten">
          {say("client-forms-overwritten", { computed: cell.computed })}{" "}
          <Button view="flat" size="s" onClick={onBack}>{say("client-forms-computed-back")}</Button>
        </div>
      )}
      <details>
        <summary>{say(cell && !cell.is_overwritten ? "client-forms-computed" : "client-forms-formula")}</summary>
        <p>{by.words}</p>
        <p className="sv-dim">{by.norm}</p>
      </details>
    </div>
  );
}

interface ControlProps {
  field: Field;
  value: string;
  error: string | undefined;
  onUpdate: (value: string) => void;
}

const Control = memo(function Control({ field, value, error, onUpdate }: ControlProps) {
  const common = { label: field.title, value, error, onUpdate, required: field.is_obligatory };
  const longest = field.length ?? field.max_length;
  switch (field.widget) {
    case "list":
    case "yes-no":
      return <SelectField {...common} options={optionsOf(field)} />;
    case "date":
      return <DayField {...common} value={readDay(value) ?? ""} onUpdate={(iso) => onUpdate(iso ? day(iso) : "")} />;
    case "iso-date":
      return <DayField {...common} />;
    case "inn":
      return <InnField {...common} />;
    case "kpp":
      return <KppField {...common} />;
    case "money":
    case "number":
    case "whole":
    case "year":
      return <TextField {...common} className="sv-field_right" inputMode="decimal" onUpdate={(typed) => onUpdate(plainNumber(typed))} />;
    case "long-text":
      return <TextAreaField {...common} rows={2} {...(longest ? { maxLength: longest } : {})} />;
    case "ogrn":
    case "snils":
    case "time":
    case "text":
      return <TextField {...common} {...(longest ? { maxLength: longest } : {})} />;
  }
}, (one, other) => one.field === other.field && one.value === other.value && one.error === other.error);

/** The values of a list with their names; nothing is chosen at first. */
export function optionsOf({ values = [] }: Field): { value: string; text: string }[] {
  const named = values.map(({ value, title }) => ({ value, text: title ? `${value} — ${title}` : value }));
  return [{ value: "", text: say("client-forms-choose") }, ...named];
}
