#!/bin/sh
# Run once by the database's image: the application's user may read and write rows, never change the schema.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set ON_ERROR_STOP=1 --set password="$PLACEWELL_APP_PASSWORD" <<'SQL'
create role placewell_app login password :'password';
SQL
