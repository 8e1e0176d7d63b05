package org.upstart4j.testcontainers;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.DockerImageName;
import org.upstart4j.Upstart;
import org.upstart4j.initctl.CommandRunner;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.JobFolder;

/**
 * A container whose process 1 is Upstart, with the jobs of a test.
 *
 * <pre>{@code
 * @Container
 * static final UpstartContainer machine =
 *     UpstartContainer.ubuntu()
 *         .withJob("web", "start on startup\nrespawn\nexec /usr/bin/web\n")
 *         .waitingFor(UpstartWait.forJob("web"));
 *
 * @Test
 * void webRuns() {
 *   assertThat(machine.upstart().job("web")).isRunning();
 * }
 * }</pre>
 *
 * <p>{@code /etc/init} holds the jobs that were given, and up to three called {@code upstart4j-},
 * which lead to Upstart from outside. The image's own jobs are left out unless {@link
 * #withImageJobs()} keeps them.
 *
 * <p>Whoever reaches the ports of the container is root in it. So they are opened on this machine
 * only, if the engine runs here.
 */
public final class UpstartContainer extends GenericContainer<UpstartContainer> {

  private static final DockerImageName OURS = DockerImageName.parse("upstart4j/upstart4j");
  private static final DockerImageName UBUNTU = DockerImageName.parse("ubuntu-upstart");
  private static final String LOGS = "/var/log/upstart/";

  private JobFolder jobs = GivenJobs.NONE;
  private Transport transport = Transport.SOCKET;
  private boolean imageJobs;
  private @Nullable Connection connection;

  /** What a container has printed that had ended before it was stopped. */
  private @Nullable String lastWords;

  /**
   * Makes a container of an image, {@code upstart4j/upstart4j:TAG} or {@code ubuntu-upstart:14.04}.
   *
   * @param image the image, with its tag; any other one whose {@code /sbin/init} is an Upstart is
   *     to be declared a substitute, with {@code asCompatibleSubstituteFor("upstart4j/upstart4j")}
   * @throws IllegalStateException if the image is another one
   */
  public UpstartContainer(DockerImageName image) {
    super(image);
    image.assertCompatibleWith(OURS, UBUNTU);
    waitStrategy = UpstartWait.forUpstart();
  }

  /**
   * Makes a container of an image that is built first.
   *
   * @param image the image, whose {@code /sbin/init} is an Upstart
   */
  public UpstartContainer(ImageFromDockerfile image) {
    super(image);
    waitStrategy = UpstartWait.forUpstart();
  }

  /**
   * {@return a container with the Upstart of Ubuntu 14.04, 1.12.1} Its image is built when it is
   * first needed, which takes the network and a minute, and kept.
   */
  public static UpstartContainer ubuntu() {
    return new UpstartContainer(
        new ImageFromDockerfile("upstart4j/ubuntu-upstart", false)
            .withFileFromTransferable("Dockerfile", Boot.own("Dockerfile")));
  }

  /**
   * Gives it a job. A job that the container's Upstart rejects makes the start fail.
   *
   * @param name the job's name; {@code net/web} is in a folder
   * @param text the text of its file
   * @return this container
   * @throws IllegalArgumentException if the name is none, or leads out of the folder of jobs
   */
  public UpstartContainer withJob(String name, String text) {
    return withJob(name, JobFile.parse(text));
  }

  /**
   * Gives it a job.
   *
   * @param name the job's name
   * @param file its file
   * @return this container
   * @throws IllegalArgumentException if the name is none, or leads out of the folder of jobs
   */
  public UpstartContainer withJob(String name, JobFile file) {
    jobs = GivenJobs.with(jobs, name, file);
    return this;
  }

  /**
   * Gives it a job, as its file is now.
   *
   * @param name the job's name
   * @param file its file on this machine
   * @return this container
   * @throws IllegalArgumentException if the name is none, or leads out of the folder of jobs
   * @throws java.io.UncheckedIOException if the file cannot be read
   */
  public UpstartContainer withJob(String name, Path file) {
    return withJob(name, GivenJobs.read(file));
  }

  /**
   * Gives it the conf and override files of a folder and of those below, as they are now.
   *
   * @param folder the folder on this machine, laid out as {@code /etc/init}
   * @return this container
   * @throws java.io.UncheckedIOException if one of them cannot be read
   */
  public UpstartContainer withJobs(Path folder) {
    jobs = GivenJobs.with(jobs, folder);
    return this;
  }

  /**
   * Keeps the image's own jobs. They see a container without privileges, where many jobs of a whole
   * machine fail.
   *
   * @return this container
   */
  public UpstartContainer withImageJobs() {
    imageJobs = true;
    return this;
  }

  /**
   * Says how {@link #upstart()} reaches Upstart.
   *
   * @param way the way; its private socket by default
   * @return this container
   */
  public UpstartContainer withTransport(Transport way) {
    transport = way;
    return this;
  }

  /**
   * {@return the Upstart in the container; closed when the container is stopped}
   *
   * @throws IllegalStateException if the container does not run
   */
  public Upstart upstart() {
    return connection().upstart();
  }

  /**
   * {@return the address of Upstart's private socket from here, for {@code DbusUpstart.at}}
   *
   * @throws IllegalStateException if the container does not run, or the transport is {@link
   *     Transport#INITCTL}
   */
  public String address() {
    return connection().address(Boot.SOCKET_PORT);
  }

  /**
   * {@return the address of the container's system bus from here, for {@code
   * DbusUpstart.builder().bus}}
   *
   * @throws IllegalStateException if the container does not run, or the transport is not {@link
   *     Transport#BUS}
   */
  public String busAddress() {
    return connection().address(Boot.BUS_PORT);
  }

  /**
   * {@return what runs programs in the container, as root; for {@code
   * InitctlUpstart.builder().runner}} A program that is given up goes on in the container.
   *
   * @throws IllegalStateException if the container does not run
   */
  public CommandRunner programs() {
    return connection().programs();
  }

  /**
   * {@return what a job without instances has printed; empty if nothing, or if its console is not
   * logged}
   *
   * @param job the job's name
   * @throws IllegalStateException if the container was not started
   */
  public String log(String job) {
    return logFile(job);
  }

  /**
   * {@return what an instance of a job has printed; empty if nothing}
   *
   * @param job the job's name
   * @param instance the instance's name
   * @throws IllegalStateException if the container was not started
   */
  public String log(String job, String instance) {
    return logFile(job + "-" + instance);
  }

  /** Upstart writes a slash as an underscore, so no name leads out of the folder. */
  private String logFile(String name) {
    try {
      return copyFileFromContainer(
          LOGS + name.replace('/', '_') + ".log", UpstartContainer::readText);
    } catch (NotFoundException nothing) {
      return "";
    }
  }

  private static String readText(InputStream in) throws java.io.IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private Connection connection() {
    if (connection == null) {
      throw new IllegalStateException("The container does not run: start it first");
    }
    return connection;
  }

  /**
   * Starts the container, and waits as its strategy says.
   *
   * @throws JobRejectedException if Upstart does not know a job that it was given
   * @throws JobNotRunningException if the job that is waited for does not run in time
   * @throws ContainerLaunchException if the container, or Upstart in it, does not start
   * @throws IllegalStateException if there is no engine
   */
  @Override
  public void start() {
    lastWords = null;
    try {
      super.start();
    } catch (ContainerLaunchException failure) {
      throw clearest(failure);
    }
  }

  private ContainerLaunchException clearest(ContainerLaunchException failure) {
    ContainerLaunchException clearest = LaunchFailures.clearest(failure);
    boolean isAboutAJob =
        clearest instanceof JobRejectedException || clearest instanceof JobNotRunningException;
    return isAboutAJob || lastWords == null ? clearest : LaunchFailures.ended(lastWords, failure);
  }

  /** Testcontainers calls this too, when a start has failed, and then removes the container. */
  @Override
  public void stop() {
    if (getContainerId() != null && !isRunning()) {
      lastWords = getLogs();
    }
    disconnect();
    super.stop();
  }

  private void disconnect() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  protected void configure() {
    Boot boot = boot();
    boot.files().forEach((path, file) -> withCopyToContainer(file, path));
    setCommand(boot.command());
    // the kernel gives it to process 1
    addEnv("TERM", "linux");
    if (transport == Transport.BUS) {
      addEnv("DBUS_SYSTEM_BUS_ADDRESS", Boot.SYSTEM_BUS);
    }
    setExposedPorts(boot.ports());
    withCreateContainerCmdModifier(this::toThisMachineOnly);
  }

  private void toThisMachineOnly(CreateContainerCmd command) {
    if (DockerClientFactory.instance().dockerHostIpAddress().equals("localhost")) {
      List<PortBinding> bindings =
          boot().ports().stream()
              .map(
                  port -> new PortBinding(Ports.Binding.bindIp("127.0.0.1"), ExposedPort.tcp(port)))
              .toList();
      command.getHostConfig().withPortBindings(bindings);
    }
    command.withEntrypoint();
  }

  private Boot boot() {
    return new Boot(transport, jobs, imageJobs);
  }

  @Override
  protected void containerIsStarting(InspectContainerResponse container) {
    disconnect();
    connection =
        new Connection(
            boot(),
            new ContainerPrograms(getDockerClient(), container.getId()),
            port -> new InetSocketAddress(getHost(), getMappedPort(port)));
  }

  Readiness readiness() {
    return new Readiness(upstart(), jobs, new Outside());
  }

  private final class Outside implements Surroundings {
    @Override
    public boolean isRunning() {
      return UpstartContainer.this.isRunning();
    }

    @Override
    public String output() {
      return getLogs();
    }

    @Override
    public String log(String job) {
      return UpstartContainer.this.log(job);
    }
  }
}
