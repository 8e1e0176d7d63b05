package org.upstart4j.jobfile.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class AutomatonTest {

  private static final int THREADS = 4;
  private static final String CHARACTERS = "\n \t\0\\\"'#()endscriptxecorastopmanuldbg=\u00e9";

  @Test
  void threadsThatTakeNewStepsAtOnceTakeTheSame() throws Exception {
    for (int round = 0; round < 8; round++) {
      List<String> expected = walks(new Automaton(JobFileLexer._ATN), 0);
      Automaton shared = new Automaton(JobFileLexer._ATN);
      ExecutorService threads = Executors.newFixedThreadPool(THREADS);
      try {
        CountDownLatch ready = new CountDownLatch(THREADS);
        List<Future<List<String>>> walks = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
          int first = i;
          walks.add(
              threads.submit(
                  () -> {
                    ready.countDown();
                    ready.await();
                    return walks(shared, first);
                  }));
        }
        for (Future<List<String>> walk : walks) {
          assertThat(walk.get()).isEqualTo(expected);
        }
      } finally {
        threads.shutdownNow();
      }
    }
  }

  @Test
  void aStepIsRepeatedUpToTheByteThatLeadsElsewhere() {
    Automaton automaton = new Automaton(JobFileLexer._ATN);
    byte[] line = "  # a comment \u00e9\nx".getBytes(StandardCharsets.ISO_8859_1);
    int comment = automaton.next(Automaton.start(JobFileLexer.DEFAULT_MODE), line[2]);

    assertThat(automaton.next(comment, line[3])).isEqualTo(comment);
    for (int i = 3; i < line.length; i++) {
      automaton.next(comment, line[i]);
    }
    assertThat(automaton.repeat(comment, line, 3, line.length)).isEqualTo(line.length - 2);
    assertThat(automaton.repeat(comment, line, 3, 8)).isEqualTo(8);
    assertThat(automaton.next(comment, (byte) '\n')).isEqualTo(Automaton.NONE);
    assertThat(Kind.of(Automaton.kind(comment))).isEqualTo(Kind.COMMENT);
  }

  /** Where walks over texts by chance end, from each mode; the same ones whichever comes first. */
  private static List<String> walks(Automaton automaton, int first) {
    int modes = JobFileLexer.modeNames.length;
    String[] ends = new String[modes * 300];
    for (int i = 0; i < ends.length; i++) {
      int walk = (i + first * ends.length / THREADS) % ends.length;
      ends[walk] = end(automaton, walk % modes, new Random(walk));
    }
    return List.of(ends);
  }

  private static String end(Automaton automaton, int mode, Random random) {
    int step = Automaton.start(mode);
    StringBuilder ends = new StringBuilder();
    for (int length = 0; length < 60 && step != Automaton.NONE; length++) {
      ends.append(Automaton.endsToken(step) ? Kind.of(Automaton.kind(step)) + " " : "- ");
      step = automaton.next(step, (byte) CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
    }
    return ends.toString();
  }
}
