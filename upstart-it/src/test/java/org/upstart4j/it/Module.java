package org.upstart4j.it;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.upstart4j.analysis.Check;
import org.upstart4j.dbus.UpstartDbusServer;
import org.upstart4j.embedded.EmbeddedUpstart;
import org.upstart4j.event.EventExpression;
import org.upstart4j.fleet.Fleet;
import org.upstart4j.initctl.InitctlUpstart;
import org.upstart4j.jobfile.JobFile;
import org.upstart4j.micrometer.UpstartMetrics;
import org.upstart4j.picture.Svg;
import org.upstart4j.simulation.Simulation;
import org.upstart4j.state.UpstartState;
import org.upstart4j.systemd.SystemdConversion;
import org.upstart4j.testcontainers.UpstartContainer;
import org.upstart4j.testkit.UpstartExtension;

/** A module of this project, as these tests find it: a folder or a jar. */
enum Module {
  API("upstart-api", EventExpression.class.getName()),
  STATE("upstart-state", UpstartState.class.getName()),
  JOBFILE("upstart-jobfile", JobFile.class.getName()),
  ANALYSIS("upstart-analysis", Check.class.getName()),
  SYSTEMD("upstart-systemd", SystemdConversion.class.getName()),
  EMBEDDED("upstart-embedded", EmbeddedUpstart.class.getName()),
  SIMULATION("upstart-simulation", Simulation.class.getName()),
  PICTURE("upstart-picture", Svg.class.getName()),
  TESTKIT("upstart-testkit", UpstartExtension.class.getName()),
  DBUS("upstart-dbus", UpstartDbusServer.class.getName()),
  INITCTL("upstart-initctl", InitctlUpstart.class.getName()),
  FLEET("upstart-fleet", Fleet.class.getName()),
  MICROMETER("integrations/upstart-micrometer", UpstartMetrics.class.getName()),
  TESTCONTAINERS("integrations/upstart-testcontainers", UpstartContainer.class.getName()),
  CLI("upstart-cli", "org.upstart4j.cli.UpstartCommand");

  private static final String MODULE_INFO = "module-info.class";

  private final String folder;
  private final String anyClass;

  Module(String folder, String anyClass) {
    this.folder = folder;
    this.anyClass = anyClass;
  }

  static List<Module> all() {
    return List.of(values());
  }

  /** Returns those that other programs use. */
  static List<Module> libraries() {
    return all().stream().filter(module -> module != CLI).toList();
  }

  /** Returns the classes of some modules. */
  static JavaClasses classes(List<Module> modules) {
    return new ClassFileImporter()
        .importLocations(modules.stream().map(Module::location).collect(Collectors.toSet()));
  }

  /** Returns what the build calls it: its folder. */
  String path() {
    return folder;
  }

  /** Returns where the module's sources are. */
  Path folder() {
    return projectRoot().resolve(folder);
  }

  static Path projectRoot() {
    Path start = Path.of("").toAbsolutePath();
    for (Path candidate = start; candidate != null; candidate = candidate.getParent()) {
      if (Files.exists(candidate.resolve("mvnw"))) {
        return candidate;
      }
    }
    throw new IllegalStateException("No folder with mvnw in it at or above " + start);
  }

  private URI uri() {
    try {
      return Class.forName(anyClass, false, Module.class.getClassLoader())
          .getProtectionDomain()
          .getCodeSource()
          .getLocation()
          .toURI();
    } catch (ClassNotFoundException | URISyntaxException failure) {
      throw new IllegalStateException("Module " + folder + " is not there", failure);
    }
  }

  Location location() {
    URI uri = uri();
    return Location.of(uri.getPath().endsWith(".jar") ? URI.create("jar:" + uri + "!/") : uri);
  }

  /** Returns the class files, without the module's descriptor. */
  List<String> classFiles() {
    return inside(
        root -> {
          try (Stream<Path> files = Files.walk(root)) {
            return files
                .map(file -> root.relativize(file).toString())
                .filter(file -> file.endsWith(".class") && !file.equals(MODULE_INFO))
                .sorted()
                .toList();
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  /** Returns how many class files each package has. */
  Map<String, Long> packages() {
    return classFiles().stream()
        .map(file -> file.substring(0, file.lastIndexOf('/')).replace('/', '.'))
        .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
  }

  /** Returns the classes of the packages that any module may use. */
  List<Class<?>> exportedClasses() {
    Set<String> exported =
        descriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());
    return classFiles().stream()
        .map(file -> file.replace(".class", "").replace('/', '.'))
        .filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.'))))
        .filter(name -> !name.endsWith(".package-info"))
        .<Class<?>>map(Module::load)
        .toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Module.class.getClassLoader());
    } catch (ClassNotFoundException failure) {
      throw new IllegalStateException(name + " is not there", failure);
    }
  }

  ModuleDescriptor descriptor() {
    return inside(
        root -> {
          try (InputStream in = Files.newInputStream(root.resolve(MODULE_INFO))) {
            return ModuleDescriptor.read(in);
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }

  private <T> T inside(Function<Path, T> look) {
    Path path = Path.of(uri());
    if (Files.isDirectory(path)) {
      return look.apply(path);
    }
    try (FileSystem jar = FileSystems.newFileSystem(path)) {
      return look.apply(jar.getPath("/"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns its name as an artifact. */
  @Override
  public String toString() {
    return folder.substring(folder.lastIndexOf('/') + 1);
  }
}
