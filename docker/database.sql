-- Runs once, when the database's volume is empty. Roles and extensions need the superuser; the rest is `migrate`.
\getenv owner_password BEETRACE_OWNER_PASSWORD
\getenv app_password BEETRACE_APP_PASSWORD

create role beetrace_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'owner_password';
create role beetrace_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password :'app_password';
create database beetrace owner beetrace_owner template template0 encoding 'UTF8' locale 'C.UTF-8';

\connect beetrace
create extension postgis;
create extension pg_trgm;
create extension btree_gist;
