-- Export mass of a year by product and destination, without the firms behind it.
create function trade.export_mass(wanted integer, products text[])
    returns table (product text, destination text, net_kg numeric)
    language sql stable security definer set search_path = trade, pg_temp as $$
    select e.product::text, e.destination::text, sum(e.net_kg)
    from trade.exports e
    where e.year = wanted and (products is null or e.product = any (products)) and access.actor_role() is not null
    group by e.product, e.destination
$$;

-- Years with anything to show, for the switch on the figures page.
create function trade.figure_years() returns table (year integer)
    language sql stable security definer set search_path = trade, pg_temp as $$
    select distinct y from (
        select e.year as y from trade.exports e
        union select extract(year from s.drawn_on)::integer from lab.samples s where s.verdict is not null) years
    where access.actor_role() is not null
    order by y
$$;
