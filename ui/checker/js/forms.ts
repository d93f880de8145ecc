/** Which forms a file may be of, by what its head says. */

/** A form as the server lists it. */
export interface Form {
  format: string;
  prefix: string;
  versions: string[];
  knd: string[];
  title: string;
  is_official: boolean;
  hash: string;
}

/** What a file says about its format. */
export interface Head {
  root: string;
  file_id: string;
  version: string;
  knd: string | null;
}

/** Forms with the longest prefix the file's name has, of its version; the check itself decides among them. */
export function candidates(forms: readonly Form[], head: Head): Form[] {
  const starts = forms.filter((form) => head.file_id.startsWith(form.prefix));
  const longest = Math.max(0, ...starts.map((form) => form.prefix.length));
  return starts.filter((form) => form.prefix.length === longest && form.versions.includes(head.version));
}
