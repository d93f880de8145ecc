/** The form of a definition, as `GET /api/v1/forms/{format}/fields` gives it. Paths are those of findings, without numbers. */

/** One of several: which choice of the element around, and which alternative of it. */
export interface Choice {
  group: number;
  alternative: number;
}

export type Widget =
  | "text" | "long-text" | "date" | "iso-date" | "time" | "year" | "money" | "number" | "whole" | "list" | "yes-no" | "inn" | "kpp" | "ogrn" | "snils";

/** One value: an attribute, or the text of an element. */
export interface Field {
  path: string;
  title: string;
  is_obligatory: boolean;
  is_row?: boolean;
  choice?: Choice;
  /** The only value the format takes. */
  only?: string;
  widget: Widget;
  length?: number;
  max_length?: number;
  fraction_digits?: number;
  values?: { value: string; title: string }[];
  why?: { code: string; message: string }[];
  /** It follows from other cells. */
  computed?: { words: string; norm: string };
}

/** An element with attributes or children; a row of a table where it repeats. */
export interface Section {
  path: string;
  title: string;
  is_obligatory: boolean;
  is_row: boolean;
  rows_max?: number;
  choice?: Choice;
  fields: Field[];
  sections: Section[];
  is_nested_again?: boolean;
}

export interface FormSchema {
  format: { prefix: string; version: string; revision: string };
  title: string;
  root: Section;
}

/** A part of an element: a field or a section. */
export type Part = Field | Section;

export const isSection = (part: Part): part is Section => "sections" in part;

/** The path of a part of an element that stands at a numbered path. */
export const within = (at: string, around: Section, part: Part): string => at + part.path.slice(around.path.length);

/** The path of the row of a number; the first has none. */
export const numbered = (path: string, number: number): string => (number > 1 ? `${path}[${number}]` : path);

/** A path without numbers. */
export const plain = (path: string): string => path.replace(/\[\d+\]/g, "");

/** Alternatives of each choice of an element, in the order of the format. */
export function choices(section: Section): Part[][][] {
  const groups: Part[][][] = [];
  for (const part of [...section.fields, ...section.sections]) {
    if (!part.choice) continue;
    const alternatives = (groups[part.choice.group] ??= []);
    (alternatives[part.choice.alternative] ??= []).push(part);
  }
  return groups.filter(Boolean).map((alternatives) => alternatives.filter(Boolean));
}

/** Values that nobody fills in: those the format has no other for, of the element and of all it must have. */
export function constants(section: Section, at: string): [path: string, value: string][] {
  const own = section.fields
    .filter((field) => field.is_obligatory && field.only !== undefined && !field.is_row)
    .map((field): [string, string] => [within(at, section, field), field.only ?? ""]);
  const inside = section.sections
    .filter((part) => part.is_obligatory && !part.is_row)
    .flatMap((part) => constants(part, within(at, section, part)));
  return [...own, ...inside];
}

/** A column of a table of rows: a field and the way to it from the row. */
export interface Column {
  field: Field;
  way: string;
}

/** Columns beside each other; what else a row has is filled in beside the table. */
const COLUMNS_MAX = 7;

/** Fields of a row a person meets first: the obligatory ones, then others, in the order of the format. */
export function columns(row: Section): Column[] {
  const all = leaves(row, row);
  const wanted = all.filter(({ field }) => field.is_obligatory || field.computed);
  const rest = all.filter((column) => !wanted.includes(column));
  const chosen = new Set([...wanted, ...rest].slice(0, COLUMNS_MAX));
  return all.filter((column) => chosen.has(column));
}

/** What a row must have of itself before a table of rows says anything; a row that is mostly choices is drawn as a section. */
const TABLE_FIELDS_MIN = 2;

/** Whether rows of it are lines of a table. */
export const isTable = (row: Section): boolean => leaves(row, row).filter(({ field }) => field.is_obligatory).length >= TABLE_FIELDS_MIN;

function leaves(row: Section, section: Section): Column[] {
  const own = section.fields
    .filter((field) => !field.is_row && !field.choice && !(field.only !== undefined && field.is_obligatory))
    .map((field) => ({ field, way: field.path.slice(row.path.length) }));
  return [...own, ...section.sections.filter((part) => part.is_obligatory && !part.is_row).flatMap((part) => leaves(row, part))];
}
