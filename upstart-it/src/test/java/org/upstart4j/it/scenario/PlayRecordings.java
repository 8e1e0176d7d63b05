package org.upstart4j.it.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Plays the recordings of a folder on the engine: {@code PlayRecordings FOLDER [PART-OF-NAME]}. */
final class PlayRecordings {

  private PlayRecordings() {}

  public static void main(String... arguments) throws Exception {
    System.exit(run(ServedEngine::open, arguments) ? 0 : 1);
  }

  static boolean run(Player.Opener opener, String... arguments) throws Exception {
    String part = arguments.length > 1 ? arguments[1] : "";
    List<Scenario> recordings =
        Recordings.in(Path.of(arguments[0])).stream()
            .filter(recording -> recording.name().contains(part))
            .toList();
    return play(recordings, opener) == recordings.size();
  }

  private static int play(List<Scenario> recordings, Player.Opener opener) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(Integer.getInteger("threads", 6));
    List<Future<String>> reports = new ArrayList<>();
    recordings.forEach(recording -> reports.add(threads.submit(() -> report(recording, opener))));
    int good = 0;
    for (Future<String> report : reports) {
      good += report.get().isEmpty() ? 1 : 0;
      System.out.print(report.get());
    }
    threads.shutdown();
    System.out.println(good + " of " + recordings.size() + " as recorded");
    return good;
  }

  private static String report(Scenario recording, Player.Opener opener) {
    StringBuilder report = new StringBuilder();
    try {
      Player.play(recording, opener).forEach(report::append);
    } catch (Exception | Error failure) {
      report.append(recording).append(": ").append(failure).append('\n');
      failure.printStackTrace();
    }
    return report.toString();
  }
}
