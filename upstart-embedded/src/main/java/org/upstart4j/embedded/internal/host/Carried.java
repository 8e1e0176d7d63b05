package org.upstart4j.embedded.internal.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.upstart4j.Environment;

/**
 * A program's variables on their way to it. The programs that set a process up have rights that
 * those who chose the variables may lack, so they never run under them: each variable, name and
 * value, is the value of one whose name means nothing to any program.
 */
final class Carried {

  private static final Pattern SHELL_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  /** Those that Upstart itself sets do nothing to a program that sets processes up. */
  private static final Pattern UPSTARTS_OWN = Pattern.compile("PATH|TERM|UPSTART_[A-Z_]*");

  private final Map<String, String> entries = new LinkedHashMap<>();

  private Carried() {}

  /** Returns how variables are carried; of two of one name, the first counts. */
  static Carried of(Environment environment) {
    Carried carried = new Carried();
    for (String entry : environment.entries()) {
      carried.entries.putIfAbsent(entry.substring(0, entry.indexOf('=')), entry);
    }
    return carried;
  }

  /** Returns the launcher's variables that carry them, and which of these it must decode. */
  Map<String, String> carriers() {
    Map<String, String> carriers = new LinkedHashMap<>();
    List<String> encoded = new ArrayList<>();
    for (String entry : entries.values()) {
      String carrier = "v" + carriers.size();
      String word = LauncherWords.spelled(entry);
      carriers.put(carrier, word);
      if (word.indexOf('\\') >= 0) {
        encoded.add(carrier);
      }
    }
    carriers.put("encoded", String.join(" ", encoded));
    return carriers;
  }

  /** Returns what {@code env -S} makes the variables of: their values are no part of it. */
  String expansion() {
    StringBuilder text = new StringBuilder("--");
    for (int i = 0; i < entries.size(); i++) {
      text.append(" ${v").append(i).append('}');
    }
    return text.toString();
  }

  /** Returns the names of what carries them. */
  String names() {
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < entries.size(); i++) {
      names.append(i == 0 ? "v" : " v").append(i);
    }
    return names.toString();
  }

  /** Says whether all of them mean nothing to a program that sets processes up. */
  boolean areUpstartsOwn() {
    return entries.keySet().stream().allMatch(name -> UPSTARTS_OWN.matcher(name).matches());
  }

  /** Checks that a shell can give them to a program. */
  void checkNames() throws SetupException {
    for (String name : entries.keySet()) {
      if (!SHELL_NAME.matcher(name).matches()) {
        throw new SetupException(refusal(name));
      }
    }
  }

  /** Returns why a process cannot run that has a variable which no shell can set. */
  static String refusal(String name) {
    return "unable to set variable \"" + name + "\": " + SetupException.INVALID;
  }
}
