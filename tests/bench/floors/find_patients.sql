-- SPDX-License-Identifier: GPL-3.0-or-later
-- The floor under "find a patient": the fixed statement over a table and an index of its own. The table holds the
-- same people as the hospital's, in nine columns and with the name in small plain letters; the index is made after
-- they are in.

CREATE TABLE IF NOT EXISTS floor_patient (
  mrn BIGINT PRIMARY KEY,
  name TEXT NOT NULL,
  name_plain TEXT NOT NULL,
  sex INTEGER NOT NULL,
  birth_date DATE NOT NULL,
  nik TEXT NOT NULL,
  phone TEXT NOT NULL,
  address TEXT NOT NULL,
  mother_name TEXT NOT NULL
);
