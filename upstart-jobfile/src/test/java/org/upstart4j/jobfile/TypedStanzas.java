package org.upstart4j.jobfile;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.upstart4j.ExitStatus;
import org.upstart4j.ProcessType;
import org.upstart4j.Signal;
import org.upstart4j.event.EventExpression;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.LimitStanza;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.NiceStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.OomStanza;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.stanza.UmaskStanza;

/** Makes stanzas of every kind, with values that are hard to spell. All of them can be spelled. */
final class TypedStanzas {

  private static final List<String> PIECES =
      List.of(
          "a",
          "B",
          "=",
          " ",
          "  ",
          "\t",
          "\r",
          "#",
          "\"",
          "'",
          "\\",
          "(",
          ")",
          "and",
          "or",
          "$X",
          "\u00e9",
          "\udcff",
          "\ud83d\ude00",
          "\f",
          "\u2003",
          "%",
          "!",
          ";",
          "end script",
          "{",
          "-");
  private static final List<String> LINES =
      List.of(
          "",
          "  ",
          "echo 'a",
          "  x=\"$Y\" # c",
          "\tfoo \\",
          "cat <<END",
          "END",
          "end",
          "script",
          "end script foo",
          "  end  scripts",
          "exec \\\"b",
          "\u00e9\udc80",
          "manual",
          "if true; then");

  private final Random random;

  TypedStanzas(Random random) {
    this.random = random;
  }

  private <T> T pick(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private <T> T pick(T[] choices) {
    return choices[random.nextInt(choices.length)];
  }

  /** A text of at least one character that is no line break and no NUL. */
  String word() {
    StringBuilder word = new StringBuilder();
    do {
      word.append(pick(PIECES));
    } while (random.nextInt(4) > 0);
    return word.toString();
  }

  private List<String> words() {
    return Stream.generate(this::word).limit(1 + random.nextInt(3)).toList();
  }

  /** A command as people write it: words in quotes where they need some. */
  private String command() {
    return pick(
        List.of(
            "/bin/true",
            "/bin/foo --bar=\"a b\"  -c 'x # y'",
            "echo $HOME; exit 1",
            "a \\\\ b",
            "foo\\#bar",
            "\u00e9 'it''s'",
            "sh -c \"a \\\\\" "));
  }

  /** Lines as Upstart keeps them: without blanks that all begin with. */
  String script() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.append(pick(LINES)).append('\n');
    }
    return Script.shell(text.toString()).text();
  }

  EventExpression events(int depth) {
    if (depth == 0 || random.nextInt(3) == 0) {
      return match();
    }
    EventExpression left = events(depth - 1);
    EventExpression right = events(depth - 1);
    return random.nextBoolean() ? left.and(right) : left.or(right);
  }

  private EventMatch match() {
    EventMatch match =
        new EventMatch(word(), Stream.of("x", "y z").limit(random.nextInt(3)).toList());
    for (int i = random.nextInt(3); i > 0; i--) {
      match = match.with("K" + i, pick(PIECES) + pick(PIECES));
    }
    return match;
  }

  private ProcessType process() {
    return pick(
        List.of(
            ProcessType.MAIN,
            ProcessType.PRE_START,
            ProcessType.POST_START,
            ProcessType.PRE_STOP,
            ProcessType.POST_STOP));
  }

  private Duration seconds() {
    return Duration.ofSeconds(pick(List.of(0L, 1L, 5L, 86400L, Long.MAX_VALUE)));
  }

  private Signal signal() {
    return new Signal(pick(List.of(0, 1, 6, 15, 17, 29, 31, 34, 99, Integer.MAX_VALUE)));
  }

  private LimitValue limit() {
    return new LimitValue(pick(List.of(0L, 1L, 4096L, Long.MAX_VALUE, -2L, -1L)));
  }

  private ExitStatus status() {
    return ExitStatus.ofNumber(
        pick(List.of(0, 1, 143, 255, 256, 15 << 8, 99 << 8, Integer.MAX_VALUE)));
  }

  private StanzaName text() {
    return pick(
        List.of(
            StanzaName.DESCRIPTION,
            StanzaName.AUTHOR,
            StanzaName.VERSION,
            StanzaName.USAGE,
            StanzaName.INSTANCE,
            StanzaName.CHROOT,
            StanzaName.CHDIR,
            StanzaName.SETUID,
            StanzaName.SETGID));
  }

  private CgroupStanza cgroup() {
    return new CgroupStanza(
        word(),
        random.nextBoolean() ? Optional.of(word()) : Optional.empty(),
        random.nextBoolean()
            ? Optional.of(new CgroupStanza.Setting(word(), word()))
            : Optional.empty());
  }

  /** Any stanza. */
  TypedStanza any() {
    return switch (random.nextInt(22)) {
      case 0, 1, 2 -> new TextStanza(text(), word());
      case 3, 4 ->
          new EnvStanza("K" + random.nextInt(3) + (random.nextInt(4) > 0 ? "=" + word() : ""));
      case 5 -> new ListStanza(pick(List.of(StanzaName.EMITS, StanzaName.EXPORT)), words());
      case 6, 7 ->
          new EventsStanza(
              pick(List.of(StanzaName.START, StanzaName.STOP)), events(random.nextInt(4)));
      case 8 -> new ExecStanza(process(), command().strip());
      case 9, 10 -> new ScriptStanza(process(), script());
      case 11 -> new ExpectStanza(pick(Expect.values()));
      case 12 -> new ConsoleStanza(pick(Console.values()));
      case 13 ->
          random.nextBoolean()
              ? new KillTimeoutStanza(seconds())
              : new SignalStanza(pick(List.of(StanzaName.KILL, StanzaName.RELOAD)), signal());
      case 14 -> new RespawnLimitStanza(random.nextInt(3), seconds());
      case 15 ->
          new FlagStanza(
              pick(
                  List.of(
                      StanzaName.TASK, StanzaName.RESPAWN, StanzaName.MANUAL, StanzaName.DEBUG)));
      case 16 ->
          new NormalExitStanza(Stream.generate(this::status).limit(1 + random.nextInt(3)).toList());
      case 17 -> new UmaskStanza(random.nextInt(01000));
      case 18 -> new NiceStanza(random.nextInt(40) - 20);
      case 19 -> new OomStanza(random.nextInt(2001) - 1000);
      case 20 -> new LimitStanza(pick(Resource.values()), limit(), limit());
      default ->
          random.nextBoolean()
              ? cgroup()
              : new AppArmorStanza(pick(AppArmorStanza.Action.values()), word());
    };
  }
}
