import { describe, expect, it } from "vitest";
import { folded } from "./steps";

const step = (act: string, item?: string, by_user_id?: string) => ({ at: `2026-11-28T10:00:0${act.length % 10}Z`, act, item, stage: "under_check" as const, by_user_id });

describe("steps of an application", () => {
  it("are told once where they are alike and follow each other", () => {
    const told = folded([step("edit", "snils", "a"), step("edit", "snils", "a"), step("edit", "passport", "a"), step("submit", undefined, "a"), step("judge", "snils"), step("judge", "email")]);
    expect(told.map(({ act, items }) => [act, items])).toEqual([["edit", ["snils", "passport"]], ["submit", []], ["judge", ["snils", "email"]]]);
  });
  it("of two people, or with another between them, stay apart", () => {
    expect(folded([step("judge", "snils", "a"), step("judge", "snils", "b"), step("approve"), step("judge", "snils", "b")])).toHaveLength(4);
    expect(folded([])).toEqual([]);
  });
});
