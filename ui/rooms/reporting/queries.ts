/** What the screens of reporting ask of the server. */
import { queryOptions } from "@tanstack/react-query";
import { answered, api, type Shapes } from "../../api/client";

export type Payer = Shapes["PayerView"];
export type Table = Shapes["TableView"];
export type TableColumn = Shapes["ColumnView"];
export type TableRow = Shapes["RowView"];

/** Docflows of one form that are looked through for those of one period. */
const DOCFLOWS_MAX = 100;

/** Beginning of the keys of an organization's reporting: an act makes all of them stale. */
export const reportingOf = (organization: string) => ["reporting", organization] as const;

const at = (organization: string) => ({ path: { organization_id: organization } });

/** All payers, by name. */
export function payersOf(organization: string) {
  return queryOptions({
    queryKey: [...reportingOf(organization), "payers"],
    queryFn: async () => (await answered(api.GET("/api/v1/reporting/organizations/{organization_id}/payers", { params: at(organization) }))).payers,
  });
}

/** Offices that can be reached. */
export function officesOf(organization: string) {
  return queryOptions({
    queryKey: [...reportingOf(organization), "offices"],
    queryFn: () => answered(api.GET("/api/v1/reporting/organizations/{organization_id}/offices", { params: at(organization) })),
  });
}

/** What falls due between two days, both included. */
export function tableOf(organization: string, from: string, until: string) {
  return queryOptions({
    queryKey: [...reportingOf(organization), "table", from, until],
    // The client of requests forgets that a cell is a pair.
    queryFn: async () => await answered(api.GET("/api/v1/reporting/organizations/{organization_id}/table", { params: { ...at(organization), query: { from, until } } })) as Table,
  });
}

/** What was sent of one form of one period. */
export function sentOf(organization: string, payerId: string, { knd, year, period_code }: TableColumn) {
  return queryOptions({
    queryKey: [...reportingOf(organization), "docflows", payerId, knd, year, period_code],
    queryFn: async () => (await answered(api.GET("/api/v1/reporting/organizations/{organization_id}/docflows", {
      params: { ...at(organization), query: { payer_id: payerId, knd, limit: DOCFLOWS_MAX } },
    }))).items.filter(({ report }) => report.year === year && report.period === period_code),
  });
}
