import { describe, expect, it } from "vitest";
import { isNarrowed, periodOf, readFilters, withPart } from "./filters";

describe("filters of the address", () => {
  it("reads what it knows", () => {
    const search = { turn: "mine", unread: "true", outcome: "going", kinds: "utd_invoice,nonformalized", number: 7, from: "2026-01-01", counteragent: "01a22165-5b22-7251-ab6e-4caa7403b2f6" };
    expect(readFilters(search)).toEqual({ ...search, number: "7" });
  });
  it("passes over the rest", () => {
    const search = { turn: "nobody", unread: "false", outcome: "x", kinds: "act,", number: "", from: "01.01.2026", to: 5, counteragent: "../x", other: "y" };
    expect(readFilters(search)).toEqual({});
    expect(isNarrowed(readFilters(search))).toBe(false);
  });
  it("changes one part", () => {
    expect(withPart({ turn: "mine" }, "turn", "")).toEqual({});
    expect(withPart({ turn: "mine" }, "number", "5")).toEqual({ turn: "mine", number: "5" });
  });
  it("knows periods", () => {
    expect(periodOf("2026-11-28", "quarter")).toEqual({ from: "2026-10-01", to: "2026-12-31" });
    expect(periodOf("2028-02-10", "month")).toEqual({ from: "2028-02-01", to: "2028-02-29" });
  });
});
