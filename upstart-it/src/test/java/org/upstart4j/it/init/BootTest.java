package org.upstart4j.it.init;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a container boots. */
class BootTest {

  @TempDir Path folder;

  private void job(String name, String... lines) {
    Container.job(folder, name, lines);
  }

  @Test
  void itBootsAsThePlatformDoesAndClientsFindItWhereProcess1Is() {
    job("early", "start on startup", "task", "exec echo early");
    job("mounted", "start on filesystem", "exec sleep 1000");
    job("network", "start on net-device-up IFACE=lo and static-network-up", "exec sleep 1000");
    job("web", "start on runlevel [2345]", "exec sleep 1000");
    job("last", "start on stopped rc RUNLEVEL=2", "exec sleep 1000");
    job("inside", "start on container", "task", "exec echo inside a $CONTAINER");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted: last, mounted, network, web run\n");
      assertThat(container.output()).contains("early: early\n", "inside: inside a docker\n");
      assertThat(container.upstart("list").output())
          .contains("web start/running", "last start/running", "early stop/waiting");
    }
  }

  @Test
  void jobsThatCallInitctlReachIt() {
    job("caller", "start on startup", "task", "exec initctl emit ready HOW=well");
    job("called", "start on ready HOW=well", "task", "exec echo called");

    try (Container container = Container.start(folder)) {
      container.awaitOutput("called: called\n");
    }
  }

  @Test
  void namedEventsTakeThePlaceOfThePlatforms() {
    job("web", "start on runlevel [2345]", "exec sleep 1000");
    job("worker", "start on deployed VERSION='1 2'", "exec sleep 1000");

    try (Container container =
        Container.start(folder, "--event", "startup", "--event", "deployed VERSION=\"1 2\"")) {
      container.awaitLog("booted: worker runs; not started so far: web\n");
    }
  }

  @Test
  void withoutABootNothingStartsByItself() {
    job("web", "start on startup", "exec sleep 1000");

    try (Container container = Container.start(folder, "--no-boot")) {
      container.awaitLog("booted: nothing runs; not started so far: web\n");
      assertThat(container.upstart("start", "web").output()).contains("web start/running");
    }
  }

  @Test
  void anEventThatHalfOfAnAndHoldsDoesNotKeepItFromBooting() {
    job("half", "start on mounted MOUNTPOINT=/run and never", "exec sleep 1000");
    job("web", "start on runlevel [2345]", "exec sleep 1000");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted: web runs; not started so far: half\n");
      assertThat(container.upstart("health").status()).isZero();
    }
  }

  @Test
  void aJobThatEmitsAnEventItselfIsInChargeOfIt() {
    job(
        "disks",
        "start on startup",
        "emits filesystem",
        "task",
        "exec initctl emit filesystem BY=disks");
    job("web", "start on filesystem", "task", "exec echo by $BY");

    try (Container container = Container.start(folder)) {
      container.awaitLog("booted: ");
      assertThat(container.output()).isEqualTo("web: by disks\n");
    }
  }

  @Test
  void aPlainVersionEntersARunlevelAndNothingElse() {
    job("files", "start on filesystem", "exec sleep 1000");
    job("web", "start on runlevel [2345]", "console log", "exec sleep 1000");

    try (Container container = Container.start(folder, "--for", "1.5")) {
      container.awaitLog("booted: web runs; not started so far: files\n");
    }
  }

  @Test
  void whatCannotBeServedIsSaidAtOnce() {
    job("web", "start on startup", "exec sleep 1000");

    try (Container container = Container.start(folder, "--address", "unix:path=/no/such/folder")) {
      assertThat(container.end()).isEqualTo(1);
      assertThat(container.log()).contains("upstart init: Cannot listen at unix:path=/no/such");
    }
  }
}
