CREATE TABLE IF NOT EXISTS schema_version (one BIGINT PRIMARY KEY CHECK (one = 1), version BIGINT NOT NULL, mark BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS durable_mark (one BIGINT PRIMARY KEY CHECK (one = 1), epoch BLOB NOT NULL, seq BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS counter (name TEXT PRIMARY KEY, value BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS feed (number INTEGER PRIMARY KEY AUTOINCREMENT, tx BLOB NOT NULL, n BIGINT NOT NULL, entity BIGINT NOT NULL, id BLOB NOT NULL, version BIGINT NOT NULL, op BIGINT NOT NULL, scope TEXT NOT NULL, payload BLOB NOT NULL, seq BIGINT);
CREATE UNIQUE INDEX IF NOT EXISTS feed_unnumbered ON feed (number) WHERE seq IS NULL;
CREATE UNIQUE INDEX IF NOT EXISTS feed_seq ON feed (seq) WHERE seq IS NOT NULL;
CREATE INDEX IF NOT EXISTS feed_scope ON feed (scope, seq) WHERE seq IS NOT NULL;
CREATE TABLE IF NOT EXISTS feed_head (one BIGINT PRIMARY KEY CHECK (one = 1), epoch BLOB NOT NULL, seq BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS audit (number INTEGER PRIMARY KEY AUTOINCREMENT, at BIGINT NOT NULL, actor BLOB, device BLOB, request TEXT NOT NULL, command BLOB, patient BLOB, changes BLOB NOT NULL, note TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS audit_patient ON audit (patient) WHERE patient IS NOT NULL;
CREATE TABLE IF NOT EXISTS member (kind BIGINT NOT NULL, id BLOB NOT NULL, key TEXT NOT NULL, PRIMARY KEY (kind, id, key));
CREATE INDEX IF NOT EXISTS member_key ON member (key);
CREATE TABLE IF NOT EXISTS app_user (
  id BLOB PRIMARY KEY,
  login TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  password_hash TEXT NOT NULL DEFAULT '',
  must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS user_role (
  id BLOB PRIMARY KEY,
  user_id BLOB,
  role BIGINT NOT NULL DEFAULT 0,
  revoked BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (user_id) REFERENCES app_user (id)
);
CREATE TABLE IF NOT EXISTS device (
  id BLOB PRIMARY KEY,
  public_key BLOB NOT NULL DEFAULT x'',
  name TEXT NOT NULL DEFAULT '',
  registered_at BIGINT NOT NULL DEFAULT 0,
  registered_by BLOB,
  last_seq BIGINT NOT NULL DEFAULT 0,
  state BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS device_unit (
  id BLOB PRIMARY KEY,
  device_id BLOB,
  key TEXT NOT NULL DEFAULT '',
  held BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS restored_numbers (
  id BLOB PRIMARY KEY,
  kind BIGINT NOT NULL DEFAULT 0,
  first_number BIGINT NOT NULL DEFAULT 0,
  last_number BIGINT NOT NULL DEFAULT 0,
  restored_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (last_number >= first_number)
);
CREATE TABLE IF NOT EXISTS session (
  id BLOB PRIMARY KEY,
  user_id BLOB,
  device_id BLOB,
  token_hash BLOB NOT NULL DEFAULT x'',
  started_at BIGINT NOT NULL DEFAULT 0,
  expires_at BIGINT NOT NULL DEFAULT 0,
  ended_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (user_id) REFERENCES app_user (id),
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS number_block (
  id BLOB PRIMARY KEY,
  kind BIGINT NOT NULL DEFAULT 0,
  device_id BLOB,
  first_number BIGINT NOT NULL DEFAULT 0,
  last_number BIGINT NOT NULL DEFAULT 0,
  granted_at BIGINT NOT NULL DEFAULT 0,
  granted_to BLOB,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (last_number >= first_number),
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS command (
  id BLOB PRIMARY KEY,
  device_id BLOB,
  seq BIGINT NOT NULL DEFAULT 0,
  type BIGINT NOT NULL DEFAULT 0,
  version BIGINT NOT NULL DEFAULT 0,
  actor_id BLOB,
  at BIGINT NOT NULL DEFAULT 0,
  received_at BIGINT NOT NULL DEFAULT 0,
  assured BOOLEAN NOT NULL DEFAULT FALSE,
  payload BLOB NOT NULL DEFAULT x'',
  error BIGINT NOT NULL DEFAULT 0,
  result BLOB NOT NULL DEFAULT x'',
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS case_item (
  id BLOB PRIMARY KEY,
  kind BIGINT NOT NULL DEFAULT 0,
  subject BLOB,
  other BLOB,
  fields TEXT NOT NULL DEFAULT '',
  detail BLOB NOT NULL DEFAULT x'',
  raised_by BLOB,
  raised_at BIGINT NOT NULL DEFAULT 0,
  settled BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS hospital (
  id BLOB PRIMARY KEY,
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
  id BLOB PRIMARY KEY,
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
  id BLOB PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  clinic_id BLOB,
  letter TEXT NOT NULL DEFAULT '',
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (clinic_id) REFERENCES clinic (id)
);
CREATE TABLE IF NOT EXISTS payer (
  id BLOB PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  kind BIGINT NOT NULL DEFAULT 0,
  needs_card BOOLEAN NOT NULL DEFAULT FALSE,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS patient (
  id BLOB PRIMARY KEY,
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
  id BLOB PRIMARY KEY,
  patient_id BLOB,
  registration_number BIGINT NOT NULL DEFAULT 0,
  episode_id BLOB,
  type BIGINT NOT NULL DEFAULT 0,
  service_date TEXT,
  clinic_id BLOB,
  doctor_id BLOB,
  session BIGINT NOT NULL DEFAULT 0,
  payer_id BLOB,
  arrival BIGINT NOT NULL DEFAULT 0,
  state BIGINT NOT NULL DEFAULT 0,
  registered_at BIGINT NOT NULL DEFAULT 0,
  registered_by BLOB,
  cancel_reason TEXT NOT NULL DEFAULT '',
  cancelled_at BIGINT NOT NULL DEFAULT 0,
  cancelled_by BLOB,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (service_date <> ''),
  CHECK (state <> 1 OR cancel_reason <> ''),
  FOREIGN KEY (patient_id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS ticket (
  id BLOB PRIMARY KEY,
  visit_id BLOB,
  patient_id BLOB,
  clinic_id BLOB,
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
  id BLOB PRIMARY KEY,
  service_date TEXT,
  letter TEXT NOT NULL DEFAULT '',
  device_id BLOB,
  first_number BIGINT NOT NULL DEFAULT 0,
  last_number BIGINT NOT NULL DEFAULT 0,
  granted_at BIGINT NOT NULL DEFAULT 0,
  granted_to BLOB,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (last_number >= first_number),
  FOREIGN KEY (device_id) REFERENCES device (id)
);
CREATE TABLE IF NOT EXISTS number_alias (
  id BLOB PRIMARY KEY,
  text TEXT NOT NULL DEFAULT '',
  kind BIGINT NOT NULL DEFAULT 0,
  patient_id BLOB,
  visit_id BLOB,
  device_id BLOB,
  given_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (patient_id) REFERENCES patient (id),
  FOREIGN KEY (visit_id) REFERENCES visit (id)
);
CREATE TABLE IF NOT EXISTS item (
  id BLOB PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  unit TEXT NOT NULL DEFAULT '',
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS depot (
  id BLOB PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS lot (
  id BLOB PRIMARY KEY,
  item_id BLOB,
  batch TEXT NOT NULL DEFAULT '',
  expiry TEXT,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (batch <> ''),
  FOREIGN KEY (item_id) REFERENCES item (id)
);
CREATE TABLE IF NOT EXISTS stock_line (
  id BLOB PRIMARY KEY,
  lot_id BLOB,
  depot_id BLOB,
  free_quantity BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (free_quantity >= 0),
  FOREIGN KEY (lot_id) REFERENCES lot (id)
);
CREATE TABLE IF NOT EXISTS stock_right (
  id BLOB PRIMARY KEY,
  lot_id BLOB,
  depot_id BLOB,
  device_id BLOB,
  granted BIGINT NOT NULL DEFAULT 0,
  used BIGINT NOT NULL DEFAULT 0,
  state BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (used >= 0),
  CHECK (used <= granted),
  FOREIGN KEY (lot_id) REFERENCES lot (id)
);
CREATE TABLE IF NOT EXISTS movement (
  id BLOB PRIMARY KEY,
  lot_id BLOB,
  depot_id BLOB,
  kind BIGINT NOT NULL DEFAULT 0,
  quantity BIGINT NOT NULL DEFAULT 0,
  right_id BLOB,
  patient_id BLOB,
  visit_id BLOB,
  cause BLOB,
  reason TEXT NOT NULL DEFAULT '',
  witness TEXT NOT NULL DEFAULT '',
  at BIGINT NOT NULL DEFAULT 0,
  by_user BLOB,
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
CREATE VIRTUAL TABLE IF NOT EXISTS patient_search USING fts5(name_key, content='patient', content_rowid='rowid', tokenize='unicode61', prefix='2 3 4');
CREATE TRIGGER IF NOT EXISTS patient_search_i AFTER INSERT ON patient BEGIN INSERT INTO patient_search(rowid, name_key) VALUES (new.rowid, new.name_key); END;
CREATE TRIGGER IF NOT EXISTS patient_search_u AFTER UPDATE OF name_key ON patient BEGIN INSERT INTO patient_search(patient_search, rowid, name_key) VALUES ('delete', old.rowid, old.name_key); INSERT INTO patient_search(rowid, name_key) VALUES (new.rowid, new.name_key); END;
CREATE TRIGGER IF NOT EXISTS patient_search_d AFTER DELETE ON patient BEGIN INSERT INTO patient_search(patient_search, rowid, name_key) VALUES ('delete', old.rowid, old.name_key); END;
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
