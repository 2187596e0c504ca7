package colophon.desk;

import colophon.attest.Attested;
import colophon.attest.Attestor;
import colophon.attest.LoggedFiles;
import colophon.edition.VersionPlan;
import colophon.kernel.Digest;
import colophon.publication.PublicationStore;
import colophon.tlog.Checkpoint;
import colophon.tlog.LogFormatException;
import colophon.tlog.TlogProof;
import colophon.verify.Bundle;
import colophon.verify.Code;
import colophon.verify.Outcome;
import colophon.verify.Report;
import colophon.verify.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Verifies files that somebody gives, in a folder of their own that is gone afterwards. Where a
 * file is one that was published here, what proves it is laid beside it.
 */
final class FileCheck {

  /** The most files that are looked at together. */
  static final int MOST_FILES = 12;

  /** Deeper than the verifier looks up for the keys of a site around what it is given. */
  private static final String INSIDE = "1/2/3/4/5";

  private static final ExcerptView.Place NOWHERE = new ExcerptView.Place("", "");

  private static final String NO_FILE_OF_OURS =
      "This is no file of ours: no file that was published here has these bytes, and it is no text"
          + " whose sentences could be looked for.";

  private final Path site;
  private final Attestor attestor;
  private final LoggedFiles loggedFiles;
  private final PublicationStore publications;
  private final InstantSource clock;

  FileCheck(
      Path site,
      Attestor attestor,
      LoggedFiles loggedFiles,
      PublicationStore publications,
      InstantSource clock) {
    this.site = site;
    this.attestor = attestor;
    this.loggedFiles = loggedFiles;
    this.publications = publications;
    this.clock = clock;
  }

  /** What comes of given files. */
  sealed interface Answer {}

  /** They were not looked at, for the reason given. */
  record Refused(String reason) implements Answer {}

  /** They were. */
  record Looked(FindingsView findings) implements Answer {}

  /** One text came without a proof, and its sentences can still be looked for. */
  record Words(String text) implements Answer {}

  /** One file came that is neither ours nor a text, said in a sentence. */
  record NotOurs(String sentence) implements Answer {}

  /** A released version, and the name of the given file in it. */
  private record Ours(VersionPlan plan, String name) {}

  Answer check(List<MultipartFile> given) throws IOException {
    if (given.size() > MOST_FILES) {
      return new Refused("Give at most " + MOST_FILES + " files at once.");
    }
    SortedMap<String, MultipartFile> named = new TreeMap<>();
    for (MultipartFile file : given) {
      String sent = String.valueOf(file.getOriginalFilename());
      String name = GivenName.of(sent);
      boolean bundle = name.endsWith(".zip");
      if (file.getSize() > (bundle ? UploadLimit.MOST_BUNDLE_BYTES : UploadLimit.MOST_FILE_BYTES)) {
        return new Refused(
            "A file is larger than what is looked at here, " + UploadLimit.WORDS + ".");
      }
      if (named.put(name, file) != null) {
        return new Refused(
            "Two of these files are of one kind. Give those of one version at a time.");
      }
    }
    Path made = Files.createTempDirectory("colophon-given-");
    try {
      Path folder = Files.createDirectories(made.resolve(INSIDE));
      for (var each : named.entrySet()) {
        try (var in = each.getValue().getInputStream()) {
          Files.copy(in, folder.resolve(each.getKey()));
        }
      }
      return verify(folder, named.firstKey(), List.copyOf(named.keySet()), made);
    } finally {
      FileSystemUtils.deleteRecursively(made);
    }
  }

  private Answer verify(Path folder, String first, List<String> names, Path made)
      throws IOException {
    Optional<Ours> ours =
        names.contains(Bundle.ATTESTATION) ? Optional.empty() : ours(folder, names);
    String target = target(first, names);
    if (ours.isPresent()) {
      target = layProofs(folder, ours.get(), names);
    }
    Path trust = site.resolve("trust");
    Report report =
        Verifier.verify(
            folder.resolve(target), Files.isDirectory(trust) ? trust : null, clock.instant());
    boolean nothing =
        report.findings().stream().anyMatch(each -> each.code() == Code.TARGET_NOTHING);
    String shown = target;
    if (names.size() == 1 && ours.isEmpty() && report.outcome() == Outcome.INVALID) {
      Optional<Answer> bare = bare(folder.resolve(target), target, nothing);
      if (bare.isPresent()) {
        return bare.get();
      }
    }
    return new Looked(
        FindingsView.of(
            report,
            nothing ? "Nothing here can be checked" : outcome(report),
            ours.map(FileCheck::place).orElse(NOWHERE),
            ours.map(found -> standing(found.plan())).orElse(""),
            words ->
                words
                    .replace(folder.resolve(shown).toString(), shown)
                    .replace(made.toString(), "the given files")
                    .replace(site.toAbsolutePath().normalize().toString(), "the site")));
  }

  /**
   * What can be said of a lone file that is not ours; empty where that is the verifier's to say.
   */
  private static Optional<Answer> bare(Path file, String name, boolean nothing) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (proves(name) || GivenName.isSidecar(name) || isZip(name, bytes)) {
      return Optional.empty();
    }
    Optional<String> text = GivenText.of(bytes);
    if (text.isEmpty()) {
      return Optional.of(new NotOurs(NO_FILE_OF_OURS));
    }
    // Sentences are not looked for between the names and brackets of data.
    return nothing && !name.endsWith(".json") && !name.endsWith(".xml")
        ? text.map(Words::new)
        : Optional.empty();
  }

  private static boolean isZip(String name, byte[] bytes) {
    return name.endsWith(".zip") || bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
  }

  private static String outcome(Report report) {
    return switch (report.outcome()) {
      case TRUSTED -> "Unchanged, and signed with this newsroom’s keys";
      case VALID -> "Unchanged, but not shown to be signed with this newsroom’s keys";
      case INVALID -> "Not intact: do not rely on it";
    };
  }

  /** The file that is asked about: what readers read comes before what proves it. */
  private static String target(String first, List<String> names) {
    return names.stream()
        .filter(name -> !GivenName.isSidecar(name))
        .min(
            Comparator.comparing(FileCheck::proves)
                .thenComparing(name -> !name.equals(Bundle.SIGSTORE))
                .thenComparing(name -> name))
        .orElse(first);
  }

  private static boolean proves(String name) {
    return name.equals(Bundle.RECORD)
        || name.equals(Bundle.ATTESTATION)
        || name.equals(Bundle.PROOF)
        || name.equals(Bundle.SIGSTORE);
  }

  /** The released version that one of the files is of: by its bytes, or a proof by its place. */
  private Optional<Ours> ours(Path folder, List<String> names) throws IOException {
    for (String name : names) {
      if (GivenName.isSidecar(name) || name.endsWith(".zip")) {
        continue;
      }
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      List<LoggedFiles.LoggedFile> logged =
          name.equals(Bundle.PROOF) ? proved(bytes) : loggedFiles.withBytes(Digest.of(bytes));
      for (LoggedFiles.LoggedFile file : logged) {
        Optional<VersionPlan> plan =
            publications.released(file.briefId()).stream()
                .filter(each -> each.version() == file.version())
                .findFirst();
        if (plan.isPresent()) {
          Files.move(folder.resolve(name), folder.resolve(file.name()));
          Path sidecar = folder.resolve(GivenName.sidecarOf(name));
          if (Files.exists(sidecar)) {
            Files.move(sidecar, folder.resolve(GivenName.sidecarOf(file.name())));
          }
          return Optional.of(new Ours(plan.get(), file.name()));
        }
      }
    }
    return Optional.empty();
  }

  private List<LoggedFiles.LoggedFile> proved(byte[] bytes) {
    try {
      TlogProof proof = TlogProof.parse(bytes);
      String origin = Checkpoint.parse(proof.checkpoint().text()).origin();
      return loggedFiles.atEntry(origin, proof.index()).stream().toList();
    } catch (LogFormatException e) {
      // The verifier says what is wrong with it.
      return List.of();
    }
  }

  private String layProofs(Path folder, Ours ours, List<String> given) throws IOException {
    Attested attested = attestor.find(ours.plan()).orElseThrow();
    for (var proof : attestor.proofs(attested).entrySet()) {
      if (!proof.getKey().equals(ours.name()) && !given.contains(proof.getKey())) {
        Files.write(folder.resolve(proof.getKey()), proof.getValue());
      }
    }
    return ours.name();
  }

  private static ExcerptView.Place place(Ours ours) {
    return new ExcerptView.Place(
        ours.plan().slug() + ", version " + ours.plan().version(),
        "/briefs/" + ours.plan().slug() + "/v" + ours.plan().version() + "/");
  }

  private String standing(VersionPlan plan) {
    if (publications.withdrawal(plan.briefId()).isPresent()) {
      return "withdrawn, as the newsroom’s own list has it";
    }
    return publications.released(plan.briefId()).getLast().version() == plan.version()
        ? "current, as the newsroom’s own list has it"
        : "past, as the newsroom’s own list has it: a later version is out";
  }
}
