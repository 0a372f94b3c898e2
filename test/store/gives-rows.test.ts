import { expect, test } from 'vitest';
import { givesRows } from '../../src/store/embedded/gives-rows.ts';

test.each([
  'insert into a (b) values ($1)',
  'INSERT INTO "select" (b) select c from d',
  "update a set b = 'returning' where c = $1",
  'delete from a using (select 1) as b',
  'with gone as (delete from a returning id) insert into b select id from gone',
  '\n  with made as (insert into a values (1) returning row), more as (select * from made) update b set c = (select 1)',
  "insert into a values (')')",
  'with select as (values (1)) insert into a select * from b',
  'with a as not materialized (select 1), "select" (n) as materialized (select 2) delete from b using a',
  'with recursive a(n) as (select 1) update b set c = n from a',
  "insert into a values ('--')",
])('%s gives no rows', (sql) => {
  expect(givesRows(sql)).toBe(false);
});

test.each([
  'select 1',
  'select',
  'values (1)',
  'begin',
  'savepoint entry',
  'rollback to savepoint entry',
  'create table a (update text)',
  'insert into a (b) values ($1) returning "b"',
  'with gone as (delete from a returning id) select * from gone',
  'with a as (insert into b values (1)) insert into c select * from a returning d',
  'insert into a values (1',
  "select 'insert into a'",
  'with insert as (select 1) select * from insert',
  'with a as (select 1), update as materialized (select 2) select * from a, update',
  'with "delete" as (select 1) table a',
  'with recursive delete (n) as (values (1)) select n from delete',
  "select 1 -- don't\ninsert into a values (1)",
  "insert into a values (E'\\'') returning b, 'c'",
  "insert into a values ($$'$$) returning b, 'c'",
])('%s may give rows', (sql) => {
  expect(givesRows(sql)).toBe(true);
});
