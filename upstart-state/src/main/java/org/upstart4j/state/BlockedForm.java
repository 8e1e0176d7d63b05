package org.upstart4j.state;

import java.util.List;

/** Reads and writes what waits. It is apart, as all that an interface has is public. */
final class BlockedForm {

  private static final String PREFIX = "BLOCKED_";

  private BlockedForm() {}

  static Blocked read(StateNode waiting) {
    StateNode data = waiting.get("data");
    String type = waiting.get("type").word(PREFIX);
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

  /** Writes into an event or instance what waits for it. */
  static void write(StateObject owner, boolean isBlocking, List<Blocked> blocked) {
    if (isBlocking) {
      owner.objects("blocking", blocked.stream().map(BlockedForm::write).toList());
    }
  }

  private static StateObject write(Blocked blocked) {
    if (blocked instanceof Blocked.ByInstance instance) {
      StateObject data = new StateObject();
      data.text("class", instance.job()).number("session", instance.session());
      return typed(data.text("name", instance.instance()), "job");
    }
    if (blocked instanceof Blocked.ByEvent event) {
      return typed(new StateObject().number("index", event.event()), "event");
    }
    Blocked.ByCall call = (Blocked.ByCall) blocked;
    return typed(new StateObject().number("msg-id", call.serial()), call.call());
  }

  private static StateObject typed(StateObject data, String type) {
    return new StateObject().put("data", data).word("type", PREFIX, type);
  }
}
