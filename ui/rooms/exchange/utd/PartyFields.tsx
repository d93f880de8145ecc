/** A party of a title: requisites and address, as the register writes them. */
import { InnField, KppField, SelectField, TextField } from "../../../parts";
import { say } from "../../../words";
import type { FormParty } from "./model";
import { REGIONS } from "./regions";

interface Props {
  party: FormParty;
  onChange: (party: FormParty) => void;
  wrong: Record<string, string>;
  place: "seller" | "buyer";
}

const PARTS = [
  ["postalCode", 6], ["district", 255], ["city", 255], ["settlement", 255], ["street", 255], ["house", 50], ["building", 50], ["flat", 50],
] as const;

export function PartyFields({ party, onChange, wrong, place }: Props) {
  const set = (key: keyof FormParty) => (value: string) => onChange({ ...party, [key]: value });
  const isCompany = party.inn.length !== 12;
  return (
    <div className="sv-fields">
      <TextField className="sv-field_wide" label={say("client-field-name")} value={party.name} onUpdate={set("name")} error={wrong[`${place}.name`]} maxLength={1000} required />
      <InnField label={say("client-field-inn")} value={party.inn} onUpdate={set("inn")} error={wrong[`${place}.inn`]} required />
      {isCompany && <KppField label={say("client-field-kpp")} value={party.kpp} onUpdate={set("kpp")} error={wrong[`${place}.kpp`]} required />}
      <SelectField
        className="sv-field_wide"
        label={say("client-field-region")}
        value={party.region}
        onUpdate={set("region")}
        error={wrong[`${place}.region`]}
        options={[{ value: "", text: say("client-utd-choose") }, ...REGIONS]}
      />
      {PARTS.map(([key, length]) => (
        <TextField key={key} label={say(`client-field-${key}`)} value={party[key]} onUpdate={set(key)} maxLength={length} />
      ))}
    </div>
  );
}
