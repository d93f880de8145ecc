import { describe, expect, it } from "vitest";
import { neighbour, nextUnseen } from "./items";
import type { Item, Point as ItemName } from "../application/queries";

const item = (name: ItemName, state: Item["state"]): Item => ({ item: name, is_scan: false, state });
const items = [item("surname", "unseen"), item("given_name", "accepted"), item("snils", "refused"), item("email", "unseen")];

describe("the way through an application", () => {
  it("stays within the list", () => {
    expect(neighbour(items, "surname", 1)).toBe("given_name");
    expect(neighbour(items, "surname", -1)).toBe("surname");
    expect(neighbour(items, "email", 1)).toBe("email");
    expect(neighbour([], undefined, 1)).toBeUndefined();
  });
  it("goes on to what nobody has judged, round the end, and stays where all is judged", () => {
    expect(nextUnseen(items, "surname")).toBe("email");
    expect(nextUnseen(items, "email")).toBe("surname");
    expect(nextUnseen(items.filter((one) => one.state !== "unseen"), "snils")).toBe("snils");
  });
});
