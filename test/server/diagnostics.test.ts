import assert from "node:assert/strict";
import { test } from "node:test";
import { cardText } from "../support/cardText.ts";
import { pushedClient, startTestServer } from "../support/languageServer.ts";

const file = "a.modelcard.yaml";
const broken = cardText().replace("2024-02-01", "yesterday");

test("an editor that pulls gets findings and the density on the name", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  assert.ok(server.initialized.capabilities.diagnosticProvider);
  server.open(file, cardText());
  const density = (await server.pull(file)).find(({ code }) => code === "density");
  assert.match(
    String(density?.message),
    /^Capability density 0\.77: 1\.89.B effective from 2\.44.B, reference nmi-2025\.$/,
  );
  assert.deepEqual(density?.range, { start: { line: 0, character: 6 }, end: { line: 0, character: 20 } });
  server.change(file, 2, broken);
  const errors = (await server.pull(file)).filter(({ severity }) => severity === 1);
  assert.equal(errors.length, 1);
  assert.deepEqual(errors[0]?.range.start, { line: 1, character: 14 });
});

test("an editor that cannot pull is sent findings, and sent none when the file is closed", async (t) => {
  const server = await startTestServer([{}], { capabilities: pushedClient });
  t.after(() => server.stop());
  assert.equal(server.initialized.capabilities.diagnosticProvider, undefined);
  server.open(file, broken);
  await server.pushed(file, (diagnostics) => diagnostics.some(({ severity }) => severity === 1));
  server.change(file, 2, cardText());
  await server.pushed(
    file,
    (diagnostics) => diagnostics.length > 0 && !diagnostics.some(({ severity }) => severity === 1),
  );
  server.close(file);
  await server.pushed(file, (diagnostics) => diagnostics.length === 0);
});

test("an editor that does not ask for it is told of no collections", async (t) => {
  const server = await startTestServer([{}], { capabilities: pushedClient, initializationOptions: {} });
  t.after(() => server.stop());
  server.open(file, cardText());
  await server.pushed(file, (diagnostics) => diagnostics.length > 0);
  // What is found in another document comes later than what is told of collections.
  server.open("twin.modelcard.yaml", cardText());
  await server.pushed(file, (diagnostics) => diagnostics.some(({ code }) => code === "duplicate-name"));
  assert.equal(server.lastCollections(), undefined);
});

test("the density diagnostic is a setting", async (t) => {
  const server = await startTestServer([{}], { settings: { densityDiagnostic: false } });
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true);
  server.open(file, cardText());
  assert.equal(
    (await server.pull(file)).find(({ code }) => code === "density"),
    undefined,
  );
});

test("severities of densing.yaml hold in the editor", async (t) => {
  const text = cardText().replace("kind: base\n", "");
  const server = await startTestServer([
    { "densing.yaml": "rules: { kind-missing: error }\n", [file]: text },
  ]);
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.isIndexed === true);
  server.open(file, text);
  assert.equal((await server.pull(file)).find(({ code }) => code === "kind-missing")?.severity, 1);
});

test("a YAML file that is no card is left alone", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  server.open("docker-compose.yaml", "services: [");
  assert.deepEqual(await server.pull("docker-compose.yaml"), []);
});

test("two files with one name: both say where the other is", async (t) => {
  const server = await startTestServer([{ "other.modelcard.yaml": cardText() }]);
  t.after(() => server.stop());
  await server.collections(([folder]) => folder?.cardCount === 1);
  server.open(file, cardText());
  const duplicate = (await server.pull(file)).find(({ code }) => code === "duplicate-name");
  assert.match(String(duplicate?.message), /other\.modelcard\.yaml/);
});

test("of many cards opened at once each has its findings, those about others among them", async (t) => {
  const server = await startTestServer([{}], { capabilities: pushedClient });
  t.after(() => server.stop());
  const paths = Array.from({ length: 60 }, (_, place) => `${place}.modelcard.yaml`);
  // The last has the name of the first.
  const nameOf = (place: number) => `Model-${place % 59}`;
  for (const [place, path] of paths.entries())
    server.open(path, cardText().replace("MiniCPM-1-2.4B", nameOf(place)));
  for (const [place, path] of paths.entries())
    await server.pushed(path, (diagnostics) => {
      const codes = diagnostics.map(({ code }) => code);
      const isTwin = place === 0 || place === 59;
      return codes.includes("density") && codes.includes("duplicate-name") === isTwin;
    });
});

test("a card is read again when somebody comes back to it after many others", async (t) => {
  const server = await startTestServer([{}]);
  t.after(() => server.stop());
  const first = "first.modelcard.yaml";
  server.open(first, cardText());
  for (let place = 0; place < 60; place++)
    server.open(`${place}.modelcard.yaml`, cardText().replace("MiniCPM-1-2.4B", `Model-${place}`));
  assert.match(JSON.stringify(await server.hover(first, 0, 8)), /MiniCPM.*: capability density/);
  server.change(first, 2, broken);
  const errors = (await server.pull(first)).filter(({ severity }) => severity === 1);
  assert.deepEqual(errors[0]?.range.start, { line: 1, character: 14 });
});
