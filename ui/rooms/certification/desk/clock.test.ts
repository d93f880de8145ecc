import { beforeAll, describe, expect, it } from "vitest";
import { wordsOf } from "../../../plugins/words";
import { takeWords } from "../../../words";
import { timeLeft } from "./clock";

describe("the desk's clock", () => {
  beforeAll(() => takeWords("ru", wordsOf("ru")));
  const at = (dueOn: string | null, now: string) => timeLeft(dueOn, now);
  it("counts civil days of Moscow", () => {
    expect(at("2026-11-30", "2026-11-28T10:00:00Z")).toEqual({ tone: "wait", text: "Осталось 2 дня, до 30.11.2026" });
    // Late in the evening of Greenwich it is the next day in Moscow.
    expect(at("2026-11-30", "2026-11-28T22:00:00Z")).toEqual({ tone: "mine", text: "Остался 1 день, до 30.11.2026" });
    expect(at("2026-11-30", "2026-11-30T20:59:00Z")).toEqual({ tone: "mine", text: "Сегодня последний день" });
    expect(at("2026-11-30", "2026-11-30T21:00:00Z")).toEqual({ tone: "stop", text: "Просрочена на 1 день" });
    expect(at("2026-11-30", "2026-12-05T09:00:00Z").text).toBe("Просрочена на 5 дней");
  });
  it("guesses no day where the calendar is not known", () => {
    expect(at(null, "2026-12-31T10:00:00Z")).toEqual({ tone: "wait", text: "Срок не посчитан: нет календаря этого года" });
  });
});
