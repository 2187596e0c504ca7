package colophon.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line of Colophon. */
@Command(
    name = "colophon",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Turns source articles into short news briefs that show their sources.",
    footer = {
      "",
      "Exit codes: 0 done, 1 not all done, 64 not understood, 65 wrong input, 66 not found,",
      "69 database or program missing, 70 our mistake, 73 cannot write, 130 stopped with Ctrl-C.",
      "Verification: 0 trusted, 10 valid, 20 invalid.",
      "",
      "Start with: colophon demo"
    })
public final class Colophon implements Runnable {

  private static final Map<String, Supplier<Object>> COMMANDS = commands();

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the technical details of a failure.")
  private boolean debug;

  /** Without arguments: says what there is. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  /** Runs one command and ends the process with its code. */
  public static void main(String[] arguments) {
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(out, err, arguments).execute(arguments));
  }

  /** The command line with its outputs, ready to execute these arguments. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err, String... arguments) {
    var root = new Colophon();
    var line = new CommandLine(root);
    // Reading the annotations of a command takes time, so only the command asked for is read where
    // it is plain which one that is.
    String first = arguments.length == 0 ? "" : arguments[0];
    COMMANDS.forEach((name, command) -> {
      if (!COMMANDS.containsKey(first) || first.equals(name)) {
        line.addSubcommand(name, command.get());
      }
    });
    line.setCaseInsensitiveEnumValuesAllowed(true); // --role editor, as people and pages write it
    return explained(Answers.give(line, out, err, () -> root.debug));
  }

  /** What a person can mend is said in words of its own, and a stopped process says no more. */
  private static CommandLine explained(CommandLine line) {
    CommandLine.IExecutionExceptionHandler answer = line.getExecutionExceptionHandler();
    return line.setExecutionExceptionHandler((e, command, parsed) -> {
      if (Interruption.isUnderWay()) {
        return ExitCode.INTERRUPTED;
      }
      Optional<CommandFailure> known = Failures.known(e);
      return answer.handleExecutionException(known.isPresent() ? known.get() : e, command, parsed);
    });
  }

  private static Map<String, Supplier<Object>> commands() {
    var commands = new LinkedHashMap<String, Supplier<Object>>();
    commands.put("demo", DemoCommand::new);
    commands.put("brief", BriefCommand::new);
    commands.put("serve", ServeCommand::new);
    commands.put("review", ReviewCommand::new);
    commands.put("show", ShowCommand::new);
    commands.put("doctor", DoctorCommand::new);
    commands.put("run", RunCommand::new);
    commands.put("backfill", BackfillCommand::new);
    commands.put("verify", VerifyCommand::new);
    commands.put("check-excerpt", CheckExcerptCommand::new);
    commands.put("apply", ApplyCommand::new);
    commands.put("validate", ValidateCommand::new);
    commands.put("keys", KeysCommand::new);
    commands.put("users", UsersCommand::new);
    commands.put("alerts", AlertsCommand::new);
    commands.put("tokens", TokensCommand::new);
    commands.put("log", LogCommand::new);
    commands.put("witness", WitnessCommand::new);
    commands.put("bundle", BundleCommand::new);
    commands.put("replay", ReplayCommand::new);
    commands.put("export", ExportCommand::new);
    commands.put("warc", WarcCommand::new);
    commands.put("erase", EraseCommand::new);
    commands.put("hold", HoldCommand::new);
    return Collections.unmodifiableMap(commands);
  }
}
