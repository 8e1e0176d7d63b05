package org.upstart4j.jobfile.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.ExpectStanza;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.LimitStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.NiceStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.OomStanza;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.stanza.UmaskStanza;

/** Writes a stanza from its value, and makes sure that Upstart reads the same value back. */
public final class StanzaPrinter {

  private StanzaPrinter() {}

  /**
   * The stanza's text, without a line break at its end.
   *
   * @throws IllegalArgumentException if Upstart's language has no way to say it
   */
  public static String print(TypedStanza stanza) {
    String text = text(stanza);
    List<Piece> pieces = Cut.pieces(Lexeme.encode(text));
    Reading read = StanzaReader.read(pieces.get(0), Dialect.CHROMEOS);
    boolean same = pieces.size() == 1 && read.failure() == null && stanza.equals(read.stanza());
    if (!same) {
      throw new IllegalArgumentException(explain(stanza, text, read));
    }
    return text;
  }

  private static String explain(TypedStanza stanza, String text, Reading read) {
    String shown = "Upstart has no way to write this: \"" + Spelling.shown(text) + "\"";
    if (stanza instanceof ScriptStanza) {
      return shown
          + "; a script must end with a line break, and may not hold a NUL, a line \"end script\","
          + " or blanks that all its lines begin with";
    }
    if (read.failure() != null) {
      return shown + "; " + read.failure().message();
    }
    if (stanza instanceof ExecStanza) {
      return shown
          + "; a command is one line without blanks at its ends, a number sign outside quotes begins"
          + " a comment, and a backslash behind a blank is misread. Quote it otherwise, or use a"
          + " script";
    }
    return shown + "; it would be read as something else";
  }

  private static String text(TypedStanza stanza) {
    String name = stanza.name().text();
    return switch (stanza.name()) {
      case DESCRIPTION, AUTHOR, VERSION, USAGE ->
          name + " " + Quoting.prose(((TextStanza) stanza).text());
      case INSTANCE, CHROOT, CHDIR, SETUID, SETGID ->
          name + " " + Quoting.word(((TextStanza) stanza).text());
      case ENV -> "env " + Quoting.word(((EnvStanza) stanza).variable());
      case EMITS, EXPORT, IMPORT, TMPFILES -> name + " " + words(((ListStanza) stanza).words());
      case START, STOP -> name + " on " + EventPrinter.print(((EventsStanza) stanza).events());
      case EXEC -> "exec " + ((ExecStanza) stanza).command();
      case SCRIPT -> script(stanza);
      case PRE_START, POST_START, PRE_STOP, POST_STOP -> name + " " + process(stanza);
      case EXPECT -> "expect " + ((ExpectStanza) stanza).expect();
      case TASK, MANUAL, DEBUG -> name;
      case KILL -> "kill " + kill(stanza);
      case RELOAD -> "reload signal " + ((SignalStanza) stanza).signal();
      case RESPAWN -> stanza instanceof RespawnLimitStanza limit ? respawnLimit(limit) : name;
      case NORMAL -> normalExit((NormalExitStanza) stanza);
      case CONSOLE -> "console " + ((ConsoleStanza) stanza).console();
      case UMASK -> String.format(Locale.ROOT, "umask %03o", ((UmaskStanza) stanza).mask());
      case NICE -> "nice " + ((NiceStanza) stanza).priority();
      case OOM -> "oom score " + oomScore(((OomStanza) stanza).score());
      case LIMIT -> limit((LimitStanza) stanza);
      case APPARMOR -> apparmor((AppArmorStanza) stanza);
      case CGROUP -> cgroup((CgroupStanza) stanza);
    };
  }

  private static String words(List<String> words) {
    if (words.isEmpty()) {
      throw new IllegalArgumentException("Upstart has no way to write an empty list");
    }
    return words.stream().map(Quoting::word).collect(Collectors.joining(" "));
  }

  private static String process(TypedStanza stanza) {
    return stanza instanceof ExecStanza exec ? "exec " + exec.command() : script(stanza);
  }

  private static String script(TypedStanza stanza) {
    return "script\n" + ((ScriptStanza) stanza).script() + "end script";
  }

  private static String kill(TypedStanza stanza) {
    return stanza instanceof KillTimeoutStanza timeout
        ? "timeout " + timeout.timeout().toSeconds()
        : "signal " + ((SignalStanza) stanza).signal();
  }

  private static String respawnLimit(RespawnLimitStanza limit) {
    return limit.equals(RespawnLimitStanza.UNLIMITED)
        ? "respawn limit unlimited"
        : "respawn limit " + limit.count() + " " + limit.interval().toSeconds();
  }

  private static String normalExit(NormalExitStanza exit) {
    if (exit.statuses().isEmpty()) {
      throw new IllegalArgumentException("A normal exit stanza needs an exit status or a signal");
    }
    return "normal exit "
        + exit.statuses().stream().map(StanzaPrinter::exit).collect(Collectors.joining(" "));
  }

  private static String exit(ExitStatus status) {
    return status instanceof ExitStatus.Killed killed
            && Signal.find(killed.signal().name()).isPresent()
        ? killed.signal().name()
        : Integer.toString(status.number());
  }

  private static String oomScore(int score) {
    return score == OomStanza.NEVER.score() ? "never" : Integer.toString(score);
  }

  private static String limit(LimitStanza limit) {
    return "limit " + limit.resource() + " " + limit.soft() + " " + limit.hard();
  }

  private static String apparmor(AppArmorStanza apparmor) {
    return "apparmor " + apparmor.action() + " " + Quoting.word(apparmor.profile());
  }

  private static String cgroup(CgroupStanza cgroup) {
    return "cgroup "
        + Quoting.word(cgroup.controller())
        + cgroup.group().map(group -> " " + Quoting.word(group)).orElse("")
        + cgroup
            .setting()
            .map(set -> " " + Quoting.word(set.key()) + " " + Quoting.word(set.value()))
            .orElse("");
  }
}
