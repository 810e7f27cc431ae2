-- What a person may say about themselves: to see whether waits are fair, and to find the specialist who suits them. Null: not asked.
-- Ethnicity: the sixteen categories of the NHS Data Dictionary and Z, not stated.
alter table person
    add column ethnicity text check (ethnicity in ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'Z')),
    add column sex text check (sex in ('female', 'male', 'other', 'notSaid')),
    add column languages text[] not null default '{}' check (languages <@ array['en', 'sq', 'ar', 'bn', 'bfi', 'zh', 'fr', 'el', 'gu', 'it', 'ku', 'pa',
        'fa', 'pl', 'pt', 'ro', 'ru', 'so', 'es', 'ta', 'tr', 'uk', 'ur', 'yo']),
    add column contact_by text check (contact_by in ('phone', 'text', 'email', 'letter', 'throughTeam')),
    add column meet_at text check (meet_at in ('clinic', 'community', 'video', 'phone')),
    add column specialist_wish text check (specialist_wish in ('woman', 'man', 'noPreference'));
