package org.upstart4j.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.upstart4j.cli.command.CommandForm;
import org.upstart4j.cli.command.Invocation;
import org.upstart4j.cli.terminal.CliConsole;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.event.EventMatch;
import org.upstart4j.jobfile.JobDefinition;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.Problem;
import org.upstart4j.jobfile.Script;

/** {@code upstart demo}: the SDK at work on the example files. */
final class DemoCommand {

  private DemoCommand() {}

  /** What the command takes. */
  static CommandForm form() {
    return CommandForm.of(DemoCommand::run).detailed("It writes nothing.");
  }

  private static int run(Invocation call) throws IOException {
    CliConsole console = call.console();
    Demo demo = new Demo(console, console.out(), console.paint());
    demo.read();
    demo.run(demo.edit());
    demo.diagnose();
    demo.build();
    demo.override();
    return 0;
  }

  private record Demo(CliConsole console, PrintWriter out, Paint paint) {

    private void title(String code, String text) {
      out.println(paint.strong(text));
      out.println(paint.place("  " + code));
      out.println();
    }

    private void indented(String text) {
      text.lines().forEach(line -> out.println(line.isEmpty() ? "" : "    " + line));
      out.println();
    }

    void read() throws IOException {
      title(
          "JobDefinition.of(\"web\", JobFile.read(path))",
          "What Upstart makes of examples/web.conf");
      JobFile web = Examples.read("web.conf");
      describe(JobDefinition.of("web", web));
    }

    private void describe(JobDefinition job) {
      StringBuilder text = new StringBuilder();
      line(text, "description", job.description());
      line(text, "starts on", job.startOn());
      line(text, "stops on", job.stopOn());
      line(text, "environment", String.join(" ", environment(job).values()));
      job.processes().forEach((type, command) -> line(text, type.text(), command.text()));
      job.limits()
          .forEach(
              (resource, limit) ->
                  line(text, "limit " + resource, limit.soft() + ".." + limit.hard()));
      line(text, "respawns", job.respawn() ? respawn(job) : "no");
      line(text, "kill timeout", job.killTimeout().toSeconds() + " s");
      indented(text.toString());
    }

    /** Of several values for a variable the last one counts. */
    private static Map<String, String> environment(JobDefinition job) {
      Map<String, String> environment = new LinkedHashMap<>();
      job.env().forEach(variable -> environment.put(variable.replaceFirst("=.*", ""), variable));
      return environment;
    }

    private static String respawn(JobDefinition job) {
      return "up to "
          + job.respawnLimit()
          + " times in "
          + job.respawnInterval().toSeconds()
          + " s";
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
      Object shown = value instanceof Optional<?> optional ? optional.orElse(null) : value;
      if (shown != null) {
        text.append(String.format("%-14s%s%n", name, String.valueOf(shown).strip()));
      }
    }

    JobFile edit() throws IOException {
      title(
          "file.toBuilder().env(\"PORT\", \"80\").set(\"kill timeout 60\").commentOut(\"setuid\")",
          "An edit changes what it names, and no other byte");
      JobFile before = Examples.read("web.conf");
      JobFile after =
          before.toBuilder().env("PORT", "80").set("kill timeout 60").commentOut("setuid").build();
      console.printDiff("examples/web.conf", before, after);
      out.println();
      return after;
    }

    void run(JobFile edited) {
      title(
          "EmbeddedUpstart.builder().job(\"web\","
              + " edited).processes(scripted).clock(manual).build()",
          "The edited job on an engine in this process; its program crashes once, then ignores"
              + " TERM");
      DemoRun.run(edited, console);
      out.println();
    }

    void diagnose() throws IOException {
      title("file.problems()", "All that is wrong with a file, and where");
      PaintedProblem report = new PaintedProblem(paint);
      for (Problem problem : Examples.read("broken/backup.conf").problems()) {
        indented(report.text("examples/broken/backup.conf", problem));
      }
    }

    void build() {
      title("JobFile.builder()...build()", "A job from nothing");
      JobFile job =
          JobFile.builder()
              .description("Cleans up, \"gently\"")
              .startOn(EventMatch.of("runlevel", "[2345]").or(EventMatch.of("disk-full")))
              .task()
              .env("KEEP", "30 days")
              .killTimeout(Duration.ofMinutes(1))
              .run(Script.python("import os\nprint(os.environ['KEEP'])\n"))
              .build();
      indented(job.toString());
    }

    void override() throws IOException {
      title(
          "JobDefinition.of(\"web\", conf, override)",
          "The same job with examples/web.override on top");
      describe(JobDefinition.of("web", Examples.read("web.conf"), Examples.read("web.override")));
      out.println("More: upstart --help, README.md, examples/java/EditJob.java");
    }
  }
}
