import { type ColumnMap, ROW_FIELDS, type RowField } from '../intake/index.ts';
import { didYouMean } from '../text/index.ts';
import { type Call, type Option, UsageError } from './command.ts';

/** Says which columns of a table hold what. */
export const columnsOption: Option = {
  name: 'columns',
  value: 'FIELD=NAME,…',
  description: `Which columns of CSV, JSONL or Parquet hold what: ${ROW_FIELDS.join(', ')}. Usual names are known without it.`,
};

const isField = (name: string): name is RowField => (ROW_FIELDS as readonly string[]).includes(name);

/** Reads "text=body,title=headline"; throws a `UsageError` that says what is wrong. */
export const columnsOf = (call: Call): ColumnMap => {
  const map: Partial<Record<RowField, string>> = {};
  for (const pair of (call.value('columns') ?? '').split(',').filter((each) => each.trim() !== '')) {
    const at = pair.indexOf('=');
    const field = pair.slice(0, at < 0 ? undefined : at).trim();
    const name = at < 0 ? '' : pair.slice(at + 1).trim();
    if (!isField(field))
      throw new UsageError(
        `--columns knows ${ROW_FIELDS.join(', ')}, not "${field}".${didYouMean(field, ROW_FIELDS)}`,
        'read',
      );
    if (name === '') throw new UsageError(`--columns needs a name for ${field}: --columns ${field}=NAME.`, 'read');
    map[field] = name;
  }
  return map;
};
