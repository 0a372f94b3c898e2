import { expect, test } from 'vitest';
import { run } from '../../src/cli/index.ts';
import { testTerminal } from '../support/terminal.ts';

const german = `Hafen bleibt offen

Die Außenministerin sagte am Montag, die Gespräche über die Grenze im Norden gingen nächste Woche weiter. Das Parlament
lehnte den Haushalt nach einer langen Nacht ab, zwei Parteien fordern Neuwahlen.
`;

test.each(['text', 'markdown', 'html'])(
  'a page of a report in another language does not say that it says nothing (%s)',
  async (format) => {
    const terminal = testTerminal({ stdin: german });
    expect(await run(['read', '-', '--format', format], terminal)).toBe(0);
    expect(terminal.written()).toContain('Hafen bleibt offen');
    expect(terminal.written()).toContain('German (de)');
    expect(terminal.written()).not.toContain('Nobody is quoted');
    expect(terminal.written()).not.toContain('0 statements');
  },
);

test('its trees are not drawn, which is told', async () => {
  const terminal = testTerminal({ stdin: german });
  expect(await run(['tree', '-'], terminal)).toBe(0);
  expect(terminal.written()).not.toContain('\n1\t');
  expect(terminal.complained()).toContain('stdin is not in English (de): no trees are made.');
});
