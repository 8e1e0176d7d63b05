package org.upstart4j.jobfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.upstart4j.jobfile.internal.Cut;
import org.upstart4j.jobfile.internal.JobFileLexer;
import org.upstart4j.jobfile.internal.Piece;

/** The tokens of our fast walk over the lexer's automaton, against those of ANTLR's own walk. */
class TokensTest {

  private static final String CHARACTERS =
      "\n\n   \t\r\0\\\\\"\"''##(()) endscriptxecorastopmanuldbg=\u00e9";

  @Test
  void tokensOfRealFilesAreThoseOfAntlr() {
    Corpus.orSkip().all().forEach(file -> check(Corpus.bytes(file)));
  }

  @Test
  void tokensOfNearlyRightFilesAreThoseOfAntlr() {
    for (int seed = 0; seed < 5_000; seed++) {
      check(new JobFileGenerator(seed).file());
    }
  }

  @Test
  void tokensOfNoiseAreThoseOfAntlr() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(200); length > 0; length--) {
        text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      check(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static void check(byte[] file) {
    assertThat(tokens(file)).as("%s", Invariants.latin1(file)).isEqualTo(tokensOfAntlr(file));
  }

  /** What each token is, and how long. */
  private static List<String> tokens(byte[] file) {
    List<String> tokens = new ArrayList<>();
    for (Piece piece : Cut.pieces(file)) {
      for (int i = 0; i < piece.size(); i++) {
        tokens.add(piece.kind(i) + " " + piece.length(i));
      }
    }
    return tokens;
  }

  private static List<String> tokensOfAntlr(byte[] file) {
    // the grammar has one character for all bytes from 0x80 on
    String text = Invariants.latin1(file).replaceAll("[\u0080-\u00ff]", "\u007f");
    List<String> tokens = new ArrayList<>();
    for (Token token : new JobFileLexer(CharStreams.fromString(text)).getAllTokens()) {
      String kind = JobFileLexer.VOCABULARY.getSymbolicName(token.getType());
      tokens.add(kind + " " + (token.getStopIndex() + 1 - token.getStartIndex()));
    }
    return tokens;
  }
}
