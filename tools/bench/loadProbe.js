// Loads one package's files as n8n does, in a process of its own: prints what n8n-workflow cost,
// which n8n itself has loaded long before, and what the files cost. Plain JavaScript, or the
// loader of TypeScript would be measured too.
const [, , n8nWorkflow, ...files] = process.argv;
const before = performance.now();
require(n8nWorkflow);
const between = performance.now();
for (const file of files) require(file);
const after = performance.now();
console.log(JSON.stringify({ workflowMs: between - before, filesMs: after - between }));
process.exit(0);
