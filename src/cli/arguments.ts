import { parseArgs } from 'node:util';
import { didYouMean } from '../text/index.ts';
import { type Call, type Command, type Option, UsageError } from './command.ts';

/** Options that every command takes. */
export const commonOptions: readonly Option[] = [{ name: 'help', description: 'Show this help and stop.' }];

type Values = ReadonlyMap<string, string | true>;

const spelled = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

const checked = (option: Option, value: string | undefined, command: string): string | true => {
  if (option.value === undefined) {
    if (value !== undefined) throw new UsageError(`--${option.name} takes no value.`, command);
    return true;
  }
  if (value === undefined)
    throw new UsageError(`--${option.name} needs a value: --${option.name} ${option.value}.`, command);
  if (option.choices === undefined || option.choices.includes(value)) return value;
  const hint = didYouMean(value, option.choices);
  throw new UsageError(`--${option.name} is one of ${option.choices.join(', ')}, not "${value}".${hint}`, command);
};

/** The value of an option; what looks like the next option is none ("--format --explain"), unless it is tied to it by "=". */
const givenValue = ({ value, inlineValue }: { value?: string | undefined; inlineValue?: boolean | undefined }) =>
  inlineValue !== true && value !== undefined && /^-./.test(value) ? undefined : value;

const checkOperands = (operands: readonly string[], command: Command): void => {
  if (operands.length < command.atLeast)
    throw new UsageError(`readout ${command.name} needs ${command.operands}.`, command.name);
  const extra = operands[command.atMost];
  if (extra === undefined) return;
  const takes = command.atMost === 0 ? 'takes no arguments' : `takes ${command.operands} only`;
  throw new UsageError(`readout ${command.name} ${takes}: what is "${extra}"?`, command.name);
};

/** Reads the words after the command's name; throws a `UsageError` that says what is wrong and what was probably meant. */
export const parseCall = (words: readonly string[], command: Command): Call => {
  const options = [...command.options, ...commonOptions];
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      options.map((option) => [option.name, { type: option.value === undefined ? 'boolean' : 'string' } as const]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const option = options.find(({ name }) => name === token.name);
    if (option === undefined) {
      const known = options.map(({ name }) => name);
      const hint = didYouMean(token.name, known, '--');
      throw new UsageError(`Unknown option ${spelled(token.name)}.${hint}`, command.name);
    }
    values.set(option.name, checked(option, givenValue(token), command.name));
  }
  if (!values.has('help')) checkOperands(operands, command);
  return toCall(operands, values, options);
};

const toCall = (operands: readonly string[], values: Values, options: readonly Option[]): Call => ({
  operands,
  value: (name) => {
    const given = values.get(name);
    return typeof given === 'string' ? given : (options.find((option) => option.name === name)?.fallback ?? null);
  },
  has: (name) => values.has(name),
});
