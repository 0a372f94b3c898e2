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
])('%s may give rows', (sql) => {
  expect(givesRows(sql)).toBe(true);
});
