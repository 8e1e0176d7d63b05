package org.upstart4j.cli.fleet;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.fleet.Host;
import org.upstart4j.fleet.InvalidHostException;

/** What is said of a host, without its name: the same of many hosts can be said once. */
final class Nameless {

  private static final String HOST = "HOST";
  private static final String PART = "[\\p{Alnum}._-]";

  private Nameless() {}

  /** The text with {@code HOST} in the place of the host's name and address. */
  static String text(Host host, String text) {
    String address = address(host);
    String user = address.substring(0, address.indexOf('@') + 1);
    String there = address.substring(user.length());
    return without(host.name(), without(there, without(address, text)));
  }

  private static String address(Host host) {
    try {
      return host.destination();
    } catch (InvalidHostException none) {
      return host.name();
    }
  }

  /** Only whole names: a host may be called e. */
  private static String without(String name, String text) {
    return Pattern.compile("(?<!" + PART + ")" + Pattern.quote(name) + "(?!" + PART + ")")
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(HOST));
  }
}
