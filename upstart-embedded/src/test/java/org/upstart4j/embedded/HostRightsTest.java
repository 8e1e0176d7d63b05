package org.upstart4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.Environment;

/** Those who may start a job choose its variables: no program with other rights runs under them. */
class HostRightsTest {

  private static final Path COMPILER = Path.of("/usr/bin/gcc");

  /** Takes down each program that loads it, and as whom it does. */
  private static final String LIBRARY =
      """
      #define _GNU_SOURCE
      #include <errno.h>
      #include <fcntl.h>
      #include <stdio.h>
      #include <unistd.h>
      __attribute__((constructor)) static void loaded(void) {
        int file = open("FOLDER/loaded", O_WRONLY | O_CREAT | O_APPEND, 0666);
        dprintf(file, "%s %d %d\\n", program_invocation_name, getuid(), getgid());
        close(file);
      }
      """;

  @TempDir Path folder;
  private JailedHost jailed;
  private Host host;
  private Path open;
  private Path root;
  private Environment evil;

  @BeforeEach
  void create() throws IOException {
    jailed = new JailedHost(folder);
    root = jailed.root;
    host = jailed.host;
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    open = openFolder(folder.resolve("open"));
    evil = Host.ENVIRONMENT.with("LD_PRELOAD", open.resolve("library.so"));
  }

  private static Path openFolder(Path path) throws IOException {
    Files.createDirectories(path);
    return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwxrwx"));
  }

  @AfterEach
  void delete() throws IOException {
    if (jailed != null) {
      jailed.close();
    }
  }

  static Stream<List<String>> combinations() {
    List<List<String>> all = new ArrayList<>(List.of(List.of()));
    for (String stanza :
        List.of("setuid USER", "setgid GROUP", "chroot ROOT", "apparmor switch profile")) {
      for (List<String> one : List.copyOf(all)) {
        all.add(Stream.concat(one.stream(), Stream.of(stanza)).toList());
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("combinations")
  void onlyTheProgramLoadsALibraryThatItsVariablesName(List<String> stanzas) throws Exception {
    compile();
    boolean changed = stanzas.contains("chroot ROOT");
    String[] job =
        stanzas.stream()
            .map(stanza -> stanza.replace("USER", changed ? "prisoner" : "nobody"))
            .map(stanza -> stanza.replace("GROUP", changed ? "cell" : "daemon"))
            .map(stanza -> stanza.replace("ROOT", root.toString()))
            .toArray(String[]::new);
    Host.Spawned spawned = host.job(job).environment(evil).run("/bin/sleep", "0");

    assertThat(spawned.observed().toTheEnd()).containsExactly("executed", "ended 0");
    assertThat(loaded(changed ? inRoot(open) : open)).containsExactly(expected(stanzas, changed));
    assertThat(loaded(changed ? open : inRoot(open))).isEmpty();
  }

  private static String expected(List<String> stanzas, boolean changed) {
    boolean user = stanzas.contains("setuid USER");
    boolean group = stanzas.contains("setgid GROUP");
    String userNumber = user ? changed ? "1234" : "65534" : "0";
    String usual = user ? changed ? "2345" : "65534" : "0";
    return "/bin/sleep " + userNumber + " " + (group ? changed ? "3456" : "1" : usual);
  }

  private Path inRoot(Path path) {
    return root.resolve(path.toString().substring(1));
  }

  private static List<String> loaded(Path where) throws IOException {
    Path file = where.resolve("loaded");
    return Files.exists(file) ? Files.readAllLines(file) : List.of();
  }

  private void compile() throws Exception {
    assumeTrue(Files.isExecutable(COMPILER), "there is no gcc");
    Path source = open.resolve("library.c");
    Files.writeString(source, LIBRARY.replace("FOLDER", open.toString()));
    Path library = open.resolve("library.so");
    Process compiler =
        new ProcessBuilder(
                COMPILER.toString(),
                "-shared",
                "-fPIC",
                "-o",
                library.toString(),
                source.toString())
            .redirectError(Redirect.INHERIT)
            .start();
    assertThat(compiler.waitFor()).isZero();
    openFolder(inRoot(open));
    Files.copy(library, inRoot(library));
  }

  @Test
  void belowAnotherRootVariablesMayHoldAnything() throws IOException {
    Environment odd =
        new Environment(
            List.of("A=\u00e4\udcff\n\\0101 '\"$(id)`", "IFS=a", "count=", "_1=x", "PATH=/bin"));
    Host.Spawned spawned =
        host.job("chroot " + root, "setuid prisoner").environment(odd).run("sleep", "1000");
    Host.await(() -> Host.commandLine(spawned.pid()).equals("sleep 1000 "));

    String environ =
        Files.readString(
            Path.of("/proc/" + spawned.pid() + "/environ"), StandardCharsets.ISO_8859_1);
    assertThat(environ.split("\0"))
        .containsExactlyInAnyOrder(
            "A=\u00c3\u00a4\u00ff\n\\0101 '\"$(id)`", "IFS=a", "count=", "_1=x", "PATH=/bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.b", "1", "OPTIND", "-n"})
  void belowAnotherRootAVariableThatNoShellCanSetMakesTheJobFail(String name) {
    Environment odd = Host.ENVIRONMENT.with(name, "secret: value");

    assertThat(
            host.job("chroot " + root)
                .environment(odd)
                .run("/bin/sleep", "0")
                .observed()
                .toTheEnd())
        .containsExactly("failed unable to set variable \"" + name + "\": Invalid argument");
  }

  @Test
  void aRootWithoutAShellRunsProgramsWithUpstartsOwnVariablesOnly() throws IOException {
    Files.delete(root.resolve("bin/sh"));

    assertThat(host.job("chroot " + root).run("/bin/sleep", "0").observed().toTheEnd())
        .containsExactly("executed", "ended 0");
    assertThat(
            host.job("chroot " + root)
                .environment(evil)
                .run("/bin/sleep", "0")
                .observed()
                .toTheEnd())
        .containsExactly(
            "failed unable to execute: The root directory has no /bin/sh, which sets the variables");
  }
}
