import { describe, expect, it } from "vitest";
import { beginning, ending, moved, readLook } from "./look";

describe("what is looked at", () => {
  it("begins with the month or the quarter of a day", () => {
    expect(beginning("month", "2026-11-29")).toBe("2026-11-01");
    expect(beginning("quarter", "2026-11-29")).toBe("2026-10-01");
    expect(beginning("quarter", "2026-03-31")).toBe("2026-01-01");
  });
  it("moves over the end of the year, both ways", () => {
    expect(moved("quarter", "2026-10-01", 1)).toBe("2027-01-01");
    expect(moved("month", "2026-01-01", -1)).toBe("2025-12-01");
  });
  it("ends with the last day, in a leap year too", () => {
    expect(ending("month", "2028-02-01")).toBe("2028-02-29");
    expect(ending("quarter", "2026-10-01")).toBe("2026-12-31");
  });
  it("takes of an address only what it knows", () => {
    expect(readLook({ length: "month", from: "2026-11-01", state: "not-sent" })).toEqual({ length: "month", from: "2026-11-01", state: "not-sent" });
    expect(readLook({ length: "week", from: "2026-13-01", state: "lost" })).toEqual({});
    expect(readLook({ from: "2026-11-15" })).toEqual({});
  });
});
