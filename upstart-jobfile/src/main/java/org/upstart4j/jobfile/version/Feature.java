package org.upstart4j.jobfile.version;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that not every version of Upstart has. What is not listed here is the same from 0.6.0
 * to 1.13.2. Which version has what stands in {@link UpstartVersion}; here is what it is, where the
 * fact comes from (commits are of Upstart's own history, unless another one is named), and what to
 * write where it is missing.
 */
public enum Feature {
  /**
   * The test {@code NAME!=VALUE} in a condition. Older versions read it as a variable called {@code
   * NAME!}, so it never matches. Source: commit 9f236473, and the real 0.6.3.
   */
  NOT_EQUAL("NAME!=VALUE", "the wanted values, one by one"),
  /** The stanza {@code manual}. Source: commit b8264695. */
  MANUAL("manual", "\"start on manual\", an event that nobody emits, or no \"start on\" at all"),
  /**
   * The stanza {@code debug}. Up to 1.11 it always stops the process before it runs, since 1.12
   * only if Upstart itself was started with {@code --debug}. Source: commits 39f1c4ff, 482b10b4.
   */
  DEBUG("debug", "nothing, as it is for debugging Upstart itself"),
  /**
   * Variable names that are no C identifiers, in {@code emit}, {@code start} and conditions.
   * Source: commit 5e32d581, and the real 0.6.5 and 1.5.
   */
  ANY_VARIABLE_NAME("variable names of any kind", "letters, digits and underscores"),
  /** The stanza {@code kill signal}. Source: commit 6c82207c. */
  KILL_SIGNAL("kill signal", "a \"pre-stop\" that sends the signal and waits for the process"),
  /**
   * {@code kill signal} with a number. 1.3 to 1.5 read it, but process 1 aborts when it stops the
   * job. Source: commit c61995ce, and the real 1.3 and 1.5.
   */
  KILL_SIGNAL_NUMBER("kill signal NUMBER", "the signal's name"),
  /**
   * The stanza {@code oom score}. The older {@code oom N} is written to the kernel as it is up to
   * 1.2, and scaled since. Source: commit b395ce4e.
   */
  OOM_SCORE("oom score", "\"oom N\" with a number from -17 to 15, or \"oom never\""),
  /**
   * Override files; older versions pass over them in silence. Source: commit aa0ede86; Red Hat's
   * upstart-0.6.5-override.patch; the real 0.6.5 and 0.6.5-el6.
   */
  OVERRIDE("override files", "the same stanza in the conf file"),
  /**
   * The stanza {@code console log}, which is also the default where it is known; before, output is
   * lost by default. Source: commit a8d87315.
   */
  CONSOLE_LOG("console log", "\"exec ... >>/var/log/NAME.log 2>&1\" in a script"),
  /** The stanza {@code setuid}. Source: commit 9fed1d3f. */
  SETUID("setuid", "\"exec su -s /bin/sh -c 'exec \"$0\" \"$@\"' USER -- COMMAND\""),
  /** The stanza {@code setgid}. Source: commit 9fed1d3f. */
  SETGID("setgid", "\"exec start-stop-daemon --start --chuid USER:GROUP --exec COMMAND\""),
  /**
   * The stanza {@code usage}. Source: commit fe50645a; Red Hat's upstart-0.6.5-usage.patch; the
   * real 0.6.5-el6.
   */
  USAGE("usage", "it into \"description\""),
  /** The stanzas {@code apparmor load} and {@code apparmor switch}. Source: commit f101869d. */
  APPARMOR(
      "apparmor",
      "\"pre-start exec /lib/init/apparmor-profile-load PROFILE\", or \"exec aa-exec -p PROFILE --"
          + " COMMAND\""),
  /** The stanza {@code reload signal}. Source: commit 7fcc30a0. */
  RELOAD_SIGNAL("reload signal", "nothing if HUP will do, as that is sent there"),
  /** The stanza {@code cgroup}. Source: commit 8dcad17e. */
  CGROUP("cgroup", "\"pre-start\" with cgcreate and cgset, and \"exec cgexec\""),
  /**
   * The stanza {@code import}: only the variables that it names reach the job from events. Source:
   * commits 90b71b69, f22b9774 and 17eef2f6 of ChromeOS's fork; the real chromeos-1.2.
   */
  IMPORT("import", "nothing, as every variable of an event reaches the job"),
  /**
   * The stanza {@code tmpfiles}. Source: init/tmpfiles.d/README.md of ChromeOS's platform2, of
   * 2021.
   */
  TMPFILES("tmpfiles", "\"pre-start exec systemd-tmpfiles --create --remove --clean FILE\""),
  /**
   * Every job that is no task and has no {@code normal exit 0} fails when it exits with 0. Source:
   * commit f90dacc8 of ChromeOS's fork; the real chromeos-1.2.
   */
  EXIT_0_FAILS("a service that exits with 0 has failed", null),
  /**
   * {@code NAME!=VALUE} is true if the event has no such variable. Source: commit e0ffa116 of
   * ChromeOS's fork; the real chromeos-1.2, and 0.6.5, 1.5 and 1.12.1, where it is false.
   */
  MISSING_IS_NOT_EQUAL("NAME!=VALUE without NAME", null);

  private final String text;
  private final @Nullable String instead;

  Feature(String text, @Nullable String instead) {
    this.text = text;
    this.instead = instead;
  }

  /** {@return the feature as it stands in a job file, for example {@code kill signal}} */
  public String text() {
    return text;
  }

  /** {@return the release that it came with; nothing if only a distribution has it} */
  public Optional<UpstartVersion> since() {
    return UpstartVersion.firstWith(this);
  }

  /**
   * {@return what to write where it is missing, as it stands behind the word "write"; nothing if
   * there is no equivalent}
   */
  public Optional<String> instead() {
    return Optional.ofNullable(instead);
  }

  /**
   * Says for people that a version lacks this.
   *
   * @param version a version that does
   * @return since when it is known, and what to write instead; for example {@code "manual" came
   *     with Upstart 0.6.7, and 0.6.5 does not know it; write ...}
   */
  public String missingFrom(UpstartVersion version) {
    String origin =
        since().map(release -> "came with Upstart " + release).orElse("is of ChromeOS only");
    return "\""
        + text
        + "\" "
        + origin
        + ", and "
        + version
        + " does not know it"
        + instead().map(words -> "; write " + words).orElse("");
  }

  @Override
  public String toString() {
    return text;
  }
}
