package org.upstart4j.fleet.inventory.internal.text;

import java.nio.charset.StandardCharsets;

/** The bytes of {@code b'...'}, a character each. */
record PythonBytes(String characters) {

  String text() {
    return new String(characters.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
