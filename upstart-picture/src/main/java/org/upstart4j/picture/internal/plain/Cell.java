package org.upstart4j.picture.internal.plain;

/** What one character of a line shows; of several things, the last of these. */
enum Cell {
  NOTHING,
  RAN,
  WAITED,
  WORKED,
  CUT,
  INSTANT,
  EVENT,
  RESPAWN,
  OPEN,
  FAILURE
}
