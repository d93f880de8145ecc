/** Keys to choose from: whose, where, until when. */
import { day, moscowDay } from "../../parts";
import { say } from "../../words";
import type { Owner } from "./keyStore";

/** A key as it is chosen. */
export interface ListedKey {
  id: string;
  owner: Owner;
  /** The key's or the carrier's name. */
  name?: string | undefined;
}

interface Props {
  keys: readonly ListedKey[];
  chosen: string;
  onChoose: (id: string) => void;
}

export function KeyList({ keys, chosen, onChoose }: Props) {
  return (
    <div role="radiogroup" aria-label={say("client-sign-with")} className="sv-keys-list">
      {keys.map(({ id, owner, name }) => (
        <label key={id} className="sv-key">
          <input type="radio" name="key" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>
            <strong>{owner.person || owner.organization}</strong>
            <span className="sv-dim">
              {" "}{[name, owner.position, say("client-sign-until", { date: day(moscowDay(new Date(owner.validUntil))) })].filter(Boolean).join(" · ")}
            </span>
          </span>
        </label>
      ))}
    </div>
  );
}
