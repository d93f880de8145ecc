import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../../plugins/words";
import { takeWords } from "../../../words";
import { isComingBack, isDead, renewalOf, signs, standing } from "./words";

beforeAll(() => takeWords("ru", wordsOf("ru")));

describe("a certificate in words", () => {
  const now = new Date("2026-11-28T10:00:00Z");
  it("tells its state before its term", () => {
    const until = (not_after: string, state: "issued" | "revoked" | "suspended" | null = "issued") => standing({ state, not_after }, now).text;
    expect(until("2027-11-28T10:00:00Z")).toBe("действует");
    expect(until("2026-12-01T09:00:00Z")).toBe("действует");
    expect(standing({ state: "issued", not_after: "2026-12-01T09:00:00Z", ending: "close" }, now).text).toBe("осталось 3 дня");
    expect(until("2026-11-28T09:59:59Z")).toBe("срок истёк");
    expect(until("2026-11-01T00:00:00Z", "revoked")).toBe("отозван");
    expect(until("2027-11-28T10:00:00Z", "suspended")).toBe("приостановлен");
    expect(until("2027-11-28T10:00:00Z", null)).toBe("действует");
  });

  it("a suspended one is not dead, a revoked one is", () => {
    const not_after = "2027-11-28T10:00:00Z";
    expect(isDead({ is_alive: false, state: "suspended", not_after }, now)).toBe(false);
    expect(isDead({ is_alive: false, state: "revoked", not_after }, now)).toBe(true);
    expect(isDead({ is_alive: false, not_after }, now)).toBe(true);
    expect(isDead({ is_alive: true, state: "issued", not_after }, now)).toBe(false);
  });

  it("one that was resumed is on its way back until the list says so, one that has ended is not", () => {
    const resumed = { is_alive: false, state: "issued" as const, not_after: "2027-11-28T10:00:00Z" };
    expect([isComingBack(resumed, now), isDead(resumed, now)]).toEqual([true, false]);
    const ended = { ...resumed, not_after: "2026-11-01T00:00:00Z" };
    expect([isComingBack(ended, now), isDead(ended, now)]).toEqual([false, true]);
  });

  it("what is in force renews itself, what has ended is applied for, what is foreign is asked for where it was issued", () => {
    expect(renewalOf({ origin: "own", is_alive: true })).toBe("renewal");
    expect(renewalOf({ origin: "own", is_alive: false })).toBe("apply");
    expect(renewalOf({ origin: "imported", is_alive: true })).toBe("request");
    expect(renewalOf({ origin: "imported", is_alive: false })).toBe("request");
  });

  it("names what it signs, what is by agreement apart, and no kind without a word", () => {
    const can_sign = [
      { document: "nonformalized", by_agreement: true }, { document: "utd.invoice", by_agreement: false }, { document: "operator.sent", by_agreement: false },
    ];
    expect(signs({ can_sign })).toEqual({ freely: ["счёт-фактура"], byAgreement: ["неформализованные документы"] });
    expect(signs({ can_sign: [] })).toEqual({ freely: [], byAgreement: [] });
  });
});
