// Takes the name of a Teams manifest, and prints a line for everything that Microsoft's own schema of its version does not allow.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const manifest = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const file = `@microsoft/app-manifest/build/json-schemas/teams/v${manifest.manifestVersion}/MicrosoftTeams.schema.json`;
const schema = JSON.parse(fs.readFileSync(new URL(`node_modules/${file}`, import.meta.url), 'utf8'));
const Ajv = require(/draft-04/.test(schema.$schema) ? 'ajv-draft-04' : 'ajv').default;
const ajv = new Ajv({ strict: false, allErrors: true });
require('ajv-formats').default(ajv);
const holds = ajv.compile(schema);
if (!holds(manifest)) {
  holds.errors.forEach(fault => console.log(`${fault.instancePath || '/'} ${fault.message} ${JSON.stringify(fault.params)}`));
}
