/** Fields of the audience: numbers with check digits, days, sums. What is wrong is said on leaving, never while typing. */
import { useState } from "react";
import { say } from "../words";
import { TextField, type TextFieldProps } from "./base";
import { isInn, isKpp } from "./checkDigits";
import { day, sum } from "./format";
import { readDay, readKopecks } from "./numbers";

type Plain = Omit<TextFieldProps, "inputMode" | "maxLength">;

/** Shows what is wrong once the field was left, until it is right again. */
function useLeft(value: string, wrong: string | undefined) {
  const [left, setLeft] = useState(false);
  return { error: left && value.trim() !== "" ? wrong : undefined, leave: () => setLeft(true) };
}

/** ИНН: ten digits of a company, twelve of a person. */
export function InnField(props: Plain) {
  const digits = props.value.replace(/\D/g, "");
  const { error, leave } = useLeft(digits, isInn(digits) ? undefined : say("client-wrong-inn"));
  return (
    <TextField
      {...props}
      inputMode="numeric"
      maxLength={12}
      error={props.error ?? error}
      onBlur={leave}
      onUpdate={(text) => props.onUpdate(text.replace(/\D/g, "").slice(0, 12))}
    />
  );
}

/** КПП of a company. */
export function KppField(props: Plain) {
  const { error, leave } = useLeft(props.value, isKpp(props.value) ? undefined : say("client-wrong-kpp"));
  return (
    <TextField
      {...props}
      maxLength={9}
      error={props.error ?? error}
      onBlur={leave}
      onUpdate={(text) => props.onUpdate(text.toUpperCase().replace(/[^\dA-Z]/g, "").slice(0, 9))}
    />
  );
}

/** A day: typed as 28112026 or 28.11.2026, kept as ISO; the value is empty while it is no day. */
export function DayField({ value, onUpdate, ...rest }: Plain) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const shown = typed ?? (value ? day(value) : "");
  const { error, leave } = useLeft(shown, readDay(shown) ? undefined : say("client-wrong-day"));
  return (
    <TextField
      {...rest}
      value={shown}
      inputMode="numeric"
      maxLength={10}
      placeholder={rest.placeholder ?? say("client-day-placeholder")}
      error={rest.error ?? error}
      onUpdate={(text) => {
        setTyped(text);
        onUpdate(readDay(text) ?? "");
      }}
      onBlur={() => {
        leave();
        if (readDay(shown)) setTyped(undefined);
      }}
    />
  );
}

/** A sum: typed with a point or a comma and spaces, kept as typed until it is left. */
export function MoneyField({ value, onUpdate, ...rest }: Plain) {
  const read = readKopecks(value);
  const { error, leave } = useLeft(value, read === undefined ? say("client-wrong-sum") : undefined);
  return (
    <TextField
      {...rest}
      className={`sv-field_right ${rest.className ?? ""}`}
      value={value}
      inputMode="decimal"
      onUpdate={onUpdate}
      error={rest.error ?? error}
      onBlur={() => {
        leave();
        if (read !== undefined) onUpdate(sum(read));
      }}
    />
  );
}
