package org.upstart4j.analysis.internal.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.upstart4j.analysis.internal.model.CheckedJob;
import org.upstart4j.analysis.internal.model.Folder;
import org.upstart4j.analysis.internal.model.Placed;
import org.upstart4j.analysis.internal.shell.Node;
import org.upstart4j.analysis.internal.shell.Occurrence;
import org.upstart4j.analysis.internal.shell.ProgramCall;
import org.upstart4j.analysis.internal.shell.Redirection;
import org.upstart4j.analysis.internal.shell.ShellWord;
import org.upstart4j.jobfile.stanza.StanzaName;
import org.upstart4j.jobfile.stanza.TextStanza;

/** Something that only root may do, under setuid. */
final class SetuidCannotRule implements JobRule {

  /** A file or folder right within a folder that only root may write into. */
  private static final Pattern ROOTS_OWN =
      Pattern.compile(
          "(/var/(log|run|lib|cache|spool)|/run|/etc(/init|/init\\.d|/default|/cron\\.d)?|/opt|/srv"
              + "|/usr(/local)?(/bin|/sbin|/lib|/share)?|/bin|/sbin|/lib|/boot|/root|/var)?"
              + "/[^/]+/?|/(proc|sys)/.*|/root/.*");

  /** Places where a change of the owner is for root. */
  private static final Pattern SYSTEMS = Pattern.compile("/(var|run|etc|usr|opt|dev|sys|srv)/.*");

  private static final Set<String> MAKING = Set.of("mkdir", "touch", "mkfifo", "mknod", "tee");
  private static final Set<String> OWNING = Set.of("chown", "chgrp");
  private static final Set<String> FREE = Set.of("/tmp", "/dev", "/tmp/", "/proc/self");

  @Override
  public void check(CheckedJob job, Folder folder, Report report) {
    Optional<Placed> setuid = job.last(StanzaName.SETUID.text());
    Optional<String> user = setuid.map(placed -> ((TextStanza) placed.typed()).text());
    boolean limited =
        user.filter(name -> !name.equals("root") && !name.equals("0") && name.indexOf('$') < 0)
            .isPresent();
    boolean known = StanzaName.SETUID.isKnownTo(folder.target().version());
    if (limited && known && job.last(StanzaName.CHROOT.text()).isEmpty()) {
      CheckedScript.all(job).forEach(process -> check(process, user.get(), report));
    }
  }

  private static void check(CheckedScript process, String user, Report report) {
    if (process.isReadByShell()) {
      process.script().body().all(Redirection.class).stream()
          .filter(redirection -> redirection.writes() && isRoots(redirection.target()))
          .forEach(redirection -> redirect(process, redirection, user, report));
    }
    for (Occurrence occurrence : process.script().commands()) {
      ProgramCall.of(occurrence.command())
          .filter(call -> !call.wrappers().contains("sudo"))
          .flatMap(SetuidCannotRule::forbidden)
          .ifPresent(path -> command(process, occurrence, path, user, report));
    }
  }

  private static boolean isRoots(ShellWord word) {
    return word.literal().filter(SetuidCannotRule::isRoots).isPresent();
  }

  private static boolean isRoots(String path) {
    return ROOTS_OWN.matcher(path).matches()
        && !FREE.contains(path)
        && FREE.stream().noneMatch(free -> path.startsWith(free + "/"));
  }

  /** The path in which a command may do nothing. */
  private static Optional<String> forbidden(ProgramCall call) {
    List<String> paths =
        call.operands().stream().map(ShellWord::literal).flatMap(Optional::stream).toList();
    if (MAKING.contains(call.name())) {
      return paths.stream().filter(SetuidCannotRule::isRoots).findFirst();
    }
    return OWNING.contains(call.name())
        ? paths.stream().filter(path -> SYSTEMS.matcher(path).matches()).findFirst()
        : Optional.empty();
  }

  private static void redirect(
      CheckedScript process, Redirection redirection, String user, Report report) {
    report(
        process,
        redirection,
        "\"" + user + "\" may not write \"" + process.quote(redirection.target()) + "\"",
        "The shell opens the file after \"setuid\" took effect, so it fails with \"Permission"
            + " denied\" unless root made the file before. Use \"console log\", or a folder that"
            + " belongs to the user.",
        report);
  }

  private static void command(
      CheckedScript process, Occurrence occurrence, String path, String user, Report report) {
    String name = ProgramCall.of(occurrence.command()).map(ProgramCall::name).orElse("");
    boolean owner = OWNING.contains(name);
    report(
        process,
        occurrence.command(),
        "\""
            + user
            + "\" may not "
            + (owner ? "run " + name + " on" : "make")
            + " \""
            + path
            + "\"",
        "\"setuid\" holds for every process of the job, so \""
            + name
            + "\" fails with \"Permission denied\", and the script ends. Do it in a job of its own"
            + " without \"setuid\", which starts before this one (\"start on starting JOB\").",
        report);
  }

  private static void report(
      CheckedScript process, Node node, String message, String reason, Report report) {
    report.add(process.placed().file(), process.span(node), message, reason);
  }
}
