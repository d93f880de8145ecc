/** Asking the host for the definition a УПД is made by. */
import { queryOptions } from "@tanstack/react-query";
import { Checker } from "../../../checker/js/checker";
import { fieldsOf } from "../../forms/open";
import { Definition, newest } from "./definition";

/** Asked once a visit: a host that changes its definitions is seen when the screen is opened again. */
export const definitionOf = queryOptions({
  queryKey: ["utd-definition"],
  queryFn: async () => {
    const checker = new Checker();
    try {
      const form = newest(await checker.forms());
      return form ? new Definition(form, await fieldsOf(form)) : null;
    } finally {
      checker.close();
    }
  },
  staleTime: 0,
  gcTime: 0,
});
