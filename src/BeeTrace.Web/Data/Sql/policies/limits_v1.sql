-- Limits come by the product's own tables, or by two persons: one proposes, another decides.
alter table lab.limit_proposals enable row level security;
alter table lab.limit_proposals force row level security;
create policy owner_all on lab.limit_proposals to beetrace_owner using (true) with check (true);
grant select, insert on lab.limit_proposals to beetrace_app;
grant update (state, decided_by, decided_at, decided_why) on lab.limit_proposals to beetrace_app;

create policy read_proposal on lab.limit_proposals for select to beetrace_app
    using ((select access.actor_is_officer()) or (select access.actor_is_lab()));
create policy propose_limit on lab.limit_proposals for insert to beetrace_app
    with check ((select access.actor_role()) in ('signatory', 'reviewer', 'county') and proposed_by = (select access.actor_account())
        and state = 'Open' and decided_by is null and decided_at is null and decided_why is null);
create policy decide_proposal on lab.limit_proposals for update to beetrace_app
    using ((select access.actor_role()) in ('signatory', 'reviewer', 'county'));

alter table lab.limit_proposals
    add constraint another_person_decides_on_a_limit check (decided_by <> proposed_by),
    add constraint a_decision_has_its_person check ((state in ('Accepted', 'Declined')) = (decided_by is not null) and (state <> 'Open') = (decided_at is not null)),
    add constraint a_decline_says_why check (state <> 'Declined' or decided_why is not null),
    add constraint a_proposal_says_what check ((proposed is not null or target_id is not null) and (target_id is null) = (last_day is null));

create trigger kept before delete on lab.limit_proposals for each row execute function access.forbid_change();
create trigger kept_whole before truncate on lab.limit_proposals for each statement execute function access.forbid_change();

create function lab.guard_proposal() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decided_why']) is distinct from (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decided_why'])
        or old.state <> 'Open'
    then
        raise exception 'What is proposed does not change, and what is decided stays decided.' using errcode = '42501';
    end if;
    if not coalesce(case new.state
        when 'Withdrawn' then old.proposed_by = access.actor_account()
        when 'Accepted' then new.decided_by = access.actor_account()
        when 'Declined' then new.decided_by = access.actor_account()
        end, false)
    then
        raise exception 'A proposal is decided in one''s own name and withdrawn by who made it.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on lab.limit_proposals for each row execute function lab.guard_proposal();

-- A limit comes into force word for word as it was accepted, by who accepted it.
drop policy add_reference on lab.limits;
create policy add_limit on lab.limits for insert to beetrace_app
    with check ((select access.actor_role()) = 'system'
        or exists (select from lab.limit_proposals p where p.state = 'Accepted' and p.decided_by = (select access.actor_account()) and p.proposed = to_jsonb(limits)));
drop policy change_reference on lab.limits;
create policy end_limit on lab.limits for update to beetrace_app
    using ((select access.actor_role()) = 'system'
        or exists (select from lab.limit_proposals p where p.state = 'Accepted' and p.decided_by = (select access.actor_account()) and p.target_id = limits.id));
revoke update on lab.limits from beetrace_app;
grant update (in_force_to, active) on lab.limits to beetrace_app;

create trigger kept before delete on lab.limits for each row execute function access.forbid_change();
create trigger kept_whole before truncate on lab.limits for each statement execute function access.forbid_change();

-- What a limit says never changes: it ends, and another one says something else.
create function lab.guard_limit() returns trigger language plpgsql as $$
begin
    if (to_jsonb(new) - array['in_force_to', 'active']) is distinct from (to_jsonb(old) - array['in_force_to', 'active']) or new.active and not old.active then
        raise exception 'A limit only ends; what it says does not change.' using errcode = '42501';
    end if;
    if access.actor_role() <> 'system' and (new.active is distinct from old.active or not exists (select from lab.limit_proposals p
        where p.state = 'Accepted' and p.decided_by = access.actor_account() and p.target_id = new.id and p.last_day = new.in_force_to))
    then
        raise exception 'A limit ends on the day that two persons agreed on.' using errcode = '42501';
    end if;
    return new;
end $$;
create trigger guard before update on lab.limits for each row execute function lab.guard_limit();

-- A new edition comes into the register of standards with the first limit of it.
create policy add_edition on lab.standards for insert to beetrace_app
    with check (exists (select from lab.limit_proposals p
        where p.state = 'Accepted' and p.decided_by = (select access.actor_account()) and p.proposed ->> 'standard_code' = code and p.proposed ->> 'edition' = edition));
