import { describe, expect, it } from "vitest";
import { possible } from "./acts";
import type { DocumentFacts } from "./queries";

type State = DocumentFacts["state"];

const step = (state: string) => ({ state });

function document(side: "sender" | "recipient", changed: Partial<State>): DocumentFacts {
  const state: State = {
    outcome: "going", delivered_at: "2026-11-28T09:00:00Z", unconfirmed: [],
    receipt: step("waiting"), answer: step("waiting"), answer_receipt: step("not_due"), amendment: step("none"), revocation: step("none"),
    ...changed,
  };
  return {
    document_id: "d", message_id: "m", side, counteragent_box_id: "b", kind: "utd_invoice_and_transfer",
    is_test: false, workflow: 16, state, turns: [], entities: [],
  };
}

describe("what may be done", () => {
  it("the recipient signs, refuses, asks for correction", () => {
    expect(possible(document("recipient", {}))).toEqual(["sign", "receipt", "reject", "amend", "revoke"]);
  });
  it("nothing before it came", () => {
    expect(possible(document("recipient", { delivered_at: null }))).toEqual([]);
  });
  it("nothing after revocation", () => {
    expect(possible(document("recipient", { outcome: "revoked" }))).toEqual([]);
  });
  it("after the answer no second one", () => {
    const acts = possible(document("recipient", { answer: step("titled"), receipt: step("done"), outcome: "finished" }));
    expect(acts).toEqual(["amend", "revoke"]);
  });
  it("a refused document is not revoked and not corrected", () => {
    expect(possible(document("recipient", { answer: step("rejected"), receipt: step("done"), outcome: "rejected" }))).toEqual([]);
  });
  it("the sender neither signs nor refuses", () => {
    expect(possible(document("sender", {}))).toEqual(["revoke"]);
    expect(possible(document("sender", { answer: step("titled"), answer_receipt: step("waiting") }))).toEqual(["answer_receipt", "revoke"]);
  });
  it("an own proposal is not answered", () => {
    const requested = (by: string) => ({ revocation: { state: "requested", by, entity_id: "r" }, receipt: step("done"), answer: step("titled") });
    expect(possible(document("recipient", requested("recipient")))).toEqual(["amend"]);
    expect(possible(document("recipient", requested("sender")))).toEqual(["accept_revocation", "reject_revocation", "amend"]);
  });
});
