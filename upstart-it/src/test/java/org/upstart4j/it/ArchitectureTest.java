package org.upstart4j.it;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.io.FileInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What may depend on what. */
class ArchitectureTest {

  private static final String CLI = "org.upstart4j.cli..";
  private static final JavaClasses ALL = Module.classes(Module.all());

  @Test
  void theRulesSeeEveryClassOfEveryModule() {
    for (Module module : Module.all()) {
      assertThat(module.classFiles()).as("%s", module).isNotEmpty();
      assertThat(Module.classes(List.of(module)))
          .as("%s", module)
          .hasSameSizeAs(module.classFiles());
    }
    assertThat(ALL)
        .hasSize(Module.all().stream().mapToInt(module -> module.classFiles().size()).sum());
  }

  @Test
  void theApiDependsOnTheJdkAndOnJSpecifyOnly() {
    JavaClasses api = Module.classes(List.of(Module.API));

    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "org.jspecify.annotations")
                .or(describe("are of the api", used -> api.contain(baseName(used)))))
        .check(api);
  }

  @Test
  void onlyTheInternalsOfJobFilesKnowAntlr() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.upstart4j.jobfile.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.antlr..")
        .check(ALL);
  }

  @Test
  void onlyTheTreesOfScenariosAndInventoriesKnowTheLibraryForYaml() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "org.upstart4j.simulation.internal.yaml", "org.upstart4j.fleet.inventory.internal.tree")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.snakeyaml..")
        .check(ALL);
  }

  @Test
  void onlyTheLayoutOfPicturesKnowsElk() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.upstart4j.picture.internal.layout")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.eclipse.elk..", "org.eclipse.emf..", "org.eclipse.xtext..")
        .check(ALL);
  }

  @Test
  void onlyTheWireKnowsDbusJavaAndItsSockets() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.upstart4j.dbus.internal.wire")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.freedesktop.dbus..", "org.newsclub.net.unix..")
        .check(ALL);
  }

  @Test
  void onlyGuiceModulesAndTheCommandLineKnowGuice() {
    noClasses()
        .that(describe("are no Guice modules", used -> !topLevel(used).endsWith("Module")))
        .and()
        .resideOutsideOfPackage(CLI)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.inject..")
        .check(ALL);
  }

  @Test
  void onlyTheTestKitKnowsJUnitAndAssertJ() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.upstart4j.testkit..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.junit..", "org.assertj..")
        .check(ALL);
  }

  @Test
  void onlyTheContainerKnowsTestcontainersAndDocker() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.upstart4j.testcontainers")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.testcontainers..", "com.github.dockerjava..")
        .check(ALL);
  }

  /** What all other commands start without. */
  @Test
  void onlyTheCommandsThatNeedThemKnowPicturesAndJLine() {
    noClasses()
        .that()
        .resideInAPackage(CLI)
        .and()
        .resideOutsideOfPackages("org.upstart4j.cli.graph", "org.upstart4j.cli.timeline")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.upstart4j.picture..")
        .check(ALL);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.upstart4j.cli.watch")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jline..")
        .check(ALL);
  }

  @Test
  void gsonShowsInNoSignatureOfALibrary() {
    assertThat(Module.classes(Module.libraries()).stream())
        .filteredOn(used -> used.getModifiers().contains(JavaModifier.PUBLIC))
        .flatMap(JavaClass::getCodeUnits)
        .filteredOn(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
        .noneMatch(
            unit ->
                Stream.concat(
                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                    .anyMatch(type -> type.getPackageName().startsWith("com.google.gson")));
  }

  @Test
  void theAnalysisTheSimulationTheConversionAndThePicturesArePureButForTheShellsThatMayBeAsked() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.upstart4j.analysis..",
            "org.upstart4j.simulation..",
            "org.upstart4j.systemd..",
            "org.upstart4j.picture..")
        .and()
        .resideOutsideOfPackage("org.upstart4j.analysis.host")
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Files.class,
            File.class,
            FileInputStream.class,
            FileChannel.class,
            ProcessBuilder.class,
            Process.class,
            Runtime.class,
            Clock.class)
        .orShould()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(ALL);
  }

  @Test
  void packagesDependOnEachOtherInOneDirection() {
    slices().assignedFrom(packages()).should().beFreeOfCycles().check(ALL);
  }

  @Test
  void onlyTheCommandLineUsesTheStandardStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackage(CLI)
        .should(ACCESS_STANDARD_STREAMS)
        .orShould()
        .accessField(System.class, "in")
        .check(ALL);
  }

  @Test
  void nothingChangesASettingOfTheWholeJvm() {
    noClasses()
        .that()
        // a program of its own, which nobody else's code runs in
        .doNotHaveFullyQualifiedName("org.upstart4j.cli.Rehearsal")
        .should()
        .callMethod(System.class, "setProperty", String.class, String.class)
        .orShould()
        .callMethod(System.class, "setProperties", Properties.class)
        .check(ALL);
  }

  @Test
  void nothingLogsExceptThroughSlf4j() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.util.logging..",
                "org.apache.commons.logging..",
                "org.apache.log4j..",
                "org.apache.logging..",
                "ch.qos.logback.."))
        .orShould()
        .dependOnClassesThat(
            resideInAPackage("org.slf4j.*..")
                .and(
                    DescribedPredicate.not(
                        resideInAnyPackage("org.slf4j.event..", "org.slf4j.spi.."))))
        .check(ALL);
  }

  @Test
  void everyPackageIsNullMarked() {
    for (Module module : Module.all()) {
      for (String name : module.packages().keySet()) {
        JavaPackage marked = ALL.getPackage(name);
        assertThat(marked.isAnnotatedWith(NullMarked.class)).as("%s is @NullMarked", name).isTrue();
      }
    }
  }

  private static SliceAssignment packages() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass used) {
        return used.getPackageName().startsWith("org.upstart4j")
            ? SliceIdentifier.of(used.getPackageName())
            : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }

  /** The class, or what an array is made of. */
  private static String baseName(JavaClass used) {
    return used.getBaseComponentType().getName();
  }

  private static String topLevel(JavaClass used) {
    return used.getEnclosingClass().map(ArchitectureTest::topLevel).orElse(used.getSimpleName());
  }
}
