package org.upstart4j.cli.fleet;

import java.util.List;
import org.upstart4j.cli.terminal.JsonLine;
import org.upstart4j.cli.terminal.Paint;
import org.upstart4j.cli.terminal.Visible;

/**
 * What a command for one Upstart has printed about a host.
 *
 * @param text its lines
 * @param objects its objects in JSON
 * @param isOk whether it has ended well
 */
record Reported(List<String> text, List<String> objects, boolean isOk) implements Answer {

  Reported {
    text = List.copyOf(text);
    objects = List.copyOf(objects);
  }

  @Override
  public List<String> lines(Paint paint) {
    return text.stream().map(Visible::lines).toList();
  }

  @Override
  public void members(JsonLine json) {
    json.raw("answers", objects);
  }
}
