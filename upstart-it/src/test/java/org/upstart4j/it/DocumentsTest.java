package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.upstart4j.Upstart;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;
import org.upstart4j.it.Documents.Block;
import org.upstart4j.jobfile.JobFile;

/** What the documents show really happens. */
class DocumentsTest {

  private static final String INIT = "/etc/init";

  /** Leaves out what an engine logs, and what a JVM says about sockets and Guice. */
  private static final String SILENT =
      "-Dorg.slf4j.simpleLogger.log.org.upstart4j.embedded=off"
          + " -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED"
          + " --sun-misc-unsafe-memory-access=allow";

  /** The documents whose Java and whose commands are complete. */
  private static final List<String> DOCUMENTS =
      List.of(
          "README.md",
          "docs/check-job-files.md",
          "docs/cli.md",
          "docs/control-jobs.md",
          "docs/edit-job-files.md",
          "docs/from-python.md",
          "docs/test-job-files.md");

  private static final List<String> PACKAGES =
      List.of(
          "java.nio.file",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.stream",
          "com.google.inject",
          "org.upstart4j",
          "org.upstart4j.dbus",
          "org.upstart4j.embedded",
          "org.upstart4j.event",
          "org.upstart4j.jobfile",
          "org.upstart4j.jobfile.stanza",
          "org.upstart4j.jobfile.version",
          "org.upstart4j.spi");

  private static final List<String> TEST_PACKAGES =
      List.of("org.junit.jupiter.api", "org.junit.jupiter.api.extension", "org.upstart4j.testkit");

  private static final String ASSERTIONS =
      "import static org.upstart4j.testkit.UpstartAssertions.*;\n";

  private static final String LIVE = "UpstartProvider.connect()";
  private static final Pattern TEST_CLASS = Pattern.compile("(?m)^class (\\w+)");

  private static final String CLASS_PATH = System.getProperty("java.class.path");

  @TempDir Path folder;

  /** Each piece of Java is a program of its own; the text after it, if any, is what it prints. */
  @TestFactory
  Stream<DynamicTest> javaCompilesAndPrintsWhatIsShown() throws IOException {
    List<Block> blocks = blocks();
    List<Integer> java =
        IntStream.range(0, blocks.size())
            .filter(i -> blocks.get(i).language().equals("java"))
            .filter(i -> !isTestClass(blocks.get(i)))
            .boxed()
            .toList();
    assertThat(java).isNotEmpty();
    return java.stream()
        .map(
            i ->
                dynamicTest(
                    blocks.get(i).toString(),
                    () -> assertThat(printed(blocks.get(i))).isEqualTo(shown(blocks, i + 1))));
  }

  /** Test classes are run as JUnit runs them. */
  @TestFactory
  Stream<DynamicTest> testClassesPass() throws IOException {
    List<Block> tests = blocks().stream().filter(DocumentsTest::isTestClass).toList();
    assertThat(tests).isNotEmpty();
    return tests.stream().map(block -> dynamicTest(block.toString(), () -> runTests(block)));
  }

  private static boolean isTestClass(Block block) {
    return block.language().equals("java") && TEST_CLASS.matcher(block.text()).find();
  }

  private void runTests(Block block) throws Exception {
    Path init = Files.createTempDirectory(folder, "init");
    copyExamples(init);
    Matcher declaration = TEST_CLASS.matcher(block.text());
    assertThat(declaration.find()).isTrue();
    String name = declaration.group(1);
    Path source = init.resolve(name + ".java");
    // a test that shows its imports needs no others
    String imports =
        block.text().startsWith("import ") ? "" : imports(PACKAGES, TEST_PACKAGES) + ASSERTIONS;
    Files.writeString(source, imports + block.text().replace(INIT, init.toString()));
    compile(source, block);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {init.toUri().toURL()})) {
      SummaryGeneratingListener summary = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectClass(loader.loadClass(name)))
                  // threads of the outer run cannot be shared with this one
                  .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                  .build(),
              summary);
      assertThat(summary.getSummary().getTestsFoundCount()).isPositive();
      assertThat(summary.getSummary().getFailures()).isEmpty();
    }
  }

  private static void compile(Path source, Block block) {
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", CLASS_PATH, source.toString());
    assertThat(failed).as("javac on the Java at %s", block).isZero();
  }

  @SafeVarargs
  private static String imports(List<String>... packages) {
    return Stream.of(packages)
        .flatMap(List::stream)
        .map(name -> "import " + name + ".*;\n")
        .collect(Collectors.joining());
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (String document : DOCUMENTS) {
      blocks.addAll(Documents.blocks(document));
    }
    return blocks;
  }

  private static String shown(List<Block> blocks, int index) {
    boolean output = index < blocks.size() && blocks.get(index).language().equals("text");
    return output ? blocks.get(index).text() : "";
  }

  private String printed(Block block) throws IOException {
    Path init = Files.createTempDirectory(folder, "init");
    copyExamples(init);
    Path source = init.resolve("Example.java");
    Files.writeString(source, program(block).replace(INIT, init.toString()));
    compile(source, block);

    Shell shell = Shell.in(init).with("CLASSPATH", init + File.pathSeparator + CLASS_PATH);
    Shell.Result result =
        block.text().contains(LIVE) ? besideAnUpstart(shell, init) : runExample(shell);
    assertThat(result.errors()).isEmpty();
    return result.output().replace(init.toString(), INIT);
  }

  private static Shell.Result runExample(Shell shell) {
    return shell.sh("\"$JAVA_HOME/bin/java\" " + SILENT + " Example");
  }

  /** What connects to an Upstart finds one with the jobs of the examples. */
  private static Shell.Result besideAnUpstart(Shell shell, Path init) {
    String address = "unix:abstract=/upstart4j/documents/" + UUID.randomUUID();
    try (EmbeddedUpstart engine =
            EmbeddedUpstart.builder().folder(init).processes(new ScriptedProcesses()).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address)) {
      assertThat(server).isNotNull();
      return runExample(shell.with("UPSTART_SESSION", address));
    }
  }

  private static String program(Block block) {
    return imports(PACKAGES)
        + "class Example {\n  public static void main(String... none) throws Exception {\n"
        + block.text()
        + "  }\n}\n";
  }

  private static void copyExamples(Path init) throws IOException {
    try (Stream<Path> files = Files.list(Project.file("examples"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, init.resolve(file.getFileName()));
      }
    }
  }

  /** Three dots stand for lines that are left out. */
  @TestFactory
  Stream<DynamicTest> commandsPrintWhatIsShown() throws IOException {
    return blocks().stream()
        .filter(block -> block.language().equals("console"))
        .flatMap(block -> Stream.of(block.text().split("(?m)^(?=\\$ )")))
        .map(command -> dynamicTest(command.lines().findFirst().orElse(""), () -> run(command)));
  }

  private static void run(String command) {
    String line = command.substring(2, command.indexOf('\n'));
    String shown = command.substring(command.indexOf('\n') + 1);
    String pattern =
        Stream.of(shown.split("(?m)^\\.\\.\\.\n", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining("(?s:.*)"));

    assertThat(Shell.in(Project.root()).sh(line + " 2>&1").output()).matches(pattern);
  }

  @Test
  void theProgramsOfTheExamplesRun() {
    Shell shell = Shell.in(Project.root()).with("CLASSPATH", "upstart-cli/target/lib/*");

    assertThat(shell.sh("\"$JAVA_HOME/bin/java\" examples/java/EditJob.java").output())
        .contains("env PORT=80\n", "kill timeout 60\n")
        .doesNotContain("setuid");
    assertThat(shell.sh("\"$JAVA_HOME/bin/java\" examples/java/FindJobs.java started").output())
        .isEqualTo(
            "gateway\tstart on ((started web and started database) or deploy-finished"
                + " VERSION=1.*)\n");
    assertThat(shell.sh("\"$JAVA_HOME/bin/java\" examples/java/RunJobs.java").output())
        .matches("web \\(8080\\) start/running, process \\d+\n(?s:.*)")
        .contains("stopped JOB=migrate INSTANCE= RESULT=ok\nstarting JOB=web INSTANCE=8080\n")
        .endsWith("stopped JOB=web INSTANCE=8080 RESULT=ok\n");
  }

  @Test
  void theProgramThatListsJobsFindsAnUpstart() {
    String address = "unix:abstract=/upstart4j/documents/" + ProcessHandle.current().pid();
    Shell shell =
        Shell.in(Project.root())
            .with("CLASSPATH", "upstart-cli/target/lib/*")
            .with("UPSTART_SESSION", address);

    try (Upstart engine =
            EmbeddedUpstart.builder().job("web", JobFile.parse("exec sleep 1000\n")).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address)) {
      assertThat(shell.sh("\"$JAVA_HOME/bin/java\" examples/java/ListJobs.java").output())
          .isEqualTo("D-Bus user session: init (upstart 1.13.2)\nweb stop/waiting\n");
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    Pattern link = Pattern.compile("]\\((?!https?:)([^)#]+)");
    List<Path> documents;
    try (Stream<Path> files = Files.list(Project.file("docs"))) {
      documents =
          Stream.concat(
                  files,
                  Stream.of(
                          "README.md",
                          "CHANGELOG.md",
                          "CODE_OF_CONDUCT.md",
                          "CONTRIBUTING.md",
                          "SECURITY.md",
                          "examples/README.md")
                      .map(Project::file))
              .filter(file -> file.toString().endsWith(".md"))
              .toList();
    }
    int links = 0;
    for (Path document : documents) {
      for (MatchResult found : link.matcher(Files.readString(document)).results().toList()) {
        assertThat(document.resolveSibling(found.group(1))).exists();
        links++;
      }
    }
    assertThat(links).isPositive();
  }
}
