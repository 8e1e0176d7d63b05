package org.upstart4j.jobfile.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.ProcessType;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.stanza.Dialect;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** Reads what one stanza says, with the checks of Upstart 1.13.2 and in their order. */
public final class StanzaReader {

  private final Piece piece;
  private final Words words;
  private final SettingReader settings;

  private StanzaReader(Piece piece) {
    this.piece = piece;
    this.words = new Words(piece);
    this.settings = new SettingReader(words);
  }

  /** Reads a stanza. */
  public static Reading read(Piece piece, Dialect dialect) {
    return new StanzaReader(piece).read(dialect);
  }

  private Reading read(Dialect dialect) {
    if (words.kind() == Kind.BROKEN) {
      return Reading.failed(words.broken());
    }
    int start = words.offset();
    int end = words.tokenEnd();
    Optional<StanzaName> name = StanzaName.find(keyword(piece));
    words.advance();
    if (name.isEmpty() || !isKnown(name.get(), dialect)) {
      return Reading.failed(unknown(start, end, name));
    }
    return read(name.get());
  }

  /** The word that a stanza begins with, as Upstart compares it. */
  public static String keyword(Piece piece) {
    int first = piece.first();
    int from = piece.offset(first);
    return switch (piece.kind(first)) {
      case FLAG -> piece.source()[from] == 'm' ? "manual" : "debug";
      case BROKEN -> piece.text(first);
      default -> Lexeme.raw(piece.source(), from, from + piece.length(first));
    };
  }

  private static boolean isKnown(StanzaName name, Dialect dialect) {
    return dialect == Dialect.CHROMEOS
        || (name != StanzaName.IMPORT && name != StanzaName.TMPFILES);
  }

  private Failure unknown(int start, int end, Optional<StanzaName> name) {
    String text = Lexeme.decode(piece.source(), start, end);
    String message = "No stanza is called \"" + Spelling.shown(text) + "\"" + hint(text, name);
    return Failure.at(Fault.UNKNOWN_STANZA, start, end, message).countingLinesAt(words.offset());
  }

  private static String hint(String text, Optional<StanzaName> name) {
    if (name.isPresent()) {
      return "; only ChromeOS knows it";
    }
    if (text.startsWith("\ufeff")) {
      return "; the file begins with a byte order mark, which Upstart takes for a part of it";
    }
    return Spelling.nearest(text).map(near -> "; did you mean \"" + near + "\"?").orElse("");
  }

  private Reading read(StanzaName name) {
    return switch (name) {
      case DESCRIPTION, AUTHOR, VERSION, USAGE, INSTANCE, CHROOT, CHDIR, SETUID, SETGID ->
          text(name);
      case ENV -> env();
      case EMITS, EXPORT, IMPORT, TMPFILES -> list(name);
      case START, STOP -> events(name);
      case EXEC -> exec(ProcessType.MAIN);
      case SCRIPT -> script(ProcessType.MAIN);
      case PRE_START -> process(ProcessType.PRE_START);
      case POST_START -> process(ProcessType.POST_START);
      case PRE_STOP -> process(ProcessType.PRE_STOP);
      case POST_STOP -> process(ProcessType.POST_STOP);
      case EXPECT -> settings.expect();
      case TASK -> Reading.of(new FlagStanza(name), words.end());
      case MANUAL, DEBUG -> Reading.of(new FlagStanza(name));
      case KILL -> settings.kill();
      case RELOAD -> settings.reload();
      case RESPAWN -> settings.respawn();
      case NORMAL -> settings.normal();
      case CONSOLE -> settings.console();
      case UMASK -> settings.umask();
      case NICE -> settings.nice();
      case OOM -> settings.oom();
      case LIMIT -> settings.limit();
      case APPARMOR -> settings.apparmor();
      case CGROUP -> settings.cgroup();
    };
  }

  private Reading done(TypedStanza stanza) {
    return Reading.of(stanza, words.end());
  }

  private Reading text(StanzaName name) {
    String text = words.next("the " + name);
    return text == null
        ? Reading.failed(words.failure(), new Leftover.Cleared(name))
        : done(new TextStanza(name, text));
  }

  private Reading env() {
    String variable = words.next("NAME=VALUE, or NAME");
    return variable == null ? Reading.failed(words.failure()) : done(new EnvStanza(variable));
  }

  private Reading list(StanzaName name) {
    List<String> list = new ArrayList<>();
    do {
      String word = words.next(name == StanzaName.EMITS ? "the name of an event" : "a word");
      if (word == null) {
        return Reading.failed(words.failure());
      }
      list.add(word);
    } while (words.hasWord());
    return Reading.of(new ListStanza(name, list));
  }

  private Reading events(StanzaName name) {
    Kind kind = words.kind();
    if (kind != Kind.ON) {
      return Reading.failed(words.notKeyword("\"on\""));
    }
    words.advance();
    EventReader reader = new EventReader(words);
    EventExpression events = reader.read();
    return events == null
        ? Reading.failed(reader.failure(), new Leftover.Cleared(name))
        : Reading.of(new EventsStanza(name, events));
  }

  private Reading process(ProcessType process) {
    Kind kind = words.kind();
    if (kind == Kind.EXEC || kind == Kind.SCRIPT) {
      words.advance();
      return kind == Kind.EXEC ? exec(process) : script(process);
    }
    Failure failure = words.notKeyword("\"exec\" or \"script\"");
    return Reading.failed(failure, new Leftover.ProcessAdded(process));
  }

  private Reading exec(ProcessType process) {
    if (words.kind() == Kind.BROKEN) {
      return Reading.failed(words.broken(), new Leftover.CommandCleared(process, false));
    }
    if (words.kind() != Kind.COMMAND) {
      Failure missing = words.missing(words.offset(), "a command");
      return Reading.failed(missing, new Leftover.ProcessAdded(process));
    }
    return Reading.of(new ExecStanza(process, words.raw()));
  }

  private Reading script(ProcessType process) {
    if (words.hasWord()) {
      Failure failure =
          Failure.at(
              Fault.UNEXPECTED_TOKEN,
              words.offset(),
              words.tokenEnd(),
              "\""
                  + words.shown()
                  + "\" stands behind \"script\"; the script starts on the next"
                  + " line");
      return Reading.failed(failure, new Leftover.ProcessAdded(process));
    }
    int last = piece.size() - 1;
    if (piece.kind(last) != Kind.END_SCRIPT) {
      int from = piece.offset(piece.first());
      Failure failure =
          new Failure(
              Fault.UNTERMINATED_BLOCK,
              piece.end(),
              piece.end(),
              from,
              from + piece.length(piece.first()),
              "The script is never closed; expected a line \"end script\" before the end of the"
                  + " file");
      return Reading.failed(failure, new Leftover.CommandCleared(process, true));
    }
    int body = 0;
    while (piece.kind(body) != Kind.BODY) {
      body++;
    }
    return Reading.of(new ScriptStanza(process, ScriptBody.read(piece, body + 1, last)));
  }
}
