/** An application in words: its state, its items, why an item was refused. */
import type { Shapes } from "../../../api/client";
import type { Tone } from "../../../parts";
import { find, say } from "../../../words";
import type { Item, Point, Stage } from "./queries";

const STAGE_TONES: Record<Stage, Tone> = {
  new: "mine", under_check: "wait", rejected: "stop", ready_for_issue: "mine", ready_to_install: "mine", installed: "good", expired: "stop", revoked: "stop",
};

/** The state in words, with its tone. */
export function stageWords(stage: Stage): { tone: Tone; text: string } {
  return { tone: STAGE_TONES[stage], text: say(`client-apply-stage-${stage}`) };
}

/** A field or a scan by its name. */
export const itemName = (item: Point) => say(`client-apply-item-${item}`);

const ITEM_TONES: Record<Item["state"], Tone> = { absent: "mine", unseen: "wait", accepted: "good", refused: "stop" };

/** Where an item stands, in words. */
export function itemWords({ state }: Item): { tone: Tone; text: string } {
  return { tone: ITEM_TONES[state], text: say(`client-apply-verdict-${state}`) };
}

/** Why an item was refused: the ready reason, and the operator's own words after it. */
export function reasonWords(reason: Shapes["ApplicationReason"], comment?: string | null): string {
  const ready = find(`certification-reason-${reason}`) ?? reason;
  return comment ? `${ready}. ${comment}` : ready;
}

/** A value as people read it: numbers in their groups. */
export function shownValue(item: Point, value: string): string {
  if (item === "snils") return value.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, "$1-$2-$3 $4");
  if (item === "passport") return value.replace(/^(\d{2})(\d{2})(\d{6})$/, "$1 $2 $3");
  return value;
}
