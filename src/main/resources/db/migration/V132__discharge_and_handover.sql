-- Discharge from the clinical team does not end the support: it is an event, with whom to speak about health from then on.
create table clinical_discharge (
    id             bigint generated always as identity primary key,
    referral_ref   text not null references referral,
    discharged_on  date not null,
    contact        text not null check (contact in ('GP', 'OTHER_TEAM', 'NOBODY')),
    contact_name   text not null default '' check (length(contact_name) <= 120),
    contact_phone  text not null default '' check (length(contact_phone) <= 20),
    recorded_by    text not null,
    recorded_at    timestamptz not null,
    check (contact = 'NOBODY' or contact_name <> '')
);
create unique index clinical_discharge_day on clinical_discharge (referral_ref, discharged_on);

-- What the next service was told when a person moved on; the person agreed to it.
create table handover (
    referral_ref  text primary key references referral,
    to_service    text not null check (length(to_service) between 2 and 160),
    summary       text not null check (length(summary) between 1 and 4000),
    handed_on     date not null,
    recorded_by   text not null,
    recorded_at   timestamptz not null
);

create trigger clinical_discharge_append_only before update or delete on clinical_discharge for each row execute function refuse_change();
create trigger clinical_discharge_no_truncate before truncate on clinical_discharge for each statement execute function refuse_change();
create trigger handover_append_only before update or delete on handover for each row execute function refuse_change();
create trigger handover_no_truncate before truncate on handover for each statement execute function refuse_change();
