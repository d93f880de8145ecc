/** A party of a title: requisites and address, as the register writes them. */
import { InnField, KppField, SelectField, TextField } from "../../../parts";
import { say } from "../../../words";
import type { Definition } from "./definition";
import type { FormParty } from "./model";
import { PARTY_PLACES, SIDES } from "./places";
import { REGIONS } from "./regions";

interface Props {
  party: FormParty;
  onChange: (party: FormParty) => void;
  wrong: Record<string, string>;
  place: "seller" | "buyer";
  definition: Definition;
}

const PARTS = ["postalCode", "district", "city", "settlement", "street", "house", "building", "flat"] as const;

export function PartyFields({ party, onChange, wrong, place, definition }: Props) {
  const longest = (key: keyof FormParty) => definition.longest(`${SIDES[place]}/${PARTY_PLACES[key][0] ?? ""}`);
  const set = (key: keyof FormParty) => (value: string) => onChange({ ...party, [key]: value });
  const isCompany = party.inn.length !== 12;
  return (
    <div className="sv-fields">
      <TextField className="sv-field_wide" label={say("client-field-name")} value={party.name} onUpdate={set("name")} error={wrong[`${place}.name`]} {...bound(longest("name"))} required />
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
      {PARTS.map((key) => (
        <TextField key={key} label={say(`client-field-${key}`)} value={party[key]} onUpdate={set(key)} error={wrong[`${place}.${key}`]} {...bound(longest(key))} />
      ))}
    </div>
  );
}

/** The bound of a field, where the definition has one. */
export const bound = (longest: number | undefined): { maxLength?: number } => (longest === undefined ? {} : { maxLength: longest });
