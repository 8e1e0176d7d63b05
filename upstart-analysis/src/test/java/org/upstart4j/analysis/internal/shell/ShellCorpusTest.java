package org.upstart4j.analysis.internal.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.stanza.ExecStanza;
import org.upstart4j.jobfile.stanza.ScriptStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;

class ShellCorpusTest {

  /** What dash refuses, too; one of them is not worth a list. */
  private static final int REFUSED_BY_ALL = 20;

  @Test
  void aPrefixOfAnyScriptIsReadAndItsOffsetsLieWithinIt() throws IOException {
    for (String script : scripts()) {
      int step = Math.max(1, script.length() / 12);
      for (int end = script.length(); end > 0; end -= step) {
        Offsets.check(ShellScript.read(script.substring(0, end)));
      }
    }
  }

  @Test
  void nearlyAllScriptsOfTheWildAreReadInFull() throws IOException {
    List<String> unreadable = new ArrayList<>();
    for (String script : scripts()) {
      ShellScript read = ShellScript.read(script);
      if (!read.unreadable().isEmpty()) {
        unreadable.add(read.unreadable().get(0) + script);
      }
    }
    assertThat(unreadable).hasSizeLessThan(REFUSED_BY_ALL);
  }

  private static Set<String> scripts() throws IOException {
    Path folder = projectRoot().resolveSibling("shared").resolve("corpus/real/files");
    assumeTrue(
        Files.isDirectory(folder),
        () -> "skipped: this test reads job files from " + folder + ", which is not there");
    Set<String> scripts = new LinkedHashSet<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        JobFile.parse(Files.readString(file, StandardCharsets.ISO_8859_1))
            .stanzas()
            .forEach(stanza -> stanza.typed().ifPresent(value -> add(value, scripts)));
      }
    }
    return scripts;
  }

  private static void add(TypedStanza stanza, Set<String> scripts) {
    if (stanza instanceof ScriptStanza script) {
      scripts.add(script.script());
    } else if (stanza instanceof ExecStanza exec) {
      scripts.add(exec.command());
    }
  }

  private static Path projectRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("mvnw"))) {
        return candidate;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }
}
