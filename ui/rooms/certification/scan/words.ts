/** A scan's rules and what breaks them, in words. */
import { bytesSize, count } from "../../../parts";
import { say } from "../../../words";
import type { ScanRule } from "../application/queries";
import type { Finding } from "./check";

/** What a scan must be like, a sentence. */
export function ruleWords(rule: ScanRule): string {
  const formats = rule.formats.map((format) => format.toUpperCase()).join(", ");
  const facts = { formats, size: bytesSize(rule.bytes_max), side: count(rule.side_pixels_min) };
  return say(rule.in_colour ? "client-paper-rule-colour" : "client-paper-rule", facts);
}

/** The rule that is broken, and how it is mended. */
export function findingWords({ broken, given, wanted }: Finding, rule: ScanRule): { broken: string; mend: string } {
  const isSize = broken === "bytes-few" || broken === "bytes-many";
  const shown = (number: number | undefined) => (isSize ? bytesSize(number ?? 0) : count(number ?? 0));
  const formats = rule.formats.map((format) => format.toUpperCase()).join(", ");
  return { broken: say(`client-paper-broken-${broken}`, { given: shown(given), wanted: shown(wanted), formats }), mend: say(`client-paper-mend-${broken}`) };
}

/** For the browser's own window: which files to show, and for a camera what it shall make. */
export const acceptOf = (rule: ScanRule) => rule.formats.map((format) => (format === "pdf" ? "application/pdf" : `image/${format}`)).join(",");
/** A camera makes pictures only. */
export const CAMERA_ACCEPT = "image/jpeg,image/png";
