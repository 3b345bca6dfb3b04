import type { Queries } from './database.ts';

/**
 * The schema as lines, for reviews and for a test: columns with type, nullability and default; indexes;
 * triggers.
 */
export async function describeSchema(queries: Queries): Promise<string> {
  const rows = await queries.query<{ line: string }>(schemaSql);
  return `${rows.map((row) => row.line).join('\n')}\n`;
}

const schemaSql = `
select line from (
  select 1 as part, c.relname as name, a.attnum::int as place, c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attnotnull then ' not null' else '' end
    || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '') as line
  from pg_class c join pg_attribute a on a.attrelid = c.oid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped
  union all
  select 2, tablename, 0, indexdef from pg_indexes where schemaname = 'public' and tablename not like 'raw_message\\_%'
  union all
  select 3, c.relname, 0, pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = t.tgrelid where not t.tgisinternal
) as lines order by part, name, place, line`;
