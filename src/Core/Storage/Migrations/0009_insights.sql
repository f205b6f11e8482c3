-- What an insight found on a day with certain settings, kept because somebody asked for it: the model that was chosen, the forecast that was believed.
CREATE TABLE kept_insight (
  insight     TEXT NOT NULL,
  as_of       TEXT NOT NULL,
  settings    TEXT NOT NULL,
  result      TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (insight, as_of, settings)
) STRICT, WITHOUT ROWID;
