package colophon.edition;

import colophon.article.Article;
import colophon.brief.Author;
import colophon.brief.Brief;
import colophon.brief.Draft;
import colophon.brief.Role;
import colophon.brief.Section;
import colophon.brief.Sentence;
import colophon.brief.Writing;
import colophon.grounding.Check;
import colophon.grounding.CheckResult;
import colophon.grounding.GroundingReport;
import colophon.grounding.SentenceFinding;
import colophon.grounding.Verdict;
import colophon.kernel.Digest;
import colophon.kernel.Slug;
import colophon.review.Approved;
import colophon.review.ApprovedCopies;
import colophon.review.Reviewer;
import colophon.story.Dossier;
import colophon.story.Origin;
import colophon.story.StoryRevision;
import colophon.text.Language;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A realistic brief with fictional outlets and people, and what is needed to print it. */
final class SampleBriefs {

  static final Instant PUBLISHED = Instant.parse("2026-05-07T12:40:00Z");
  static final Reviewer EDITOR = new Reviewer.Person("Ida Quist", "night editor");
  static final Reviewer NOBODY = new Reviewer.Policy("samples");

  private SampleBriefs() {}

  /** What the press takes. */
  record Job(
      Approved approved,
      Dossier dossier,
      VersionPlan plan,
      Imprint imprint,
      Map<Digest, Instant> fetched) {

    Job with(VersionPlan other) {
      return new Job(approved, dossier, other, imprint, fetched);
    }

    Job with(Imprint other) {
      return new Job(approved, dossier, plan, other, fetched);
    }

    Printing print() {
      return print("eu");
    }

    Printing print(String profile) {
      return new EditionPress()
          .print(approved, dossier, plan, imprint, LabelFiles.shipped().get(profile), fetched);
    }

    /** The edition, or an assertion error with the reasons. */
    Edition printed() {
      return switch (print()) {
        case Printing.Printed done -> done.edition();
        case Printing.Refused refused -> throw new AssertionError(refused.reasons());
      };
    }
  }

  static Imprint imprint() {
    return new Imprint(
        "The Harbour Desk",
        "Ida Quist",
        URI.create("mailto:errors@harbour-desk.example"),
        URI.create("https://harbour-desk.example/"),
        ZoneId.of("Europe/Berlin"),
        true);
  }

  static VersionPlan original(String slug) {
    return new VersionPlan(
        "b-0123456789abcdef",
        new Slug(slug),
        1,
        VersionPlan.Kind.ORIGINAL,
        null,
        PUBLISHED,
        PUBLISHED,
        "samples");
  }

  static VersionPlan correction(String slug, String note) {
    return new VersionPlan(
        "b-0123456789abcdef",
        new Slug(slug),
        2,
        VersionPlan.Kind.CORRECTION,
        note,
        PUBLISHED.plusSeconds(5_400),
        PUBLISHED,
        "samples");
  }

  static Writing model() {
    return writing("ollama", "harbour-7b", "harbour-7b-2026-03");
  }

  static Writing extractive() {
    return writing(Writing.EXTRACTIVE, "extractive", "extractive/1");
  }

  private static Writing writing(String provider, String model, String version) {
    Digest digest = Digest.ofText("x");
    return new Writing(
        provider, model, version, "brief", "1", digest, Map.of(), digest, digest, 0, 0, 0L, 1);
  }

  static Job reef() {
    return reef(model(), EDITOR);
  }

  static Job reef(Writing writing, Reviewer reviewer) {
    StoryDesk desk = reefDesk();
    return job(desk, reefBrief(desk), writing, reviewer, "merrow-reef-recovery");
  }

  static Job job(StoryDesk desk, Brief brief, Writing writing, Reviewer reviewer, String slug) {
    var draft =
        new Draft("d-0123456789abcdef0123", "s-0123456789abcdef", 1, brief, writing, PUBLISHED);
    List<SentenceFinding> findings =
        brief.sentences().stream()
            .map(sentence ->
                new SentenceFinding(
                    sentence.id(),
                    sentence.text(),
                    new Verdict.NoMismatch(),
                    List.of(new CheckResult(Check.FIGURES, true, "Every figure stands.", -1))))
            .toList();
    Approved approved =
        ApprovedCopies.of(
            draft,
            new GroundingReport(findings, List.of(), "rules/1"),
            reviewer,
            PUBLISHED.minusSeconds(240));
    List<Article> articles = desk.articles();
    var fetched = new HashMap<Digest, Instant>();
    articles.forEach(article -> fetched.put(article.snapshot(), PUBLISHED.minusSeconds(3_600)));
    List<String> ids = articles.stream().map(Article::id).toList();
    return new Job(
        approved,
        new Dossier(new StoryRevision("s-0123456789abcdef", 1, ids, origins(articles)), articles),
        original(slug),
        imprint(),
        fetched);
  }

  /** The last article is a copy of the first; every other one is its own origin. */
  private static List<Origin> origins(List<Article> articles) {
    if (articles.size() < 4) {
      return articles.stream().map(a -> new Origin(a.outlet(), List.of(a.id()))).toList();
    }
    var first = articles.getFirst();
    var last = articles.getLast();
    var origins = new ArrayList<Origin>();
    origins.add(new Origin(first.outlet(), List.of(first.id(), last.id())));
    articles
        .subList(1, articles.size() - 1)
        .forEach(a -> origins.add(new Origin(a.outlet(), List.of(a.id()))));
    return origins;
  }

  /** One article, for briefs whose words matter less than their form. */
  static StoryDesk smallDesk() {
    return new StoryDesk()
        .article(
            "gazette",
            "Millbrook Gazette",
            "The harbour opens",
            List.of("Ann Teller"),
            "2026-05-06T09:15:00+02:00",
            "https://gazette.example/harbour",
            Language.ENGLISH,
            "The harbour opened to boats on Monday.");
  }

  private static StoryDesk reefDesk() {
    return new StoryDesk()
        .article(
            "tidewater",
            "Tidewater Science",
            "Merrow Reef regains a third of its coral, survey finds",
            List.of("Nell Aster"),
            "2026-05-06T09:15:00+02:00",
            "https://tidewater.example/2026/05/merrow-reef",
            Language.ENGLISH,
            "Hard coral now covers 31 per cent of Merrow Reef, up from 12 per cent after the"
                + " heatwave of 2021, according to the seventh survey of the Saltmarsh Institute.",
            "Divers counted 214 plots between February and April. The gain is the largest in a"
                + " five-year span since counting began in 1998, said Orla Fenn, who leads the"
                + " survey.",
            "Fenn called the figures \"a breathing space, not a cure\" and said that one warm"
                + " summer could undo them.")
        .article(
            "lantern",
            "The Lantern",
            "What brought the reef back",
            List.of("Tomas Reeve", "Ada Lorne"),
            "2026-05-06T17:30:00+01:00",
            "https://lantern.example/science/merrow?from=front&ref=1",
            Language.ENGLISH,
            "The harbour authority closed the inner reef to anchoring in 2022. Boats now tie up at"
                + " 46 fixed moorings instead.",
            "Skippers grumbled at first. \"Two years on, nobody asks for the anchor back,\" said"
                + " Maud Kerrow, who runs charter boats out of Skerry Quay.",
            "Not everyone is persuaded that the ban did the work: a run of cool summers helped"
                + " too, the institute's own report notes.")
        .article(
            "pureungang",
            "Pureungang Ilbo",
            "메로 산호초, 5년 만에 회복세",
            List.of("한서윤"),
            "2026-05-07T08:00:00+09:00",
            "https://pureungang.example/science/20260507",
            new Language("ko"),
            "메로 산호초의 경산호 피복률이 31퍼센트로 올랐다고 솔트마시 연구소가 6일 밝혔다.",
            "연구소는 2027년 봄에 다음 조사를 할 예정이다.")
        .article(
            "institute",
            "Saltmarsh Institute",
            "Merrow Reef: seventh survey, summary (PDF)",
            List.of(),
            null,
            null,
            Language.ENGLISH,
            "Cool summers in 2023 and 2024 lowered bleaching stress; their share in the recovery"
                + " cannot be separated from that of the anchoring ban with the present data.",
            "The next survey is planned for spring 2027.")
        .article(
            "courier",
            "Westmere Courier",
            "Reef recovers, survey says",
            List.of("Agency"),
            "2026-05-06T11:02:00+02:00",
            "https://westmere.example/reef",
            Language.ENGLISH,
            "Hard coral now covers 31 per cent of Merrow Reef, up from 12 per cent after the"
                + " heatwave of 2021.");
  }

  private static Brief reefBrief(StoryDesk desk) {
    var person = new Author.Person("Ida Quist");
    Sentence headline =
        desk.sentence(
            "h",
            Role.HEADLINE,
            "Merrow Reef: A Breathing Space After Five Lean Years",
            "tidewater",
            "a breathing space, not a cure");
    List<Sentence> standfirst =
        List.of(
            desk.sentence(
                "d1",
                Role.STANDFIRST,
                "Hard coral covers 31 per cent of Merrow Reef again, a survey published on 6 May"
                    + " 2026 has found.",
                "tidewater",
                "Hard coral now covers 31 per cent of Merrow Reef",
                "pureungang",
                "경산호 피복률이 31퍼센트로 올랐다고"),
            desk.sentence(
                "d2",
                Role.STANDFIRST,
                "How much of it is owed to an anchoring ban, and how much to cool summers, nobody"
                    + " can say yet.",
                "institute",
                "their share in the recovery cannot be separated from that of the anchoring ban"));
    List<Sentence> lede =
        List.of(
            desk.sentence(
                "l1",
                Role.LEDE,
                "Divers of the Saltmarsh Institute counted 214 plots on the reef between February"
                    + " and April.",
                "tidewater",
                "Divers counted 214 plots between February and April."),
            desk.sentence(
                "l2",
                Role.LEDE,
                "The cover had fallen to 12 per cent after the heatwave of 2021; the gain since is"
                    + " the largest in any five years since 1998, according to Tidewater Science.",
                "tidewater",
                "up from 12 per cent after the heatwave of 2021",
                "tidewater",
                "The gain is the largest in a five-year span since counting began in 1998",
                "courier",
                "up from 12 per cent after the heatwave of 2021."));
    Section moorings =
        new Section(
            desk.sentence(
                "s1",
                Role.SUBHEAD,
                "Forty-six moorings, no anchors",
                "lantern",
                "46 fixed moorings"),
            List.of(
                List.of(
                    desk.sentence(
                        "s1p1.1",
                        Role.BODY,
                        "The harbour authority closed the inner reef to anchoring in 2022, and"
                            + " boats tie up at fixed moorings instead.",
                        "lantern",
                        "The harbour authority closed the inner reef to anchoring in 2022."),
                    desk.sentence(
                        "s1p1.2",
                        Role.BODY,
                        "“Two years on, nobody asks for the anchor back,” the charter skipper Maud"
                            + " Kerrow told The Lantern.",
                        person,
                        "lantern",
                        "\"Two years on, nobody asks for the anchor back,\" said Maud Kerrow"))));
    Section doubts =
        new Section(
            desk.sentence(
                "s2",
                Role.SUBHEAD,
                "Or was it the cool summers?",
                "lantern",
                "a run of cool summers"),
            List.of(
                List.of(
                    desk.sentence(
                        "s2p1.1",
                        Role.BODY,
                        "The institute’s own summary says that cool summers in 2023 and 2024"
                            + " lowered bleaching stress.",
                        "institute",
                        "Cool summers in 2023 and 2024 lowered bleaching stress")),
                List.of(
                    desk.sentence(
                        "s2p2.1",
                        Role.BODY,
                        "The next survey is planned for spring 2027.",
                        "institute",
                        "The next survey is planned for spring 2027.",
                        "pureungang",
                        "연구소는 2027년 봄에 다음 조사를 할 예정이다."))));
    return new Brief(Language.ENGLISH, headline, standfirst, lede, List.of(moorings, doubts));
  }
}
