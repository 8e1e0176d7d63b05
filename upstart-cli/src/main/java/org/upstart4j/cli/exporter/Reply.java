package org.upstart4j.cli.exporter;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** What a client gets. */
final class Reply {

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final int WORTH_PACKING = 1024;
  private static final int NO_BODY = -1;

  private final int status;
  private final String type;
  private final byte[] body;

  /**
   * Makes a reply.
   *
   * @param status the status of HTTP
   * @param type the type of the content
   * @param body the content, which belongs to this from now on
   */
  Reply(int status, String type, byte[] body) {
    this.status = status;
    this.type = type;
    this.body = body;
  }

  static Reply text(int status, String text) {
    return new Reply(status, TEXT, (text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Sends it; a client that asked with HEAD gets no content. */
  void send(HttpExchange exchange) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Type", type);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(status, NO_BODY);
      return;
    }
    byte[] sent = body;
    if (body.length > WORTH_PACKING && takesGzip(exchange)) {
      headers.set("Content-Encoding", "gzip");
      sent = packed();
    }
    exchange.sendResponseHeaders(status, sent.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(sent);
    }
  }

  private static boolean takesGzip(HttpExchange exchange) {
    String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }

  private byte[] packed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }
}
