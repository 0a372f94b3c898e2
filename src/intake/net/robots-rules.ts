/** What a robots.txt says to one robot (RFC 9309). */
export interface RobotsRules {
  /** Whether a path with its query may be fetched. */
  readonly allows: (path: string) => boolean;
  /** Seconds between two requests, where `Crawl-delay` asks for them. */
  readonly delay: number | null;
}

/** Lets everything through: the file is not there. */
export const everythingAllowed: RobotsRules = { allows: () => true, delay: null };

/** RFC 9309 asks for at least so many bytes; what follows is left unread. */
const LONGEST = 512_000;

/** A rule longer than any address of a page (8,000) was written to cost time; it counts as none. */
const LONGEST_RULE = 10_000;

interface Rule {
  readonly allow: boolean;
  readonly pattern: string;
}

interface Group {
  readonly agents: string[];
  readonly rules: Rule[];
}

/** A `Crawl-delay` is no part of RFC 9309; it is taken for the robots named so far, who may share rules with later ones. */
interface Delay {
  readonly agents: readonly string[];
  readonly seconds: number;
}

const unreserved = /[\w.~-]/;

/** Paths are compared by octets: what is not ASCII is encoded, what need not be encoded is not, hex digits are capitals. */
const normalPath = (path: string): string =>
  path
    .toWellFormed()
    .replace(/[^\x21-\x7e]+/g, encodeURIComponent)
    .replace(/%([0-9a-f]{2})/gi, (octet, hex: string) => {
      const letter = String.fromCharCode(Number.parseInt(hex, 16));
      return unreserved.test(letter) ? letter : octet.toUpperCase();
    });

/** The product token of a robot's name: "Readout/0.1" → "readout". */
const productToken = (name: string): string => (/^[a-z_-]+|^\*/i.exec(name.trim())?.[0] ?? '').toLowerCase();

/** A pattern's "*" stands for any characters, a "$" at its end for the end of the path. Takes time by length of the path only. */
const matches = (pattern: string, path: string): boolean => {
  const anchored = pattern.endsWith('$');
  const [first = '', ...others] = (anchored ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = anchored ? others.pop() : undefined;
  let at = first.length;
  for (const part of others) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  if (!anchored) return true;
  return last === undefined ? path.length === at : path.length - last.length >= at && path.endsWith(last);
};

const toSeconds = (value: string): number | null => {
  const seconds = Number(value);
  return value !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
};

/** "Disallow: /x # why" → disallow, /x */
const recordOf = (line: string): { readonly name: string; readonly value: string } => {
  const [said = ''] = line.split('#', 1);
  const colon = said.indexOf(':');
  if (colon < 0) return { name: '', value: '' };
  return { name: said.slice(0, colon).trim().toLowerCase(), value: said.slice(colon + 1).trim() };
};

/** Gathers groups line by line. Lines that belong to no group, such as Sitemap, never end one (RFC 9309, 2.2.4). */
class Grouping {
  readonly groups: Group[] = [];
  readonly delays: Delay[] = [];
  #isOpen = false;

  add(name: string, value: string): void {
    const group = this.groups.at(-1);
    if (name === 'user-agent') this.#addAgent(productToken(value), group);
    else if (group === undefined) return;
    else if (name === 'allow' || name === 'disallow') {
      if (value !== '' && value.length <= LONGEST_RULE)
        group.rules.push({ allow: name === 'allow', pattern: normalPath(value) });
      this.#isOpen = false;
    } else if (name === 'crawl-delay') this.#addDelay(toSeconds(value), group);
  }

  #addDelay(seconds: number | null, { agents }: Group): void {
    if (seconds !== null) this.delays.push({ agents: [...agents], seconds });
  }

  #addAgent(agent: string, group: Group | undefined): void {
    if (this.#isOpen && group !== undefined) group.agents.push(agent);
    else this.groups.push({ agents: [agent], rules: [] });
    this.#isOpen = true;
  }
}

const groupsOf = (text: string): Grouping => {
  const grouping = new Grouping();
  for (const line of text.slice(0, LONGEST).split(/\r\n?|\n/)) {
    const { name, value } = recordOf(line);
    grouping.add(name, value);
  }
  return grouping;
};

/** The longest rule that matches decides, and of two as long the one that allows. */
const decide = (rules: readonly Rule[], path: string): boolean => {
  let best: Rule | null = null;
  for (const rule of rules) {
    const isBetter =
      best === null ||
      rule.pattern.length > best.pattern.length ||
      (rule.pattern.length === best.pattern.length && rule.allow);
    if (isBetter && matches(rule.pattern, path)) best = rule;
  }
  return best?.allow ?? true;
};

/** Reads a robots.txt for the robot called `name`: all groups that name it, or else those for "*". */
export const parseRobots = (text: string, name: string): RobotsRules => {
  const { groups, delays } = groupsOf(text);
  const token = productToken(name);
  const called = groups.some(({ agents }) => agents.includes(token)) ? token : '*';
  const rules = groups.flatMap((group) => (group.agents.includes(called) ? group.rules : []));
  const seconds = delays.flatMap((delay) => (delay.agents.includes(called) ? [delay.seconds] : []));
  return {
    allows: (path) => path === '/robots.txt' || decide(rules, normalPath(path)),
    delay: seconds.length > 0 ? Math.max(...seconds) : null,
  };
};
