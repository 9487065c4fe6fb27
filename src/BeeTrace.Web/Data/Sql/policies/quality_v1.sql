-- Row security for quality control: analysts write it, the laboratory and officers read it.
do $$
declare t text;
begin
    foreach t in array array['lab.control_series', 'lab.control_results']
    loop
        execute format('alter table %s enable row level security', t);
        execute format('alter table %s force row level security', t);
        execute format('create policy owner_all on %s to beetrace_owner using (true) with check (true)', t);
        execute format('grant select, insert on %s to beetrace_app', t);
        execute format($sql$create policy read_control on %s for select to beetrace_app
            using ((select access.actor_is_officer()) or (select access.actor_is_lab()))$sql$, t);
        execute format('create trigger frozen_whole before truncate on %s for each statement execute function access.forbid_change()', t);
    end loop;
end $$;

create policy start_series on lab.control_series for insert to beetrace_app
    with check ((select access.actor_role()) = 'analyst' and started_by = (select access.actor_account()) and baseline_count is null);
create policy enter_control on lab.control_results for insert to beetrace_app
    with check ((select access.actor_role()) = 'analyst' and entered_by = (select access.actor_account()));
create policy assign_mean on lab.control_series for update to beetrace_app using ((select access.actor_role()) in ('reviewer', 'signatory'));
grant update (mean, sd, baseline_count) on lab.control_series to beetrace_app;

create trigger frozen before update or delete on lab.control_results for each row execute function access.forbid_change();
create trigger frozen before delete on lab.control_series for each row execute function access.forbid_change();

-- A mean of the laboratory's own results is assigned once.
create function lab.guard_control_series() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['mean', 'sd', 'baseline_count']) is distinct from (to_jsonb(old) - array['mean', 'sd', 'baseline_count']) or old.mean is not null
        or old.assigned_from is distinct from 'OwnResults'
    then
        raise exception 'A mean is assigned once, and nothing else of a series changes.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on lab.control_series for each row execute function lab.guard_control_series();

-- A correction stands for a result of the same series.
create function lab.guard_control_result() returns trigger language plpgsql as $$
begin
    if new.supersedes is not null and not exists (select from lab.control_results r where r.id = new.supersedes and r.series_id = new.series_id) then
        raise exception 'A result supersedes one of its own series.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before insert on lab.control_results for each row execute function lab.guard_control_result();
