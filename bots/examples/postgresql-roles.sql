-- Two roles on PostgreSQL: promptgen_owner brings the tables up to date, promptgen runs the bot and can change no table.
-- Run once in the bot's database, as its administrator: psql -d promptgen -v ON_ERROR_STOP=1 -f postgresql-roles.sql
-- Then give both a password (\password promptgen) and let pg_hba.conf ask for it.
-- Before each new version of the bot, bring the tables up to date as the owner:
--   python -m migrations upgrade postgresql+psycopg://promptgen_owner:…@…/promptgen
-- The bot itself runs with PROMPTGEN_DATABASE_URL=postgresql+psycopg://promptgen:…@…/promptgen

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'promptgen_owner') THEN
        CREATE ROLE promptgen_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'promptgen') THEN
        CREATE ROLE promptgen LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE;
    END IF;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO promptgen_owner, promptgen', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE, CREATE ON SCHEMA public TO promptgen_owner;
GRANT USAGE ON SCHEMA public TO promptgen;

-- What is there already, made by an administrator or by the bot itself before these roles.
DO $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER TABLE public.%I OWNER TO promptgen_owner', name);
    END LOOP;
END
$$;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO promptgen;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO promptgen;

-- What the owner will make.
ALTER DEFAULT PRIVILEGES FOR ROLE promptgen_owner IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO promptgen;
ALTER DEFAULT PRIVILEGES FOR ROLE promptgen_owner IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO promptgen;

-- Deleted rows leave bytes behind until VACUUM FULL rewrites the tables, which only their owner may do, or from
-- PostgreSQL 17 on who is allowed to maintain them. On 15 and 16 let the owner do it once a day:
--   psql -U promptgen_owner -d promptgen -c 'VACUUM FULL'
DO $$
BEGIN
    IF current_setting('server_version_num')::int >= 170000 THEN
        GRANT MAINTAIN ON ALL TABLES IN SCHEMA public TO promptgen;
        ALTER DEFAULT PRIVILEGES FOR ROLE promptgen_owner IN SCHEMA public GRANT MAINTAIN ON TABLES TO promptgen;
    END IF;
END
$$;
