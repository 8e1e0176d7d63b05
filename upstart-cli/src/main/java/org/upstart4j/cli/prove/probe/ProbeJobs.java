package org.upstart4j.cli.prove.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.upstart4j.ProcessType;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFileBuilder;
import org.upstart4j.jobfile.JobFolder;
import org.upstart4j.jobfile.Script;
import org.upstart4j.jobfile.Stanza;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.TextStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;

/**
 * Jobs whose processes are probes. Nothing of what their commands and scripts say is run: a program
 * is replaced, and its arguments stay; what a shell would read becomes one quoted argument.
 *
 * @param stage where the probes are
 * @param accounts which users there are
 */
public record ProbeJobs(Stage stage, Accounts accounts) {

  /** More than this of a script is left out; one argument of a program has at most 128 KiB. */
  private static final int LONGEST = 60_000;

  /**
   * Replaces the processes of all jobs.
   *
   * @param folder the jobs, all of them on the stage
   * @return the same jobs with probes
   * @throws IOException if this machine's users cannot be read
   */
  public JobFolder of(JobFolder folder) throws IOException {
    Map<String, JobFile> files = new TreeMap<>();
    for (Map.Entry<String, JobFile> file : folder.files().entrySet()) {
      String path = file.getKey();
      files.put(path, of(path.substring(0, path.lastIndexOf('.')), file.getValue()));
    }
    return JobFolder.of(files);
  }

  private JobFile of(String job, JobFile file) throws IOException {
    JobFileBuilder builder = file.toBuilder();
    for (Stanza stanza : file.stanzas().toList()) {
      Optional<TypedStanza> other =
          stanza.typed().isEmpty() ? Optional.empty() : other(job, stanza.typed().get());
      other.ifPresent(replacement -> builder.replace(stanza, replacement));
    }
    return builder.build();
  }

  private Optional<TypedStanza> other(String job, TypedStanza stanza) throws IOException {
    if (stanza instanceof ExecStanza exec) {
      return Optional.of(new ExecStanza(exec.process(), command(job, exec)));
    }
    if (stanza instanceof ScriptStanza script) {
      return Optional.of(new ScriptStanza(script.process(), script(job, script)));
    }
    return stanza instanceof TextStanza text ? text(text) : Optional.empty();
  }

  private String command(String job, ExecStanza exec) {
    String program = program(job, exec.process());
    String command = exec.command().strip();
    if (ExecStanza.isReadByShell(command)) {
      return program + " " + quoted(command);
    }
    List<String> words = List.of(command.split("\\s+", 2));
    return words.size() < 2 ? program : program + " " + words.get(1);
  }

  /** A script of as many lines, which ends in the program if the other one did. */
  private String script(String job, ScriptStanza script) {
    String text = script.script().stripTrailing();
    String last = text.substring(text.lastIndexOf('\n') + 1).strip();
    String start = last.startsWith("exec ") ? "exec " : "";
    return Script.shell(start + program(job, script.process()) + " " + quoted(text)).text();
  }

  private String program(String job, ProcessType process) {
    return stage.program(new Probe(job, process)).toString();
  }

  private static String quoted(String text) {
    String kept = text.substring(0, Math.min(text.length(), LONGEST));
    return "'" + kept.replace("'", "'\\''") + "'";
  }

  private Optional<TypedStanza> text(TextStanza stanza) throws IOException {
    String text = stanza.text();
    String other =
        switch (stanza.name()) {
          case SETUID -> accounts.user(text);
          case SETGID -> accounts.group(text);
          case CHDIR ->
              Files.isDirectory(
                      accounts.root().resolve(Path.of("/").relativize(Path.of("/", text))))
                  ? text
                  : stage.workFolder().toString();
          default -> text;
        };
    return other.equals(text)
        ? Optional.empty()
        : Optional.of(new TextStanza(stanza.name(), other));
  }
}
