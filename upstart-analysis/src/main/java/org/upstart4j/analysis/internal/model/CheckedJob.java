package org.upstart4j.analysis.internal.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * A job: its conf file with the override file that counts, read as if what is wrong in them were
 * not there.
 */
public final class CheckedJob {

  private final CheckedFile conf;
  private final Optional<CheckedFile> override;
  private final List<Placed> stanzas;
  private @Nullable Map<ProcessType, Placed> processes;

  CheckedJob(CheckedFile conf, Optional<CheckedFile> override) {
    this.conf = conf;
    this.override = override;
    List<Placed> all = new ArrayList<>(conf.stanzas());
    override.ifPresent(file -> all.addAll(file.stanzas()));
    this.stanzas = List.copyOf(all);
  }

  public String name() {
    return conf.job();
  }

  public CheckedFile conf() {
    return conf;
  }

  /** The override file, if the target reads it. */
  public Optional<CheckedFile> override() {
    return override;
  }

  /** All stanzas, in the order in which Upstart reads them. */
  public List<Placed> stanzas() {
    return stanzas;
  }

  /** All stanzas of a name, in order. */
  public List<Placed> stanzas(StanzaName name) {
    return stanzas.stream().filter(placed -> placed.typed().name() == name).toList();
  }

  /**
   * The stanza that counts of those about the same thing.
   *
   * @param slot what it is about, as {@link TypedStanza#slot()} says
   */
  public Optional<Placed> last(String slot) {
    for (int i = stanzas.size() - 1; i >= 0; i--) {
      if (stanzas.get(i).typed().slot().equals(slot)) {
        return Optional.of(stanzas.get(i));
      }
    }
    return Optional.empty();
  }

  /** The stanza that gives a process. */
  public Optional<Placed> process(ProcessType process) {
    return Optional.ofNullable(processes().get(process));
  }

  /** The stanzas that give processes; they are found once, as many rules ask for them. */
  public Map<ProcessType, Placed> processes() {
    if (processes == null) {
      Map<ProcessType, Placed> found = new EnumMap<>(ProcessType.class);
      stanzas.forEach(
          placed -> placed.process().ifPresent(source -> found.put(source.process(), placed)));
      processes = Collections.unmodifiableMap(found);
    }
    return processes;
  }

  /** The {@code start on} that counts; nothing if there is none, or {@code manual} after it. */
  public Optional<Placed> startOn() {
    Optional<Placed> found = Optional.empty();
    for (Placed placed : stanzas) {
      if (placed.typed().name() == StanzaName.START) {
        found = Optional.of(placed);
      } else if (placed.typed().name() == StanzaName.MANUAL) {
        found = Optional.empty();
      }
    }
    return found;
  }

  /** The {@code stop on} that counts. */
  public Optional<Placed> stopOn() {
    return last("stop on");
  }

  /** The condition of the {@code start on} that counts. */
  public Optional<PlacedCondition> startCondition() {
    return startOn().map(Placed::condition);
  }

  /** The condition of the {@code stop on} that counts. */
  public Optional<PlacedCondition> stopCondition() {
    return stopOn().map(Placed::condition);
  }

  /** The {@code instance} that counts. */
  public Optional<Placed> instance() {
    return last("instance");
  }

  /** The words of all stanzas of a name that lists words, for example {@code export}. */
  public List<String> listed(StanzaName name) {
    return stanzas(name).stream()
        .filter(placed -> placed.typed() instanceof ListStanza)
        .flatMap(placed -> ((ListStanza) placed.typed()).words().stream())
        .toList();
  }

  public boolean isTask() {
    return hasFlag(StanzaName.TASK);
  }

  /** Whether the main process is started again when it dies. */
  public boolean respawns() {
    return hasFlag(StanzaName.RESPAWN);
  }

  private boolean hasFlag(StanzaName name) {
    return stanzas.stream()
        .anyMatch(placed -> placed.typed() instanceof FlagStanza flag && flag.name() == name);
  }
}
