package org.upstart4j.jobfile;

import java.util.List;
import java.util.Optional;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.internal.edit.Look;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

/**
 * What keeps a job from starting by itself: {@code manual}, or where a version does not know that,
 * {@code start on manual}, an event that nobody emits.
 *
 * @param version the version
 */
record StartSwitch(UpstartVersion version) {

  private static final EventExpression NEVER = new EventMatch(StanzaName.MANUAL.text(), List.of());

  private boolean knowsManual() {
    return version.has(Feature.MANUAL);
  }

  /** Says whether a condition lets the job start by itself. */
  boolean isAutomatic(EventExpression startOn) {
    return knowsManual() || !startOn.equals(NEVER);
  }

  /** The file with what keeps the job from starting. */
  JobFile off(JobFile file) {
    boolean isNew = file.entries().isEmpty();
    JobFileBuilder builder = isNew ? JobFile.builder() : file.toBuilder();
    if (knowsManual()) {
      return builder.manual().build();
    }
    boolean isOff =
        file.stanzas(StanzaName.START)
            .reduce((first, last) -> last)
            .filter(this::isOff)
            .isPresent();
    return isOff ? file : builder.add(never()).build();
  }

  /** The conf file with what keeps the job from starting, unless nothing makes it start. */
  JobFile offInConf(JobFile conf) {
    boolean starts = conf.stanzas(StanzaName.START).findAny().isPresent();
    return knowsManual() || starts ? off(conf) : conf;
  }

  private static TypedStanza never() {
    return new EventsStanza(StanzaName.START, NEVER);
  }

  private boolean isOff(Stanza stanza) {
    return knowsManual()
        ? stanza.name().equals(Optional.of(StanzaName.MANUAL))
        : stanza.typed().equals(Optional.of(never()));
  }

  /** The file without it; of one that {@link #off} made, what it was made of, to the last byte. */
  JobFile on(JobFile file) {
    List<Stanza> off = file.stanzas().filter(this::isOff).toList();
    if (off.isEmpty()) {
      return file;
    }
    JobFileBuilder builder = file.toBuilder();
    off.forEach(stanza -> builder.remove(stanza, CommentsAbove.STAY));
    JobFile without = builder.build();
    Stanza last = off.get(off.size() - 1);
    boolean endsFile = file.entries().get(file.entries().size() - 1) == last;
    return endsFile && !last.text().endsWith("\n") ? withoutLastLineBreak(without) : without;
  }

  /** A last line that did not end has got a line break when another was put behind it. */
  private static JobFile withoutLastLineBreak(JobFile file) {
    String text = file.toString();
    boolean isOneLine = file.entries().size() <= 1; // so it did not tell which line break is used
    String lineBreak = isOneLine ? "\n" : Look.lineBreak(file.entries().get(0).text());
    return text.endsWith(lineBreak)
        ? JobFile.parse(text.substring(0, text.length() - lineBreak.length()))
        : file;
  }
}
