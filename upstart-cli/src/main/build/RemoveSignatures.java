import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Takes the signatures out of the jars of a folder: Java would check them at each start, and keeps
 * no class of a signed jar in an archive. All other entries stay as they are, to the byte.
 *
 * <pre>java RemoveSignatures.java FOLDER</pre>
 */
final class RemoveSignatures {

  private RemoveSignatures() {}

  public static void main(String... arguments) throws IOException {
    for (Path jar : list(Path.of(arguments[0]))) {
      try (FileSystem inside = FileSystems.newFileSystem(jar)) {
        for (Path file : list(inside.getPath("META-INF"))) {
          if (file.toString().matches(".*\\.(SF|RSA|DSA|EC)")) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
