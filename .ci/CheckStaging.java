import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Checks that a folder in the layout of a Maven repository has what Maven Central demands of each
 * artifact, and that it holds the modules of the bill of materials and nothing else. Whether a
 * signature is good, gpg tells.
 *
 * <pre>java .ci/CheckStaging.java FOLDER</pre>
 */
final class CheckStaging {

  /** What a pom has, or inherits; a name cannot be inherited. */
  private static final List<String> DEMANDED =
      List.of(
          "description",
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url");

  /** What would make a build look elsewhere than in Maven Central. */
  private static final List<String> FORBIDDEN = List.of("repositories", "pluginRepositories");

  private static final Map<String, String> CHECKSUMS = Map.of("md5", "MD5", "sha1", "SHA-1");

  /** What belongs to a bill of materials, but is not in its list. */
  private static final Set<String> POMS = Set.of("upstart-bom", "upstart4j");

  private final Path folder;
  private final List<String> problems = new ArrayList<>();

  private CheckStaging(Path folder) {
    this.folder = folder;
  }

  public static void main(String... arguments) throws IOException {
    if (arguments.length != 1 || !Files.isDirectory(Path.of(arguments[0]))) {
      System.err.println("usage: java .ci/CheckStaging.java FOLDER");
      System.exit(2);
    }
    List<String> problems = new CheckStaging(Path.of(arguments[0])).problems();
    problems.forEach(System.err::println);
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  private List<String> problems() throws IOException {
    List<Path> poms = files(".pom");
    Set<String> staged = new TreeSet<>();
    for (Path file : poms) {
      Pom pom = Pom.read(file);
      staged.add(pom.text("artifactId").orElse(""));
      checkPom(file, pom);
      checkJars(file, pom);
    }
    checkList(staged);
    for (Path file : files("")) {
      checkFile(file);
    }
    return problems;
  }

  private List<Path> files(String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(end))
          .sorted()
          .toList();
    }
  }

  private void checkPom(Path file, Pom pom) throws IOException {
    if (!pom.has("name")) {
      report(file, "has no name");
    }
    for (String field : DEMANDED) {
      if (inherited(pom, field).isEmpty()) {
        report(file, "has no " + field);
      }
    }
    for (String field : FORBIDDEN) {
      if (pom.has(field)) {
        report(file, "has " + field);
      }
    }
    boolean isRelease = !inherited(pom, "version").orElse("").endsWith("-SNAPSHOT");
    if (isRelease && Files.readString(file).contains("-SNAPSHOT")) {
      report(file, "needs a SNAPSHOT");
    }
  }

  private Optional<String> inherited(Pom pom, String field) throws IOException {
    Optional<String> own = pom.text(field);
    if (own.isPresent() || !pom.has("parent")) {
      return own;
    }
    String parent = pom.text("parent/artifactId").orElse("");
    for (Path file : files(".pom")) {
      if (file.getFileName().toString().matches(parent + "-\\d.*")) {
        return inherited(Pom.read(file), field);
      }
    }
    return Optional.empty();
  }

  private void checkJars(Path file, Pom pom) {
    if (pom.text("packaging").orElse("jar").equals("pom")) {
      return;
    }
    String base = file.getFileName().toString().replaceAll("\\.pom$", "");
    for (String end : List.of(".jar", "-sources.jar", "-javadoc.jar")) {
      Path jar = file.resolveSibling(base + end);
      if (!Files.exists(jar)) {
        report(file, "is without " + jar.getFileName());
      } else if (!holdsMoreThanItsManifest(jar)) {
        report(jar, "is empty");
      }
    }
  }

  private static boolean holdsMoreThanItsManifest(Path jar) {
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      return zip.stream()
          .anyMatch(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/"));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private void checkList(Set<String> staged) throws IOException {
    Set<String> listed = new TreeSet<>(POMS);
    for (Path file : files(".pom")) {
      if (file.getFileName().toString().startsWith("upstart-bom-")) {
        listed.addAll(Pom.read(file).artifacts("dependencyManagement/dependencies/dependency"));
      }
    }
    for (String missing : difference(listed, staged)) {
      problems.add(folder + ": " + missing + " is in the bill of materials, but not staged");
    }
    for (String more : difference(staged, listed)) {
      problems.add(folder + ": " + more + " is staged, but not in the bill of materials");
    }
  }

  private static Set<String> difference(Set<String> these, Set<String> others) {
    Set<String> rest = new TreeSet<>(these);
    rest.removeAll(others);
    return rest;
  }

  private void checkFile(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.startsWith("maven-metadata") || name.matches(".*\\.(asc|md5|sha1|sha256|sha512)")) {
      return;
    }
    if (!Files.exists(Path.of(file + ".asc"))) {
      report(file, "has no signature");
    }
    for (Map.Entry<String, String> checksum : CHECKSUMS.entrySet()) {
      Path written = Path.of(file + "." + checksum.getKey());
      if (!Files.exists(written)) {
        report(file, "has no " + checksum.getKey());
      } else if (!Files.readString(written).strip().equals(digest(file, checksum.getValue()))) {
        report(written, "is wrong");
      }
    }
  }

  private static String digest(Path file, String algorithm) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private void report(Path file, String problem) {
    problems.add(folder.relativize(file) + " " + problem);
  }

  /** A pom, as it is written. */
  private record Pom(Element project) {

    static Pom read(Path file) throws IOException {
      try {
        DocumentBuilderFactory xml = DocumentBuilderFactory.newInstance();
        xml.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return new Pom(xml.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
      } catch (ParserConfigurationException | SAXException broken) {
        throw new IOException(file + " is no pom: " + broken.getMessage(), broken);
      }
    }

    boolean has(String path) {
      return !at(path).isEmpty();
    }

    Optional<String> text(String path) {
      return at(path).stream()
          .map(found -> found.getTextContent().strip())
          .filter(text -> !text.isEmpty())
          .findFirst();
    }

    /** Returns the artifacts that the elements at a path name. */
    List<String> artifacts(String path) {
      return at(path).stream()
          .flatMap(found -> children(found, "artifactId"))
          .map(found -> found.getTextContent().strip())
          .toList();
    }

    private List<Element> at(String path) {
      List<Element> found = List.of(project);
      for (String name : path.split("/")) {
        found = found.stream().flatMap(element -> children(element, name)).toList();
      }
      return found;
    }

    private static Stream<Element> children(Element element, String name) {
      return IntStream.range(0, element.getChildNodes().getLength())
          .mapToObj(element.getChildNodes()::item)
          .filter(child -> child.getNodeType() == Node.ELEMENT_NODE)
          .map(Element.class::cast)
          .filter(child -> child.getTagName().equals(name));
    }
  }
}
