/** Steps of an application, those alike that follow each other told once. */
import type { Application, Point, Stage } from "./queries";

type Step = Application["steps"][number];

/** Steps of one act, one after another, by the same person. */
export interface Told {
  at: string;
  act: string;
  items: Point[];
  stage: Stage;
  by: string | undefined;
}

/** Folds them: ten verdicts of one look are one line. The moment is that of the last. */
export function folded(steps: readonly Step[]): Told[] {
  const told: Told[] = [];
  for (const step of steps) {
    const by = step.by_user_id ?? undefined;
    const items = step.item ? [step.item as Point] : [];
    const last = told.at(-1);
    if (last && last.act === step.act && last.by === by && last.stage === step.stage) {
      last.at = step.at;
      last.items.push(...items.filter((item) => !last.items.includes(item)));
    } else {
      told.push({ at: step.at, act: step.act, items, stage: step.stage, by });
    }
  }
  return told;
}
