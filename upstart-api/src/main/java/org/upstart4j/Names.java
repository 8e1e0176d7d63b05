package org.upstart4j;

/** What names and values must be, so that Upstart takes them for what they are. */
final class Names {

  private Names() {}

  static String requireName(String name, String what) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(what + "'s name is not empty");
    }
    return requireNoNul(name, what);
  }

  static String requireNoNul(String text, String what) {
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          what + " holds no NUL character, unlike \"" + text.replace('\0', '?') + "\"");
    }
    return text;
  }
}
