package org.upstart4j.jobfile.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.ExitStatus;
import org.upstart4j.Signal;
import org.upstart4j.jobfile.internal.Leftover.Setting;
import org.upstart4j.jobfile.stanza.AppArmorStanza;
import org.upstart4j.jobfile.stanza.CgroupStanza;
import org.upstart4j.jobfile.stanza.Console;
import org.upstart4j.jobfile.stanza.ConsoleStanza;
import org.upstart4j.jobfile.stanza.Expect;
import org.upstart4j.jobfile.stanza.ExpectStanza;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.stanza.FlagStanza;
import org.upstart4j.jobfile.stanza.KillTimeoutStanza;
import org.upstart4j.jobfile.stanza.LimitStanza;
import org.upstart4j.jobfile.stanza.LimitValue;
import org.upstart4j.jobfile.stanza.NiceStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.OomStanza;
import org.upstart4j.jobfile.stanza.Resource;
import org.upstart4j.jobfile.stanza.RespawnLimitStanza;
import org.upstart4j.jobfile.stanza.SignalStanza;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.stanza.UmaskStanza;

/** Reads the stanzas whose words are keywords and numbers. The name has been taken already. */
final class SettingReader {

  private static final String SIGNAL =
      "a signal's name such as TERM or SIGTERM, or a number from 0 to 2147483647";
  private static final String SECONDS = "a number of seconds, 0 or more";
  private static final String LIMIT = "a number, or \"unlimited\"";

  private final Words words;

  SettingReader(Words words) {
    this.words = words;
  }

  private Reading done(TypedStanza stanza) {
    return Reading.of(stanza, words.end());
  }

  private Reading missing(Leftover... leftovers) {
    return Reading.failed(words.failure(), leftovers);
  }

  private Reading wrong(Fault fault, String what, String expected, Leftover... leftovers) {
    return Reading.failed(words.wrong(fault, what, expected), leftovers);
  }

  Reading expect() {
    String expected = "none, stop, daemon or fork";
    String word = words.next(expected);
    if (word == null) {
      return missing();
    }
    Optional<Expect> expect = Expect.find(word);
    return expect.isPresent()
        ? done(new ExpectStanza(expect.get()))
        : wrong(Fault.UNKNOWN_STANZA, "known here", expected);
  }

  Reading console() {
    String expected = "none, output, owner or log";
    String word = words.next(expected);
    if (word == null) {
      return missing();
    }
    Optional<Console> console = Console.find(word);
    return console.isPresent()
        ? done(new ConsoleStanza(console.get()))
        : wrong(Fault.UNKNOWN_STANZA, "known here", expected, new Leftover.ConsoleLost());
  }

  Reading kill() {
    String expected = "\"timeout\" or \"signal\"";
    String keyword = words.nextKeyword(expected);
    if (keyword == null) {
      return missing();
    }
    return switch (keyword) {
      case "timeout" -> killTimeout();
      case "signal" -> signal(StanzaName.KILL);
      default -> wrong(Fault.UNKNOWN_STANZA, "known here", expected);
    };
  }

  private Reading killTimeout() {
    String word = words.next(SECONDS);
    if (word == null) {
      return missing();
    }
    Numbers seconds = Numbers.signed(word);
    if (!seconds.valid() || seconds.value() < 0) {
      Leftover leftover = new Leftover.NumberSet(Setting.KILL_TIMEOUT, seconds.value());
      return wrong(Fault.ILLEGAL_INTERVAL, "a time", SECONDS, leftover);
    }
    return done(new KillTimeoutStanza(Duration.ofSeconds(seconds.value())));
  }

  Reading reload() {
    String keyword = words.nextKeyword("\"signal\"");
    if (keyword == null) {
      return missing();
    }
    return keyword.equals("signal")
        ? signal(StanzaName.RELOAD)
        : wrong(Fault.UNKNOWN_STANZA, "known here", "\"signal\"");
  }

  private Reading signal(StanzaName name) {
    String word = words.next(SIGNAL);
    if (word == null) {
      return missing();
    }
    Optional<Signal> signal = Signal.find(word).or(() -> status(word).map(Signal::new));
    return signal.isPresent()
        ? done(new SignalStanza(name, signal.get()))
        : wrong(Fault.ILLEGAL_SIGNAL, "a signal", SIGNAL);
  }

  private static Optional<Integer> status(String word) {
    Numbers number = Numbers.unsigned(word, 10);
    boolean fits = number.valid() && number.value() >= 0 && number.value() <= Integer.MAX_VALUE;
    return fits ? Optional.of((int) number.value()) : Optional.empty();
  }

  Reading respawn() {
    if (!words.hasWord()) {
      return Reading.of(new FlagStanza(StanzaName.RESPAWN));
    }
    String keyword = words.nextKeyword("\"limit\"");
    if (keyword == null) {
      return missing();
    }
    return keyword.equals("limit")
        ? respawnLimit()
        : wrong(Fault.UNKNOWN_STANZA, "known here", "\"limit\", or the end of the line");
  }

  private Reading respawnLimit() {
    String word = words.next(LIMIT);
    if (word == null) {
      return missing();
    }
    if (word.equals("unlimited")) {
      return done(RespawnLimitStanza.UNLIMITED);
    }
    Numbers count = Numbers.signed(word);
    int limit = (int) count.value();
    Leftover limitSet = new Leftover.NumberSet(Setting.RESPAWN_LIMIT, limit);
    if (!count.valid() || limit < 0) {
      return wrong(Fault.ILLEGAL_LIMIT, "a limit", LIMIT, limitSet);
    }
    String time = words.next(SECONDS);
    if (time == null) {
      return missing(limitSet);
    }
    Numbers seconds = Numbers.signed(time);
    if (!seconds.valid() || seconds.value() < 0) {
      Leftover intervalSet = new Leftover.NumberSet(Setting.RESPAWN_INTERVAL, seconds.value());
      return wrong(Fault.ILLEGAL_INTERVAL, "a time", SECONDS, limitSet, intervalSet);
    }
    return done(new RespawnLimitStanza(limit, Duration.ofSeconds(seconds.value())));
  }

  Reading normal() {
    String keyword = words.nextKeyword("\"exit\"");
    if (keyword == null) {
      return missing();
    }
    if (!keyword.equals("exit")) {
      return wrong(Fault.UNKNOWN_STANZA, "known here", "\"exit\"");
    }
    String expected = "an exit status from 0 to 2147483647, or a signal's name";
    List<ExitStatus> statuses = new ArrayList<>();
    do {
      String word = words.next(expected);
      if (word == null) {
        return missing(exitsAdded(statuses));
      }
      Optional<ExitStatus> status =
          Signal.find(word).map(ExitStatus::of).or(() -> status(word).map(ExitStatus::ofNumber));
      if (status.isEmpty()) {
        return wrong(Fault.ILLEGAL_EXIT, "an exit status", expected, exitsAdded(statuses));
      }
      statuses.add(status.get());
    } while (words.hasWord());
    return Reading.of(new NormalExitStanza(statuses));
  }

  private static Leftover exitsAdded(List<ExitStatus> statuses) {
    return new Leftover.ExitsAdded(statuses);
  }

  Reading umask() {
    String expected = "an octal number from 0 to 777";
    String word = words.next(expected);
    if (word == null) {
      return missing();
    }
    Numbers number = Numbers.unsigned(word, 8);
    int mask = (int) number.value();
    return number.valid() && (mask & ~0777) == 0
        ? done(new UmaskStanza(mask))
        : wrong(
            Fault.ILLEGAL_UMASK, "a mask", expected, new Leftover.NumberSet(Setting.UMASK, mask));
  }

  Reading nice() {
    String expected = "a number from -20 to 19";
    String word = words.next(expected);
    if (word == null) {
      return missing();
    }
    Numbers number = Numbers.signed(word);
    int nice = (int) number.value();
    return number.valid() && nice >= -20 && nice <= 19
        ? done(new NiceStanza(nice))
        : wrong(
            Fault.ILLEGAL_NICE, "a priority", expected, new Leftover.NumberSet(Setting.NICE, nice));
  }

  Reading oom() {
    String word = words.next("\"score\", \"never\", or a number from -17 to 15");
    if (word == null) {
      return missing();
    }
    return switch (word) {
      case "score" -> oomScore();
      case "never" -> done(OomStanza.NEVER);
      default -> oomAdjustment(word);
    };
  }

  private Reading oomScore() {
    String expected = "a number from -1000 to 1000, or \"never\"";
    String word = words.next(expected);
    if (word == null) {
      return missing();
    }
    if (word.equals("never")) {
      return done(OomStanza.NEVER);
    }
    Numbers number = Numbers.signed(word);
    int score = (int) number.value();
    return number.valid() && score >= -1000 && score <= 1000
        ? done(new OomStanza(score))
        : wrong(Fault.ILLEGAL_OOM_SCORE, "a score", expected, oomSet(score));
  }

  /** The older stanza, of which Upstart makes a score. */
  private Reading oomAdjustment(String word) {
    Numbers number = Numbers.signed(word);
    int adjustment = (int) number.value();
    int score = adjustment * 1000 / (adjustment < 0 ? 17 : 15);
    return number.valid() && adjustment >= -17 && adjustment <= 15
        ? done(new OomStanza(score))
        : wrong(
            Fault.ILLEGAL_OOM,
            "an adjustment",
            "a number from -17 to 15, \"never\" or \"score\"",
            oomSet(score));
  }

  private static Leftover oomSet(int score) {
    return new Leftover.NumberSet(Setting.OOM_SCORE, score);
  }

  Reading limit() {
    String expected = "a resource such as nofile";
    String word = words.next(expected);
    if (word == null) {
      return missing();
    }
    Optional<Resource> resource = Resource.find(word);
    if (resource.isEmpty()) {
      return wrong(Fault.UNKNOWN_STANZA, "a resource", resources());
    }
    return limit(resource.get());
  }

  private static String resources() {
    List<String> texts = new ArrayList<>();
    for (Resource resource : Resource.values()) {
      texts.add(resource.text());
    }
    return "one of " + String.join(", ", texts);
  }

  private Reading limit(Resource resource) {
    Numbers soft = limitValue();
    if (soft == null || !soft.valid()) {
      return wrongLimit(resource, soft, null, soft);
    }
    Numbers hard = limitValue();
    if (hard == null || !hard.valid()) {
      return wrongLimit(resource, soft, hard, hard);
    }
    return done(
        new LimitStanza(resource, new LimitValue(soft.value()), new LimitValue(hard.value())));
  }

  /** The value of the next word; nothing if it is missing. */
  private @Nullable Numbers limitValue() {
    String word = words.next(LIMIT);
    if (word == null) {
      return null;
    }
    return word.equals("unlimited")
        ? new Numbers(LimitValue.UNLIMITED.bits(), true)
        : Numbers.unsigned(word, 10);
  }

  private Reading wrongLimit(
      Resource resource, @Nullable Numbers soft, @Nullable Numbers hard, @Nullable Numbers last) {
    Leftover leftover = new Leftover.LimitSet(resource, value(soft), value(hard));
    return last == null
        ? missing(leftover)
        : wrong(Fault.ILLEGAL_LIMIT, "a limit", LIMIT, leftover);
  }

  private static @Nullable Long value(@Nullable Numbers number) {
    return number == null ? null : Long.valueOf(number.value());
  }

  Reading apparmor() {
    String expected = "\"load\" or \"switch\"";
    String keyword = words.nextKeyword(expected);
    if (keyword == null) {
      return missing();
    }
    return switch (keyword) {
      case "load" -> profile(AppArmorStanza.Action.LOAD, "the file of a profile");
      case "switch" ->
          profile(
              AppArmorStanza.Action.SWITCH, "the name of a profile", new Leftover.ProfileCleared());
      default -> wrong(Fault.UNKNOWN_STANZA, "known here", expected);
    };
  }

  private Reading profile(AppArmorStanza.Action action, String expected, Leftover... leftovers) {
    String profile = words.next(expected);
    return profile == null ? missing(leftovers) : done(new AppArmorStanza(action, profile));
  }

  Reading cgroup() {
    List<String> parts = new ArrayList<>();
    do {
      String part = words.next("a controller");
      if (part == null) {
        return missing();
      }
      parts.add(part);
    } while (parts.size() < 4 && words.hasWord());
    Optional<String> group = parts.size() % 2 == 0 ? Optional.of(parts.get(1)) : Optional.empty();
    Optional<CgroupStanza.Setting> setting =
        parts.size() < 3
            ? Optional.empty()
            : Optional.of(
                new CgroupStanza.Setting(parts.get(parts.size() - 2), parts.get(parts.size() - 1)));
    return done(new CgroupStanza(parts.get(0), group, setting));
  }
}
