package org.upstart4j.dbus.internal.server;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.upstart4j.Instance;
import org.upstart4j.Job;
import org.upstart4j.UnknownInstanceException;
import org.upstart4j.UnknownJobException;
import org.upstart4j.Upstart;
import org.upstart4j.spi.ObjectPaths;

/** The objects, as they are at the moment when they are asked for: nothing of them is kept. */
final class ExportedObjects {

  private static final String INNER = "/com/ubuntu";
  private static final String BELOW_JOBS = ObjectPaths.JOBS + '/';

  private final Upstart upstart;
  private final Interface<Upstart> managerType;

  ExportedObjects(Upstart upstart, Buses buses) {
    this.upstart = upstart;
    this.managerType = new ManagerInterface(buses).type();
  }

  /** Returns the object at a path. */
  Optional<ExportedObject<?>> find(String path) {
    if (path.equals(ObjectPaths.MANAGER)) {
      return Optional.of(manager());
    }
    if (!path.startsWith(BELOW_JOBS)) {
      return Optional.empty();
    }
    String element = path.substring(BELOW_JOBS.length());
    int slash = element.indexOf('/');
    return slash < 0
        ? job(element).map(job -> exported(path, job))
        : job(element.substring(0, slash))
            .flatMap(job -> instance(job, element.substring(slash + 1)))
            .map(this::exported);
  }

  private ExportedObject<Upstart> manager() {
    return new ExportedObject<>(
        ObjectPaths.MANAGER,
        managerType,
        upstart,
        failure -> false,
        () -> upstart.jobs().isEmpty() ? List.of() : List.of("jobs"));
  }

  private ExportedObject<Job> exported(String path, Job job) {
    return new ExportedObject<>(
        path,
        JobInterface.TYPE,
        job,
        failure -> failure instanceof UnknownJobException,
        () -> elements(job.instances(), Instance::name));
  }

  private ExportedObject<InstanceView> exported(Instance instance) {
    return new ExportedObject<>(
        ObjectPaths.instance(instance.job().name(), instance.name()),
        InstanceInterface.TYPE,
        new InstanceView(instance),
        failure ->
            failure instanceof UnknownInstanceException || failure instanceof UnknownJobException,
        List::of);
  }

  private Optional<Job> job(String element) {
    Optional<String> name = ObjectPaths.decode(element);
    if (name.isEmpty()) {
      return named(upstart.jobs(), Job::name, element);
    }
    if (name.get().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(upstart.job(name.get()));
    } catch (UnknownJobException gone) {
      return Optional.empty();
    }
  }

  private static Optional<Instance> instance(Job job, String element) {
    Optional<String> name = ObjectPaths.decode(element);
    try {
      return name.isEmpty()
          ? named(job.instances(), Instance::name, element)
          : Optional.of(job.instance(name.get()));
    } catch (UnknownInstanceException | UnknownJobException gone) {
      return Optional.empty();
    }
  }

  /** Finds the one that a path means if the path does not contain the name. */
  private static <T> Optional<T> named(
      Collection<T> all, Function<T, String> name, String element) {
    return element.contains("_ff")
        ? all.stream()
            .filter(one -> ObjectPaths.encode(name.apply(one)).equals(element))
            .findFirst()
        : Optional.empty();
  }

  /** Returns the children of a path that has no object of its own. */
  List<String> children(String path) {
    return switch (path) {
      case "/" -> List.of("com");
      case "/com" -> List.of("ubuntu");
      case INNER -> List.of("Upstart");
      case ObjectPaths.JOBS -> elements(upstart.jobs(), Job::name);
      default -> List.of();
    };
  }

  private static <T> List<String> elements(Collection<T> all, Function<T, String> name) {
    return all.stream().map(name).map(ObjectPaths::encode).distinct().sorted().toList();
  }
}
