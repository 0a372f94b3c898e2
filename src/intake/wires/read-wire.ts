import type { IntakeWarning } from '../decode.ts';
import { ReadoutError } from '../error.ts';
import { opensAs } from '../xml/opens-as.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { contentOf } from './content.ts';
import { newsMl1Items } from './newsml-1.ts';
import { isNewsMlG2, newsMlG2Items } from './newsml-g2.ts';
import { isNinjs, ninjsItems } from './ninjs.ts';
import { toWireItem, type WireItem } from './wire-item.ts';

/** What a file of a wire holds: its items in order, and what was odd about the file. */
export interface Wire {
  readonly format: 'newsml-g2' | 'newsml-1' | 'nitf' | 'ninjs';
  readonly items: readonly WireItem[];
  readonly warnings: readonly IntakeWarning[];
}

const rootForm =
  /<(?:[\w-]+:)?(newsml|newsmessage|newsitem|packageitem|conceptitem|knowledgeitem|planningitem|catalogitem|nitf|contentset|inlinexml)(?=[\s>/])/i;

/** Whether a text opens as the XML of a wire does: NewsML-G2, NewsML 1, NITF. */
export const opensAsWire = (text: string): boolean => opensAs(text, rootForm);

const notAWire = (name: string, what: string): ReadoutError =>
  new ReadoutError('not-a-wire', `${name} is ${what}; give a report in NewsML-G2, NewsML, NITF or ninjs.`, { name });

const isNitf = ({ local }: XmlElement): boolean => local === 'nitf' || local === 'contentset' || local === 'inlinexml';

const nitfItems = (root: XmlElement, name: string): readonly WireItem[] => {
  return [toWireItem(name, contentOf(root), { type: 'text', status: null, embargo: null })];
};

/** Reads the XML of a wire: NewsML-G2, NewsML 1 or NITF. Throws a `ReadoutError` for other XML. */
const readXmlWire = (text: string, name: string): Wire => {
  const { root, warnings } = parseXml(text, name, { isCaseless: true });
  if (root.local === 'newsml') return { format: 'newsml-1', items: newsMl1Items(root, name), warnings };
  if (isNewsMlG2(root)) return { format: 'newsml-g2', items: newsMlG2Items(root, name), warnings };
  if (isNitf(root)) return { format: 'nitf', items: nitfItems(root, name), warnings };
  throw notAWire(name, `XML with the outermost element "${root.local.slice(0, 60)}" and no wire`);
};

/** Reads the file of a wire, XML or JSON, into its items. Nothing that it names is fetched. Throws a `ReadoutError` naming `name` if it is none. */
export const readWire = (text: string, name: string): Wire => {
  if (!/^\s*[[{]/.test(text)) return readXmlWire(text, name);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ReadoutError(
      'bad-json',
      `${name} breaks off or is no JSON; get it again from its source.`,
      { name },
      { cause: error },
    );
  }
  if (!isNinjs(value)) throw notAWire(name, 'JSON and no report in ninjs');
  return { format: 'ninjs', items: ninjsItems(value, name), warnings: [] };
};
