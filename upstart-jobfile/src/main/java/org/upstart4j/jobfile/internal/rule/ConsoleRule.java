package org.upstart4j.jobfile.internal.rule;

import java.util.Optional;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.Feature;
import org.upstart4j.jobfile.version.UpstartVersion;

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
    if (console.isEmpty()) {
      return failed(words.wrong(Fault.UNKNOWN_STANZA, "known here", expected(words)));
    }
    return console.get() == Console.LOG && !words.has(Feature.CONSOLE_LOG)
        ? failed(words.lacking(Fault.UNKNOWN_STANZA, Feature.CONSOLE_LOG))
        : done(new ConsoleStanza(console.get()), words);
  }

  private static Reading failed(Failure failure) {
    return Reading.failed(failure, job -> job.set(CONSOLE, Optional.empty()));
  }

  private static String expected(Words words) {
    return words.has(Feature.CONSOLE_LOG) ? EXPECTED : "none, output or owner";
  }

  /** What holds from the start where it is not what the newest version has. */
  public static Change initial(UpstartVersion version) {
    return version.has(Feature.CONSOLE_LOG)
        ? Change.NONE
        : job -> job.set(CONSOLE, Optional.of(Console.NONE));
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
