package org.upstart4j.it.scenario;

import java.nio.charset.StandardCharsets;

/** The D-Bus paths of Upstart's objects. */
final class ObjectPath {

  static final String MANAGER = "/com/ubuntu/Upstart";

  private ObjectPath() {}

  static String of(String job) {
    return MANAGER + "/jobs/" + element(job);
  }

  static String of(String job, String instance) {
    return of(job) + "/" + element(instance);
  }

  private static String element(String name) {
    if (name.isEmpty()) {
      return "_";
    }
    StringBuilder element = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (b < 0) {
        element.append("_ff");
      } else if (isPlain((char) b)) {
        element.append((char) b);
      } else {
        element.append(String.format("_%02x", b));
      }
    }
    return element.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
