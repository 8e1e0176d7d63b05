package org.upstart4j.picture.graph;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.picture.graph.GraphJob.Condition;
import org.upstart4j.picture.graph.GraphJob.Emits;

/** The stanzas of a job's files that a graph shows: which ones count, and where they stand. */
final class JobStanzas {

  private static final Set<StanzaName> SHOWN =
      EnumSet.of(StanzaName.DESCRIPTION, StanzaName.START, StanzaName.STOP, StanzaName.EMITS);

  private record Placed(TypedStanza typed, SourceLine line) {}

  private final List<Placed> stanzas = new ArrayList<>();

  /** Adds a file, in the order in which Upstart reads them. */
  void add(String path, JobFile file) {
    file.stanzas()
        .filter(stanza -> stanza.name().filter(SHOWN::contains).isPresent())
        .forEach(stanza -> add(path, file, stanza));
  }

  private void add(String path, JobFile file, Stanza stanza) {
    stanza
        .typed()
        .ifPresent(
            typed -> {
              int line = file.span(stanza).line();
              stanzas.add(new Placed(typed, new SourceLine(path, line, stanza.text().strip())));
            });
  }

  /** The job, with the places of what its definition says. */
  GraphJob job(JobDefinition job) {
    Optional<Condition> startOn = condition(StanzaName.START, job.startOn());
    Optional<Condition> stopOn = condition(StanzaName.STOP, job.stopOn());
    List<Emits> emits = job.emits().stream().map(this::emits).toList();
    List<SourceLine> counting = new ArrayList<>();
    job.description().flatMap(this::description).ifPresent(counting::add);
    startOn.flatMap(Condition::source).ifPresent(counting::add);
    stopOn.flatMap(Condition::source).ifPresent(counting::add);
    emits.forEach(event -> event.source().ifPresent(counting::add));
    List<SourceLine> inOrder =
        stanzas.stream().map(Placed::line).filter(counting::contains).toList();
    return new GraphJob(job.name(), startOn, stopOn, emits, inOrder);
  }

  private Optional<Condition> condition(StanzaName name, Optional<EventExpression> counting) {
    return counting.map(
        events -> new Condition(events, line(new EventsStanza(name, events)::equals)));
  }

  private Emits emits(String pattern) {
    return new Emits(
        pattern,
        line(
            typed ->
                typed instanceof ListStanza list
                    && list.name() == StanzaName.EMITS
                    && list.words().contains(pattern)));
  }

  private Optional<SourceLine> description(String text) {
    return line(
        typed ->
            typed instanceof TextStanza stanza
                && stanza.name() == StanzaName.DESCRIPTION
                && stanza.text().equals(text));
  }

  /** The last one, as that is the one that counts. */
  private Optional<SourceLine> line(Predicate<TypedStanza> isMeant) {
    for (int i = stanzas.size() - 1; i >= 0; i--) {
      if (isMeant.test(stanzas.get(i).typed())) {
        return Optional.of(stanzas.get(i).line());
      }
    }
    return Optional.empty();
  }
}
