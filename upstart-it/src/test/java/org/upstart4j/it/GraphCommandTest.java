package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCommandTest {

  @TempDir Path folder;

  @BeforeEach
  void jobs() throws IOException {
    Served.job(folder, "db", "start on startup\nstop on shutdown\nemits ready done\n");
    Served.job(folder, "web", "start on started db and net-device-up IFACE!=lo\n");
    Served.job(folder, "report", "start on ready\n");
    Served.job(folder, "mail", "start on started web or started smtp\n");
    Served.job(folder, "hand", "");
  }

  private Shell.Result graph(String... arguments) {
    return Shell.in(folder).upstart(arguments(arguments));
  }

  private static String[] arguments(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "graph";
    all[1] = "--confdir";
    all[2] = "init";
    System.arraycopy(more, 0, all, 3, more.length);
    return all;
  }

  @Test
  void aFolderIsDrawnInDot() {
    Shell.Result result = graph();
    assertThat(result.output())
        .startsWith("digraph upstart {\n")
        .contains("\"job:db\" -> \"start:web:1\" [color=\"#2e7d32\", label=\"started\"")
        .contains("\"start:web:1\" [label=\"and\"", "[label=\"net-device-up IFACE!=lo\"]")
        .contains("\"job:db\" -> \"start:report:1\" [color=\"#00838f\", style=\"dashed\"]")
        .contains("\"job:smtp\" [label=\"smtp\\nunknown job\"")
        .contains("\"job:hand\"")
        .doesNotContain("shutdown\"]", "[label=\"done\"]");
    assertThat(result.errors()).isEmpty();
    assertThat(result.status()).isZero();
  }

  @Test
  void moreIsDrawnOnRequest() {
    assertThat(graph("--stops").output()).contains("[label=\"shutdown\"]", "arrowhead=tee");
    assertThat(graph("--events").output()).contains("\"event:done\" [label=\"done\"");
    assertThat(graph("--shared-events").output())
        .contains("\"event:net-device-up\" -> \"start:web:1\"", "label=\"IFACE!=lo\"");
  }

  @Test
  void aJobIsDrawnWithWhatIsOneStepAway() {
    assertThat(graph("web").output())
        .contains("\"job:db\"", "\"job:mail\"", "\"job:smtp\"")
        .doesNotContain("\"job:report\"", "\"job:hand\"");
    assertThat(graph("web", "--around", "0").output())
        .contains("\"job:db\"", "\"start:web:2\"")
        .doesNotContain("\"job:mail\"");
    assertThat(graph("web", "--around=2").output()).contains("\"job:report\"");
    assertThat(graph("smtp").output()).as("one that is named only").contains("\"job:mail\"");
  }

  @ParameterizedTest
  @CsvSource({
    "x.dot, digraph upstart",
    "x.gv, digraph upstart",
    "x.mmd, flowchart LR",
    "x.svg, <svg",
    "x.html, <!"
  })
  void theNameOfTheFileSaysTheFormat(String file, String beginning) throws IOException {
    Shell.Result result = graph("-o", file);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).isEmpty();
    assertThat(Files.readString(folder.resolve(file))).startsWith(beginning).contains("web");
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("init", file);
    }
  }

  @Test
  void anotherFormatThanTheNameSaysCanBeAskedFor() throws IOException {
    graph("-o", "x.txt", "--format", "mermaid");
    assertThat(folder.resolve("x.txt")).content().startsWith("flowchart LR");
    assertThat(graph("--format", "svg").output()).startsWith("<svg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wbe | there is no job \"wbe\"",
        "--around 1 | --around needs a JOB",
        "web --around x | --around takes a number from 0 up, not x",
        "-o x.png | the name of the file does not say the format: x.png; give --format",
        "--format png | illegal argument: png; there are dot, mermaid, svg, html",
        "--timeout 1s | --timeout is about an Upstart, which --live asks",
        "--for 9.9 | no platform and no version of Upstart is called \"9.9\""
      })
  void whatMakesNoSenseIsRefused(String arguments, String message) {
    Shell.Result result = graph(arguments.split(" "));
    assertThat(result.errors()).startsWith("upstart graph: " + message);
    assertThat(result.output()).isEmpty();
    assertThat(result.status()).isEqualTo(2);
  }

  @Test
  void aJobThatIsNotThereIsNearToOthers() {
    assertThat(graph("wbe").errors()).contains("\nupstart graph: did you mean web?\n");
  }

  @Test
  void aRejectedFileIsNamedAndDrawnWithWhatIsWrong() throws IOException {
    Served.job(folder, "web", "start on started db\nexpect nothing\n");
    Shell.Result result = graph();
    assertThat(result.output())
        .contains("\"job:web\" [label=\"web\\nerror, line 2:", "color=\"#c62828\"")
        .contains("\"job:web\" -> \"start:mail:1\"")
        .doesNotContain("-> \"job:web\"");
    assertThat(result.errors()).startsWith("upstart graph: init/web.conf:2:8: ");
    assertThat(result.status()).isEqualTo(1);
    assertThat(graph("--no-check").output()).doesNotContain("error, line");
  }

  @Test
  void aFileThatCannotBeReadIsNamedAndDrawn() {
    Shell shell = Shell.in(folder);
    shell.sh("truncate -s 65M init/big.conf");
    Shell.Result result = shell.upstart(arguments());
    assertThat(result.output()).contains("\"job:big\"");
    assertThat(result.errors()).startsWith("upstart graph: init/big.conf: ");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Shell.Result result = Shell.in(folder).upstart("graph", "--confdir", "none");
    assertThat(result.errors()).isEqualTo("upstart graph: none: no such file\n");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void findingsAreThoseOfTheUpstartThatFilesAreFor() throws IOException {
    Served.job(folder, "web", "start on startup\nsetuid www\nexec sleep 1\n");
    assertThat(graph("web", "--for", "0.6.5").output()).contains("error, line 2");
    assertThat(graph("web").output()).doesNotContain("error, line 2");
  }

  @Test
  void anUpstartSaysHowJobsStand() throws IOException {
    Files.delete(folder.resolve("init/mail.conf"));
    try (Served served = Served.in(folder)) {
      Shell shell = served.shell();
      assertThat(shell.upstart("start", "web").status()).isZero();
      String live = shell.upstart("graph", "--live").output();
      assertThat(live)
          .contains("\"job:web\" [label=\"web\\nstart/running\", fillcolor=\"#c5e8c8\"]")
          .contains("\"job:hand\" [label=\"hand\\nstop/waiting\", fillcolor=\"#e4e4e4\"]")
          .contains("\"job:db\" -> \"start:web:1\"", "\"job:db\" -> \"start:report:1\"");
      Files.delete(folder.resolve("init/report.conf"));
      assertThat(
              shell.upstart("graph", "--live", "--confdir", "init", "web", "--around=2").output())
          .contains("\"job:web\" [label=\"web\\nstart/running\", fillcolor=\"#c5e8c8\", tooltip=")
          .doesNotContain("\"job:report\"");
    }
  }

  @Test
  void withoutAnUpstartThereIsNoLivePicture() {
    Shell.Result result =
        Shell.in(folder)
            .with("UPSTART_SESSION", "unix:path=" + folder + "/none")
            .upstart("graph", "--live", "-o", "x.svg");
    assertThat(result.status()).isEqualTo(1);
    assertThat(folder.resolve("x.svg")).doesNotExist();
  }

  @Test
  void whatMermaidDoesNotDrawIsRefusedWithWhatFits() throws IOException {
    for (int i = 0; i < 600; i++) {
      String before = i == 0 ? "web" : i < 10 ? "job-" + (i - 1) : "job-9";
      Served.job(folder, "job-" + i, "start on started " + before + "\n");
    }
    Shell.Result whole = graph("--format", "mermaid");
    assertThat(whole.errors())
        .startsWith("upstart graph: Mermaid draws at most 500 edges and 50000 characters, and")
        .contains("; give a JOB, such as db, or take --format svg\n");
    assertThat(whole.status()).isEqualTo(2);
    assertThat(graph("web", "--around=99", "-o", "x.mmd").errors())
        .contains("; --around 10 fits, or take --format svg\n");
    assertThat(graph("job-9", "-o", "x.mmd").errors()).contains("; --around 0 fits");
    assertThat(folder.resolve("x.mmd")).doesNotExist();
    assertThat(graph("web", "--around=10", "-o", "x.mmd").status()).isZero();
  }

  @Test
  void aFileKeepsItsModeAndALinkStays() throws IOException {
    Path file = Files.writeString(folder.resolve("old.svg"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
    Files.createSymbolicLink(folder.resolve("x.svg"), Path.of("old.svg"));
    assertThat(graph("-o", "x.svg").status()).isZero();
    assertThat(folder.resolve("x.svg")).isSymbolicLink();
    assertThat(file).content().startsWith("<svg");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-rw----");
    Shell.in(folder).sh("umask 027; upstart graph --confdir init -o new.svg");
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("new.svg"))))
        .isEqualTo("rw-r-----");
  }

  @Test
  void aFileThatCannotBeWrittenIsNamed() throws IOException {
    assertThat(graph("-o", "none/x.svg").errors())
        .contains("none/x.svg: there is no such folder\n");
    Files.createDirectory(folder.resolve("x.svg"));
    assertThat(graph("-o", "x.svg").errors()).isEqualTo("upstart graph: x.svg: is a folder\n");
    Shell.Result full = graph("-o", "/dev/full", "--format", "svg");
    assertThat(full.errors()).startsWith("upstart graph: /dev/full: ");
    assertThat(full.status()).isEqualTo(1);
    assertThat(graph("-o", "/dev/null", "--format", "svg").status()).isZero();
  }

  @Test
  void namesAreTextWhateverTheyLookLike() throws IOException {
    Served.job(folder, "<img onerror=x>", "start on \"\u001b[31mred\" or starting \"a\\\"b\"\n");
    String dot = graph().output();
    assertThat(dot).contains("[label=\"<img onerror=x>\\nwarning", "[label=\"\\\\x1b[31mred\"]");
    assertThat(dot).doesNotContain("\u001b");
    assertThat(graph("--format=html").output()).doesNotContain("<img", "\u001b");
  }

  @Test
  void theExamplesAreDrawn() {
    Shell.Result result = Shell.in(Project.file("")).upstart("graph", "--confdir", "examples");
    assertThat(result.output())
        .contains(
            "\"job:web\" -> \"job:elsewhere\"", "\"job:broken/backup\" [label=\"broken/backup");
    assertThat(result.status()).isEqualTo(1);
  }

  @Test
  void anEmptyFolderIsAnEmptyPicture() throws IOException {
    Files.createDirectory(folder.resolve("empty"));
    for (String format : new String[] {"dot", "mermaid", "svg", "html"}) {
      Shell.Result result =
          Shell.in(folder).upstart("graph", "--confdir", "empty", "--format", format);
      assertThat(result.errors()).isEmpty();
      assertThat(result.status()).isZero();
    }
  }
}
