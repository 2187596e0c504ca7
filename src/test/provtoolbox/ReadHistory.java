import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.openprovenance.prov.core.json.serialization.ProvDeserialiser;
import org.openprovenance.prov.core.json.serialization.ProvSerialiser;
import org.openprovenance.prov.model.Document;

/**
 * Reads a PROV-JSON file with ProvToolbox, prints how many statements of each kind it found, and
 * writes the document again. Run by a test, as a program of its own: {@code IN OUT}.
 */
public class ReadHistory {

  public static void main(String... files) throws Exception {
    Document document =
        new ProvDeserialiser()
            .deserialiseDocument(new ByteArrayInputStream(Files.readAllBytes(Path.of(files[0]))));
    var counts = new TreeMap<String, Integer>();
    for (var statement : document.getStatementOrBundle()) {
      counts.merge(statement.getKind().name(), 1, Integer::sum);
    }
    counts.forEach((kind, count) -> System.out.println(kind + " " + count));
    try (OutputStream out = Files.newOutputStream(Path.of(files[1]))) {
      new ProvSerialiser().serialiseDocument(out, document, true);
    }
  }
}
