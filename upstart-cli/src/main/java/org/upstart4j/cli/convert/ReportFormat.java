package org.upstart4j.cli.convert;

/** What the report is written as. */
enum ReportFormat {
  TEXT,
  JSON,
  HTML
}
