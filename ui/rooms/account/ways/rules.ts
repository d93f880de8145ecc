/** Rules of signing in: what is closed, by whom and since when. */
import type { Shapes } from "../../../api/client";

export type Rule = Shapes["WayRuleView"];

/** What a rule may close, in the order of the sign-in page; the last asks for a second step. */
export const RULES = ["password", "certificate", "phone", "passkey", "without-second"] as const;
export type RuleName = (typeof RULES)[number];
