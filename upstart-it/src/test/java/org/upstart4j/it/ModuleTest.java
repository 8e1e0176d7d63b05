package org.upstart4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the modules export and require. */
class ModuleTest {

  private static final Set<String> LOGGING_BACKENDS =
      Set.of(
          "logback-classic",
          "log4j-slf4j-impl",
          "log4j-slf4j2-impl",
          "slf4j-jdk14",
          "slf4j-nop",
          "slf4j-reload4j",
          "slf4j-simple");

  /** Modules that other programs don't run, or that hold no program at all. */
  private static final Set<String> WITHOUT_PROGRAM =
      Set.of("upstart-bom", "upstart-it", "upstart-benchmarks", "packaging");

  @Test
  void everyModuleOfTheBuildIsUnderTheseRules() throws Exception {
    List<String> built = texts(pom(Module.projectRoot()), "module");

    assertThat(built)
        .filteredOn(module -> !WITHOUT_PROGRAM.contains(module))
        .containsExactlyInAnyOrderElementsOf(Module.all().stream().map(Module::path).toList());
  }

  @Test
  void theBillOfMaterialsNamesEveryPublishedModuleAndNothingElse() throws Exception {
    Element bom = pom(Module.projectRoot().resolve("upstart-bom"));

    assertThat(texts(bom, "artifactId"))
        .filteredOn(name -> name.startsWith("upstart-") && !name.equals("upstart-bom"))
        .containsExactlyInAnyOrderElementsOf(Module.all().stream().map(Module::toString).toList());
    assertThat(bom.getElementsByTagName("parent").getLength()).isZero();
    assertThat(texts(bom, "version").get(0))
        .isEqualTo(texts(pom(Module.projectRoot()), "version").get(0));
  }

  @Test
  void noPackageIsInTwoModules() {
    List<String> packages = new ArrayList<>();
    Module.all().forEach(module -> packages.addAll(module.packages().keySet()));

    assertThat(packages).isNotEmpty().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource
  void noInternalPackageIsExportedOrOpenedToOthersThanModulesOfThisProject(Module module) {
    ModuleDescriptor descriptor = module.descriptor();
    Stream<String> exported =
        descriptor.exports().stream()
            .filter(export -> !isToThisProject(export))
            .map(ModuleDescriptor.Exports::source);
    Stream<String> opened = descriptor.opens().stream().map(ModuleDescriptor.Opens::source);

    assertThat(Stream.concat(exported, opened))
        .noneMatch(name -> name.endsWith(".internal") || name.contains(".internal."));
  }

  private static boolean isToThisProject(ModuleDescriptor.Exports export) {
    return export.isQualified()
        && export.targets().stream().allMatch(target -> target.startsWith("org.upstart4j."));
  }

  @ParameterizedTest
  @MethodSource("org.upstart4j.it.Module#libraries")
  void everyOtherPackageOfALibraryIsExported(Module library) {
    Set<String> exported =
        library.descriptor().exports().stream()
            .filter(export -> !export.isQualified())
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toSet());

    assertThat(exported)
        .isEqualTo(
            library.packages().keySet().stream()
                .filter(name -> !name.contains(".internal"))
                .collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("org.upstart4j.it.Module#libraries")
  void noLibraryBringsALoggingBackend(Module library) throws Exception {
    NodeList dependencies = pom(library.folder()).getElementsByTagName("dependency");

    assertThat(IntStream.range(0, dependencies.getLength()).mapToObj(dependencies::item))
        .map(Element.class::cast)
        .filteredOn(dependency -> !texts(dependency, "scope").contains("test"))
        .flatMap(dependency -> texts(dependency, "artifactId"))
        .isNotEmpty()
        .doesNotContainAnyElementsOf(LOGGING_BACKENDS);
  }

  private static Element pom(Path folder) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(folder.resolve("pom.xml").toFile())
        .getDocumentElement();
  }

  private static List<String> texts(Element element, String tag) {
    NodeList found = element.getElementsByTagName(tag);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent().strip())
        .toList();
  }
}
