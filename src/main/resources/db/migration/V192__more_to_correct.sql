-- Kind of work, title, agreed pay, time away, pay received and the contract itself can be put right, too.
alter table correction drop constraint correction_kind_check;
alter table correction add constraint correction_kind_check check (kind in ('JOB_START', 'JOB_END', 'JOB_NOT_ENDED', 'JOB_EMPLOYER', 'JOB_HOURS',
    'WRONG_JOB', 'WRONG_PERSON', 'APPOINTMENT', 'PROFILE_DATE', 'JOB_KIND', 'JOB_TITLE', 'JOB_RATE', 'JOB_BREAK', 'JOB_PAY', 'CONTRACT'));

-- Pay received stays append-only: the right line names the wrong one, whose place it takes; nought pence take it off the record.
alter table job_earnings drop constraint job_earnings_pkey;
alter table job_earnings add column id bigint generated always as identity primary key;
alter table job_earnings add column replaces bigint unique references job_earnings;
alter table job_earnings drop constraint job_earnings_pence_check;
alter table job_earnings add constraint job_earnings_pence_check check (pence > 0 or pence = 0 and replaces is not null);
create view job_pay as
select e.* from job_earnings e where e.pence > 0 and not exists (select 1 from job_earnings later where later.replaces = e.id);

-- Pay that was put right to "never received", or to other days, leaves its first day free: pay for that day can be recorded then. What stands
-- is asked, not what once stood; records of pay of one job take turns.
create index job_earnings_job on job_earnings (job_ref, from_on);
create function pay_stands_once() returns trigger language plpgsql as $$
begin
    perform 1 from job where ref = new.job_ref for no key update;
    if exists (select 1 from job_pay p where p.job_ref = new.job_ref and p.from_on = new.from_on and p.kind = new.kind) then
        raise exception 'pay of this kind from % is on the record of % already', new.from_on, new.job_ref using errcode = 'unique_violation';
    end if;
    return new;
end $$;
create trigger job_earnings_once before insert on job_earnings for each row when (new.replaces is null) execute function pay_stands_once();

-- What is paid rests on the contract, so two people put it right: who proposes the correction does not confirm it.
create function correction_by_two() returns trigger language plpgsql as $$
begin
    if new.applied and exists (select 1 from correction c where c.id = new.correction_id and c.kind = 'CONTRACT' and c.proposed_by = new.ended_by) then
        raise exception 'correction % of a contract is confirmed by somebody else', new.correction_id using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger correction_end_by_two before insert on correction_end for each row execute function correction_by_two();
