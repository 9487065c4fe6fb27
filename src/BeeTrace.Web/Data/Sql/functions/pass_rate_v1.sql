-- Takes the place of the function in lab_v1: a proficiency test tests the laboratory and a re-test repeats a sample that is counted, so that
-- neither is in any rate, whatever basis is asked for.
create or replace function lab.pass_rate(from_day date, to_day date, products text[], wanted_basis text, wanted_county text, wanted_firm uuid)
    returns table (product text, drawn integer, passed integer, judged integer, inconclusive integer, firms integer)
    language sql stable security definer set search_path = lab, pg_temp as $$
    select s.product::text,
           count(*)::integer,
           count(*) filter (where s.verdict = 'Pass')::integer,
           count(*) filter (where s.verdict in ('Pass', 'Fail'))::integer,
           count(*) filter (where s.verdict is not null and s.verdict not in ('Pass', 'Fail'))::integer,
           count(distinct s.firm_id)::integer
    from lab.samples s
    where s.drawn_on between from_day and to_day
      and s.basis = wanted_basis
      and s.basis not in ('ProficiencyTest', 'ReTest')
      and (products is null or s.product = any (products))
      and (wanted_county is null or s.county = wanted_county)
      and (wanted_firm is null or s.firm_id = wanted_firm)
      -- One firm's rate is for that firm, the laboratory and the county.
      and (wanted_firm is null or wanted_firm = access.actor_firm() or access.actor_is_officer() or access.actor_is_lab())
      and access.actor_role() is not null
    group by grouping sets ((s.product), ())
$$;
