import { describe, expect, it } from "vitest";
import type { Department } from "./queries";
import { grown, ordered, within } from "./tree";

const department = (department_id: string, name: string, parent_id?: string): Department => ({ department_id, name, parent_id: parent_id ?? null });
const all = [department("1", "Ромашка"), department("2", "Склад", "1"), department("3", "Продажи", "1"), department("4", "Опт", "3"), department("9", "Ничей", "8")];

describe("departments", () => {
  it("grow from those that lie under nobody", () => {
    expect(grown(all).map((branch) => [branch.department.name, branch.children.length])).toEqual([["Ничей", 0], ["Ромашка", 2]]);
    expect(grown([])).toEqual([]);
  });
  it("are named by the way to them", () => {
    expect(ordered(all.slice(0, 4)).map(({ path }) => path)).toEqual(["Ромашка", "Продажи", "Продажи / Опт", "Склад"]);
  });
  it("know what lies under them", () => {
    expect([...within(all, "3")]).toEqual(["3", "4"]);
    expect([...within(all, "1")].length).toBe(4);
    expect([...within(all, "2")]).toEqual(["2"]);
  });
});
