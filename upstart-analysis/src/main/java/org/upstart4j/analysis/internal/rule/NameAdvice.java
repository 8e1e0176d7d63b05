package org.upstart4j.analysis.internal.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.upstart4j.analysis.finding.Fix;
import org.upstart4j.analysis.finding.TextEdit;
import org.upstart4j.analysis.internal.model.Awaited;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Providers;
import org.upstart4j.analysis.internal.model.ValueTest;
import org.upstart4j.analysis.platform.Platform;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.jobfile.SourceSpan;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.spi.NearNames;

/** What to say of a name that nobody provides, and what may have been meant. */
final class NameAdvice {

  /** How many names are compared at most, as nobody reads thousands of proposals. */
  private static final int MOST_COMPARED = 500_000;

  /** In this order platforms are asked whether they have a name. */
  private static final List<Platform> BEST_KNOWN =
      List.of(Platform.UBUNTU_14_04, Platform.RHEL_6, Platform.CHROMEOS);

  private static final Pattern RUNLEVELS = Pattern.compile("(?:runlevel)?(\\[!?[0-9Ss-]{1,12}])");
  private static final Pattern SPECIAL = Pattern.compile("[*?\\[]");

  private static final Map<String, String> INSTEAD =
      Map.of(
          "shutdown", "runlevel [016]",
          "halt", "runlevel 0",
          "poweroff", "runlevel 0",
          "reboot", "runlevel 6",
          "boot", "runlevel [2345]",
          "multi-user", "runlevel [2345]",
          "rc", "stopped rc");

  private final Folder folder;
  private final Providers providers;
  private final String place;
  private final Map<String, List<String>> known = new HashMap<>();
  private int compared;

  NameAdvice(Folder folder) {
    this.folder = folder;
    this.providers = folder.providers();
    this.place =
        folder.target().platform().map(Platform::title).orElse("any platform that is known");
  }

  /** What is wrong with the name of an event. */
  String nobodyEmits(Awaited awaited) {
    return "Neither these job files nor %s emit \"%s\"".formatted(place, awaited.event());
  }

  /** What is wrong with the name of a job. */
  String nobodyHas(ValueTest job) {
    return "Neither these job files nor %s have a job \"%s\"".formatted(place, job.value());
  }

  /** What comes of an unknown event, and what to write. */
  String aboutEvent(Awaited awaited) {
    String happens =
        isStart(awaited)
            ? "It starts nothing, unless somebody emits it by hand."
            : "It does not stop the job, unless somebody emits it by hand.";
    return joined(happens, eventMeant(awaited));
  }

  /** Whether something else than the name was clearly meant. */
  boolean knowsBetter(Awaited awaited) {
    return eventMeant(awaited).isPresent();
  }

  private Optional<String> eventMeant(Awaited awaited) {
    String event = awaited.event();
    Optional<String> written = replacement(awaited).map("Write \"%s\" instead."::formatted);
    if (written.isPresent()) {
      return written;
    }
    if (SPECIAL.matcher(event).find()) {
      return Optional.of(
          "Upstart takes a pattern only for the value of a variable, never for an event's name.");
    }
    return script(event)
        .or(() -> eventElsewhere(event))
        .or(() -> proposal(providers.events(), event, awaited));
  }

  /** What to write instead of an event, if that is clear. */
  private Optional<String> replacement(Awaited awaited) {
    String event = awaited.event();
    var runlevels = RUNLEVELS.matcher(event);
    if (runlevels.matches()) {
      return Optional.of("runlevel " + runlevels.group(1));
    }
    if (INSTEAD.containsKey(event)) {
      return Optional.of(INSTEAD.get(event));
    }
    return providers.hasJob(event) && !event.equals(ownName(awaited))
        ? Optional.of("started " + event)
        : Optional.empty();
  }

  private Optional<String> eventElsewhere(String event) {
    return elsewhere()
        .flatMap(
            platform ->
                platform.provides().event(event).stream()
                    .map(found -> "On %s %s emits it.".formatted(platform.title(), found.by())))
        .findFirst()
        .map(this::withHabit);
  }

  /** What comes of an unknown job, and what to write. */
  String aboutJob(Awaited awaited, ValueTest test) {
    String happens =
        isStart(awaited)
            ? "The job waits for one of that name, and does not start."
            : "No job of that name ever stops this one.";
    return joined(happens, jobMeant(awaited, test.value()));
  }

  private Optional<String> jobMeant(Awaited awaited, String job) {
    return providers.hasEvent(job)
        ? Optional.of("\"%s\" is an event: write it without \"started\".".formatted(job))
        : script(job)
            .or(() -> jobElsewhere(job))
            .or(() -> proposal(providers.jobs(), job, awaited));
  }

  private Optional<String> jobElsewhere(String job) {
    return elsewhere()
        .filter(platform -> platform.provides().job(job).isPresent())
        .findFirst()
        .map(platform -> "%s has it.".formatted(platform.title()))
        .map(this::withHabit);
  }

  private Optional<String> script(String name) {
    return folder
        .target()
        .provides()
        .sysvScript(name)
        .map(
            script ->
                "On %s \"%s\" is a script of SysV init, which emits no event."
                    .formatted(place, script.name()))
        .map(this::withHabit);
  }

  /** On systems that boot with scripts of SysV init, jobs start after these. */
  private String withHabit(String text) {
    boolean isRedHat = folder.target().platform().isPresent() && isBash();
    return isRedHat ? text + " Write \"stopped rc RUNLEVEL=[2345]\" here." : text;
  }

  private boolean isBash() {
    return folder.target().shell() == Shell.BASH;
  }

  private Stream<Platform> elsewhere() {
    if (folder.target().platform().isEmpty()) {
      return Stream.of();
    }
    List<Platform> newestFirst = new ArrayList<>(Platform.all());
    Collections.reverse(newestFirst);
    return Stream.concat(BEST_KNOWN.stream(), newestFirst.stream());
  }

  private Optional<String> proposal(Set<String> names, String unknown, Awaited awaited) {
    List<String> near = near(names, unknown, awaited);
    return near.isEmpty()
        ? Optional.empty()
        : Optional.of("Did you mean \"" + String.join("\" or \"", near) + "\"?");
  }

  private List<String> near(Set<String> names, String unknown, Awaited awaited) {
    List<String> near = new ArrayList<>(known.computeIfAbsent(unknown, name -> near(names, name)));
    near.remove(ownName(awaited));
    return near;
  }

  private List<String> near(Set<String> names, String unknown) {
    if (compared > MOST_COMPARED) {
      return List.of();
    }
    compared += names.size();
    return NearNames.of(names, unknown);
  }

  /** Puts the event in place that was clearly meant, if there is one. */
  Optional<Fix> renameEvent(Awaited awaited) {
    Optional<String> replacement =
        replacement(awaited).or(() -> oneEditAway(providers.events(), awaited.event(), awaited));
    return replacement.map(
        text -> replace(awaited.placed().file().path(), awaited.nameSpan(), text));
  }

  /** Puts the job or event in place that was clearly meant, if there is one. */
  Optional<Fix> renameJob(Awaited awaited, ValueTest test) {
    String path = awaited.placed().file().path();
    if (providers.hasEvent(test.value()) && awaited.tests().size() == 1) {
      return Optional.of(replace(path, awaited.span(), test.value()));
    }
    return oneEditAway(providers.jobs(), test.value(), awaited)
        .map(name -> replace(path, test.span(), (test.isPositional() ? "" : "JOB=") + name));
  }

  private static Fix replace(String path, SourceSpan span, String text) {
    return new Fix("Write \"%s\"".formatted(text), false, List.of(new TextEdit(path, span, text)));
  }

  private Optional<String> oneEditAway(Set<String> names, String unknown, Awaited awaited) {
    List<String> near = near(names, unknown, awaited);
    return near.size() == 1 && isOneEdit(near.get(0), unknown)
        ? Optional.of(near.get(0))
        : Optional.empty();
  }

  private static boolean isOneEdit(String one, String other) {
    int start = 0;
    int shorter = Math.min(one.length(), other.length());
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    int left = one.length() - start - end;
    int right = other.length() - start - end;
    boolean isSwap =
        left == 2
            && right == 2
            && one.charAt(start) == other.charAt(start + 1)
            && one.charAt(start + 1) == other.charAt(start);
    return (left <= 1 && right <= 1) || isSwap;
  }

  /** The job itself is never what it waits for. */
  private static String ownName(Awaited awaited) {
    return awaited.placed().file().job();
  }

  private static boolean isStart(Awaited awaited) {
    return awaited.placed().typed().name() == StanzaName.START;
  }

  private static String joined(String first, Optional<String> second) {
    return second.map(text -> first + " " + text).orElse(first);
  }
}
