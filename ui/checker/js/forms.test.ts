import { describe, expect, it } from "vitest";
import { candidates, type Form } from "./forms";

const form = (format: string, prefix: string, versions: string[]): Form =>
  ({ format, prefix, versions, knd: [], title: "", is_official: true, hash: "" });
const forms = [
  form("NO_NDS_1", "NO_NDS", ["5.08"]),
  form("NO_NDS.8_1", "NO_NDS.8", ["5.07"]),
  form("NO_NDS.8_2", "NO_NDS.8", ["5.07", "5.08"]),
];
const found = (file_id: string, version: string) =>
  candidates(forms, { root: "Файл", file_id, version, knd: null }).map((each) => each.format);

describe("forms a file may be of", () => {
  it("are those of the longest prefix and of its version", () => {
    expect(found("NO_NDS.8_7701", "5.07")).toEqual(["NO_NDS.8_1", "NO_NDS.8_2"]);
    expect(found("NO_NDS.8_7701", "5.08")).toEqual(["NO_NDS.8_2"]);
    expect(found("NO_NDS_7701", "5.08")).toEqual(["NO_NDS_1"]);
  });
  it("are none where the name or the version is not known", () => {
    expect(found("NO_NDS_7701", "5.09")).toEqual([]);
    expect(found("", "5.08")).toEqual([]);
    expect(found("XX_1", "5.08")).toEqual([]);
  });
});
