/** The desk's promise in words: how long is left till the last day on which the check is in time. */
import type { Tone } from "../../../parts";
import { day, moscowDay } from "../../../parts/format";
import { say } from "../../../words";

const DAY_MS = 86_400_000;

/** Of a civil day; where the production calendar is not known there is none, and nothing is guessed. */
export function timeLeft(dueOn: string | null | undefined, now: string): { tone: Tone; text: string } {
  if (!dueOn) return { tone: "wait", text: say("client-desk-no-day") };
  const left = Math.round((Date.parse(dueOn) - Date.parse(moscowDay(new Date(now)))) / DAY_MS);
  if (left < 0) return { tone: "stop", text: say("client-desk-late", { count: -left }) };
  if (left === 0) return { tone: "mine", text: say("client-desk-today") };
  return { tone: left === 1 ? "mine" : "wait", text: say("client-desk-left", { count: left, day: day(dueOn) }) };
}
