// Takes names of files, and prints a line for everything that Microsoft's own renderer finds wrong in these cards.
import fs from 'node:fs';
import { createRequire } from 'node:module';

const { AdaptiveCard, SerializationContext, ValidationEvent, Versions } = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

for (const file of process.argv.slice(2)) {
  const report = message => console.log(`${file}: ${message}`);
  const context = new SerializationContext(Versions.v1_5);
  const card = new AdaptiveCard();
  card.parse(withoutTeamsOwn(JSON.parse(fs.readFileSync(file, 'utf8')), report), context);
  for (let index = 0; index < context.eventCount; index++) {
    tell(context.getEventAt(index), report);
  }

  card.validateProperties().validationEvents.forEach(found => tell(found, report));
}

function tell(found, report) {
  report(`${ValidationEvent[found.event]}: ${found.message}`);
}

// What Teams draws in a card of version 1.5 although the renderer does not know it there: choices that are searched for
// (learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/dynamic-search), and charts, which therefore need a fallback.
function withoutTeamsOwn(node, report) {
  if (Array.isArray(node)) {
    return node.map(item => withoutTeamsOwn(item, report)).filter(item => item !== 'drop');
  }

  if (node === null || typeof node !== 'object') {
    return node;
  }

  if (String(node.type).startsWith('Chart.')) {
    if (node.fallback === undefined) {
      report(`${node.type} has no fallback`);
    }

    return withoutTeamsOwn(node.fallback ?? { type: 'TextBlock', text: 'chart' }, report);
  }

  const { 'choices.data': search, ...known } = node;
  if (search !== undefined) {
    if (search.type !== 'Data.Query' || !search.dataset) {
      report('choices.data is no query with a dataset');
    }

    known.choices = [...known.choices, { title: 'found', value: 'found' }];
  }

  return Object.fromEntries(Object.entries(known).map(([name, value]) => [name, withoutTeamsOwn(value, report)]));
}
