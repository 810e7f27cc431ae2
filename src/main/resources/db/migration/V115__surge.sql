-- Surge: when more referrals come in seven days than the contract expects, triage goes by batches of a team, in the order of arrival.

create table triage_batch (
    id            bigint generated always as identity primary key,
    contract_ref  text not null,
    team_id       text not null references team,
    day           date not null,
    counted       integer not null,
    threshold     integer not null check (counted > threshold),
    unique (contract_ref, team_id, day)
);
create table triage_batch_item (
    referral_ref  text primary key references referral,
    batch_id      bigint not null references triage_batch,
    arrival       bigint not null,
    unique (batch_id, arrival)
);
-- Who went before others of the batches, and why.
create table triage_overtake (
    id            bigint generated always as identity primary key,
    referral_ref  text not null references triage_batch_item,
    overtaken     text[] not null check (cardinality(overtaken) > 0),
    reason        text not null check (length(reason) between 10 and 500),
    decided_by    text not null,
    decided_at    timestamptz not null
);
create index triage_overtake_referral on triage_overtake (referral_ref);
create index referral_contract_day on referral (contract_ref, referred_on);

create trigger triage_batch_append_only before update or delete on triage_batch for each row execute function refuse_change();
create trigger triage_batch_no_truncate before truncate on triage_batch for each statement execute function refuse_change();
create trigger triage_batch_item_append_only before update or delete on triage_batch_item for each row execute function refuse_change();
create trigger triage_batch_item_no_truncate before truncate on triage_batch_item for each statement execute function refuse_change();
create trigger triage_overtake_append_only before update or delete on triage_overtake for each row execute function refuse_change();
create trigger triage_overtake_no_truncate before truncate on triage_overtake for each statement execute function refuse_change();

-- The earlier ones of the same contract and team that are with the team and not decided yet. Who waits for the referrer's answer holds nobody up.
create function triage_before(wanted text) returns setof text language sql stable as $$
    select i.referral_ref
    from triage_batch_item mine join triage_batch b on b.id = mine.batch_id
    join triage_batch others on others.contract_ref = b.contract_ref and others.team_id = b.team_id
    join triage_batch_item i on i.batch_id = others.id and i.arrival < mine.arrival
    join referral r on r.ref = i.referral_ref and r.status = 'RECEIVED'
    left join triage t on t.referral_ref = i.referral_ref
    where mine.referral_ref = wanted and (t.decision is null or t.decision = 'askMore')
    order by i.arrival
$$;

-- Nobody overtakes unrecorded, whatever door the decision came through.
create function triage_in_order() returns trigger language plpgsql as $$
begin
    if exists (select 1 from triage_before(new.referral_ref) b(ref) where not exists (
            select 1 from triage_overtake o where o.referral_ref = new.referral_ref and b.ref = any (o.overtaken))) then
        raise exception 'the triage of % overtakes earlier referrals of its batch without a reason', new.referral_ref using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger triage_in_order before update of decision on triage for each row
    when (new.decision in ('accept', 'handBack')) execute function triage_in_order();
