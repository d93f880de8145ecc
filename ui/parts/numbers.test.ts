import { describe, expect, it } from "vitest";
import { isInn, isKpp, isOgrn, isSnils } from "./checkDigits";
import { divideRounded, plainDecimal, plainSum, readDay, readDecimal, readKopecks } from "./numbers";

describe("days", () => {
  it.each([
    ["28.11.2026", "2026-11-28"],
    ["28112026", "2026-11-28"],
    ["28.11.26", "2026-11-28"],
    [" 2026-11-28 ", "2026-11-28"],
    ["29.02.2028", "2028-02-29"],
  ])("%s is read", (text, iso) => expect(readDay(text)).toBe(iso));
  it.each(["", "31.04.2026", "29.02.2026", "32.01.2026", "00.01.2026", "1.1.2026", "28.13.2026", "28.11.2026x", "сегодня"])(
    "%s is no day",
    (text) => expect(readDay(text)).toBeUndefined(),
  );
});

describe("sums", () => {
  it.each([
    ["1 234 567,89", 123_456_789n],
    ["1\u00a0234.5", 123_450n],
    ["0", 0n],
    ["-3,05", -305n],
    ["−3", -300n],
    ["999999999999999,99", 99_999_999_999_999_999n],
  ])("%s is read", (text, kopecks) => expect(readKopecks(text)).toBe(kopecks));
  it.each(["", "1,234", "1.2.3", "1e5", "12руб", ",5", "--1", "9999999999999999"])("%s is no sum", (text) =>
    expect(readKopecks(text)).toBeUndefined(),
  );
  it("keeps every digit of a quantity", () => {
    expect(plainDecimal(readDecimal("0,12500000000") ?? { units: 0n, scale: 0 })).toBe("0.125");
    expect(plainDecimal({ units: -1050n, scale: 2 })).toBe("-10.5");
    expect(plainDecimal({ units: 10n, scale: 0 })).toBe("10");
    expect(plainSum(5n)).toBe("0.05");
    expect(plainSum(-120_000n)).toBe("-1200.00");
  });
  it("rounds half away from zero", () => {
    expect(divideRounded(5n, 10n)).toBe(1n);
    expect(divideRounded(4n, 10n)).toBe(0n);
    expect(divideRounded(-5n, 10n)).toBe(-1n);
  });
});

describe("numbers with check digits", () => {
  it.each(["9800000013", "9800000020", "9800000052", "500100732259"])("%s is an ИНН", (text) => expect(isInn(text)).toBe(true));
  it.each(["9800000014", "980000001", "98000000130", "50010073225x", "500100732258", "", "500100732269"])(
    "%s is none",
    (text) => expect(isInn(text)).toBe(false),
  );
  it("КПП, ОГРН, СНИЛС", () => {
    expect(isKpp("980001001")).toBe(true);
    expect(isKpp("9800AB001")).toBe(true);
    expect(isKpp("98000100")).toBe(false);
    expect(isOgrn("1269800000018")).toBe(true);
    expect(isOgrn("1269800000019")).toBe(false);
    expect(isSnils("112-233-445 95")).toBe(true);
    expect(isSnils("11223344594")).toBe(false);
  });
});
