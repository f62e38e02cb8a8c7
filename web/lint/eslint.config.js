// The rules of the page's scripts: no promise is left alone, types are kept, and imports go downward.

import { createNodeResolver, importX } from "eslint-plugin-import-x";
import tseslint from "typescript-eslint";
import { rooms } from "./rooms.js";

/** Where a page or a worker starts: there the rooms come together. */
const entries = ["netvisor/main.ts", "worker/scripts/*.ts"];

/** What a room may import, as zones of what it may not. */
const zones = Object.entries(rooms).map(([room, below]) => ({
  target: `./${room}`,
  from: Object.keys(rooms).filter((other) => other !== room && !below.includes(other)).map((other) => `./${other}`),
  message: "imports go downward: see CONTRIBUTING.md",
}));

export default tseslint.config(
  { ignores: ["bundle/**", "tests/**", "lint/**", "**/*.d.ts", "**/*.js"] },
  ...tseslint.configs.strictTypeChecked,
  {
    files: ["**/*.ts"],
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { "import-x": importX },
    settings: { "import-x/resolver-next": [createNodeResolver({ extensions: [".ts"] })], "import-x/extensions": [".ts"] },
    rules: {
      // A function of one expression may be called for what it does, and an early return may be of what returns nothing.
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // A number has one way to be written; "null" and "[object Object]" are what the rule is for.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "import-x/no-cycle": "error",
      "import-x/no-restricted-paths": ["error", { basePath: process.cwd(), zones }],
    },
  },
  { files: entries, rules: { "import-x/no-restricted-paths": "off" } },
);
