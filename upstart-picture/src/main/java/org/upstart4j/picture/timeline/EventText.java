package org.upstart4j.picture.timeline;

import java.util.StringJoiner;
import org.upstart4j.Event;

/** An event for people: of Upstart's own events about jobs, only what tells them apart. */
final class EventText {

  private EventText() {}

  static String of(Event event) {
    StringJoiner text = new StringJoiner(" ");
    text.add(event.name());
    if (OwnEvents.job(event).isPresent()) {
      text.add(OwnEvents.job(event).get());
      if (!OwnEvents.instance(event).isEmpty()) {
        text.add("(" + OwnEvents.instance(event) + ")");
      }
      return text.toString();
    }
    event.variables().entries().forEach(text::add);
    return text.toString();
  }
}
