-- What was measured of an analyte in a product so far, kept when a sample is approved: the sheet asks about numbers far outside of it,
-- and may not count ten million readings for that.
create table lab.usual_ranges
(
    product text not null references trace.products,
    analyte text not null references lab.analytes,
    count bigint not null,
    least numeric not null,
    most numeric not null,
    constraint pk_usual_ranges primary key (product, analyte)
);
alter table lab.usual_ranges enable row level security;
alter table lab.usual_ranges force row level security;
create policy owner_all on lab.usual_ranges to beetrace_owner using (true) with check (true);
grant select on lab.usual_ranges to beetrace_app;
create policy read_usual on lab.usual_ranges for select to beetrace_app
    using ((select access.actor_is_lab()) or (select access.actor_is_officer()));

create function lab.keep_usual_range() returns trigger
    language plpgsql security definer set search_path = lab, pg_temp as $$
begin
    insert into lab.usual_ranges as u (product, analyte, count, least, most)
    select new.product, r.analyte, 1, r.value, r.value
    from lab.readings r
    where r.sample_id = new.id and r.kind = 'Numeric' and r.value is not null
      and not exists (select from lab.readings later where later.supersedes = r.id)
    order by r.analyte
    on conflict (product, analyte) do update
        set count = u.count + 1, least = least(u.least, excluded.least), most = greatest(u.most, excluded.most);
    return null;
end $$;
create trigger keep_usual after update on lab.samples for each row
    when (new.status = 'Approved' and old.status is distinct from new.status) execute function lab.keep_usual_range();

insert into lab.usual_ranges (product, analyte, count, least, most)
select s.product, r.analyte, count(*), min(r.value), max(r.value)
from lab.readings r join lab.samples s on s.id = r.sample_id
where s.status = 'Approved' and r.kind = 'Numeric' and r.value is not null
  and not exists (select from lab.readings later where later.supersedes = r.id)
group by s.product, r.analyte;
