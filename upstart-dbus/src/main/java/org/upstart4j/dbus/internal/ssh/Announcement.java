package org.upstart4j.dbus.internal.ssh;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.dbus.internal.wire.Preamble;

/**
 * Reads what comes from the far end before D-Bus: what its login prints, and the bridge's own line.
 * Without that line the far end may still speak D-Bus at once: a forced command of its keys does.
 */
final class Announcement implements Preamble {

  private static final SecureRandom RANDOM = new SecureRandom();

  /** How much a login may print, in characters. */
  private static final int MOST_NOISE = 1 << 16;

  /** The exit status of ssh's own failures. */
  private static final int SSH_FAILED = 255;

  private static final String REST = " (?:(none)|(bridge|refused) (\\S+) ([\\w .,:/()\\[\\]+-]+))$";

  private final String destination;
  private final Function<String, UpstartUnavailableException> noBridge;
  private final String marker;
  private final Pattern line;
  private int noise;
  private @Nullable String place;
  private String program = "";

  /**
   * Expects an announcement.
   *
   * @param destination the far end
   * @param noBridge makes the error that there can be no bridge, of its message
   */
  Announcement(String destination, Function<String, UpstartUnavailableException> noBridge) {
    this.destination = destination;
    this.noBridge = noBridge;
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    this.marker = HexFormat.of().formatHex(random);
    this.line = Pattern.compile(marker + REST);
  }

  /** What the bridge's line begins with; nobody else can know it. */
  String marker() {
    return marker;
  }

  /** The place that the bridge has chosen; empty if it has not said so. */
  Optional<String> place() {
    return Optional.ofNullable(place);
  }

  /** The bridge's program and its version; empty if it has not said so. */
  String program() {
    return program;
  }

  @Override
  public void read(String text) {
    Matcher announced = line.matcher(text);
    if (announced.find()) {
      announced(announced);
    } else {
      noise += text.length() + 1;
    }
    if (noise > MOST_NOISE) {
      throw noBridge("it prints more than " + MOST_NOISE + " characters at login");
    }
  }

  private void announced(Matcher announced) {
    if (announced.group(1) != null) {
      throw noBridge("it has neither python nor perl nor socat");
    } else if (announced.group(2).equals("refused")) {
      throw nobodyAt(announced.group(3), announced.group(4));
    }
    place = announced.group(3);
    program = announced.group(4);
  }

  private UpstartUnavailableException noBridge(String reason) {
    return noBridge.apply("There is no bridge to the Upstart of " + destination + ": " + reason);
  }

  private UpstartUnavailableException nobodyAt(String where, String reason) {
    return new UpstartUnavailableException(
        "Nobody can be reached at " + where + " of " + destination + ": " + reason, null);
  }

  @Override
  public UpstartUnavailableException ended(OptionalInt status, String words) {
    if (place != null) {
      return nobodyAt(place, words.isEmpty() ? program + " has ended" : words);
    } else if (status.isEmpty()) {
      return noBridge("what it prints at login has no end");
    } else if (status.getAsInt() == SSH_FAILED) {
      return new UpstartUnavailableException(
          destination
              + " can't be reached over ssh: "
              + (words.isEmpty() ? "ssh does not say why" : words),
          null);
    }
    String said = words.isEmpty() ? "" : ": " + words;
    return noBridge("its shell has ended with status " + status.getAsInt() + said);
  }
}
