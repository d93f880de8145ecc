/** The fields of an application: each is saved when it is left, is refused at its own place, and has its own verdict. */
import { useState } from "react";
import { errorWords, TextField } from "../../../parts";
import { say } from "../../../words";
import { Verdict } from "../application/ApplicationFacts";
import { fieldsOf, type Application, type Item, type Place, type Point } from "../application/queries";
import { itemName, shownValue } from "../application/words";
import { useEdit } from "./acts";
import { isOptional, takes, TEXT_SIGNS_MAX } from "./fieldRules";

const NUMBERS: readonly Point[] = ["person_inn", "snils", "passport"];

export function Fields({ place, application }: { place: Place; application: Application }) {
  return (
    <div className="sv-apply-fields">
      {fieldsOf(application).map((item) => <OneField key={item.item} place={place} item={item} />)}
    </div>
  );
}

function OneField({ place, item }: { place: Place; item: Item }) {
  const { item: name } = item;
  const kept = shownValue(name, item.value ?? "");
  const [typed, setTyped] = useState<string | undefined>();
  const [isLeft, setLeft] = useState(false);
  const edit = useEdit(place, name);
  const value = typed ?? kept;
  const leave = () => {
    setLeft(true);
    if (typed === undefined || typed === kept) return setTyped(undefined);
    // What is refused stays as it was typed.
    if (takes(name, typed)) edit.mutate(typed, { onSuccess: () => setTyped((present) => (present === typed ? undefined : present)) });
  };
  const isWrong = isLeft && typed !== undefined && !takes(name, typed);
  const refused = edit.error ? errorWords(edit.error).title : undefined;
  return (
    <div className="sv-apply-field" data-tid={`field-${name}`}>
      <TextField
        label={itemName(name)}
        hint={say(`client-apply-hint-${name}`)}
        error={isWrong ? say(`client-apply-wrong-${name}`) : refused}
        required={!isOptional(name)}
        value={value}
        onUpdate={(text) => { setTyped(text); edit.reset(); }}
        onBlur={leave}
        {...(NUMBERS.includes(name) ? { inputMode: "numeric" as const } : { maxLength: name === "email" ? 254 : TEXT_SIGNS_MAX })}
        {...(name === "email" ? { type: "email" as const, inputMode: "email" as const } : {})}
      />
      <div className="sv-apply-field__state" aria-live="polite">
        {edit.isPending ? <span className="sv-dim">{say("client-apply-saving")}</span> : !(isOptional(name) && item.state === "unseen" && !item.value) && <Verdict item={item} />}
      </div>
    </div>
  );
}
