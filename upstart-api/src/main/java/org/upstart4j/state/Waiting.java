package org.upstart4j.state;

/** Reads what waits. It is apart, as all that an interface has is public. */
final class Waiting {

  private Waiting() {}

  static Blocked read(Node waiting) {
    Node data = waiting.get("data");
    String type = waiting.get("type").word("BLOCKED_");
    return switch (type) {
      case "job" ->
          new Blocked.ByInstance(
              data.get("session").integerOr(0),
              data.get("class").textOrEmpty(),
              data.get("name").textOrEmpty());
      case "event" -> new Blocked.ByEvent(data.get("index").integerOr(-1));
      default -> new Blocked.ByCall(type, data.get("msg-id").number().orElse(0));
    };
  }
}
