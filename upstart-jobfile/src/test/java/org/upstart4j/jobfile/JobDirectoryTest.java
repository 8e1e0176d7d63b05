package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.upstart4j.jobfile.stanza.Fault;
import org.upstart4j.jobfile.version.UpstartVersion;

class JobDirectoryTest {

  @TempDir private Path temporary;
  private Path root;
  private JobDirectory directory;

  @BeforeEach
  void open() throws IOException {
    root = Files.createDirectory(temporary.resolve("init"));
    directory = JobDirectory.of(root);
  }

  private Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  @Test
  void jobsAreTheConfFilesOfTheFolderAndItsSubFolders() throws IOException {
    write("web.conf", "task\n");
    write("net/eth.conf", "task\n");
    write("net/deep/x.y.conf", "task\n");
    write(".conf", "task\n");
    write("only.override", "manual\n");
    write("note.txt", "x");
    write(".git/config.conf", "x");
    write("old~/a.conf", "x");
    Files.createDirectory(root.resolve("folder.conf"));
    assertThat(directory.jobs()).containsExactly("net/deep/x.y", "net/eth", "web");
  }

  @Test
  void filesThatAreNeverReadAreThoseWithoutAnEndingOfAJobFile() throws IOException {
    write("web.conf", "task\n");
    write("web.override", "manual\n");
    Path tunnel = write("tunnel", "task\n");
    Path note = write("net/note.txt", "x");
    write(".hidden", "x");
    write("old.conf~", "x");
    write("old.conf.dpkg-old", "x");
    write(".git/config", "x");
    assertThat(directory.unread()).containsExactly(note, tunnel);
  }

  @Test
  void anUnknownJobIsExplainedByItsFiles() throws IOException {
    write("web.conf", "exec x\n");
    Path bad = write("bad.conf", "exec x\nrespwan\n");
    Path override = write("over.override", "manul\n");
    write("over.conf", "exec x\n");
    Path tunnel = write("tunnel", "task\n");
    assertThat(directory.explainUnknown("bad").orElseThrow())
        .startsWith(bad + ":2:1: No stanza is called \"respwan\"");
    assertThat(directory.explainUnknown("over").orElseThrow()).startsWith(override + ":1:1: ");
    assertThat(directory.explainUnknown("tunnel"))
        .contains(tunnel + " is not read, as its name does not end in .conf");
    assertThat(directory.explainUnknown("wep")).contains("did you mean web?");
    assertThat(directory.explainUnknown("nothing")).isEmpty();
    assertThat(directory.explainUnknown("../web")).isEmpty();
  }

  @Test
  void anOverrideFileIsAppliedOnTopOfItsConfFile() throws IOException {
    write("net/web.conf", "start on a\nexec x\n");
    write("net/web.override", "start on b\n");
    Verdict verdict = directory.verdict("net/web");
    assertThat(verdict.registered().orElseThrow().startOn()).hasToString("Optional[b]");
    assertThat(directory.override("net/web")).contains(JobFile.parse("start on b\n"));
  }

  @Test
  void linksToConfFilesCountAndLinksToOverrideFilesDoNot() throws IOException {
    Path other = Files.writeString(temporary.resolve("other"), "exec x\n");
    Files.createSymbolicLink(root.resolve("web.conf"), other);
    Files.createSymbolicLink(root.resolve("web.override"), other);
    assertThat(directory.jobs()).containsExactly("web");
    assertThat(directory.override("web")).isEmpty();
  }

  @Test
  void linksToFoldersAreFollowedOnlyWithinTheFolder() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("secret.conf"), "task\n");
    Files.createSymbolicLink(root.resolve("out"), outside);
    Files.createSymbolicLink(root.resolve("circle"), root);
    write("a.conf", "task\n");
    assertThat(directory.jobs()).containsExactly("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/../../x", "/etc/init/x", "a/", "a/./b", "a\0b", "a//b"})
  void aNameThatLeadsElsewhereIsRefused(String name) {
    assertThatIllegalArgumentException().isThrownBy(() -> directory.conf(name));
    assertThatIllegalArgumentException().isThrownBy(() -> directory.disable(name));
  }

  @Test
  void aRelativeFolderIsAsGoodAsAnAbsoluteOne() throws IOException {
    write("net/web.conf", "exec x\n");
    Path relative = Path.of("").toAbsolutePath().relativize(root);
    JobDirectory same = JobDirectory.of(relative);
    assertThat(same.jobs()).containsExactly("net/web");
    assertThat(same.confPath("net/web")).isEqualTo(relative.resolve("net/web.conf"));
    assertThat(same.disable("net/web")).isTrue();
  }

  @Test
  void whatIsNotAFolderIsRefused() throws IOException {
    Path file = write("x.conf", "");
    assertThatExceptionOfType(NotDirectoryException.class).isThrownBy(() -> JobDirectory.of(file));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> JobDirectory.of(root.resolve("missing")));
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> directory.verdict("missing"));
  }

  @Test
  void definitionsAreWhatUpstartWouldKnow() throws IOException {
    write("good.conf", "exec a\n");
    write("bad.conf", "foo\n");
    write("half.conf", "exec a\n");
    write("half.override", "description x\nfoo\n");
    write("replaced.conf", "foo\n");
    write("replaced.override", "exec b\n");
    assertThat(directory.definitions()).containsOnlyKeys("good", "half", "replaced");
    assertThat(directory.definitions().get("half").description()).contains("x");
  }

  @Test
  void problemsAreThoseOfAllFiles() throws IOException {
    Path conf = write("a.conf", "foo\nexec\n");
    Path override = write("b.override", "nice x\n");
    write("c.conf", "task\n");
    assertThat(directory.problems()).containsOnlyKeys(conf, override);
    assertThat(directory.problems().get(conf)).hasSize(2);
  }

  @Test
  void aJobIsDisabledInItsOverrideFileAndEnabledAgain() throws IOException {
    Path conf = write("web.conf", "start on a\nexec x\n");
    assertThat(directory.disable("web")).isTrue();
    assertThat(directory.disable("web")).isFalse();
    assertThat(root.resolve("web.override")).hasContent("manual\n");
    assertThat(directory.explain("web").automatic()).isFalse();
    assertThat(directory.enable("web")).containsExactly(root.resolve("web.override"));
    assertThat(root.resolve("web.override")).doesNotExist();
    assertThat(conf).hasContent("start on a\nexec x\n");
    assertThat(directory.explain("web").automatic()).isTrue();
    assertThat(directory.enable("web")).isEmpty();
  }

  @Test
  void whatAnOverrideFileSaysBesidesStays() throws IOException {
    write("web.conf", "start on a\n");
    Path override = write("web.override", "# mine\nstart on b\n");
    directory.disable("web");
    assertThat(override).hasContent("# mine\nstart on b\nmanual\n");
    directory.enable("web");
    assertThat(override).hasContent("# mine\nstart on b\n");
  }

  @Test
  void aJobIsDisabledInItsConfFile() throws IOException {
    Path conf = write("web.conf", "start on a\nexec x\n");
    assertThat(directory.disableInConf("web")).isTrue();
    assertThat(conf).hasContent("start on a\nmanual\nexec x\n");
    assertThat(directory.enable("web")).containsExactly(conf);
    assertThat(conf).hasContent("start on a\nexec x\n");
  }

  @Test
  void theExplanationNamesTheFileAndTheLineThatDecide() throws IOException {
    Path conf = write("web.conf", "# x\nstart on (a\n  or b)\nexec x\n");
    assertThat(directory.explain("web"))
        .hasToString("starts by itself: " + conf + ":2 says start on (a\n  or b)");
    Path override = write("web.override", "manual\n");
    StartDecision decision = directory.explain("web");
    assertThat(decision).hasToString("does not start by itself: " + override + ":1 says manual");
    assertThat(decision.file()).contains(override);
    write("plain.conf", "exec x\n");
    assertThat(directory.explain("plain").automatic()).isFalse();
    assertThat(directory.explain("plain").file()).isEmpty();
    Path bad = write("bad.conf", "start on a\nfoo\n");
    assertThat(directory.explain("bad").toString())
        .startsWith(
            "does not start by itself: Upstart rejects " + bad + ":2: No stanza is called \"foo\"");
    assertThat(directory.explain("bad").automatic()).isFalse();
  }

  @Test
  void nothingIsReadOrWrittenWhereALinkToAFolderLeadsOut() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.writeString(outside.resolve("o.conf"), "start on a\n");
    Files.writeString(outside.resolve("p.conf"), "manual\n");
    Path override = Files.writeString(outside.resolve("p.override"), "manual\n");
    Files.createSymbolicLink(root.resolve("outdir"), outside);
    assertThat(directory.conf("outdir/o")).isEmpty();
    assertThat(directory.override("outdir/p")).isEmpty();
    for (String job : List.of("outdir/o", "outdir/p")) {
      assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> directory.disable(job));
      assertThatExceptionOfType(NoSuchFileException.class)
          .isThrownBy(() -> directory.disableInConf(job));
      assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> directory.enable(job));
      assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> directory.explain(job));
    }
    Optional<JobFile> manual = Optional.of(JobFile.parse("manual\n"));
    for (String job : List.of("outdir/o", "outdir/p")) {
      assertThatExceptionOfType(FileSystemException.class)
          .isThrownBy(() -> directory.changeOverride(job, Optional.empty(), manual));
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> directory.changeOverride(job, manual, Optional.empty()));
    }
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(
            () ->
                directory.changeOverride("outdir/p", manual, Optional.of(JobFile.parse("task\n"))))
        .withMessageContaining("a symbolic link leads there, out of " + root);
    assertThat(override).hasContent("manual\n");
    assertThat(outside).isDirectoryNotContaining("glob:**o.override");
  }

  @Test
  void aLinkToAFolderWithinTheFolderIsAsGoodAsTheFolder() throws IOException {
    write("real/a.conf", "start on a\n");
    Files.createSymbolicLink(root.resolve("link"), Path.of("real"));
    assertThat(directory.disable("link/a")).isTrue();
    assertThat(root.resolve("real/a.override")).hasContent("manual\n");
  }

  @Test
  void anOverrideFileThatSomebodyElseChangedIsNotDeleted() throws IOException {
    write("web.conf", "start on a\n");
    Path override = write("web.override", "manual\nenv A=1\n");
    Optional<JobFile> manual = Optional.of(JobFile.parse("manual\n"));
    assertThatExceptionOfType(JobFileChangedException.class)
        .isThrownBy(() -> directory.changeOverride("web", manual, Optional.empty()));
    assertThat(override).hasContent("manual\nenv A=1\n");
  }

  @Test
  void aFileThatIsTooLargeIsAProblemOfItsOwn() throws IOException {
    write("a.conf", "start on x\n");
    write("b.conf", "start on x\n");
    Path large = root.resolve("b.override");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(64L << 20);
    }
    Path huge = root.resolve("c.conf");
    Files.move(large, huge);
    Files.createLink(large, huge);
    assertThat(directory.definitions()).containsOnlyKeys("a", "b");
    assertThat(directory.problems()).containsOnlyKeys(large, huge);
    Problem problem = directory.problems().get(huge).get(0);
    assertThat(problem.fault()).isEqualTo(Fault.UNREADABLE);
    assertThat(problem.render("c.conf"))
        .isEqualTo(
            "c.conf: error: It cannot be read: a job file has at most 67108863 bytes, and this one"
                + " has more");
    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> directory.verdict("c"))
        .withMessageStartingWith(huge.toString());
  }

  @Test
  void aFileWhoseNameIsNoTextIsAProblemOfItsOwn() throws Exception {
    write("a.conf", "start on x\n");
    String script = "cd \"$1\" && for n in $(printf 'caf\\351'); do echo task >$n.conf; done";
    Process shell = new ProcessBuilder("sh", "-c", script, "sh", root.toString()).start();
    assumeTrue(shell.waitFor() == 0, "skipped: this file system takes only names that are text");
    assertThat(directory.jobs()).containsExactly("a");
    assertThat(directory.definitions()).containsOnlyKeys("a");
    assertThat(directory.files()).hasSize(2);
    assertThat(directory.problems()).hasSize(1);
    Path file = directory.problems().firstKey();
    Problem problem = directory.problems().get(file).get(0);
    assertThat(problem.message())
        .startsWith(
            "Its name is no text in the character set of this process, "
                + System.getProperty("sun.jnu.encoding")
                + "; rename it");
    assertThat(directory.nameless()).containsExactly(entry(file, file + ": " + problem.message()));
  }

  @Test
  void theStanzasOfChromeosAreKnownInItsDialect() throws IOException {
    write("web.conf", "start on a\nimport X\ntmpfiles /etc/tmpfiles.d/x.conf\n");
    write("web.override", "import Y\n");
    assertThat(directory.version()).isEqualTo(UpstartVersion.NEWEST);
    assertThat(directory.definitions()).isEmpty();
    assertThat(directory.problems()).hasSize(2);
    assertThat(directory.explain("web").automatic()).isFalse();
    JobDirectory chromeos = JobDirectory.of(root, UpstartVersion.CHROMEOS_1_13);
    assertThat(chromeos.version()).isEqualTo(UpstartVersion.CHROMEOS_1_13);
    assertThat(chromeos.definitions()).containsOnlyKeys("web");
    assertThat(chromeos.problems()).isEmpty();
    assertThat(chromeos.disable("web")).isTrue();
    assertThat(root.resolve("web.override")).hasContent("import Y\nmanual\n");
    assertThat(chromeos.explain("web").automatic()).isFalse();
    assertThat(chromeos.enable("web")).containsExactly(root.resolve("web.override"));
    assertThat(chromeos.explain("web").automatic()).isTrue();
  }

  @Test
  void aFolderBelowThatCannotBeReadIsAProblemOfItsOwn() throws IOException {
    write("a.conf", "start on x\n");
    Path below = Files.createDirectory(root.resolve("below"));
    Files.setPosixFilePermissions(below, Set.of());
    assumeFalse(Files.isReadable(below), "skipped: root can read every folder");
    assertThat(directory.definitions()).containsOnlyKeys("a");
    assertThat(directory.problems().get(below))
        .singleElement()
        .hasToString("It cannot be read: permission denied");
  }

  @Test
  void aJobsDefinitionIsThatOfItsFiles() throws IOException {
    write("web.conf", "exec web\n");
    write("web.override", "nice 5\n");
    write("bad.conf", "foo\n");

    assertThat(directory.definition("web"))
        .isEqualTo(JobDefinition.of("web", JobFile.parse("exec web\nnice 5\n")));
    assertThatExceptionOfType(JobFileSyntaxException.class)
        .isThrownBy(() -> directory.definition("bad"))
        .withMessageContaining("bad.conf:1:1");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> directory.definition("none"));
  }

  @Test
  void aJobIsWrittenIntoItsConfFile() throws IOException {
    JobFile web = JobFile.builder().exec("web").build();

    assertThat(directory.write("web", web)).isTrue();
    assertThat(directory.conf("web")).contains(web);
    assertThat(directory.write("web", web)).isFalse();
    assertThat(directory.write("web", JobFile.builder().exec("other").build())).isTrue();
    assertThat(root.resolve("web.conf")).hasContent("exec other");
    assertThatIllegalArgumentException().isThrownBy(() -> directory.write("../web", web));
  }

  @Test
  void aJobIsNotWrittenWhereALinkLeadsOutOfTheFolder() throws IOException {
    Path outside = Files.createDirectory(temporary.resolve("outside"));
    Files.createSymbolicLink(root.resolve("net"), outside);

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> directory.write("net/web", JobFile.builder().task().build()));
    assertThat(outside).isEmptyDirectory();
  }
}
