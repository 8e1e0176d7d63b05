package org.upstart4j.fleet.inventory.internal.text;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host with or without a port, as Ansible tells them apart: {@code web1}, {@code web[1:9]:2222},
 * {@code 10.0.0.1:22}, {@code [2001:db8::1]:22}.
 *
 * @param host the name or the number
 * @param port the digits of the port, or nothing
 */
public record HostAddress(String host, Optional<String> port) {

  /** The longest address; matching takes time and stack by its length. */
  public static final int LONGEST = 1000;

  private static final Pattern IN_BRACKETS = Pattern.compile("\\[(.+)]:([0-9]+)");
  private static final Pattern WITH_PORT =
      Pattern.compile("((?:[^:\\[\\]]|\\[[^\\]]*])*):([0-9]+)");
  private static final Pattern IPV4 = Pattern.compile(ipv4(), CASE_INSENSITIVE);
  private static final Pattern IPV6 = Pattern.compile(ipv6(), CASE_INSENSITIVE);
  private static final Pattern NAME = Pattern.compile(name(), CASE_INSENSITIVE);

  /** {@return the address that a text is, or nothing if it is none; it may hold ranges} */
  public static Optional<HostAddress> of(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    HostAddress address = new HostAddress(text, Optional.empty());
    address = address.cut(IN_BRACKETS).cut(WITH_PORT);
    return address.isHost() ? Optional.of(address) : Optional.empty();
  }

  private HostAddress cut(Pattern pattern) {
    Matcher matcher = pattern.matcher(host);
    return matcher.matches()
        ? new HostAddress(matcher.group(1), Optional.of(matcher.group(2)))
        : this;
  }

  private boolean isHost() {
    return IPV4.matcher(host).matches()
        || IPV6.matcher(host).lookingAt()
        || NAME.matcher(host).matches();
  }

  private static String range(String bounds) {
    return "\\[(?:" + bounds + ")(?::[0-9]+)?]";
  }

  private static String ipv4() {
    String part = "(?:[01]?[0-9]{1,2}|2[0-4][0-9]|25[0-5]|" + range("[0-9]+:[0-9]+") + ")";
    return "(?:" + part + "\\.){3}" + part;
  }

  /** As in Ansible, only the last form ends with the text: {@code fe80::1%eth0} is an address. */
  private static String ipv6() {
    String part = "(?:[0-9a-f]{1,4}|" + range("[0-9a-f]+:[0-9a-f]+") + ")";
    StringBuilder forms = new StringBuilder();
    forms.append("(?:P:){7}P|(?:P:){1,6}:|:(?::P){1,6}|P?::");
    for (int before = 1; before <= 6; before++) {
      forms.append("|(?:P:){").append(before).append("}(?::P){1,").append(7 - before).append('}');
    }
    forms.append("|(?:0:){6}(?:P\\.){3}P|::(?:ffff:)?(?:P\\.){3}P|(?:0:){5}ffff:(?:P\\.){3}P$");
    return forms.toString().replace("P", part);
  }

  private static String name() {
    String range = range("[a-z]:[a-z]|[0-9]+:[0-9]+");
    String letter = "[\\p{L}\\p{N}_]";
    String label = "(?:" + letter + "|" + range + ")(?:[\\p{L}\\p{N}_-]|" + range + ")*(?<![_-])";
    return label + "(?:\\." + label + ")*";
  }
}
