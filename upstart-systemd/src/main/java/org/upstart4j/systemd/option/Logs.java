package org.upstart4j.systemd.option;

/** Where the output of a job with {@code console log} goes. */
public enum Logs {
  /** To systemd's journal. */
  JOURNAL,
  /** To {@code /var/log/upstart/JOB.log}, as before; from systemd 240. */
  FILES
}
