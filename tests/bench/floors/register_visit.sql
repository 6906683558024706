-- SPDX-License-Identifier: GPL-3.0-or-later
-- The floor under "register a visit": the four writes that no program can do without, in one prepared call of a
-- function inside the database. No rights, no rules, no scopes, no stored result, no wire but libpq's own.
-- Counter (upsert: a clinic's first visit of a day finds no row), visit, audit, change log; one commit.

CREATE TABLE IF NOT EXISTS floor_counter (
  clinic INTEGER NOT NULL,
  visit_date DATE NOT NULL,
  value INTEGER NOT NULL,
  PRIMARY KEY (clinic, visit_date)
);

CREATE TABLE IF NOT EXISTS floor_visit (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  patient BIGINT NOT NULL,
  clinic INTEGER NOT NULL,
  visit_date DATE NOT NULL,
  queue_number INTEGER NOT NULL,
  payer INTEGER NOT NULL,
  registered_at TIMESTAMPTZ NOT NULL,
  registered_by INTEGER NOT NULL,
  UNIQUE (clinic, visit_date, queue_number)
);
CREATE INDEX IF NOT EXISTS floor_visit_patient ON floor_visit (patient);

CREATE TABLE IF NOT EXISTS floor_audit (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at TIMESTAMPTZ NOT NULL,
  actor INTEGER NOT NULL,
  action TEXT NOT NULL,
  visit BIGINT NOT NULL,
  patient BIGINT NOT NULL,
  detail TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS floor_change (
  seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  entity TEXT NOT NULL,
  row_id BIGINT NOT NULL,
  payload TEXT NOT NULL
);

CREATE OR REPLACE FUNCTION register_visit(for_patient BIGINT, at_clinic INTEGER, by_payer INTEGER, actor INTEGER)
RETURNS INTEGER LANGUAGE plpgsql AS $$
DECLARE
  number INTEGER;
  visit BIGINT;
BEGIN
  INSERT INTO floor_counter (clinic, visit_date, value) VALUES (at_clinic, current_date, 1)
    ON CONFLICT (clinic, visit_date) DO UPDATE SET value = floor_counter.value + 1
    RETURNING value INTO number;
  INSERT INTO floor_visit (patient, clinic, visit_date, queue_number, payer, registered_at, registered_by)
    VALUES (for_patient, at_clinic, current_date, number, by_payer, now(), actor)
    RETURNING id INTO visit;
  INSERT INTO floor_audit (at, actor, action, visit, patient, detail)
    VALUES (now(), actor, 'register_visit', visit, for_patient, 'clinic ' || at_clinic || ' number ' || number);
  INSERT INTO floor_change (entity, row_id, payload)
    VALUES ('visit', visit, for_patient || ',' || at_clinic || ',' || number);
  RETURN number;
END
$$;
