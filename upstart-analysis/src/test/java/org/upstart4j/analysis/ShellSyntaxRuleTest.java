package org.upstart4j.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.upstart4j.analysis.Samples.folder;
import static org.upstart4j.analysis.Samples.target;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.upstart4j.analysis.finding.Rule;
import org.upstart4j.analysis.platform.Shell;
import org.upstart4j.analysis.platform.ShellSyntax;

class ShellSyntaxRuleTest {

  /** A shell that refuses the line with "wrong" in it. */
  private static final class Reader implements ShellSyntax {

    private final Set<String> read = ConcurrentHashMap.newKeySet();
    private int times;

    @Override
    public synchronized Optional<Refusal> refusal(Shell shell, String script) {
      read.add(script);
      times++;
      List<String> lines = script.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains("wrong")) {
          return Optional.of(new Refusal(i + 1, "it is wrong"));
        }
      }
      return Optional.empty();
    }

    @Override
    public Optional<String> program(Shell shell) {
      return shell == Shell.DASH ? Optional.of("/bin/dash") : Optional.empty();
    }
  }

  private final Reader reader = new Reader();

  private List<String> found(String target, String... files) {
    return Check.of(target(target))
        .only(Rule.SHELL_SYNTAX)
        .withShells(reader)
        .check(folder(files))
        .stream()
        .map(finding -> finding.file() + ":" + finding.span())
        .toList();
  }

  @Test
  void theLineIsThatOfTheJobFile() {
    assertThat(
            found(
                "ubuntu-14.04",
                "a.conf",
                "nice 1\npre-start script\n  ok\n\n    wrong one\nend script\nexec b\n"))
        .containsExactly("a.conf:5:5");
  }

  @Test
  void aCommandForTheShellIsReadAsUpstartGivesIt() {
    assertThat(found("ubuntu-14.04", "a.conf", "exec for x in wrong; do y\n"))
        .containsExactly("a.conf:1:6");
    assertThat(reader.read).containsExactly("exec for x in wrong; do y");
  }

  @Test
  void aPlainCommandIsNot() {
    assertThat(found("ubuntu-14.04", "a.conf", "exec /bin/wrong --quickly\n")).isEmpty();
    assertThat(reader.read).isEmpty();
  }

  @Test
  void theSameScriptOfManyFilesIsReadOnce() {
    String script = "script\n  wrong\nend script\n";
    assertThat(found("ubuntu-14.04", "a.conf", script, "b.conf", script)).hasSize(2);
    assertThat(reader.times).isEqualTo(1);
  }

  @Test
  void withoutAShellOfThatKindNothingIsFound() {
    assertThat(found("rhel-6", "a.conf", "script\n  wrong\nend script\n")).isEmpty();
  }
}
