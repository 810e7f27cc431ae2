-- A correction says to the payer why in a few words of a list; the words of whoever proposed it stay with finance.
alter table charge add column reason text check (reason in ('billedTwice', 'leftOut', 'wrongAmount', 'wrongPayer', 'agreedWithPayer'));
alter table charge add column note text;
alter table charge add constraint charge_note_of_correction check ((reason is null) = (note is null) and (reason is null or kind = 'CORRECTION'));
