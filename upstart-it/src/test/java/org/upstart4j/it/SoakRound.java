package org.upstart4j.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some clients that do random things at the same time, and leave. */
final class SoakRound {

  private SoakRound() {}

  /**
   * Lets them come, and waits until all have left.
   *
   * @param clients how many there are
   * @param folder where their job files go
   * @param address where the Upstart is that reads them
   * @param number how many rounds there were before
   */
  static void run(int clients, Path folder, String address, int number) throws Exception {
    CyclicBarrier together = new CyclicBarrier(clients);
    Set<String> emitted = ConcurrentHashMap.newKeySet();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        SoakClient client = new SoakClient(folder, i, number, together, emitted);
        all.add(
            threads.submit(
                () -> {
                  client.run(address);
                  return null;
                }));
      }
      for (Future<?> client : all) {
        client.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
