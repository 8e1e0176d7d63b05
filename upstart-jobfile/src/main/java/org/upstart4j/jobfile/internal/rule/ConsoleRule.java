package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.Fault;

/** {@code console log}. */
public final class ConsoleRule extends WordRule<ConsoleStanza> {

  /** Where the output goes; nothing once an unknown word was read. */
  public static final Setting<Optional<Console>> CONSOLE =
      Setting.of("console", Optional.of(Console.LOG));

  private static final String EXPECTED = "none, output, owner or log";

  ConsoleRule() {
    super(ConsoleStanza.class, EXPECTED);
  }

  @Override
  Reading read(String word, Words words) {
    Optional<Console> console = Console.find(word);
    return console.isPresent()
        ? done(new ConsoleStanza(console.get()), words)
        : Reading.failed(
            words.wrong(Fault.UNKNOWN_STANZA, "known here", EXPECTED),
            job -> job.set(CONSOLE, Optional.empty()));
  }

  @Override
  String text(String head, ConsoleStanza stanza) {
    return head + " " + stanza.console();
  }

  @Override
  void apply(ConsoleStanza stanza, SettingsDraft job) {
    job.set(CONSOLE, Optional.of(stanza.console()));
  }
}
