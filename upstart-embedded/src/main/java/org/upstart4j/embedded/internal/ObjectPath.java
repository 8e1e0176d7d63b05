package org.upstart4j.embedded.internal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The paths of jobs and instances as objects on D-Bus, which Upstart's state tells. */
final class ObjectPath {

  private static final String JOBS = "/com/ubuntu/Upstart/jobs/";
  private static final HexFormat HEX = HexFormat.of();

  private ObjectPath() {}

  static String of(String job) {
    return JOBS + element(job);
  }

  static String of(String job, String instance) {
    return of(job) + '/' + element(instance);
  }

  /** ASCII letters and digits stand for themselves, bytes from 0x80 on are all the same. */
  private static String element(String name) {
    if (name.isEmpty()) {
      return "_";
    }
    StringBuilder element = new StringBuilder(name.length() + 8);
    for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
      if (octet < 0) {
        element.append("_ff");
      } else if (Character.isLetterOrDigit(octet)) {
        element.append((char) octet);
      } else {
        HEX.toHexDigits(element.append('_'), octet);
      }
    }
    return element.toString();
  }
}
