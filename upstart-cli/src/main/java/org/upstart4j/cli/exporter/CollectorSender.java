package org.upstart4j.cli.exporter;

import io.micrometer.core.ipc.http.HttpSender;
import io.micrometer.core.ipc.http.HttpUrlConnectionSender;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends to a collector, and keeps why that failed last. */
final class CollectorSender implements HttpSender {

  private final HttpUrlConnectionSender http = new HttpUrlConnectionSender();
  private volatile @Nullable String failure;

  @Override
  public Response send(Request request) throws IOException {
    try {
      Response response = http.send(request);
      failure = response.isSuccessful() ? null : "it refused the numbers: " + response.code();
      return response;
    } catch (IOException gone) {
      failure = String.valueOf(gone.getMessage());
      throw gone;
    }
  }

  /** Why it failed; nothing if it did not. */
  Optional<String> failure() {
    return Optional.ofNullable(failure);
  }
}
