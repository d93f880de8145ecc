// Types of the API from docs/api/v1.json; with --check, that they are the present ones.
import openapi, { astToString } from "openapi-typescript";
import { readFile, writeFile } from "node:fs/promises";

const source = new URL("../../docs/api/v1.json", import.meta.url);
const target = new URL("../api/schema.d.ts", import.meta.url);
const head = "// Made of docs/api/v1.json by `npm run api`.\n";
const description = JSON.parse(await readFile(source, "utf8"));
// Rooms name their operations each for itself; requests here go by path, so the names are left out.
for (const methods of Object.values(description.paths)) {
  for (const operation of Object.values(methods)) delete operation.operationId;
}
const made = head + astToString(await openapi(description, { alphabetize: true }));
if (process.argv.includes("--check")) {
  const kept = await readFile(target, "utf8").catch(() => "");
  if (kept !== made) {
    console.error("ui/api/schema.d.ts is not what docs/api/v1.json says; write it with: npm run api");
    process.exit(1);
  }
} else {
  await writeFile(target, made);
}
