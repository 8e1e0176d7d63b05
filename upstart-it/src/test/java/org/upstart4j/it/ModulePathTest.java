package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;

/** Applications that are modules, and find everything that they need on the module path. */
class ModulePathTest {

  /** The jars here that an application has; the rest is for tests. */
  private static final Pattern NEEDED =
      Pattern.compile(
          ".*/upstart-(api|state|jobfile|analysis|picture|embedded|dbus|initctl)/.*"
              + "|.*/(upstart-(api|state|jobfile|analysis|picture|embedded|dbus|initctl)|antlr4-runtime"
              + "|gson|slf4j-api|jspecify|dbus-java|junixsocket|compiler-annotations|guice|guava"
              + "|failureaccess|jakarta\\.inject|aopalliance|org\\.eclipse)[^/]*\\.jar");

  /** Guice is not a named module, and so does not say what it needs. */
  private static final String GUICE =
      " requires com.google.guice; requires jakarta.inject; requires com.google.common;";

  private static final String DRAWING =
      """
      package app;

      import java.util.List;
      import java.util.Optional;
      import org.upstart4j.picture.Svg;
      import org.upstart4j.picture.graph.EventNode;
      import org.upstart4j.picture.graph.JobGraph;

      public class Main {
        public static void main(String[] args) {
          EventNode event = new EventNode("event", args[0], true, false, Optional.empty());
          System.out.println(Svg.of(new JobGraph(List.of(event), List.of())));
        }
      }
      """;

  @TempDir private Path folder;

  static Stream<Arguments> applications() {
    return Stream.of(17, 25)
        .flatMap(
            version ->
                Stream.of(Transport.values())
                    .flatMap(
                        transport ->
                            Stream.of(false, true)
                                .map(guice -> Arguments.of(version, transport, guice))));
  }

  @ParameterizedTest(name = "Java {0}, {1}, Guice: {2}")
  @MethodSource("applications")
  void anApplicationThatIsAModuleFindsAJob(int version, Transport transport, boolean guice)
      throws Exception {
    Jdk jdk = find(version);
    Path jobs = Files.createDirectory(folder.resolve("init"));
    Files.writeString(jobs.resolve("web.conf"), "exec sleep 1000\n");
    String address = "unix:abstract=/org/upstart4j/it/" + UUID.randomUUID();
    try (EmbeddedUpstart engine = EmbeddedUpstart.builder().folder(jobs).build();
        UpstartDbusServer server = UpstartDbusServer.of(engine).listen(address)) {
      String where =
          switch (transport) {
            case EMBEDDED -> jobs.toString();
            case DBUS -> address;
            case INITCTL -> initctl();
          };
      compile(transport.application(guice), transport.module, guice);

      assertThat(run(jdk, where)).contains("jobs: [web]");
    }
  }

  @ParameterizedTest(name = "Java {0}")
  @ValueSource(ints = {17, 25})
  void anApplicationThatIsAModuleDraws(int version) throws Exception {
    Jdk jdk = find(version);
    compile(DRAWING, "org.upstart4j.picture", false);

    assertThat(run(jdk, "startup")).startsWith("<").contains("<svg", "startup", "</svg>");
  }

  private static Jdk find(int version) {
    Optional<Jdk> jdk = Jdk.find(version);
    assumeTrue(
        jdk.isPresent(),
        "skipped: there is no JDK %d; JAVA%d_HOME may say where".formatted(version, version));
    return jdk.get();
  }

  /** A program that knows one job. */
  private String initctl() throws IOException {
    Path program =
        Files.writeString(
            folder.resolve("initctl"),
            """
            #!/bin/sh
            case "$*" in
              *list*) echo 'web stop/waiting' ;;
              *version*) echo 'init (upstart 1.13.2)' ;;
            esac
            """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program.toString();
  }

  private void compile(String application, String module, boolean guice) throws Exception {
    Path sources = Files.createDirectories(folder.resolve("src/app"));
    Files.writeString(sources.resolve("Main.java"), application);
    String descriptor = "module app { requires " + module + ";" + (guice ? GUICE : "") + "}";
    Files.writeString(folder.resolve("src/module-info.java"), descriptor);
    StringWriter said = new StringWriter();
    int status =
        ToolProvider.findFirst("javac")
            .orElseThrow()
            .run(
                new PrintWriter(said, true),
                new PrintWriter(said, true),
                "--release",
                "17",
                "-p",
                modulePath(),
                "-d",
                folder.resolve("app").toString(),
                folder.resolve("src/module-info.java").toString(),
                sources.resolve("Main.java").toString());
    assertThat(status).as(said::toString).isZero();
  }

  private String run(Jdk jdk, String argument) throws Exception {
    return run(
        jdk.program("java"),
        "-p",
        folder.resolve("app") + File.pathSeparator + modulePath(),
        "-m",
        "app/app.Main",
        argument);
  }

  private String run(String... line) throws Exception {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    int status = process.waitFor();
    assertThat(status).as(() -> read(output)).isZero();
    return read(output);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      return failure.toString();
    }
  }

  private static Stream<String> classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  private static String modulePath() {
    return classPath()
        .filter(entry -> NEEDED.matcher(entry).matches())
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void nothingOnTheClassPathIsNeitherAJarNorAFolder() {
    assertThat(classPath())
        .allMatch(entry -> entry.endsWith(".jar") || !Files.isRegularFile(Path.of(entry)));
  }

  /** The ways to reach an Upstart, and how an application uses each. */
  enum Transport {
    EMBEDDED(
        "org.upstart4j.embedded",
        "org.upstart4j.embedded.EmbeddedUpstart.builder()"
            + ".folder(java.nio.file.Path.of(args[0])).build()",
        "new org.upstart4j.embedded.EmbeddedUpstartModule(java.nio.file.Path.of(args[0]))"),
    DBUS(
        "org.upstart4j.dbus",
        "org.upstart4j.dbus.DbusUpstart.at(args[0])",
        "org.upstart4j.dbus.DbusUpstartModule.at(args[0])"),
    INITCTL(
        "org.upstart4j.initctl",
        "org.upstart4j.initctl.InitctlUpstart.builder().program(args[0]).build()",
        "org.upstart4j.initctl.InitctlUpstartModule.of("
            + "org.upstart4j.initctl.InitctlUpstart.builder().program(args[0]))");

    private final String module;
    private final String upstart;
    private final String guiceModule;

    Transport(String module, String upstart, String guiceModule) {
      this.module = module;
      this.upstart = upstart;
      this.guiceModule = guiceModule;
    }

    private String application(boolean guice) {
      String taken =
          guice
              ? "com.google.inject.Guice.createInjector(%s).getInstance(org.upstart4j.Upstart.class)"
                  .formatted(guiceModule)
              : upstart;
      return """
          package app;

          public class Main {
            public static void main(String[] args) {
              try (org.upstart4j.Upstart upstart = %s) {
                System.out.println(
                    "jobs: " + upstart.jobs().stream().map(org.upstart4j.Job::name).toList());
              }
            }
          }
          """
          .formatted(taken);
    }
  }
}
