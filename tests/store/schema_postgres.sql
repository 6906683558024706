CREATE TABLE IF NOT EXISTS schema_version (one BIGINT PRIMARY KEY CHECK (one = 1), version BIGINT NOT NULL, mark BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS durable_mark (one BIGINT PRIMARY KEY CHECK (one = 1), epoch BYTEA NOT NULL, seq BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS feed (number BIGINT GENERATED ALWAYS AS IDENTITY, tx BYTEA NOT NULL, n BIGINT NOT NULL, entity BIGINT NOT NULL, id BYTEA NOT NULL, version BIGINT NOT NULL, op BIGINT NOT NULL, scope TEXT NOT NULL, payload BYTEA NOT NULL, seq BIGINT);
CREATE UNIQUE INDEX IF NOT EXISTS feed_unnumbered ON feed (number) WHERE seq IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS feed_seq ON feed (seq) WHERE seq IS NOT NULL;
CREATE INDEX IF NOT EXISTS feed_scope ON feed (scope, seq) WHERE seq IS NOT NULL;
CREATE TABLE IF NOT EXISTS feed_head (one BIGINT PRIMARY KEY CHECK (one = 1), epoch BYTEA NOT NULL, seq BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS audit (number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at BIGINT NOT NULL, actor BYTEA, device BYTEA, request TEXT NOT NULL, command BYTEA, patient BYTEA, changes BYTEA NOT NULL, note TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS audit_patient ON audit (patient) WHERE patient IS NOT NULL;
CREATE TABLE IF NOT EXISTS member (kind BIGINT NOT NULL, id BYTEA NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, id, key));
CREATE INDEX IF NOT EXISTS member_key ON member (key);
CREATE TABLE IF NOT EXISTS app_user (
  id BYTEA PRIMARY KEY,
  login TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  password_hash TEXT NOT NULL DEFAULT '',
  must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS user_role (
  id BYTEA PRIMARY KEY,
  user_id BYTEA,
  role BIGINT NOT NULL DEFAULT 0,
  revoked BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (user_id) REFERENCES app_user (id)
);
CREATE TABLE IF NOT EXISTS device (
  id BYTEA PRIMARY KEY,
  public_key BYTEA NOT NULL DEFAULT ''::bytea,
  name TEXT NOT NULL DEFAULT '',
  registered_at BIGINT NOT NULL DEFAULT 0,
  registered_by BYTEA,
  last_seq BIGINT NOT NULL DEFAULT 0,
  state BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS device_unit (
  id BYTEA PRIMARY KEY,
  device_id BYTEA,
  key TEXT NOT NULL DEFAULT '',
  held BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS restored_numbers (
  id BYTEA PRIMARY KEY,
  kind BIGINT NOT NULL DEFAULT 0,
  first_number BIGINT NOT NULL DEFAULT 0,
  last_number BIGINT NOT NULL DEFAULT 0,
  restored_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (last_number >= first_number)
);
CREATE TABLE IF NOT EXISTS session (
  id BYTEA PRIMARY KEY,
  user_id BYTEA,
  device_id BYTEA,
  token_hash BYTEA NOT NULL DEFAULT ''::bytea,
  started_at BIGINT NOT NULL DEFAULT 0,
  expires_at BIGINT NOT NULL DEFAULT 0,
  ended_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (user_id) REFERENCES app_user (id),
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS number_block (
  id BYTEA PRIMARY KEY,
  kind BIGINT NOT NULL DEFAULT 0,
  device_id BYTEA,
  first_number BIGINT NOT NULL DEFAULT 0,
  last_number BIGINT NOT NULL DEFAULT 0,
  granted_at BIGINT NOT NULL DEFAULT 0,
  granted_to BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (last_number >= first_number),
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS command (
  id BYTEA PRIMARY KEY,
  device_id BYTEA,
  seq BIGINT NOT NULL DEFAULT 0,
  type BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 0,
  actor_id BYTEA,
  at BIGINT NOT NULL DEFAULT 0,
  received_at BIGINT NOT NULL DEFAULT 0,
  assured BOOLEAN NOT NULL DEFAULT FALSE,
  payload BYTEA NOT NULL DEFAULT ''::bytea,
  error BIGINT NOT NULL DEFAULT 0,
  result BYTEA NOT NULL DEFAULT ''::bytea,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS case_item (
  id BYTEA PRIMARY KEY,
  kind BIGINT NOT NULL DEFAULT 0,
  subject BYTEA,
  other BYTEA,
  fields TEXT NOT NULL DEFAULT '',
  detail BYTEA NOT NULL DEFAULT ''::bytea,
  raised_by BYTEA,
  raised_at BIGINT NOT NULL DEFAULT 0,
  settled BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS hospital (
  id BYTEA PRIMARY KEY,
  name TEXT NOT NULL DEFAULT '',
  city TEXT NOT NULL DEFAULT '',
  zone TEXT NOT NULL DEFAULT '',
  mrn_digits BIGINT NOT NULL DEFAULT 0,
  mrn_start BIGINT NOT NULL DEFAULT 0,
  afternoon_minute BIGINT NOT NULL DEFAULT 0,
  letterhead TEXT NOT NULL DEFAULT '',
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (mrn_digits IN (6, 8))
);
CREATE TABLE IF NOT EXISTS clinic (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  kind BIGINT NOT NULL DEFAULT 0,
  letter TEXT NOT NULL DEFAULT '',
  ticket_series BIGINT NOT NULL DEFAULT 0,
  opens_minute BIGINT NOT NULL DEFAULT 0,
  closes_minute BIGINT NOT NULL DEFAULT 0,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (opens_minute BETWEEN 0 AND 1440),
  CHECK (closes_minute BETWEEN 0 AND 1440)
);
CREATE TABLE IF NOT EXISTS doctor (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  clinic_id BYTEA,
  letter TEXT NOT NULL DEFAULT '',
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (clinic_id) REFERENCES clinic (id)
);
CREATE TABLE IF NOT EXISTS payer (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  kind BIGINT NOT NULL DEFAULT 0,
  needs_card BOOLEAN NOT NULL DEFAULT FALSE,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS patient (
  id BYTEA PRIMARY KEY,
  mrn BIGINT NOT NULL DEFAULT 0,
  name TEXT NOT NULL DEFAULT '',
  sapaan BIGINT NOT NULL DEFAULT 0,
  sex BIGINT NOT NULL DEFAULT 0,
  birth_date TEXT,
  birth_estimated BOOLEAN NOT NULL DEFAULT FALSE,
  nik TEXT NOT NULL DEFAULT '',
  no_nik_reason BIGINT NOT NULL DEFAULT 0,
  phone TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  mother_name TEXT NOT NULL DEFAULT '',
  card TEXT NOT NULL DEFAULT '',
  allergy_state BIGINT NOT NULL DEFAULT 0,
  name_key TEXT NOT NULL DEFAULT '',
  nik_contested BOOLEAN NOT NULL DEFAULT FALSE,
  registered_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (mrn > 0)
);
CREATE TABLE IF NOT EXISTS visit (
  id BYTEA PRIMARY KEY,
  patient_id BYTEA,
  registration_number BIGINT NOT NULL DEFAULT 0,
  episode_id BYTEA,
  type BIGINT NOT NULL DEFAULT 0,
  service_date TEXT,
  clinic_id BYTEA,
  doctor_id BYTEA,
  session BIGINT NOT NULL DEFAULT 0,
  payer_id BYTEA,
  arrival BIGINT NOT NULL DEFAULT 0,
  state BIGINT NOT NULL DEFAULT 0,
  registered_at BIGINT NOT NULL DEFAULT 0,
  registered_by BYTEA,
  cancel_reason TEXT NOT NULL DEFAULT '',
  cancelled_at BIGINT NOT NULL DEFAULT 0,
  cancelled_by BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (service_date <> ''),
  CHECK (state <> 1 OR cancel_reason <> ''),
  FOREIGN KEY (patient_id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS ticket (
  id BYTEA PRIMARY KEY,
  visit_id BYTEA,
  patient_id BYTEA,
  clinic_id BYTEA,
  service_date TEXT,
  series TEXT NOT NULL DEFAULT '',
  letter TEXT NOT NULL DEFAULT '',
  number BIGINT,
  cancelled BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (number IS NULL OR number > 0),
  FOREIGN KEY (visit_id) REFERENCES visit (id)
);
CREATE TABLE IF NOT EXISTS ticket_range (
  id BYTEA PRIMARY KEY,
  service_date TEXT,
  letter TEXT NOT NULL DEFAULT '',
  device_id BYTEA,
  first_number BIGINT NOT NULL DEFAULT 0,
  last_number BIGINT NOT NULL DEFAULT 0,
  granted_at BIGINT NOT NULL DEFAULT 0,
  granted_to BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (last_number >= first_number),
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS number_alias (
  id BYTEA PRIMARY KEY,
  text TEXT NOT NULL DEFAULT '',
  kind BIGINT NOT NULL DEFAULT 0,
  patient_id BYTEA,
  visit_id BYTEA,
  device_id BYTEA,
  given_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (patient_id) REFERENCES patient (id),
  FOREIGN KEY (visit_id) REFERENCES visit (id)
);
CREATE TABLE IF NOT EXISTS item (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS depot (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS lot (
  id BYTEA PRIMARY KEY,
  item_id BYTEA,
  batch TEXT NOT NULL DEFAULT '',
  expiry TEXT,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (batch <> ''),
  FOREIGN KEY (item_id) REFERENCES item (id)
);
CREATE TABLE IF NOT EXISTS stock_line (
  id BYTEA PRIMARY KEY,
  lot_id BYTEA,
  depot_id BYTEA,
  free_quantity BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (free_quantity >= 0),
  FOREIGN KEY (lot_id) REFERENCES lot (id)
);
CREATE TABLE IF NOT EXISTS stock_right (
  id BYTEA PRIMARY KEY,
  lot_id BYTEA,
  depot_id BYTEA,
  device_id BYTEA,
  granted BIGINT NOT NULL DEFAULT 0,
  used BIGINT NOT NULL DEFAULT 0,
  state BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (used >= 0),
  CHECK (used <= granted),
  FOREIGN KEY (lot_id) REFERENCES lot (id)
);
CREATE TABLE IF NOT EXISTS movement (
  id BYTEA PRIMARY KEY,
  lot_id BYTEA,
  depot_id BYTEA,
  kind BIGINT NOT NULL DEFAULT 0,
  quantity BIGINT NOT NULL DEFAULT 0,
  right_id BYTEA,
  patient_id BYTEA,
  visit_id BYTEA,
  cause BYTEA,
  reason TEXT NOT NULL DEFAULT '',
  witness TEXT NOT NULL DEFAULT '',
  at BIGINT NOT NULL DEFAULT 0,
  by_user BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (quantity <> 0),
  CHECK (quantity > 0 OR kind IN (2, 3)),
  FOREIGN KEY (lot_id) REFERENCES lot (id)
);
CREATE UNIQUE INDEX IF NOT EXISTS app_user_unique1 ON app_user (login);
CREATE UNIQUE INDEX IF NOT EXISTS user_role_unique1 ON user_role (user_id, role);
CREATE UNIQUE INDEX IF NOT EXISTS device_unit_unique1 ON device_unit (device_id, key);
CREATE UNIQUE INDEX IF NOT EXISTS session_unique1 ON session (token_hash);
CREATE INDEX IF NOT EXISTS session_index1 ON session (user_id, device_id);
CREATE UNIQUE INDEX IF NOT EXISTS number_block_unique1 ON number_block (kind, first_number);
CREATE INDEX IF NOT EXISTS number_block_index1 ON number_block (device_id, kind);
CREATE UNIQUE INDEX IF NOT EXISTS command_unique1 ON command (device_id, seq);
CREATE INDEX IF NOT EXISTS case_item_index1 ON case_item (settled, raised_at);
CREATE UNIQUE INDEX IF NOT EXISTS clinic_unique1 ON clinic (code);
CREATE UNIQUE INDEX IF NOT EXISTS doctor_unique1 ON doctor (code);
CREATE UNIQUE INDEX IF NOT EXISTS payer_unique1 ON payer (code);
CREATE UNIQUE INDEX IF NOT EXISTS patient_unique1 ON patient (mrn);
CREATE UNIQUE INDEX IF NOT EXISTS patient_unique2 ON patient (nik) WHERE nik <> '' AND NOT nik_contested;
CREATE INDEX IF NOT EXISTS patient_index1 ON patient (nik);
CREATE INDEX IF NOT EXISTS patient_index2 ON patient (card) WHERE card <> '';
CREATE INDEX IF NOT EXISTS patient_index3 ON patient (phone) WHERE phone <> '';
CREATE INDEX IF NOT EXISTS patient_index4 ON patient (birth_date);
CREATE OR REPLACE FUNCTION search_words(words_of TEXT) RETURNS TEXT[]
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $body$
DECLARE
  words TEXT[] := string_to_array(words_of, ' ');
  held TEXT[] := '{}';
  word TEXT COLLATE "C";
  other TEXT COLLATE "C";
BEGIN
  FOR i IN 1 .. cardinality(words) LOOP
    held := held || ARRAY[left(words[i], 1), left(words[i], 2), left(words[i], 3), left(words[i], 4),
                          left(words[i], 6)];
    word := left(words[i], 3);
    FOR j IN 1 .. least(i, 32) - 1 LOOP
      other := left(words[j], 3);
      held := held || CASE WHEN word < other THEN word || '+' || other ELSE other || '+' || word END;
    END LOOP;
  END LOOP;
  RETURN held;
END
$body$;
CREATE INDEX IF NOT EXISTS patient_words ON patient USING gin (search_words(name_key));
CREATE UNIQUE INDEX IF NOT EXISTS visit_unique1 ON visit (registration_number);
CREATE INDEX IF NOT EXISTS visit_index1 ON visit (patient_id, service_date);
CREATE INDEX IF NOT EXISTS visit_index2 ON visit (service_date, clinic_id);
CREATE UNIQUE INDEX IF NOT EXISTS ticket_unique1 ON ticket (service_date, series, number);
CREATE UNIQUE INDEX IF NOT EXISTS ticket_unique2 ON ticket (service_date, letter, number);
CREATE INDEX IF NOT EXISTS ticket_index1 ON ticket (visit_id);
CREATE UNIQUE INDEX IF NOT EXISTS ticket_range_unique1 ON ticket_range (service_date, letter, first_number);
CREATE INDEX IF NOT EXISTS ticket_range_index1 ON ticket_range (device_id, service_date, letter);
CREATE INDEX IF NOT EXISTS number_alias_index1 ON number_alias (text);
CREATE INDEX IF NOT EXISTS number_alias_index2 ON number_alias (patient_id);
CREATE UNIQUE INDEX IF NOT EXISTS item_unique1 ON item (code);
CREATE UNIQUE INDEX IF NOT EXISTS depot_unique1 ON depot (code);
CREATE UNIQUE INDEX IF NOT EXISTS lot_unique1 ON lot (item_id, batch);
CREATE UNIQUE INDEX IF NOT EXISTS stock_line_unique1 ON stock_line (lot_id, depot_id);
CREATE INDEX IF NOT EXISTS stock_line_index1 ON stock_line (depot_id);
CREATE UNIQUE INDEX IF NOT EXISTS stock_right_unique1 ON stock_right (lot_id, depot_id, device_id);
CREATE INDEX IF NOT EXISTS stock_right_index1 ON stock_right (device_id);
CREATE INDEX IF NOT EXISTS stock_right_index2 ON stock_right (depot_id);
CREATE INDEX IF NOT EXISTS movement_index1 ON movement (lot_id, depot_id);
CREATE INDEX IF NOT EXISTS movement_index2 ON movement (depot_id, at);
CREATE INDEX IF NOT EXISTS movement_index3 ON movement (patient_id);
