package org.upstart4j.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.upstart4j.Environment;
import org.upstart4j.Event;
import org.upstart4j.Job;
import org.upstart4j.ProcessType;
import org.upstart4j.Upstart;
import org.upstart4j.UpstartException;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.embedded.EmbeddedUpstartBuilder;
import org.upstart4j.embedded.ProcessScript;
import org.upstart4j.embedded.ScriptedProcess;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.jobfile.version.UpstartVersion;
import org.upstart4j.simulation.scenario.Scenario;

/**
 * Gives each test an Upstart of its own, in this process, to try job files on.
 *
 * <pre>{@code
 * @RegisterExtension
 * UpstartExtension upstart = UpstartExtension.jobs(Path.of("init"));
 *
 * @Test
 * void webRunsOnceTheDatabaseIsMigrated() {
 *   upstart.when("/usr/bin/migrate").after(Duration.ofSeconds(5)).exitsWith(0);
 *
 *   upstart.emit("filesystem");
 *   assertThat(upstart.job("web")).isStopped();
 *
 *   upstart.advance(Duration.ofSeconds(5));
 *   assertThat(upstart.job("web")).isRunning();
 *   assertThat(upstart.history()).emitted("started JOB=web");
 * }
 * }</pre>
 *
 * <p>The machine is not touched: processes do what the test says ({@link #when}), or what is usual,
 * and time stands still until the test advances it ({@link #advance}). When a method returns,
 * everything that it sets off at that moment has happened. {@link #withHostProcesses} runs the jobs
 * for real instead.
 *
 * <p>A test fails if it leaves something behind that would stay in real life: a subscription that
 * is still open, or a process that runs although no job knows it any more, such as a daemon whose
 * job lacks {@code expect daemon}. Jobs that still run are simply ended. A test that fails says
 * what happened, and where a page shows it: in {@code target/upstart}, or {@code build/upstart} of
 * a project that Gradle builds. JUnit's configuration parameter {@code upstart.pages}, or the
 * system property of that name, is another folder for pages, or {@code off}. There are no pages
 * without the artifact {@code upstart-picture}.
 *
 * <p>Keep it in a field that is not static, as each test has an Upstart of its own.
 */
public final class UpstartExtension
    implements BeforeEachCallback, AfterEachCallback, ParameterResolver {

  private final @Nullable Path folder;
  private final Map<String, String> jobs;
  private final boolean host;
  private final boolean session;
  private final UpstartVersion version;
  private final Scenario scenario;
  private @Nullable TestRun current;

  private UpstartExtension(
      @Nullable Path folder,
      Map<String, String> jobs,
      boolean host,
      boolean session,
      UpstartVersion version,
      Scenario scenario) {
    this.folder = folder;
    this.jobs = jobs;
    this.host = host;
    this.session = session;
    this.version = version;
    this.scenario = scenario;
  }

  /**
   * Reads the jobs from a folder.
   *
   * @param folder the folder, laid out as {@code /etc/init}
   * @return the extension
   */
  public static UpstartExtension jobs(Path folder) {
    return new UpstartExtension(
        folder, Map.of(), false, false, UpstartVersion.NEWEST, Scenario.EMPTY);
  }

  /**
   * Reads one job from a text; {@link #withJob} adds more.
   *
   * @param name the job's name
   * @param text the text of its file
   * @return the extension
   */
  public static UpstartExtension job(String name, String text) {
    return new UpstartExtension(
        null, Map.of(name, text), false, false, UpstartVersion.NEWEST, Scenario.EMPTY);
  }

  /**
   * {@return a copy with one more job, which replaces one of the same name in the folder}
   *
   * @param name the job's name
   * @param text the text of its file
   */
  public UpstartExtension withJob(String name, String text) {
    Map<String, String> more = new LinkedHashMap<>(jobs);
    more.put(name, text);
    return new UpstartExtension(folder, more, host, session, version, scenario);
  }

  /**
   * {@return a copy whose jobs run real processes of this machine, in real time} It does not work
   * with {@link #when}, {@link #process} and {@link #advance}; its other methods wait for what they
   * set off. First on their {@code PATH}, the processes find an initctl, start, stop, restart,
   * reload and status that reach this Upstart.
   */
  public UpstartExtension withHostProcesses() {
    return new UpstartExtension(folder, jobs, true, session, version, scenario);
  }

  /** {@return a copy that behaves as the Upstart of a user's session, not as process 1} */
  public UpstartExtension withUserSession() {
    return new UpstartExtension(folder, jobs, host, true, version, scenario);
  }

  /**
   * {@return a copy whose job files are read as a version of Upstart reads them}
   *
   * @param known the version; the newest by default
   */
  public UpstartExtension withVersion(UpstartVersion known) {
    return new UpstartExtension(folder, jobs, host, session, known, scenario);
  }

  /**
   * {@return a copy in which programs do what a scenario says, where no {@link #when} is for them}
   * Its jobs stand in for those that are neither in the folder nor given, and its events come from
   * outside: those without a time before the test begins, the others when the test has advanced the
   * time so far. It does not work with {@link #withHostProcesses}.
   *
   * <pre>{@code
   * UpstartExtension.jobs(Path.of("/etc/init"))
   *     .withScenario(Scenario.boot(Target.of(Platform.UBUNTU_14_04)));
   * }</pre>
   *
   * @param played the scenario
   */
  public UpstartExtension withScenario(Scenario played) {
    return new UpstartExtension(folder, jobs, host, session, version, played);
  }

  /**
   * {@return the Upstart, for code that is tested together with the jobs; closed when the test is
   * over}
   */
  public Upstart upstart() {
    return run().upstart();
  }

  /**
   * {@return a job}
   *
   * @param name the job's name
   * @throws org.upstart4j.UnknownJobException if there is no such job, or its file is wrong; its
   *     message says which line is wrong, or which names are similar
   */
  public Job job(String name) {
    run().machine().settle();
    return upstart().job(name);
  }

  /** {@return the history of this test so far} */
  public History history() {
    run().machine().settle();
    return run().history();
  }

  /**
   * Emits an event.
   *
   * @param event the event's name
   * @param variables its variables, each {@code NAME=VALUE}
   * @throws org.upstart4j.EventFailedException if a job that it starts or stops fails now
   */
  public void emit(String event, String... variables) {
    Event emitted = new Event(event, Environment.parse(List.of(variables)));
    run().command("emit " + emitted, () -> upstart().emitAsync(emitted));
  }

  /**
   * Starts a job.
   *
   * @param job the job's name
   * @param variables the variables that it gets, each {@code NAME=VALUE}
   * @throws UpstartException if it cannot be started, or fails now
   */
  public void start(String job, String... variables) {
    Environment environment = Environment.parse(List.of(variables));
    run()
        .command(line("start", job, environment), () -> upstart().job(job).startAsync(environment));
  }

  /**
   * Stops a job.
   *
   * @param job the job's name
   * @param variables those of its {@code instance} stanza, each {@code NAME=VALUE}
   * @throws UpstartException if it cannot be stopped, or fails now
   */
  public void stop(String job, String... variables) {
    Environment environment = Environment.parse(List.of(variables));
    run().command(line("stop", job, environment), () -> upstart().job(job).stopAsync(environment));
  }

  /**
   * Stops and starts a job.
   *
   * @param job the job's name
   * @param variables those of its {@code instance} stanza, each {@code NAME=VALUE}
   * @throws UpstartException if it cannot be restarted, or fails now
   */
  public void restart(String job, String... variables) {
    Environment environment = Environment.parse(List.of(variables));
    run()
        .command(
            line("restart", job, environment), () -> upstart().job(job).restartAsync(environment));
  }

  private static String line(String command, String job, Environment environment) {
    return (command + " " + job + " " + environment).strip();
  }

  /**
   * Scripts what a program does when a job runs it. A test that fails names the scripts that no
   * process has used.
   *
   * @param program the program as it stands in the job file, with as many of its arguments as
   *     matter
   * @return the script, to fill in
   */
  public ProcessScript when(String program) {
    return scripted().processes().when(program);
  }

  /**
   * Scripts what a process of a job does.
   *
   * @param job the job's name
   * @param type which process
   * @return the script, to fill in
   */
  public ProcessScript when(String job, ProcessType type) {
    return scripted().processes().when(job, type);
  }

  /**
   * {@return the main process that a job has spawned last, to ask what it was given, and to say
   * what it does next}
   *
   * @param job the job's name
   */
  public ScriptedProcess process(String job) {
    return process(job, ProcessType.MAIN);
  }

  /**
   * {@return the process of a type that a job has spawned last}
   *
   * @param job the job's name
   * @param type which process
   */
  public ScriptedProcess process(String job, ProcessType type) {
    scripted().settle();
    return scripted().processes().last(job, type);
  }

  /**
   * Advances the time; everything that falls due meanwhile happens.
   *
   * @param time how much
   */
  public void advance(Duration time) {
    scripted().clock().advance(time);
  }

  private ScriptedMachine scripted() {
    if (run().machine() instanceof ScriptedMachine scripted) {
      return scripted;
    }
    throw new IllegalStateException(
        "Real processes run in real time: a test cannot script them or advance the time");
  }

  private TestRun run() {
    return Objects.requireNonNull(current, "There is an Upstart only while a test runs");
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    EmbeddedUpstartBuilder builder =
        EmbeddedUpstart.builder().userSession(session).version(version);
    if (folder != null) {
      builder.folder(folder);
    }
    jobs.forEach((name, text) -> builder.job(name, JobFile.parse(text)));
    ScenarioStage stage = new ScenarioStage(scenario);
    stage.addJobs(builder, folder, jobs.keySet());
    current = new TestRun(host ? new HostMachine() : ScriptedMachine.create(scenario), builder);
    if (!stage.isEmpty()) {
      stage.play(scripted(), current.upstart());
    }
    WrongFiles.in(folder, version).forEach(current.history()::add);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestRun run = current;
    if (run == null) {
      // it has not begun, and JUnit reports why
      return;
    }
    current = null;
    try (run) {
      List<String> leaks = run.leaks();
      Throwable failure = context.getExecutionException().orElse(null);
      if (failure != null) {
        Story.addTo(failure, run.history());
        Story.addUnused(failure, run.machine().unused());
        FailurePage.addTo(failure, context, run, files());
      } else if (!leaks.isEmpty()) {
        AssertionError left =
            new AssertionError(
                Story.with(
                    "The test leaves behind:\n  " + String.join("\n  ", leaks), run.history()));
        FailurePage.addTo(left, context, run, files());
        throw left;
      }
    }
  }

  private TestedJobs files() {
    return new TestedJobs(folder, jobs, scenario, version);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return current != null && parameter.getParameter().getType().equals(Upstart.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return upstart();
  }
}
