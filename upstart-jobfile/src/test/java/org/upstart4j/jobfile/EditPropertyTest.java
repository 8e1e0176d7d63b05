package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.stanza.EnvStanza;
import org.upstart4j.jobfile.stanza.ListStanza;
import org.upstart4j.jobfile.stanza.NormalExitStanza;
import org.upstart4j.jobfile.stanza.TypedStanza;
import org.upstart4j.jobfile.version.UpstartVersion;

/** What holds for every edit of every file. */
class EditPropertyTest {

  private static final int EDITS = Integer.getInteger("edits", 4_000);

  private final Random random = new Random(20261120);
  private final TypedStanzas stanzas = new TypedStanzas(random);

  @Test
  void settingAStanzaInAnyRealFileChangesOnlyThat() throws IOException {
    List<Path> corpus = Corpus.orSkip().real();
    for (int i = 0; i < EDITS; i++) {
      Path path = corpus.get(random.nextInt(corpus.size()));
      checkSet(JobFile.read(path), stanzas.any());
    }
  }

  @Test
  void settingAStanzaInAnyMadeUpFileChangesOnlyThat() {
    for (int i = 0; i < EDITS; i++) {
      checkSet(madeUp(), stanzas.any());
    }
  }

  @Test
  void addingAStanzaToAnyMadeUpFileChangesOnlyThat() {
    for (int i = 0; i < EDITS; i++) {
      JobFile before = madeUp();
      TypedStanza stanza = stanzas.any();
      JobFile after = before.toBuilder().add(stanza).build();
      assertThat(after.stanzas().flatMap(entry -> entry.typed().stream())).contains(stanza);
      assertThat(without(after, before)).hasSize(1);
    }
  }

  @Test
  void removingAStanzaLeavesTheOthersAsTheyWere() {
    for (int i = 0; i < EDITS; i++) {
      JobFile before = madeUp();
      List<Stanza> all = before.stanzas().toList();
      if (!all.isEmpty()) {
        Stanza gone = all.get(random.nextInt(all.size()));
        JobFile after = before.toBuilder().remove(gone, CommentsAbove.STAY).build();
        List<TypedStanza> expected = typed(before);
        gone.typed().ifPresent(expected::remove);
        assertThat(typed(after)).hasSameElementsAs(expected);
        assertThat(without(after, before)).isEmpty();
      }
    }
  }

  @Test
  void aStanzaThatIsCommentedOutSaysNothingAnyMore() {
    for (int i = 0; i < EDITS; i++) {
      JobFile before = madeUp();
      List<Stanza> all = before.stanzas().toList();
      if (!all.isEmpty()) {
        Stanza gone = all.get(random.nextInt(all.size()));
        JobFile after = before.toBuilder().commentOut(gone).build();
        assertThat(after.stanzas()).hasSize(all.size() - 1);
        assertThat(after.toString().replace("#", "")).isEqualTo(before.toString().replace("#", ""));
      }
    }
  }

  @Test
  void anyEditOfAnyFileSucceedsOrSaysThatAnEntryIsInTheWay() {
    JobFileGenerator generator = new JobFileGenerator(20261121);
    for (int i = 0; i < EDITS; i++) {
      JobFile before = JobFile.parse(generator.damaged(generator.file()));
      TypedStanza stanza = stanzas.any();
      try {
        checkSet(before, stanza);
        assertThat(typed(before.toBuilder().set(stanza).build())).contains(stanza);
        assertThat(typed(before.toBuilder().add(stanza).build())).contains(stanza);
        for (Stanza each : before.stanzas().toList()) {
          before.toBuilder().remove(each, CommentsAbove.FOLLOW).build();
          before.toBuilder().commentOut(each).build();
          assertThat(typed(before.toBuilder().replace(each, stanza).build())).contains(stanza);
        }
      } catch (IllegalStateException inTheWay) {
        assertThat(inTheWay).hasMessageContaining("fix it first");
        assertThat(before.problems()).as("%s in %s", stanza, before).isNotEmpty();
      }
    }
  }

  private void checkSet(JobFile before, TypedStanza stanza) {
    JobFile after = before.toBuilder().set(stanza).build();
    assertThat(after.toBuilder().set(stanza).build())
        .as("the same edit again: %s", stanza)
        .isEqualTo(after);
    boolean addsUp = stanza instanceof ListStanza || stanza instanceof NormalExitStanza;
    Verdict verdict = JobDefinition.verdict("job", before, UpstartVersion.NEWEST);
    if (verdict instanceof Verdict.Accepted && !addsUp) {
      assertThat(without(after, before)).hasSizeLessThanOrEqualTo(1);
      assertThat(without(before, after)).hasSizeLessThanOrEqualTo(1);
      assertThat(JobDefinition.of("job", after))
          .as("%s\n set in \n%s\n gives \n%s", stanza, before, after)
          .isEqualTo(expected(before, stanza));
    } else if (verdict instanceof Verdict.Accepted) {
      assertThat(after.stanzas().flatMap(entry -> entry.typed().stream()))
          .filteredOn(typed -> typed.slot().equals(stanza.slot()))
          .containsExactly(stanza);
    }
  }

  /** The definition that the stanza would give at the end of the file; a variable in its place. */
  private static JobDefinition expected(JobFile before, TypedStanza stanza) {
    JobFile alone = JobFile.builder().set(stanza).build();
    if (!(stanza instanceof EnvStanza env)) {
      return JobDefinition.of("job", before, alone);
    }
    StringBuilder text = new StringBuilder();
    List<Stanza> same =
        before
            .stanzas()
            .filter(old -> old.typed().filter(typed -> typed.slot().equals(env.slot())).isPresent())
            .toList();
    for (Entry entry : before.entries()) {
      boolean counts = !same.isEmpty() && entry == same.get(same.size() - 1);
      text.append(counts ? alone.toString() : entry.text());
    }
    JobFile replaced = JobFile.parse(text.toString());
    return same.isEmpty()
        ? JobDefinition.of("job", before, alone)
        : JobDefinition.of("job", replaced);
  }

  private static List<TypedStanza> typed(JobFile file) {
    return new ArrayList<>(file.stanzas().flatMap(stanza -> stanza.typed().stream()).toList());
  }

  /** The entries of one file that the other has not, line breaks at the ends aside. */
  private static List<String> without(JobFile file, JobFile other) {
    List<String> left = new ArrayList<>(texts(file));
    texts(other).forEach(left::remove);
    return left;
  }

  private static List<String> texts(JobFile file) {
    return file.entries().stream()
        .map(entry -> entry.text().stripTrailing())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  /** A file of right stanzas, spelled in odd ways. */
  private JobFile madeUp() {
    JobFileBuilder builder = JobFile.builder();
    for (int i = random.nextInt(6); i >= 0; i--) {
      builder.add(stanzas.any());
    }
    String text = builder.build().toString();
    return JobFile.parse(
        switch (random.nextInt(5)) {
          case 0 -> text.replaceAll("(?m)^(description|env|exec|start|respawn)", "  $1");
          case 1 -> text.stripTrailing();
          case 2 -> text.replaceAll("(?m)^(respawn|task|manual)$", "$1   # why");
          case 3 -> text.replaceAll("(?m)^(author|limit|emits|kill) ", "# above\n$1\t");
          default -> text;
        });
  }
}
