package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.jobfile.ProcessSource;
import org.upstart4j.jobfile.Word;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

/** A dollar sign that Upstart does not expand. */
final class NotExpandedRule implements JobRule {

  /** A variable or a command, and no backslash that says that it is meant as it stands. */
  private static final Pattern EXPANSION =
      Pattern.compile("(?<!\\\\)\\$(\\{?([A-Za-z_][A-Za-z_0-9]*)|\\()");

  /** What others than shells expand: the linker, and a shell's prompt. */
  private static final Set<String> FOR_LINKER = Set.of("ORIGIN", "LIB", "PLATFORM");

  private static final Set<StanzaName> ONE_WORD =
      Set.of(StanzaName.SETUID, StanzaName.SETGID, StanzaName.CHDIR, StanzaName.CHROOT);

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    for (Placed placed : job.stanzas()) {
      if (placed.typed() instanceof EnvStanza env) {
        checkEnv(job, placed, env, report);
      } else if (ONE_WORD.contains(placed.typed().name())) {
        checkWord(placed, report);
      } else if (placed.typed() instanceof EventsStanza
          && placed.typed().name() == StanzaName.START) {
        checkCondition(placed, report);
      }
    }
  }

  private static void checkEnv(CheckedJob job, Placed placed, EnvStanza env, Report report) {
    Matcher matcher = EXPANSION.matcher(env.value().orElse(""));
    if (matcher.find() && !isForOthers(env.key(), matcher) && !isExpandedLater(job, env.key())) {
      report.add(
          placed,
          "\"%s\" is not expanded in \"env\"".formatted(shown(matcher)),
          "The process finds \"%s\" in %s as it stands. Set the variable in a script instead:"
                  .formatted(shown(matcher), env.key())
              + " export %s=...".formatted(env.key()));
    }
  }

  private static boolean isForOthers(String key, Matcher matcher) {
    String name = matcher.group(2);
    return key.matches("PS[1-4]") || (name != null && FOR_LINKER.contains(name));
  }

  /** Whether a script may have a shell read the value again. */
  private static boolean isExpandedLater(CheckedJob job, String key) {
    Pattern again =
        Pattern.compile(
            "\\b(?:eval|envsubst)\\b|\\s(?:-[a-z]*c|--command)\\b[^\\n]*\\$\\{?"
                + Pattern.quote(key)
                + "\\b");
    return job.processes().values().stream()
        .flatMap(placed -> placed.process().stream())
        .map(ProcessSource::text)
        .anyMatch(text -> again.matcher(text).find());
  }

  private static void checkWord(Placed placed, Report report) {
    List<Word> words = placed.words();
    Word word = words.get(words.size() - 1);
    Matcher matcher = EXPANSION.matcher(word.text());
    if (matcher.find()) {
      StanzaName name = placed.typed().name();
      String what =
          name == StanzaName.SETUID ? "user" : name == StanzaName.SETGID ? "group" : "folder";
      report.add(
          placed.file(),
          word.span(),
          "\"%s\" is not expanded in \"%s\"".formatted(shown(matcher), name),
          "Upstart looks for a %s of the very name \"%s\", finds none, and the job does not start;"
                  .formatted(what, word.text())
              + " write the name itself, or change to it in a script.");
    }
  }

  private static void checkCondition(Placed placed, Report report) {
    for (Word word : placed.words()) {
      Matcher matcher = EXPANSION.matcher(word.text());
      if (!word.operator() && matcher.find()) {
        report.add(
            placed.file(),
            word.span(),
            "\"%s\" is not expanded in \"start on\"".formatted(shown(matcher)),
            "Upstart waits for an event with \"%s\" in it as it stands; only \"stop on\" and"
                    .formatted(shown(matcher))
                + " \"instance\" are expanded, with the variables of the job.");
      }
    }
  }

  private static String shown(Matcher matcher) {
    String found = matcher.group();
    return found.endsWith("(") ? found + "...)" : found.contains("{") ? found + "}" : found;
  }
}
