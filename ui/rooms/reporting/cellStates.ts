/** The twelve states of a cell with their tones; the words stand in the texts. What must be acted on comes first. */
import type { Shapes } from "../../api/client";
import type { Tone } from "../../parts";

export type CellState = Shapes["RowView"]["cells"][number][1];

const TONES: Record<CellState, Tone> = {
  "declined": "stop",
  "not-sent-after-deadline": "stop",
  "accepted-with-rebuke": "mine",
  "accepted-with-warning": "mine",
  "not-sent": "wait",
  "sent-after-deadline": "mine",
  "sent": "wait",
  "accepted-with-sent": "good",
  "accepted-after-deadline": "good",
  "accepted": "good",
  "accepted-custom": "good",
  "not-required": "wait",
};

/** All of them, in the order in which a person cares. */
export const STATES = Object.keys(TONES) as CellState[];

export const toneOf = (state: CellState): Tone => TONES[state];
