/**
 * What scripts add to the pages where one comes in. The server draws every form; here a device or a key answers a challenge, and
 * the filled form is sent as any other. Without this script the password and the phone's code still work.
 */
import { byCertificate } from "./parts/certificate";
import { onceOnly } from "./parts/form";
import { byPasskey } from "./parts/passkey";

/** Forms that wait for this script, by the names the server gave them. */
const HELPED: Record<string, (form: HTMLFormElement) => void> = { "by-certificate": byCertificate, "by-passkey": byPasskey };

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-way]")) {
  HELPED[form.dataset["way"] ?? ""]?.(form);
  form.hidden = false;
}
for (const warning of document.querySelectorAll<HTMLElement>("[data-without-script]")) warning.hidden = true;
for (const form of document.querySelectorAll<HTMLFormElement>("main form:not([data-way])")) onceOnly(form);
