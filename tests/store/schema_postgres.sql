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
CREATE INDEX IF NOT EXISTS audit_nobody ON audit (request, number) WHERE patient IS NULL AND note <> 'read';
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
  handler BIGINT NOT NULL DEFAULT 0,
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
  sep_hours BIGINT NOT NULL DEFAULT 0,
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
  care_class BIGINT NOT NULL DEFAULT 0,
  kris BOOLEAN NOT NULL DEFAULT FALSE,
  report_row TEXT NOT NULL DEFAULT '',
  satusehat_location TEXT NOT NULL DEFAULT '',
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
  nik TEXT NOT NULL DEFAULT '',
  licence TEXT NOT NULL DEFAULT '',
  licence_until TEXT,
  register_until TEXT,
  hfis_code TEXT NOT NULL DEFAULT '',
  leads_stays BOOLEAN NOT NULL DEFAULT FALSE,
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
CREATE TABLE IF NOT EXISTS bed (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  clinic_id BYTEA,
  care_class BIGINT NOT NULL DEFAULT 0,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (clinic_id) REFERENCES clinic (id)
);
CREATE TABLE IF NOT EXISTS holiday (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  day TEXT,
  joint_leave BOOLEAN NOT NULL DEFAULT FALSE,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS facility (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  kind BIGINT NOT NULL DEFAULT 0,
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS staff (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  profession BIGINT NOT NULL DEFAULT 0,
  clinic_id BYTEA,
  phone TEXT NOT NULL DEFAULT '',
  active BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (clinic_id) REFERENCES clinic (id)
);
CREATE TABLE IF NOT EXISTS counter_service (
  id BYTEA PRIMARY KEY,
  code TEXT NOT NULL DEFAULT '',
  name TEXT NOT NULL DEFAULT '',
  letter TEXT NOT NULL DEFAULT '',
  goes_first BOOLEAN NOT NULL DEFAULT FALSE,
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
  merged_into BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (mrn > 0),
  FOREIGN KEY (merged_into) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS patient_details (
  id BYTEA PRIMARY KEY,
  rt TEXT NOT NULL DEFAULT '',
  rw TEXT NOT NULL DEFAULT '',
  area TEXT NOT NULL DEFAULT '',
  area_code TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  country TEXT NOT NULL DEFAULT '',
  lives_elsewhere BOOLEAN NOT NULL DEFAULT FALSE,
  home_address TEXT NOT NULL DEFAULT '',
  home_rt TEXT NOT NULL DEFAULT '',
  home_rw TEXT NOT NULL DEFAULT '',
  home_area TEXT NOT NULL DEFAULT '',
  home_area_code TEXT NOT NULL DEFAULT '',
  home_postcode TEXT NOT NULL DEFAULT '',
  birth_place TEXT NOT NULL DEFAULT '',
  family_card TEXT NOT NULL DEFAULT '',
  other_id TEXT NOT NULL DEFAULT '',
  religion BIGINT NOT NULL DEFAULT 0,
  marital_status BIGINT NOT NULL DEFAULT 0,
  education BIGINT NOT NULL DEFAULT 0,
  occupation BIGINT NOT NULL DEFAULT 0,
  ethnicity TEXT NOT NULL DEFAULT '',
  language TEXT NOT NULL DEFAULT '',
  disability BIGINT NOT NULL DEFAULT 0,
  home_phone TEXT NOT NULL DEFAULT '',
  contact_name TEXT NOT NULL DEFAULT '',
  contact_relation BIGINT NOT NULL DEFAULT 0,
  contact_phone TEXT NOT NULL DEFAULT '',
  mother_nik TEXT NOT NULL DEFAULT '',
  prisoner BOOLEAN NOT NULL DEFAULT FALSE,
  died_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  military BOOLEAN NOT NULL DEFAULT FALSE,
  unidentified BOOLEAN NOT NULL DEFAULT FALSE,
  age_band BIGINT NOT NULL DEFAULT 0,
  found_place TEXT NOT NULL DEFAULT '',
  found_at BIGINT NOT NULL DEFAULT 0,
  mother_id BYTEA,
  birth_minute BIGINT,
  born_here BOOLEAN NOT NULL DEFAULT FALSE,
  birth_order BIGINT NOT NULL DEFAULT 0,
  place_words TEXT NOT NULL DEFAULT '',
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS patient_photo (
  id BYTEA PRIMARY KEY,
  jpeg BYTEA NOT NULL DEFAULT ''::bytea,
  taken_at BIGINT NOT NULL DEFAULT 0,
  taken_by BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS distinct_pair (
  id BYTEA PRIMARY KEY,
  first_id BYTEA,
  second_id BYTEA,
  reason TEXT NOT NULL DEFAULT '',
  said_by BYTEA,
  said_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (first_id) REFERENCES patient (id),
  FOREIGN KEY (second_id) REFERENCES patient (id)
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
  in_hospital BIGINT NOT NULL DEFAULT 0,
  in_clinic BIGINT NOT NULL DEFAULT 0,
  arrived_at BIGINT NOT NULL DEFAULT 0,
  triaged_at BIGINT NOT NULL DEFAULT 0,
  opened_at BIGINT NOT NULL DEFAULT 0,
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
CREATE TABLE IF NOT EXISTS visit_details (
  id BYTEA PRIMARY KEY,
  patient_id BYTEA,
  second_payer_id BYTEA,
  member_kind BIGINT NOT NULL DEFAULT 0,
  class_entitled BIGINT NOT NULL DEFAULT 0,
  first_facility TEXT NOT NULL DEFAULT '',
  membership BIGINT NOT NULL DEFAULT 0,
  membership_checked_at BIGINT NOT NULL DEFAULT 0,
  sep TEXT NOT NULL DEFAULT '',
  control_letter TEXT NOT NULL DEFAULT '',
  purpose BIGINT NOT NULL DEFAULT 0,
  procedure_code TEXT NOT NULL DEFAULT '',
  support_code TEXT NOT NULL DEFAULT '',
  assessment_code TEXT NOT NULL DEFAULT '',
  cataract BOOLEAN NOT NULL DEFAULT FALSE,
  referral_number TEXT NOT NULL DEFAULT '',
  referral_date TEXT,
  referral_until TEXT,
  referral_facility TEXT NOT NULL DEFAULT '',
  referral_diagnosis TEXT NOT NULL DEFAULT '',
  accident BIGINT NOT NULL DEFAULT 0,
  accident_date TEXT,
  accident_place TEXT NOT NULL DEFAULT '',
  police_report TEXT NOT NULL DEFAULT '',
  responsible_name TEXT NOT NULL DEFAULT '',
  responsible_relation BIGINT NOT NULL DEFAULT 0,
  responsible_phone TEXT NOT NULL DEFAULT '',
  responsible_address TEXT NOT NULL DEFAULT '',
  escort_name TEXT NOT NULL DEFAULT '',
  escort_phone TEXT NOT NULL DEFAULT '',
  consent BIGINT NOT NULL DEFAULT 0,
  emergency_case BIGINT NOT NULL DEFAULT 0,
  injury BIGINT NOT NULL DEFAULT 0,
  dead_on_arrival BOOLEAN NOT NULL DEFAULT FALSE,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (id) REFERENCES visit (id),
  FOREIGN KEY (patient_id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS visit_change (
  id BYTEA PRIMARY KEY,
  visit_id BYTEA,
  patient_id BYTEA,
  clinic_id BYTEA,
  doctor_id BYTEA,
  session BIGINT NOT NULL DEFAULT 0,
  payer_id BYTEA,
  service_date TEXT,
  ticket TEXT NOT NULL DEFAULT '',
  reason TEXT NOT NULL DEFAULT '',
  changed_at BIGINT NOT NULL DEFAULT 0,
  changed_by BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (visit_id) REFERENCES visit (id),
  FOREIGN KEY (patient_id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS stay (
  id BYTEA PRIMARY KEY,
  patient_id BYTEA,
  ward_id BYTEA,
  bed_id BYTEA,
  leader_id BYTEA,
  entitled BIGINT NOT NULL DEFAULT 0,
  given BIGINT NOT NULL DEFAULT 0,
  from_visit BYTEA,
  admitted_at BIGINT NOT NULL DEFAULT 0,
  discharge BIGINT NOT NULL DEFAULT 0,
  left_at BIGINT NOT NULL DEFAULT 0,
  left_by BYTEA,
  left_note TEXT NOT NULL DEFAULT '',
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (discharge = 0 OR left_at IS NOT NULL),
  FOREIGN KEY (id) REFERENCES visit (id),
  FOREIGN KEY (patient_id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS stay_move (
  id BYTEA PRIMARY KEY,
  visit_id BYTEA,
  patient_id BYTEA,
  ward_id BYTEA,
  bed_id BYTEA,
  leader_id BYTEA,
  given BIGINT NOT NULL DEFAULT 0,
  moved_at BIGINT NOT NULL DEFAULT 0,
  moved_by BYTEA,
  reason TEXT NOT NULL DEFAULT '',
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (visit_id) REFERENCES visit (id),
  FOREIGN KEY (patient_id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS counter_ticket (
  id BYTEA PRIMARY KEY,
  service_date TEXT,
  service_id BYTEA,
  letter TEXT NOT NULL DEFAULT '',
  number BIGINT NOT NULL DEFAULT 0,
  goes_first BOOLEAN NOT NULL DEFAULT FALSE,
  state BIGINT NOT NULL DEFAULT 0,
  taken_at BIGINT NOT NULL DEFAULT 0,
  called_at BIGINT NOT NULL DEFAULT 0,
  calls BIGINT NOT NULL DEFAULT 0,
  turn BIGINT NOT NULL DEFAULT 0,
  counter TEXT NOT NULL DEFAULT '',
  called_by BYTEA,
  served_at BIGINT NOT NULL DEFAULT 0,
  done_at BIGINT NOT NULL DEFAULT 0,
  visit_id BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (number > 0),
  FOREIGN KEY (visit_id) REFERENCES visit (id)
);
CREATE TABLE IF NOT EXISTS printed_paper (
  id BYTEA PRIMARY KEY,
  patient_id BYTEA,
  visit_id BYTEA,
  paper BIGINT NOT NULL DEFAULT 0,
  copy BIGINT NOT NULL DEFAULT 0,
  printed_at BIGINT NOT NULL DEFAULT 0,
  printed_by BYTEA,
  device_id BYTEA,
  row_version BIGINT NOT NULL DEFAULT 1,
  CHECK (copy > 0),
  FOREIGN KEY (patient_id) REFERENCES patient (id)
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
CREATE TABLE IF NOT EXISTS patient_export (
  id BYTEA PRIMARY KEY,
  file TEXT NOT NULL DEFAULT '',
  count BIGINT NOT NULL DEFAULT 0,
  reason TEXT NOT NULL DEFAULT '',
  whole BOOLEAN NOT NULL DEFAULT FALSE,
  exported_by BYTEA,
  device_id BYTEA,
  exported_at BIGINT NOT NULL DEFAULT 0,
  row_version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE IF NOT EXISTS allergy (
  id BYTEA PRIMARY KEY,
  patient_id BYTEA,
  substance TEXT NOT NULL DEFAULT '',
  code TEXT NOT NULL DEFAULT '',
  reaction TEXT NOT NULL DEFAULT '',
  severity BIGINT NOT NULL DEFAULT 0,
  state BIGINT NOT NULL DEFAULT 0,
  noted_by BYTEA,
  noted_at BIGINT NOT NULL DEFAULT 0,
  removed_by BYTEA,
  removed_at BIGINT NOT NULL DEFAULT 0,
  remove_reason TEXT NOT NULL DEFAULT '',
  row_version BIGINT NOT NULL DEFAULT 1,
  FOREIGN KEY (patient_id) REFERENCES patient (id)
);
CREATE TABLE IF NOT EXISTS clinical_note (
  id BYTEA PRIMARY KEY,
  patient_id BYTEA,
  visit_id BYTEA,
  text TEXT NOT NULL DEFAULT '',
  author BYTEA,
  written_at BIGINT NOT NULL DEFAULT 0,
  corrects BYTEA,
  reason TEXT NOT NULL DEFAULT '',
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
CREATE INDEX IF NOT EXISTS case_item_index2 ON case_item (subject);
CREATE UNIQUE INDEX IF NOT EXISTS clinic_unique1 ON clinic (code);
CREATE UNIQUE INDEX IF NOT EXISTS doctor_unique1 ON doctor (code);
CREATE UNIQUE INDEX IF NOT EXISTS payer_unique1 ON payer (code);
CREATE UNIQUE INDEX IF NOT EXISTS bed_unique1 ON bed (code);
CREATE UNIQUE INDEX IF NOT EXISTS holiday_unique1 ON holiday (code);
CREATE UNIQUE INDEX IF NOT EXISTS facility_unique1 ON facility (code);
CREATE UNIQUE INDEX IF NOT EXISTS staff_unique1 ON staff (code);
CREATE UNIQUE INDEX IF NOT EXISTS counter_service_unique1 ON counter_service (code);
CREATE UNIQUE INDEX IF NOT EXISTS patient_unique1 ON patient (mrn);
CREATE UNIQUE INDEX IF NOT EXISTS patient_unique2 ON patient (nik) WHERE nik <> '' AND NOT nik_contested AND merged_into IS NULL;
CREATE INDEX IF NOT EXISTS patient_index1 ON patient (nik);
CREATE INDEX IF NOT EXISTS patient_index2 ON patient (card) WHERE card <> '';
CREATE INDEX IF NOT EXISTS patient_index3 ON patient (phone) WHERE phone <> '';
CREATE INDEX IF NOT EXISTS patient_index4 ON patient (birth_date);
CREATE INDEX IF NOT EXISTS patient_index5 ON patient (merged_into) WHERE merged_into IS NOT NULL;
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
CREATE TABLE IF NOT EXISTS patient_search_words (word TEXT COLLATE "C" NOT NULL);
CREATE INDEX IF NOT EXISTS patient_search_words_index ON patient_search_words (word);
CREATE OR REPLACE FUNCTION patient_note_words() RETURNS TRIGGER LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO patient_search_words SELECT DISTINCT new_word FROM unnest(string_to_array(NEW.name_key, ' ')) AS new_word
    WHERE new_word <> '' AND NOT EXISTS (SELECT 1 FROM patient_search_words WHERE word = new_word);
  RETURN NULL;
END
$body$;
DO $body$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = 'patient'::regclass AND tgname = 'patient_search_w') THEN
    CREATE TRIGGER patient_search_w AFTER INSERT OR UPDATE OF name_key ON patient
      FOR EACH ROW EXECUTE FUNCTION patient_note_words();
  END IF;
END
$body$;
INSERT INTO patient_search_words
  SELECT DISTINCT new_word FROM patient, unnest(string_to_array(name_key, ' ')) AS new_word
    WHERE new_word <> '' AND NOT EXISTS (SELECT 1 FROM patient_search_words);
CREATE INDEX IF NOT EXISTS patient_details_index1 ON patient_details (family_card) WHERE family_card <> '';
CREATE INDEX IF NOT EXISTS patient_details_index2 ON patient_details (mother_id) WHERE mother_id IS NOT NULL;
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
CREATE INDEX IF NOT EXISTS patient_details_words ON patient_details USING gin (search_words(place_words));
CREATE TABLE IF NOT EXISTS patient_details_search_words (word TEXT COLLATE "C" NOT NULL);
CREATE INDEX IF NOT EXISTS patient_details_search_words_index ON patient_details_search_words (word);
CREATE OR REPLACE FUNCTION patient_details_note_words() RETURNS TRIGGER LANGUAGE plpgsql AS $body$
BEGIN
  INSERT INTO patient_details_search_words SELECT DISTINCT new_word FROM unnest(string_to_array(NEW.place_words, ' ')) AS new_word
    WHERE new_word <> '' AND NOT EXISTS (SELECT 1 FROM patient_details_search_words WHERE word = new_word);
  RETURN NULL;
END
$body$;
DO $body$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_trigger WHERE tgrelid = 'patient_details'::regclass AND tgname = 'patient_details_search_w') THEN
    CREATE TRIGGER patient_details_search_w AFTER INSERT OR UPDATE OF place_words ON patient_details
      FOR EACH ROW EXECUTE FUNCTION patient_details_note_words();
  END IF;
END
$body$;
INSERT INTO patient_details_search_words
  SELECT DISTINCT new_word FROM patient_details, unnest(string_to_array(place_words, ' ')) AS new_word
    WHERE new_word <> '' AND NOT EXISTS (SELECT 1 FROM patient_details_search_words);
CREATE INDEX IF NOT EXISTS distinct_pair_index1 ON distinct_pair (first_id);
CREATE INDEX IF NOT EXISTS distinct_pair_index2 ON distinct_pair (second_id);
CREATE UNIQUE INDEX IF NOT EXISTS visit_unique1 ON visit (registration_number);
CREATE INDEX IF NOT EXISTS visit_index1 ON visit (patient_id, service_date);
CREATE INDEX IF NOT EXISTS visit_index2 ON visit (service_date, clinic_id);
CREATE UNIQUE INDEX IF NOT EXISTS ticket_unique1 ON ticket (service_date, series, number);
CREATE UNIQUE INDEX IF NOT EXISTS ticket_unique2 ON ticket (service_date, letter, number);
CREATE INDEX IF NOT EXISTS ticket_index1 ON ticket (visit_id);
CREATE INDEX IF NOT EXISTS visit_change_index1 ON visit_change (visit_id);
CREATE INDEX IF NOT EXISTS stay_index1 ON stay (patient_id);
CREATE INDEX IF NOT EXISTS stay_index2 ON stay (ward_id, discharge);
CREATE INDEX IF NOT EXISTS stay_move_index1 ON stay_move (visit_id, moved_at);
CREATE UNIQUE INDEX IF NOT EXISTS counter_ticket_unique1 ON counter_ticket (service_date, letter, number);
CREATE INDEX IF NOT EXISTS counter_ticket_index1 ON counter_ticket (service_date, state);
CREATE INDEX IF NOT EXISTS counter_ticket_index2 ON counter_ticket (visit_id);
CREATE INDEX IF NOT EXISTS printed_paper_index1 ON printed_paper (patient_id);
CREATE UNIQUE INDEX IF NOT EXISTS ticket_range_unique1 ON ticket_range (service_date, letter, first_number);
CREATE INDEX IF NOT EXISTS ticket_range_index1 ON ticket_range (device_id, service_date, letter);
CREATE INDEX IF NOT EXISTS number_alias_index1 ON number_alias (text);
CREATE INDEX IF NOT EXISTS number_alias_index2 ON number_alias (patient_id);
CREATE INDEX IF NOT EXISTS patient_export_index1 ON patient_export (exported_at);
CREATE INDEX IF NOT EXISTS allergy_index1 ON allergy (patient_id);
CREATE INDEX IF NOT EXISTS clinical_note_index1 ON clinical_note (visit_id);
CREATE INDEX IF NOT EXISTS clinical_note_index2 ON clinical_note (patient_id, written_at);
CREATE INDEX IF NOT EXISTS clinical_note_index3 ON clinical_note (corrects) WHERE corrects IS NOT NULL;
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
