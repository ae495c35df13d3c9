/**
 * The directions of STYLE: what a file may import. Run by `npm run rules`; every rule is proved by a violation under
 * test/rules/violations. A module is one slice under src/modules; the order below is the order of DESIGN.
 */
const order = [
  "audit",
  "units",
  "identity",
  "documents",
  "activities",
  "work",
  "indicators",
  "plans",
  "appraisal",
  "exemplars",
  "awards",
  "oversight",
  "voice",
  "funds",
  "reports",
  "notices",
  "portal",
];

/** A slice sees only slices before it. */
const onlyEarlier = order.map((name, at) => ({
  name: `slice-order-${name}`,
  comment: `${name} may import only slices that come before it`,
  severity: "error",
  from: { path: `^src/modules/${name}/`, pathNot: "[.]test[.]ts$" },
  to: { path: `^src/modules/(${order.slice(at + 1).join("|") || "none"})/` },
}));

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", comment: "a cycle has no first file to read", from: {}, to: { circular: true } },
    {
      name: "kernel-is-pure",
      severity: "error",
      comment: "the kernel knows no platform, slice, server or Node API: it runs in a browser too",
      from: { path: "^src/kernel/", pathNot: "[.]test[.]ts$" },
      to: { path: ["^src/(platform|modules|server|cli)/", "^web/", "^node:", "^(fs|path|crypto|os|child_process)$"] },
    },
    {
      name: "platform-has-no-domain",
      severity: "error",
      from: { path: "^src/platform/", pathNot: "[.]test[.]ts$" },
      to: { path: ["^src/(modules|server|cli)/", "^web/"] },
    },
    ...onlyEarlier,
    {
      name: "slices-through-the-front-door",
      severity: "error",
      comment: "another slice is seen through its index or contract alone",
      from: { path: "^src/modules/([^/]+)/", pathNot: "[.]test[.]ts$" },
      to: {
        path: "^src/modules/([^/]+)/",
        pathNot: ["^src/modules/$1/", "^src/modules/[^/]+/(index|contract)[.]ts$", "^src/modules/documents/(compile|dispatch)/[^/]+[.]ts$"],
      },
    },
    {
      name: "server-through-the-front-door",
      severity: "error",
      comment: "the composition root wires what a slice offers; it does not reach inside",
      from: { path: "^src/(server|cli)/", pathNot: "[.]test[.]ts$" },
      to: {
        path: "^src/modules/[^/]+/",
        pathNot: "^src/modules/[^/]+/(index|contract|routes|jobs|downloads|cli|start|module|matrix)[.]ts$",
      },
    },
    {
      name: "domain-is-pure",
      severity: "error",
      comment: "rules and policies see the kernel, contracts and other pure files",
      from: {
        path: "^src/modules/[^/]+/((domain|policy)([.]ts|/)|compile/|check/(?!cli[.])|messages[.]ts|contract[.]ts)",
        pathNot: "[.]test[.]ts$",
      },
      to: { path: ["^src/(platform|server|cli)/", "^node:", "^src/modules/[^/]+/(store|service|routes|jobs|cli|downloads)([.]ts$|/)"] },
    },
    {
      name: "sql-lives-in-stores",
      severity: "error",
      comment: "adapters never touch SQL",
      from: { path: "^src/modules/[^/]+/(routes|cli|jobs|downloads)([.]ts$|/)" },
      to: { path: ["^node_modules/(kysely|pg)/", "/store([.]ts$|/)"] },
    },
    {
      name: "driver-in-platform",
      severity: "error",
      from: { path: "^(src/(modules|server|cli)|web)/", pathNot: "[.]test[.]ts$" },
      to: { path: "^node_modules/(pg|pg-copy-streams|graphile-worker)/" },
    },
    {
      name: "web-sees-contracts",
      severity: "error",
      comment: "the browser gets contracts, phrases and pure types only",
      from: { path: "^web/", pathNot: "[.]test[.]ts$" },
      to: {
        path: "^src/",
        pathNot: [
          "^src/kernel/",
          "^src/modules/contract[.]ts$",
          "^src/modules/[^/]+/(contract|messages|domain)[.]ts$",
          // A slice of several parts has these per part.
          "^src/modules/[^/]+/[^/]+/(contract|messages|domain)[.]ts$",
          "^src/modules/documents/compile/[^/]+[.]ts$",
        ],
      },
    },
    {
      name: "slices-do-not-see-the-server",
      severity: "error",
      from: { path: "^src/modules/", pathNot: "[.]test[.]ts$" },
      to: { path: "^src/(server|cli)/" },
    },
    {
      name: "server-does-not-see-the-web",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^web/" },
    },
    { name: "nothing-unresolved", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: ["[.](css|woff2)$", "^virtual:"] } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: ["^dist/", "^data/"] },
    tsPreCompilationDeps: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".css"],
    },
  },
};
