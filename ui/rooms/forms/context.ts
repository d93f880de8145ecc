/** The document that is being filled in, for the parts of its form. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { LiveForm } from "./live";

export const PresentForm = createContext<LiveForm | undefined>(undefined);

/** The form; the part is drawn anew when anything in it changes. */
export function useForm(): LiveForm {
  const form = useContext(PresentForm);
  if (!form) throw new Error("a part of a form outside it");
  useSyncExternalStore(form.subscribe, form.version);
  return form;
}
