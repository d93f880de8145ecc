import { describe, expect, it, vi } from "vitest";
import { Refused, Unreachable } from "../../api/refusal";
import { AT_ONCE, counted, Runner } from "./runner";
import { compared, namedBy, type SignTask } from "./task";

const signer = { surname: "Ромашкина", givenName: "Анна" };
const bytes = new Uint8Array([1, 2, 3]);
const refused = () => new Refused({ type: "", title: "нет", status: 422, code: "exchange.signature.broken", detail: "" });

function task(id: string, send: SignTask["send"], prepared: string[] = []): SignTask {
  return {
    id, name: id, facts: {}, send,
    prepare: () => {
      prepared.push(id);
      return Promise.resolve([{ name: `${id}.xml`, bytes }]);
    },
  };
}

const make = () => Promise.resolve(new Uint8Array([9]));

describe("runner", () => {
  it("waits where the server is asked too often, and sends under the same key", async () => {
    vi.useFakeTimers();
    const keys: string[] = [];
    const busy = new Refused({ type: "", title: "часто", status: 429, code: "web.too-often", detail: "" });
    const answers = [busy, busy, undefined];
    const runner = new Runner([task("a", (_files, _signatures, key) => {
      keys.push(key);
      const error = answers.shift();
      return error ? Promise.reject(error) : Promise.resolve();
    })]);
    const running = runner.run(signer, make);
    await vi.advanceTimersByTimeAsync(2_500);
    await running;
    vi.useRealTimers();
    expect(counted(runner.stands()).done).toBe(1);
    expect([keys.length, new Set(keys).size]).toEqual([3, 1]);
  });

  it("sends the very bytes that were signed elsewhere, until another key is chosen", async () => {
    const prepared: string[] = [];
    const sent: unknown[] = [];
    const runner = new Runner([task("a", (files) => Promise.resolve(void sent.push(files[0])), prepared)]);
    const [file] = await runner.prepare(signer);
    await runner.run(signer, (given) => (given === file ? make() : Promise.reject(new Error("other bytes"))));
    expect(sent).toEqual([file]);
    expect(prepared).toEqual(["a"]);
    const other = new Runner([task("b", () => Promise.resolve(), prepared)]);
    await other.prepare(signer);
    other.forget();
    await other.run(signer, make);
    expect(prepared).toEqual(["a", "b", "b"]);
  });

  it("does every task once, some at a time", async () => {
    let working = 0;
    let most = 0;
    const sent: string[] = [];
    const tasks = Array.from({ length: 50 }, (_, index) => task(`t${index}`, async () => {
      working += 1;
      most = Math.max(most, working);
      await Promise.resolve();
      working -= 1;
      sent.push(`t${index}`);
    }));
    const runner = new Runner(tasks);
    await runner.run(signer, make);
    expect(new Set(sent).size).toBe(50);
    expect(sent.length).toBe(50);
    expect(most).toBeLessThanOrEqual(AT_ONCE);
    expect(counted(runner.stands())).toEqual({ done: 50, failed: 0, left: 0 });
  });

  it("sends a lost one again as it was, and makes a refused one anew", async () => {
    const keys: string[] = [];
    const prepared: string[] = [];
    let answers: (Error | undefined)[] = [new Unreachable(), undefined];
    const send: SignTask["send"] = (_files, _signatures, key) => {
      keys.push(key);
      const error = answers.shift();
      return error ? Promise.reject(error) : Promise.resolve();
    };
    const runner = new Runner([task("a", send, prepared)]);
    await runner.run(signer, make);
    expect(counted(runner.stands()).failed).toBe(1);
    await runner.run(signer, make);
    expect(counted(runner.stands()).done).toBe(1);
    expect(keys[0]).toBe(keys[1]);
    expect(prepared).toEqual(["a"]);
    answers = [refused(), undefined];
    keys.length = prepared.length = 0;
    const again = new Runner([task("b", send, prepared)]);
    await again.run(signer, make);
    await again.run(signer, make);
    expect(keys[0]).not.toBe(keys[1]);
    expect(prepared).toEqual(["b", "b"]);
  });

  it("stops before the next, and does not repeat what was done", async () => {
    const sent: string[] = [];
    const tasks = Array.from({ length: 20 }, (_, index) => task(`t${index}`, () => {
      sent.push(`t${index}`);
      if (sent.length === 5) runner.stop();
      return Promise.resolve();
    }));
    const runner = new Runner(tasks);
    await runner.run(signer, make);
    expect(sent.length).toBeLessThan(20);
    expect(runner.isStopped).toBe(true);
    await runner.run(signer, make);
    expect([...sent].sort()).toEqual(tasks.map((one) => one.id).sort());
  });

  it("a failed one does not hold the others", async () => {
    const runner = new Runner([task("bad", () => Promise.reject(refused())), task("good", () => Promise.resolve())]);
    await runner.run(signer, make);
    expect(runner.stands().get("bad")?.state).toBe("failed");
    expect(runner.stands().get("good")?.state).toBe("done");
  });
});

describe("tasks compared", () => {
  const one = (facts: Record<string, string>): SignTask => ({ ...task("x", () => Promise.resolve()), facts });
  it("tells what is the same and what differs", () => {
    const { same, differing } = compared([one({ кому: "ООО «Василёк»", сумма: "1" }), one({ кому: "ООО «Василёк»", сумма: "2" })]);
    expect(same).toEqual([["кому", "ООО «Василёк»"]]);
    expect(differing).toEqual(["сумма"]);
  });
  it("an absent fact differs from a present one", () => {
    expect(compared([one({ срок: "1" }), one({})]).differing).toEqual(["срок"]);
  });
  it("reads names as certificates write them", () => {
    expect(namedBy("Ромашкина Анна Петровна", "Директор")).toEqual({ surname: "Ромашкина", givenName: "Анна", patronymic: "Петровна", position: "Директор" });
    expect(namedBy("Ким Ан")).toEqual({ surname: "Ким", givenName: "Ан" });
  });
});
