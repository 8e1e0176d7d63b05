package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.upstart4j.event.EventExpression;
import org.upstart4j.jobfile.stanza.EventsStanza;
import org.upstart4j.jobfile.stanza.StanzaName;

/** {@link EventExpression#parse} reads a text as it is read in a job file. */
class ParsedConditionsTest {

  private static final int MANY = 20_000;

  private static final String[] PIECES = {
    "a", "and", "or", "(", ")", " ", " ", "  ", "\t", "\"", "'", "\\", "\\\n", "X=1", "=", "\u00e9",
    "[2345]"
  };

  private static Optional<EventExpression> inAJobFile(String condition) {
    JobFile file = JobFile.parse("start on " + condition);
    Optional<EventExpression> read =
        file.stanzas(StanzaName.START)
            .findFirst()
            .flatMap(Stanza::typed)
            .map(stanza -> ((EventsStanza) stanza).events());
    return file.entries().size() == 1 && read.stream().allMatch(ParsedConditionsTest::hasWords)
        ? read
        : Optional.empty();
  }

  /** Says whether no word is empty, as Upstart takes it for one if its line is continued. */
  private static boolean hasWords(EventExpression condition) {
    return condition
        .matches()
        .noneMatch(match -> match.event().isEmpty() || match.arguments().contains(""));
  }

  private static Optional<EventExpression> parsed(String condition) {
    try {
      return Optional.of(EventExpression.parse(condition));
    } catch (IllegalArgumentException notACondition) {
      return Optional.empty();
    }
  }

  @Test
  void everyConditionOfARealFileIsReadAsTheFileReadsIt() throws IOException {
    for (Path path : Corpus.orSkip().real()) {
      JobFile.read(path)
          .stanzas()
          .filter(stanza -> stanza.typed().filter(EventsStanza.class::isInstance).isPresent())
          .forEach(
              stanza -> {
                String condition = stanza.text().strip().replaceFirst("^\\S+\\s+on\\s", "");
                EventsStanza read = (EventsStanza) stanza.typed().orElseThrow();
                assertThat(EventExpression.parse(condition)).as(condition).isEqualTo(read.events());
              });
    }
  }

  @Test
  void anyTextIsReadOrRefusedAsInAJobFile() {
    Random random = new Random(20261129);
    for (int i = 0; i < MANY; i++) {
      StringBuilder text = new StringBuilder();
      for (int pieces = random.nextInt(12); pieces >= 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      // a line that ends outside parentheses ends the stanza, but not the text
      String condition = text.toString().replaceAll("(\\\\\\\\)+\n", "\\\\\\\\x");
      assertThat(parsed(condition)).as("\"%s\"", condition).isEqualTo(inAJobFile(condition));
    }
  }
}
