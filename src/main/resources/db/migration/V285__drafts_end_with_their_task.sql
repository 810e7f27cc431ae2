-- Half-filled answers, perhaps about health, do not outlive their task.
delete from form_draft d using work_item w where w.task_id = d.subject and w.closed_at is not null;

-- What was saved under "only you can see it" stays its author's. What is saved for the case is one for all: the index decides between two at once.
alter table form_draft add column shared boolean not null default false;
alter table form_draft drop constraint form_draft_pkey, add primary key (form_key, subject, username, shared);
create unique index form_draft_of_case on form_draft (form_key, subject) where shared;
