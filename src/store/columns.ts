import type { ColumnType } from 'kysely';

/** A whole number that PostgreSQL keeps as bigint; entries are counted with it. Read as a number, written as a number or text. */
export type Count = ColumnType<number, number | string, number | string>;
export type Moment = ColumnType<Date, Date | string, Date | string>;
/** JSON: read as a value, written as text. */
export type Json<T = unknown> = ColumnType<T, string, string>;
