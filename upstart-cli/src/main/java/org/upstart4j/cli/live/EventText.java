package org.upstart4j.cli.live;

import java.util.regex.Pattern;
import org.upstart4j.Event;
import org.upstart4j.spi.ShellSpelling;

/** Spells an event so that nothing of its values is lost. */
final class EventText {

  private static final Pattern PLAIN = Pattern.compile("[^\\s'\"\\\\]*");

  private EventText() {}

  /** The name and the variables; a value with blanks or quotes stands in quotes, as in a shell. */
  static String of(Event event) {
    StringBuilder text = new StringBuilder(event.name());
    for (String entry : event.variables().entries()) {
      int equals = entry.indexOf('=') + 1;
      text.append(' ').append(entry, 0, equals).append(quoted(entry.substring(equals)));
    }
    return text.toString();
  }

  private static String quoted(String value) {
    return PLAIN.matcher(value).matches() ? value : ShellSpelling.quoted(value);
  }
}
