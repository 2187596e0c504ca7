package colophon.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the seeds of one target into a folder, or prints the names of all targets. */
final class FuzzSeeds {

  private FuzzSeeds() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      FuzzTargets.all().forEach(target -> System.out.println(target.name()));
      return;
    }
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    int number = 1;
    for (byte[] seed : FuzzTargets.named(arguments[0]).seeds().get()) {
      Files.write(folder.resolve("seed-" + number++), seed);
    }
  }
}
