// Types of the API from docs/api/v1.json; made before types are checked, not kept.
import openapi, { astToString } from "openapi-typescript";
import { readFile, writeFile } from "node:fs/promises";

const source = new URL("../../docs/api/v1.json", import.meta.url);
const target = new URL("../api/schema.d.ts", import.meta.url);
const description = JSON.parse(await readFile(source, "utf8"));
// Rooms name their operations each for itself; requests here go by path, so the names are left out.
for (const methods of Object.values(description.paths)) {
  for (const operation of Object.values(methods)) delete operation.operationId;
}
const made = `// Made of docs/api/v1.json by \`npm run api\`.\n${astToString(await openapi(description, { alphabetize: true }))}`;
// Written only when it differs: what watches files is not woken for nothing.
if ((await readFile(target, "utf8").catch(() => "")) !== made) await writeFile(target, made);
