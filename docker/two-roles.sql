-- Read by psql when the image of PostgreSQL makes its data, and never again: the role that owns the tables, and that of
-- the running program, which can add to the record and change nothing in it (docs/configuration.md).
\set owner_password `cat /run/secrets/database-owner-password`
\set program_password `cat /run/secrets/database-program-password`
CREATE ROLE anjuan_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE anjuan LOGIN PASSWORD :'program_password';
GRANT anjuan TO anjuan_owner;
CREATE DATABASE anjuan OWNER anjuan_owner ENCODING UTF8 TEMPLATE template0;
