-- The cells of a year's exports for whoever asks, each with the firms behind it as numbers that name nobody: what stands on fewer than three
-- firms is withheld by the program before anybody sees it. By product and destination, and by product and month.
drop function trade.export_mass(integer, text[]);
create function trade.export_cells(wanted integer, place text, by_source boolean)
    returns table (product text, destination text, month date, declarations integer, net_kg numeric, value_usd numeric, usd_kg numeric, value_cny numeric, cny_kg numeric, firms integer[])
    language sql stable security definer set search_path = trade, pg_temp as $$
    with numbered as (select f.id, row_number() over (order by f.id)::integer as number from registry.firms f)
    select e.product, e.destination::text, null::date, sum(e.declarations)::integer, sum(e.net_kg), sum(e.value_usd), sum(e.usd_kg), sum(e.value_cny), sum(e.cny_kg),
        array_agg(distinct n.number)
    from export_firm_years e join numbered n on n.id = e.firm_id
    where e.year = wanted and e.declarations > 0 and access.actor_role() is not null
      and (place is null or place = case when by_source then e.source_place else e.registered_place end)
    group by e.product, e.destination
    union all
    select m.product, null, m.month, sum(m.declarations)::integer, sum(m.net_kg), sum(m.value_usd), sum(m.usd_kg), sum(m.value_cny), sum(m.cny_kg), array_agg(distinct n.number)
    from export_firm_months m join numbered n on n.id = m.firm_id
    where m.month >= make_date(wanted, 1, 1) and m.month < make_date(wanted + 1, 1, 1) and m.declarations > 0 and access.actor_role() is not null
      and (place is null or place = case when by_source then m.source_place else m.registered_place end)
    group by m.product, m.month
$$;

-- Years with anything to show, for the switch on the figures page.
create or replace function trade.figure_years() returns table (year integer)
    language sql stable security definer set search_path = trade, pg_temp as $$
    select distinct y from (
        select e.year as y from trade.export_years e where e.declarations > 0
        union select extract(year from s.drawn_on)::integer from lab.samples s where s.verdict is not null) years
    where access.actor_role() is not null
    order by y
$$;

-- What stood in the table of yearly sums becomes one declaration a row: nothing more was known of it.
insert into trade.declarations (id, number, item, version, firm_id, declared_on, product, hs_code, destination, trade_mode, registered_place, source_place, net_kg,
    is_void, recorded_by, recorded_at)
select e.id, lpad(e.year::text || lpad((row_number() over (order by e.year, e.id))::text, 8, '0'), 18, '0'), 1, 1, e.firm_id, make_date(e.year, 12, 31), e.product, e.hs_code, e.destination,
    'Other', f.county, f.county, e.net_kg, false, '00000000-0000-0000-0000-000000000000', now()
from trade.exports e join registry.firms f on f.id = e.firm_id
-- The demo county brings its declarations itself, month by month, at the next start.
where not exists (select from access.deeds d where d.deed = 'table-imported' and d.subject = 'exports' and d.new ->> 'sha256' = 'd052fc4b476f495f16528ce80f9160f03e80a5689f62f970af96027251e9bab7');
drop table trade.exports;

-- What each firm exported of each product in a year, firms numbered without saying which: in how few hands the trade lies.
create function trade.export_hands(wanted integer, products text[]) returns table (hand integer, product text, net_kg numeric, value_usd numeric)
    language sql stable security definer set search_path = trade, pg_temp as $$
    select dense_rank() over (order by e.firm_id)::integer, e.product, sum(e.net_kg), sum(e.value_usd) from export_firm_years e
    where e.year = wanted and e.product = any (products) and e.declarations > 0 and access.actor_role() is not null
    group by e.firm_id, e.product
$$;

-- One word for the state of each year's sums: what was computed from them holds while it stays the same.
create function trade.export_stamps() returns table (year integer, stamp text)
    language sql stable security definer set search_path = trade, pg_temp as $$
    select e.year, md5(string_agg(concat_ws(' ', e.product, e.destination, e.registered_place, e.source_place, e.declarations, e.net_kg, e.value_usd, e.usd_kg), ';'
        order by e.product, e.destination, e.registered_place, e.source_place))
    from export_years e where access.actor_role() is not null group by e.year
$$;

-- Editions of the yearbook with the numbers of their certificates, which anyone may look up.
create function trade.yearbooks() returns table (year integer, edition integer, number text, published_at timestamptz, why text, is_in_force boolean)
    language sql stable security definer set search_path = trade, pg_temp as $$
    select e.year, e.edition, c.number::text, e.published_at, e.why::text, not exists (select from certificates.endings n where n.certificate_id = c.id)
    from yearbook_editions e join certificates.certificates c on c.id = e.certificate_id
    where access.actor_role() is not null
$$;
