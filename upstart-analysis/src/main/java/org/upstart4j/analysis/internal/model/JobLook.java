package org.upstart4j.analysis.internal.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;

/** Tells job files by their looks from what else lies in a folder. */
public final class JobLook {

  /**
   * Names that somebody chose for people, for other programs, or to turn the job off. What is
   * called upstart in a source tree is installed under another name.
   */
  private static final Pattern ON_PURPOSE =
      Pattern.compile(
          "(?i)(?:.*[^a-z])?upstart(?:[^a-z].*)?|(readme|license|licence|copying|makefile|changelog|notice|authors|todo)(\\..*)?"
              + "|.*\\.(md|txt|rst|html?|sh|bash|py|pl|rb|erb|j2|tmpl|tpl|template|in|am|m4|ebuild"
              + "|json|ya?ml|xml|ini|service|socket|target|timer|mount|path|init|sysv|sysvinit"
              + "|systemd|default|disabled?|off|inactive|moved|unused|example|sample|dist|orig|old|new"
              + "|save|saved|bak|backup|rej|patch|diff|log|pid|swp|tmp|gz|zip|tar|rpm|deb|install"
              + "|[0-9]+)");

  private JobLook() {}

  /** Whether a file with a name of another kind holds a job all the same. */
  public static boolean isLikeJob(String path, JobFile text) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    return !ON_PURPOSE.matcher(name).matches() && hasJob(text);
  }

  private static boolean hasJob(JobFile text) {
    List<TypedStanza> stanzas =
        text.stanzas().map(Stanza::typed).flatMap(Optional::stream).toList();
    boolean job = stanzas.stream().anyMatch(JobLook::isOfJob);
    return job && text.problems().isEmpty();
  }

  private static boolean isOfJob(TypedStanza typed) {
    return typed instanceof EventsStanza
        || typed instanceof ExecStanza
        || typed instanceof ScriptStanza;
  }

  /** The name that Upstart would read the file by. */
  public static String properName(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String folder = path.substring(0, path.length() - name.length());
    String stem =
        name.toLowerCase(Locale.ROOT).matches(".+\\.(c[a-z]*n?f[a-z]*|cnf|job)")
            ? name.substring(0, name.lastIndexOf('.'))
            : name;
    return folder + stem + ".conf";
  }
}
