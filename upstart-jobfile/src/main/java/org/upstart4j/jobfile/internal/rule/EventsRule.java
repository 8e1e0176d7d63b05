package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

/** {@code start on CONDITION}, {@code stop on CONDITION}; from the condition on. */
public final class EventsRule extends ValueRule<EventsStanza> {

  /** On which events the job starts. */
  public static final Setting<Optional<EventExpression>> START = Setting.optional("start on");

  /** On which events the job stops. */
  public static final Setting<Optional<EventExpression>> STOP = Setting.optional("stop on");

  private final StanzaName name;
  private final Setting<Optional<EventExpression>> condition;

  EventsRule(StanzaName name, Setting<Optional<EventExpression>> condition) {
    super(EventsStanza.class);
    this.name = name;
    this.condition = condition;
  }

  @Override
  public Reading read(Words words) {
    EventReader reader = new EventReader(words);
    EventExpression events = reader.read();
    return events == null
        ? Reading.failed(reader.failure(), job -> job.set(condition, Optional.empty()))
        : done(new EventsStanza(name, events), words);
  }

  @Override
  String text(String head, EventsStanza stanza) {
    return head + " " + EventPrinter.print(stanza.events());
  }

  @Override
  void apply(EventsStanza stanza, SettingsDraft job) {
    job.set(condition, Optional.of(stanza.events()));
  }
}
