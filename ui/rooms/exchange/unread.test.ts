import { describe, expect, it } from "vitest";
import type { Row } from "./queries";
import { markable } from "./unread";

const NOW = new Date("2026-11-28T12:00:00Z");
const row = (document_id: string, side: string, is_unread: boolean, posted_at = "2026-11-27T09:00:00Z") =>
  ({ document_id, side, is_unread, posted_at }) as Row;

describe("which documents can be marked", () => {
  const rows = [
    row("new", "recipient", true),
    row("read", "recipient", false),
    row("old", "recipient", false, "2026-08-30T11:59:59Z"),
    row("sent", "sender", false),
  ];

  it("takes what stands otherwise, came here and is not too old to be unread", () => {
    const ids = (isUnread: boolean) => markable(rows, isUnread, NOW).map((one) => one.document_id);
    expect(ids(false)).toEqual(["new"]);
    expect(ids(true)).toEqual(["read"]);
    expect(markable([], true, NOW)).toEqual([]);
  });
});
