package org.upstart4j.it.fleet.scale;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.upstart4j.Event;
import org.upstart4j.Signal;
import org.upstart4j.Wait;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.ScriptedProcesses;

/**
 * A program that serves many hosts, each an engine at a socket of its own, until its input ends. A
 * line of its input is an event for all of them.
 */
final class ServedHosts {

  private static final String JOB = "start on runlevel\nexec /usr/sbin/web\n";

  private ServedHosts() {}

  /**
   * Serves.
   *
   * @param arguments the folder of the sockets, and the names of the hosts
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<EmbeddedUpstart> engines = new ArrayList<>();
    for (String host : List.of(arguments).subList(1, arguments.length)) {
      EmbeddedUpstart engine = engine(Files.exists(folder.resolve(Fault.DIES.file(host))));
      engine.job("web").start();
      UpstartDbusServer.of(engine).listen("unix:path=" + folder.resolve(host + ".socket"));
      engines.add(engine);
    }
    System.out.println("listens");
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String event = input.readLine(); event != null; event = input.readLine()) {
      for (EmbeddedUpstart engine : engines) {
        engine.emit(Event.of(event), Wait.NO_WAIT);
      }
      System.out.println("emitted " + event);
    }
    // nobody is told good-bye, as when a machine loses its power
    Runtime.getRuntime().halt(0);
  }

  /** Returns an engine whose job runs; if it dies, it is cut off while that job does not end. */
  private static EmbeddedUpstart engine(boolean dies) {
    ScriptedProcesses processes = new ScriptedProcesses();
    if (dies) {
      processes.when("/usr/sbin/web").ignores(Signal.TERM).neverEnds();
    }
    String text = dies ? JOB + "kill timeout 1000\n" : JOB;
    return EmbeddedUpstart.builder().job("web", text).processes(processes).build();
  }
}
