package colophon.llm;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import colophon.kernel.CanonicalJson;
import colophon.kernel.Json;
import colophon.kernel.JsonFormatException;
import colophon.kernel.JsonReader;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A provider on this machine that speaks its own protocol: it refuses, in its own form, a request
 * that the real one would refuse by its published rules, and else answers as a test says.
 */
abstract class ProtocolPeer {

  static final String KEY = "key-that-must-never-be-shown";
  static final int INPUT_TOKENS = 1_234;
  static final int OUTPUT_TOKENS = 321;

  /** How a model stopped. */
  enum Stop {
    DONE,
    CUT,
    WITHHELD
  }

  private String address = Serving.SERVER.baseUrl();
  final List<Json.Obj> bodies = Collections.synchronizedList(new ArrayList<>());
  final List<String> faults = Collections.synchronizedList(new ArrayList<>());
  private final Deque<Function<Json.Obj, ResponseDefinitionBuilder>> script = new ArrayDeque<>();

  private Function<Json.Obj, ResponseDefinitionBuilder> otherwise =
      body -> refuse("asked once too often");

  ProtocolPeer() {
    takesTheLine();
  }

  /** From now on it is this peer who answers. */
  final void takesTheLine() {
    Answering.peer = this;
  }

  /** One server for all peers: tests are one at a time, and each start costs a while. */
  private static final class Serving {
    static final WireMockServer SERVER = start();

    private static WireMockServer start() {
      var server = new WireMockServer(options().dynamicPort().extensions(new Answering()));
      server.start();
      server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers("answering")));
      Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
      return server;
    }
  }

  /** The configuration line of a model this peer serves. */
  abstract String use();

  /** The address the real provider stands at. */
  abstract String realAddress();

  /** Everything wrong with a request by the provider's published rules. */
  abstract List<String> check(Request request, Json.Obj body);

  /** The texts that we said in a conversation, oldest first: the passages message, then replies. */
  abstract List<String> said(Json.Obj body);

  /** A whole answer in the provider's form. */
  abstract Json answer(String text, Stop stop);

  /** An error in the provider's form. */
  abstract Json error(int status, String message);

  /** The name of the model as the provider reports it. */
  abstract String reportedModel();

  /** The environment variable with the key; null where there is none. */
  String keyVariable() {
    return null;
  }

  /** The status of a request with bad fields. */
  int badRequest() {
    return 400;
  }

  final String address() {
    return address;
  }

  ProtocolPeer says(String text) {
    return says(text, Stop.DONE);
  }

  ProtocolPeer says(String text, Stop stop) {
    return sends(body -> json(200, answer(text, stop)));
  }

  ProtocolPeer fails(int status, String message) {
    return sends(body -> json(status, error(status, message)));
  }

  ProtocolPeer failsUntil(int status, String retryAfter) {
    return sends(
        body -> json(status, error(status, "slow down")).withHeader("Retry-After", retryAfter));
  }

  /** An answer whose envelope breaks off, though the transfer is whole. */
  ProtocolPeer saysHalf(String text) {
    return sends(body -> {
      String whole = CanonicalJson.text(answer(text, Stop.DONE));
      return raw(200, whole.substring(0, whole.length() / 2));
    });
  }

  /** JSON that is no answer of this provider. */
  ProtocolPeer saysSomethingElse() {
    return sends(body -> raw(200, "{\"hello\":\"world\"}"));
  }

  /** A page that a proxy puts in the way. */
  ProtocolPeer saysPage() {
    return sends(body -> raw(200, "<html><body>Welcome to the hotel network</body></html>"));
  }

  /** An answer that comes in crumbs and would take a minute. */
  ProtocolPeer drips(String text) {
    return sends(body -> json(200, answer(text, Stop.DONE)).withChunkedDribbleDelay(600, 60_000));
  }

  ProtocolPeer saysEndlessly() {
    String word = "and so on ".repeat(1_200_000);
    return sends(body -> json(200, answer(word, Stop.DONE)));
  }

  /** From now on nobody listens where it was. */
  void goesAway() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      address = "http://127.0.0.1:" + socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** From now on every request that is in order is answered by this, once the script is over. */
  ProtocolPeer answersBy(Function<Json.Obj, ResponseDefinitionBuilder> answer) {
    otherwise = answer;
    return this;
  }

  /** An answer with this text, as an HTTP response. */
  ResponseDefinitionBuilder saying(String text, Stop stop) {
    return json(200, answer(text, stop));
  }

  /** A refusal, as an HTTP response. */
  ResponseDefinitionBuilder failing(int status, String message) {
    return json(status, error(status, message));
  }

  private ProtocolPeer sends(Function<Json.Obj, ResponseDefinitionBuilder> answer) {
    script.add(answer);
    return this;
  }

  static ResponseDefinitionBuilder json(int status, Json body) {
    return raw(status, CanonicalJson.text(body));
  }

  static ResponseDefinitionBuilder raw(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json; charset=utf-8")
        .withBody(body);
  }

  private static final class Answering implements ResponseDefinitionTransformerV2 {

    static volatile ProtocolPeer peer;

    @Override
    public String getName() {
      return "answering";
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      return peer.serve(event.getRequest()).build();
    }
  }

  private ResponseDefinitionBuilder serve(Request request) {
    Json.Obj body;
    try {
      body = JsonReader.readObject(request.getBody(), 4 * 1024 * 1024);
    } catch (JsonFormatException e) {
      return refuse(e.getMessage());
    }
    bodies.add(body);
    var wrong = new ArrayList<>(check(request, body));
    if (!request.getMethod().equals(RequestMethod.POST)) {
      wrong.add("expected POST, found " + request.getMethod());
    }
    if (!wrong.isEmpty()) {
      wrong.subList(1, wrong.size()).forEach(faults::add);
      return refuse(wrong.getFirst());
    }
    return script.isEmpty() ? otherwise.apply(body) : script.remove().apply(body);
  }

  private ResponseDefinitionBuilder refuse(String fault) {
    faults.add(fault);
    return json(badRequest(), error(badRequest(), fault));
  }

  /** Notes a header that is not as it must be. */
  static void header(Request request, String name, String expected, List<String> wrong) {
    String found = request.containsHeader(name) ? request.getHeader(name) : "none";
    if (!found.equals(expected)) {
      wrong.add("header " + name + ": expected " + expected + ", found " + found);
    }
  }

  static void path(Request request, String expected, List<String> wrong) {
    if (!request.getUrl().equals(expected)) {
      wrong.add("expected the path " + expected + ", found " + request.getUrl());
    }
  }

  /** Notes members that a provider would refuse. */
  static void members(Json.Obj object, String where, Set<String> known, List<String> wrong) {
    object.members().keySet().stream()
        .filter(name -> !known.contains(name))
        .forEach(name -> wrong.add(where + "." + name + ": extra inputs are not permitted"));
  }

  static Json.Obj object(Json.Obj parent, String name, List<String> wrong) {
    if (parent.get(name) instanceof Json.Obj object) {
      return object;
    }
    wrong.add(name + ": expected an object, found " + parent.get(name));
    return Json.object();
  }

  static List<Json.Obj> objects(Json.Obj parent, String name, List<String> wrong) {
    if (parent.get(name) instanceof Json.Arr array
        && array.items().stream().allMatch(item -> item instanceof Json.Obj)) {
      return array.items().stream().map(item -> (Json.Obj) item).toList();
    }
    wrong.add(name + ": expected an array of objects, found " + parent.get(name));
    return List.of();
  }

  static void equal(Json.Obj parent, String name, Json expected, List<String> wrong) {
    if (!expected.equals(parent.get(name))) {
      wrong.add(name + ": expected " + expected + ", found " + parent.get(name));
    }
  }

  /** Roles must begin as given and then be user and the model in turn, the user last. */
  static void turns(List<String> roles, String model, List<String> wrong) {
    for (int i = 0; i < roles.size(); i++) {
      if (!roles.get(i).equals(i % 2 == 0 ? "user" : model)) {
        wrong.add("messages: roles must alternate, found " + roles);
        return;
      }
    }
    if (roles.size() % 2 == 0) {
      wrong.add("messages: the last must be the user's, found " + roles);
    }
  }

  /** The text of a message's content, a string or blocks of text. */
  static String text(Json content) {
    return switch (content) {
      case Json.Str whole -> whole.value();
      case Json.Arr blocks ->
          blocks.items().stream()
              .map(block -> text(((Json.Obj) block).get("text")))
              .collect(Collectors.joining());
      case null, default -> "";
    };
  }

  /** What the user says in a conversation of role and content. */
  static List<String> users(Json.Obj body, String list, String content) {
    return ((Json.Arr) body.get(list))
        .items().stream()
            .map(item -> (Json.Obj) item)
            .filter(message -> role(message).equals("user"))
            .map(message -> text(message.get(content)))
            .toList();
  }

  static String role(Json.Obj message) {
    return message.get("role") instanceof Json.Str role ? role.value() : "none";
  }
}
