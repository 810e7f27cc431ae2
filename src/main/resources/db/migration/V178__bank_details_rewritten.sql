-- A column that is dropped stays in the rows' bytes on disk, and so do rows as they were before an update: the table is written anew, so
-- that no file of the database holds a bank account in plain digits any more. Backups of earlier days still do.
cluster payee_account using payee_account_pkey;
