// What the compiler does not say: who may import the component library, and the rules of hooks.
import tseslint from "typescript-eslint";
import hooks from "eslint-plugin-react-hooks";

const library = {
  patterns: [{ group: ["@gravity-ui/*"], message: "only ui/parts imports the component library" }],
};

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", "signer/**", "service/**", "api/schema.d.ts"] },
  ...tseslint.configs.strict,
  {
    files: ["**/*.ts", "**/*.tsx"],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "no-restricted-imports": ["error", library],
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: "text is text: put it in as a child" },
      ],
      "no-console": "error",
      "no-eval": "error",
      eqeqeq: "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["parts/**/*.ts", "parts/**/*.tsx"], rules: { "no-restricted-imports": "off" } },
  { files: ["scripts/**", "plugins/**", "test/**", "*.config.*"], rules: { "no-console": "off" } },
);
