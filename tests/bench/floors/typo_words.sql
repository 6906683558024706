-- SPDX-License-Identifier: GPL-3.0-or-later
-- The floor under "find what was meant": the distinct words of the floor's patients with trigrams, and an index of
-- words over the patients. Made once, over the table of find_patients.sql.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
SET maintenance_work_mem = '1GB';
CREATE TABLE floor_word AS
  SELECT DISTINCT word FROM floor_patient, unnest(string_to_array(name_plain, ' ')) AS word WHERE word <> '';
CREATE INDEX floor_word_trgm ON floor_word USING gin (word gin_trgm_ops);
CREATE INDEX floor_patient_words ON floor_patient USING gin (to_tsvector('simple', name_plain));
ANALYZE floor_word;
ANALYZE floor_patient;
