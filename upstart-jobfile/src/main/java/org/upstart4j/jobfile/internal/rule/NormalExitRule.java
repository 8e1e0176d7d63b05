package org.upstart4j.jobfile.internal.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.NormalExitStanza;

/** {@code normal exit 0 TERM}; from the first status on. */
public final class NormalExitRule extends ValueRule<NormalExitStanza> {

  /** Which ways to exit are no failure. */
  public static final Setting<List<ExitStatus>> STATUSES = Setting.list("normal exit");

  private static final String EXPECTED = "an exit status from 0 to 2147483647, or a signal's name";

  NormalExitRule() {
    super(NormalExitStanza.class);
  }

  @Override
  public Reading read(Words words) {
    List<ExitStatus> statuses = new ArrayList<>();
    Change added = job -> job.add(STATUSES, statuses);
    do {
      String word = words.next(EXPECTED);
      if (word == null) {
        return Reading.failed(words.failure(), added);
      }
      Optional<ExitStatus> status =
          Signal.find(word)
              .map(ExitStatus::of)
              .or(() -> Numbers.status(word).map(ExitStatus::ofNumber));
      if (status.isEmpty()) {
        return Reading.failed(words.wrong(Fault.ILLEGAL_EXIT, "an exit status", EXPECTED), added);
      }
      statuses.add(status.get());
    } while (words.hasWord());
    return done(new NormalExitStanza(statuses), words);
  }

  @Override
  String text(String head, NormalExitStanza stanza) {
    if (stanza.statuses().isEmpty()) {
      throw new IllegalArgumentException("A normal exit stanza needs an exit status or a signal");
    }
    return stanza.statuses().stream()
        .map(NormalExitRule::text)
        .collect(Collectors.joining(" ", head + " ", ""));
  }

  private static String text(ExitStatus status) {
    return status instanceof ExitStatus.Killed killed
            && Signal.find(killed.signal().name()).isPresent()
        ? killed.signal().name()
        : Integer.toString(status.number());
  }

  @Override
  void apply(NormalExitStanza stanza, SettingsDraft job) {
    job.add(STATUSES, stanza.statuses());
  }

  @Override
  public boolean addsUp() {
    return true;
  }
}
