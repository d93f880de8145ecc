import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { doAllNow, hearWaiting, putOff, TAKE_BACK_MS, takeBack, whatWaits } from "./putOff";

function asked(key: string, act = () => Promise.resolve()) {
  return { key, act: vi.fn(act), onEnd: vi.fn(), onFailed: vi.fn() };
}

describe("acts that are put off", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(async () => {
    await doAllNow();
    vi.useRealTimers();
  });

  it("are done once, when their time is over", async () => {
    const one = asked("a");
    expect(putOff(one)).toBe(true);
    expect([...whatWaits()]).toEqual(["a"]);
    await vi.advanceTimersByTimeAsync(TAKE_BACK_MS - 1);
    expect(one.act).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(one.act).toHaveBeenCalledOnce();
    expect(one.onEnd).toHaveBeenCalledExactlyOnceWith("done");
    expect(takeBack("a")).toBe(false);
    expect(whatWaits().size).toBe(0);
  });

  it("are not done when they are taken back", async () => {
    const one = asked("a");
    putOff(one);
    expect(takeBack("a")).toBe(true);
    await vi.advanceTimersByTimeAsync(TAKE_BACK_MS * 2);
    expect(one.act).not.toHaveBeenCalled();
    expect(one.onEnd).toHaveBeenCalledExactlyOnceWith("back");
  });

  it("about the same wait one at a time", async () => {
    const [first, second, other] = [asked("a"), asked("a"), asked("b")];
    expect([putOff(first), putOff(second), putOff(other)]).toEqual([true, false, true]);
    await vi.advanceTimersByTimeAsync(TAKE_BACK_MS);
    expect([first, second, other].map((one) => one.act.mock.calls.length)).toEqual([1, 0, 1]);
  });

  it("are done at once when the page is left, and only then", async () => {
    const [one, other] = [asked("a"), asked("b")];
    putOff(one);
    putOff(other);
    await doAllNow();
    await vi.advanceTimersByTimeAsync(TAKE_BACK_MS * 2);
    expect([one.act.mock.calls.length, other.act.mock.calls.length]).toEqual([1, 1]);
  });

  it("tell of their failure", async () => {
    const one = asked("a", () => Promise.reject(new Error("no network")));
    putOff(one);
    await vi.advanceTimersByTimeAsync(TAKE_BACK_MS);
    expect(one.onFailed).toHaveBeenCalledExactlyOnceWith(new Error("no network"));
    expect(one.onEnd).not.toHaveBeenCalled();
    expect(whatWaits().size).toBe(0);
  });

  it("are heard of", () => {
    const hear = vi.fn();
    const end = hearWaiting(hear);
    putOff(asked("a"));
    takeBack("a");
    end();
    putOff(asked("a"));
    takeBack("a");
    expect(hear).toHaveBeenCalledTimes(2);
  });
});
