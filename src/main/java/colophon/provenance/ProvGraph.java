package colophon.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A PROV document while it is put together, in the shape of PROV-JSON: each kind of statement is an
 * object of its own. What was said of a thing first stands; saying it again changes nothing.
 */
final class ProvGraph {

  /** What the lasting names of Colophon begin with. */
  private static final String URN = "urn:colophon:";

  /** Each prefix {@code x} stands for {@code urn:colophon:x:}; {@code term} holds our own words. */
  private static final List<String> PREFIXES =
      List.of(
          "activity",
          "agent",
          "article",
          "artefact",
          "brief",
          "copy",
          "draft",
          "prompt",
          "report",
          "snapshot",
          "term",
          "version");

  private final Map<String, Map<String, Json>> statements = new TreeMap<>();

  /**
   * What one statement says. What has no value is left out; every attribute is a list, since the
   * strictest reader takes nothing else.
   */
  static final class Attributes {
    private final Map<String, Json> members = new TreeMap<>();

    /** Terms of PROV's own, or of ours, as types. */
    Attributes type(String... terms) {
      var types = new ArrayList<Json>();
      for (String term : terms) {
        types.add(typed(term, "prov:QUALIFIED_NAME"));
      }
      return put("prov:type", types);
    }

    Attributes label(String text) {
      return put("prov:label", List.of(Json.of(text)));
    }

    Attributes text(String term, @Nullable String value) {
      return value == null ? this : texts(term, List.of(value));
    }

    Attributes texts(String term, List<String> values) {
      return values.isEmpty() ? this : put("term:" + term, values.stream().map(Json::of).toList());
    }

    Attributes number(String term, int value) {
      return put("term:" + term, List.of(typed(Integer.toString(value), "xsd:int")));
    }

    Attributes address(String term, @Nullable String value) {
      return value == null ? this : put("term:" + term, List.of(typed(value, "xsd:anyURI")));
    }

    /** A reference or a time, by PROV's own name for it; there is one, and it is no list. */
    Attributes prov(String name, @Nullable Object value) {
      if (value != null) {
        members.put("prov:" + name, Json.of(value.toString()));
      }
      return this;
    }

    private Attributes put(String name, List<Json> values) {
      members.put(name, Json.array(values));
      return this;
    }

    private static Json typed(String value, String type) {
      return Json.object("$", Json.of(value), "type", Json.of(type));
    }
  }

  String entity(String id, Attributes attributes) {
    return thing("entity", id, attributes);
  }

  String activity(String id, Attributes attributes) {
    return thing("activity", id, attributes);
  }

  String agent(String id, Attributes attributes) {
    return thing("agent", id, attributes);
  }

  /** Whether something is known as an entity. */
  boolean knows(String entity) {
    return kind("entity").containsKey(entity);
  }

  private String thing(String kind, String id, Attributes attributes) {
    kind(kind).putIfAbsent(id, new Json.Obj(attributes.members));
    return id;
  }

  void used(String activity, String entity) {
    relation("used", new Attributes().prov("activity", activity).prov("entity", entity));
  }

  void wasGeneratedBy(String entity, String activity, @Nullable Object time) {
    relation(
        "wasGeneratedBy",
        new Attributes().prov("entity", entity).prov("activity", activity).prov("time", time));
  }

  void wasDerivedFrom(String entity, String from, String activity) {
    relation("wasDerivedFrom", derivation(entity, from).prov("activity", activity));
  }

  /** A revision is a derivation of its own type (PROV-DM, section 5.2.2). */
  void wasRevisionOf(String entity, String earlier) {
    relation("wasDerivedFrom", derivation(entity, earlier).type("prov:Revision"));
  }

  private static Attributes derivation(String entity, String from) {
    return new Attributes().prov("generatedEntity", entity).prov("usedEntity", from);
  }

  void wasAttributedTo(String entity, String agent, @Nullable String type) {
    var attributes = new Attributes().prov("entity", entity).prov("agent", agent);
    relation("wasAttributedTo", type == null ? attributes : attributes.type(type));
  }

  void wasAssociatedWith(String activity, String agent, @Nullable String plan) {
    relation(
        "wasAssociatedWith",
        new Attributes().prov("activity", activity).prov("agent", agent).prov("plan", plan));
  }

  void actedOnBehalfOf(String delegate, String responsible, String activity) {
    relation(
        "actedOnBehalfOf",
        new Attributes()
            .prov("delegate", delegate)
            .prov("responsible", responsible)
            .prov("activity", activity));
  }

  void specializationOf(String specific, String general) {
    relation(
        "specializationOf",
        new Attributes().prov("specificEntity", specific).prov("generalEntity", general));
  }

  /** One statement for all members, which each reader takes as a list. */
  void hadMembers(String collection, List<String> entities) {
    relation(
        "hadMember",
        new Attributes()
            .prov("collection", collection)
            .put("prov:entity", entities.stream().map(Json::of).toList()));
  }

  /** Relations have no lasting names; PROV-JSON numbers them as blank nodes. */
  private void relation(String kind, Attributes attributes) {
    Map<String, Json> known = kind(kind);
    known.put("_:" + kind + (known.size() + 1), new Json.Obj(attributes.members));
  }

  private Map<String, Json> kind(String name) {
    return statements.computeIfAbsent(name, any -> new TreeMap<>());
  }

  /**
   * The document in UTF-8: canonical JSON, but for the prefixes, which stand first, since a reader
   * that streams (ProvToolbox is one) must know them before the first name.
   */
  byte[] bytes() {
    var prefixes = new TreeMap<String, Json>();
    for (String prefix : PREFIXES) {
      prefixes.put(prefix, Json.of(URN + prefix + ":"));
    }
    var document = new TreeMap<String, Json>();
    statements.forEach((kind, members) -> document.put(kind, new Json.Obj(members)));
    String rest = CanonicalJson.text(new Json.Obj(document));
    String first = CanonicalJson.text(Json.object("prefix", new Json.Obj(prefixes)));
    return (first.substring(0, first.length() - 1) + "," + rest.substring(1)).getBytes(UTF_8);
  }
}
