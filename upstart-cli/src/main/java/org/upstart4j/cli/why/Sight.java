package org.upstart4j.cli.why;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartUnavailableException;
import org.upstart4j.analysis.host.HostKnowledge;
import org.upstart4j.analysis.host.HostKnowledgeBuilder;
import org.upstart4j.cli.command.Inputs;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.command.Misuse;
import org.upstart4j.cli.command.Option;
import org.upstart4j.cli.command.TargetName;
import org.upstart4j.fleet.HostFiles;
import org.upstart4j.fleet.RemoteUpstart;
import org.upstart4j.spi.Located;

/** What the options let the command see. */
final class Sight {

  static final Option LOGDIR =
      Option.text("logdir", "DIR", "the folder of the jobs' logs (default: as Upstart tells)");

  private static final Option CONFDIR =
      Option.CONFDIR.meaning(
          "a folder of job files (default: as Upstart tells); without an Upstart, all there is");

  private static final Option FOR =
      Option.FOR.meaning("the system that Upstart runs on, such as ubuntu-14.04, and its events");

  private Sight() {}

  /** The options that choose an Upstart. */
  static List<Option> reach() {
    return Option.reach(CONFDIR).stream().map(option -> option.equals(FOR) ? FOR : option).toList();
  }

  static HostKnowledge of(Invocation call) throws IOException {
    List<Path> folders = new ArrayList<>();
    for (String folder : call.arguments().values(CONFDIR)) {
      folders.add(Inputs.path(folder));
    }
    HostKnowledgeBuilder builder = begin(call, folders);
    Optional<String> system = call.value(FOR);
    if (system.isPresent()) {
      builder.target(TargetName.target(system.get()));
    }
    Optional<String> logs = call.value(LOGDIR);
    if (logs.isPresent()) {
      builder.logdir(Inputs.path(logs.get()));
    }
    return builder.build();
  }

  /** Refuses folders of this machine where others are looked at. */
  static void refuseFolders(Invocation call) {
    for (Option folder : List.of(CONFDIR, LOGDIR)) {
      if (call.has(folder)) {
        throw new Misuse(folder.spelled() + " is a folder of this machine, not of other hosts");
      }
    }
  }

  /** What can be seen of another host, whose logs and processes are not here. */
  static HostKnowledge of(Invocation call, Upstart upstart) {
    HostKnowledgeBuilder builder = lookAt(upstart).place(Located.Place.ELSEWHERE);
    call.value(FOR).ifPresent(system -> builder.target(TargetName.target(system)));
    return builder.build();
  }

  /** Without an Upstart that can be reached, the files that are named say something, too. */
  private static HostKnowledgeBuilder begin(Invocation call, List<Path> folders) {
    if (folders.isEmpty()) {
      return lookAt(call.upstart());
    }
    try {
      call.upstart().version();
      return lookAt(call.upstart()).confdirs(folders);
    } catch (UpstartUnavailableException none) {
      return HostKnowledge.ofFiles(folders, call.reach().explain(none));
    }
  }

  /** The job files of another host come over ssh, when they are needed. */
  private static HostKnowledgeBuilder lookAt(Upstart upstart) {
    HostKnowledgeBuilder builder = HostKnowledge.builder(upstart);
    if (upstart instanceof RemoteUpstart remote) {
      HostFiles files = remote.files();
      builder.jobFiles(files.path(), files::folder);
    }
    return builder;
  }
}
