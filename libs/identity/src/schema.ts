import { inTurn } from '@anjuan/database';
import { type Pool } from 'pg';

const tables = `
  create schema if not exists issuer;

  create table if not exists issuer.accounts (
    id                  uuid primary key,
    login               text not null unique,
    password            text not null,
    opened_at           timestamptz not null default now(),
    password_changed_at timestamptz not null default now()
  );
  -- Until when a password that somebody else gave is good; null: it is the person's own, as all were once.
  do $$ begin
    if not exists (select from pg_attribute where attrelid = 'issuer.accounts'::regclass and attname = 'first_until') then
      alter table issuer.accounts add column first_until timestamptz;
    end if;
  end $$;

  -- Of programs before issuer.tries, which lock by login alone.
  create table if not exists issuer.wrong_tries (
    login        text primary key,
    tries        integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz not null
  );

  create table if not exists issuer.tries (
    login        text not null,
    origin       text not null,
    tries        integer not null,
    last_at      timestamptz not null,
    locked_until timestamptz not null default '-infinity',
    primary key (login, origin)
  );
  create index if not exists tries_age on issuer.tries (last_at);

  -- Of a person's own device; one that is not enrolled yet is begun only.
  create table if not exists issuer.second_factors (
    account     uuid primary key,
    secret      text not null,
    recovery    text[] not null,
    last_step   bigint not null default 0,
    begun_at    timestamptz not null default now(),
    enrolled_at timestamptz
  );

  -- In which sign-in it was begun, where its person is not signed in yet: another one neither shows nor confirms it.
  do $$ begin
    if not exists (select from pg_attribute where attrelid = 'issuer.second_factors'::regclass and attname = 'sign_in') then
      alter table issuer.second_factors add column sign_in text;
    end if;
  end $$;

  -- Which password was right when it was begun: with another, or after a reset, it is void.
  do $$ begin
    if not exists (select from pg_attribute where attrelid = 'issuer.second_factors'::regclass and attname = 'since') then
      alter table issuer.second_factors add column since timestamptz;
    end if;
  end $$;

  -- rp: of which host name of the program. hardware: the key leaves its device never.
  create table if not exists issuer.passkeys (
    passkey       uuid primary key,
    account       uuid not null,
    credential    text not null unique,
    rp            text not null,
    name          text not null,
    public_key    bytea not null,
    counter       bigint not null,
    transports    text[] not null,
    hardware      boolean not null,
    registered_at timestamptz not null default now(),
    used_at       timestamptz
  );
  create index if not exists passkeys_account on issuer.passkeys (account);

  -- Of an account whose first factor is a passkey; else they are kept with its device.
  create table if not exists issuer.recovery_codes (
    account uuid primary key,
    codes   text[] not null
  );

  -- One of an account at a time; the ticket is hashed.
  create table if not exists issuer.passkeys_begun (
    account    uuid primary key,
    ticket     text not null unique,
    shown      jsonb not null,
    sign_in    jsonb not null,
    expires_at timestamptz not null
  );

  -- since: which password was right. session: in which it was begun, and ends with it.
  do $$ begin
    if not exists (select from pg_attribute where attrelid = 'issuer.passkeys_begun'::regclass and attname = 'since') then
      alter table issuer.passkeys_begun add column since timestamptz, add column session text;
    end if;
  end $$;

  -- What the page of a sign-in asked a passkey to sign.
  create table if not exists issuer.passkey_challenges (
    sign_in    text primary key,
    account    uuid not null,
    challenge  text not null,
    expires_at timestamptz not null
  );

  -- Null: asked of whoever comes, in place of login and password.
  do $$ begin
    if exists (select from pg_attribute where attrelid = 'issuer.passkey_challenges'::regclass
                 and attname = 'account' and attnotnull) then
      alter table issuer.passkey_challenges alter column account drop not null;
    end if;
  end $$;

  -- Of an account whose second factors two people have taken back: which reset it was, each once, and the hash of the
  -- one-time code for the next one (null: used or ended), with the sign-in in which it was right.
  create table if not exists issuer.factor_resets (
    account    uuid not null,
    reset      text not null,
    code       text,
    sign_in    text,
    expires_at timestamptz not null,
    primary key (account, reset)
  );

  -- Before, one row of an account, of its last reset.
  do $$ begin
    if exists (select from pg_constraint where conrelid = 'issuer.factor_resets'::regclass
                 and contype = 'p' and cardinality(conkey) = 1) then
      alter table issuer.factor_resets drop constraint factor_resets_pkey, add primary key (account, reset);
    end if;
  end $$;

  -- Where the sign-in of a session came from.
  create table if not exists issuer.sign_ins (
    session text primary key,
    address text not null,
    program text not null,
    at      timestamptz not null default now()
  );

  create table if not exists issuer.keys (
    id         uuid primary key,
    purpose    text not null check (purpose in ('signing', 'cookies')),
    secret     jsonb not null,
    created_at timestamptz not null default now()
  );

  create table if not exists issuer.artifacts (
    model      text not null,
    id         text not null,
    payload    jsonb not null,
    expires_at timestamptz not null,
    primary key (model, id)
  );
  create index if not exists artifacts_expiry on issuer.artifacts (expires_at);
  create index if not exists artifacts_grant on issuer.artifacts ((payload ->> 'grantId'));
  create index if not exists artifacts_account on issuer.artifacts ((payload ->> 'accountId'));
  create index if not exists artifacts_session on issuer.artifacts ((payload ->> 'uid')) where model = 'Session';
`;

/** Makes the schema `issuer` where it is missing; may be called at every start, also by two programs at once. */
export const migrate = async (pool: Pool): Promise<void> => {
  // Several statements in one query are one transaction; the lock keeps two first starts apart.
  await pool.query(`set local client_min_messages = warning; ${inTurn('issuer migrate')} ${tables}`);
};
