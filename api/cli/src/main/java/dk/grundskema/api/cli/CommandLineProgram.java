package dk.grundskema.api.cli;

import dk.grundskema.api.cli.change.ChangeCommand;
import dk.grundskema.api.cli.command.BadInputException;
import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandEnvironment;
import dk.grundskema.api.cli.command.CommandTexts;
import dk.grundskema.api.cli.command.CommonOptions;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.cli.command.OutputNotWrittenException;
import dk.grundskema.api.cli.command.StudentNamesOption;
import dk.grundskema.api.cli.command.UsageErrorHandler;
import dk.grundskema.api.cli.demo.DemoCommand;
import dk.grundskema.api.cli.export.CalendarsCommand;
import dk.grundskema.api.cli.export.ExportCommand;
import dk.grundskema.api.cli.export.SheetsCommand;
import dk.grundskema.api.cli.importing.ImportCommand;
import dk.grundskema.api.cli.importing.ImportPlanCommand;
import dk.grundskema.api.cli.importing.NextTermCommand;
import dk.grundskema.api.cli.importing.TemplateCommand;
import dk.grundskema.api.cli.output.FindingPrinter;
import dk.grundskema.api.cli.report.AssessCommand;
import dk.grundskema.api.cli.report.CheckCommand;
import dk.grundskema.api.cli.report.ExplainCommand;
import dk.grundskema.api.cli.report.LedgerCommand;
import dk.grundskema.api.cli.service.BackupCommand;
import dk.grundskema.api.cli.service.RestoreCommand;
import dk.grundskema.api.cli.service.ServeCommand;
import dk.grundskema.api.cli.solve.SolveCommand;
import dk.grundskema.api.planning.PlanningFacade;
import dk.grundskema.domain.finding.MissingTextException;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.PluginFailedException;
import dk.grundskema.solver.registry.PluginRefusedException;
import dk.grundskema.solver.registry.RuleFailedException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/**
 * The command line program: registers the commands, parses the arguments and reports failures. Errors in the input give exit code 2, failures of the
 * program exit code 1, with a stack trace only on request.
 */
final class CommandLineProgram {
    private static final List<String> COMMANDS_NAMING_STUDENTS = List.of(
            "import", "solve", "check", "explain", "change", "assess", "ledger", "sheets", "calendars", "export");

    private final CommandEnvironment environment;
    private final Supplier<PlanningFacade> builder;

    /**
     * @param environment environment of the process
     * @param builder     creates the planning facade, on first use
     */
    CommandLineProgram(CommandEnvironment environment, Supplier<PlanningFacade> builder) {
        this.environment = environment;
        this.builder = builder;
    }

    /** Runs the command and returns the exit code. Never throws. */
    int run(String... args) {
        Locale language = CommandTexts.detectLanguage(args, environment.environment());
        var context = new CommandContext(environment, language, builder);
        try {
            return commandLine(context, language).execute(args);
        } catch (Throwable failure) { // Also OutOfMemoryError and StackOverflowError: the user gets a message
            return reportFailure(context, failure, args);
        }
    }

    private CommandLine commandLine(CommandContext context, Locale language) {
        var screen = environment.screen();
        var plugins = new CommandLine(new PluginsCommand(context))
                .addSubcommand(new VerifyPluginCommand(context))
                .addSubcommand(new AcceptPluginCommand(context));
        var line = new CommandLine(new GrundskemaCommand())
                .addSubcommand(new ImportCommand(context))
                .addSubcommand(new ImportPlanCommand(context))
                .addSubcommand(new NextTermCommand(context))
                .addSubcommand(new SolveCommand(context))
                .addSubcommand(new CheckCommand(context))
                .addSubcommand(new ExplainCommand(context))
                .addSubcommand(new ChangeCommand(context))
                .addSubcommand(new AssessCommand(context))
                .addSubcommand(new LedgerCommand(context))
                .addSubcommand(new SheetsCommand(context))
                .addSubcommand(new CalendarsCommand(context))
                .addSubcommand(new ExportCommand(context))
                .addSubcommand(new TemplateCommand(context))
                .addSubcommand(new SchemaCommand(context))
                .addSubcommand(plugins)
                .addSubcommand(new ServeCommand(context))
                .addSubcommand(new BackupCommand(context))
                .addSubcommand(new RestoreCommand(context))
                .addSubcommand(new DemoCommand(context));
        var usage = CommandTexts.bundle("usage", language);
        Stream.of(
                        List.of(line),
                        line.getSubcommands().values(),
                        plugins.getSubcommands().values())
                .flatMap(Collection::stream)
                .distinct() // some have two names
                .forEach(each -> each.addMixin("common", CommonOptions.class).setResourceBundle(usage));
        COMMANDS_NAMING_STUDENTS.forEach(
                command -> Objects.requireNonNull(line.getSubcommands().get(command))
                        .addMixin("names", new StudentNamesOption(context)));
        return line.setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(Help.defaultColorScheme(screen.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(screen.columns(), 120))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrorHandler(context.commandTexts(), screen))
                .setExecutionExceptionHandler((failure, where, parsed) ->
                        reportFailure(context, failure, parsed.originalArgs().toArray(String[]::new)));
    }

    private int reportFailure(CommandContext context, Throwable failure, String[] args) {
        if (failure instanceof BadInputException refused) {
            new FindingPrinter(environment.screen(), context.texts().withNames(refused.names()))
                    .printErrors(refused.findings());
            return ExitStatus.BAD_INPUT.code();
        }
        Texts texts = context.commandTexts();
        var err = environment.screen().err();
        err.println(
                switch (failure) {
                    case MissingTextException missing -> missingTextMessage(context, missing);
                    case PluginFailedException plugin ->
                        texts.text(
                                "failure.plugin-failed",
                                plugin.plugin(),
                                plugin.method(),
                                plugin.intervention().isEmpty() ? 0 : 1,
                                plugin.intervention(),
                                plugin.reason());
                    case RuleFailedException rule ->
                        texts.text("failure.rule-failed", rule.rule(), failureDetail(rule));
                    default -> texts.text(failureTextKey(failure), failureDetail(failure));
                });
        if (isVerbose(args)) {
            failure.printStackTrace(err);
        } else {
            err.println(texts.text("failure.what-to-do"));
        }
        err.flush();
        return ExitStatus.OWN_FAILURE.code();
    }

    /** Returns the message for a missing text. Keys of a plugin's texts begin with its id; those of its rules with {@code rule.} and the id. */
    private static String missingTextMessage(CommandContext context, MissingTextException missing) {
        Texts texts = context.commandTexts();
        String plugin = missing.key().replaceFirst("^rule\\.", "").split("\\.", 2)[0];
        return context.planning().typeNames(texts.locale()).containsKey(plugin)
                ? texts.text(
                        "failure.plugin-text",
                        plugin,
                        missing.key(),
                        "messages_" + missing.locale().getLanguage() + ".properties")
                : texts.text("failure.unexpected", failureDetail(missing));
    }

    private boolean isVerbose(String[] args) {
        return Arrays.asList(args).contains("--verbose")
                || !environment
                        .environment()
                        .getOrDefault("GRUNDSKEMA_VERBOSE", "")
                        .isEmpty();
    }

    private static String failureTextKey(Throwable failure) {
        return switch (failure) {
            case OutputNotWrittenException cannot -> "failure.cannot-write";
            case PluginRefusedException refused -> "failure.plugin";
            case OutOfMemoryError memory -> "failure.memory";
            default -> "failure.unexpected";
        };
    }

    /** Returns the detail that is shown even without {@code --verbose}. */
    private static String failureDetail(Throwable failure) {
        if (failure instanceof PluginRefusedException || failure instanceof OutputNotWrittenException) {
            return String.valueOf(failure.getMessage());
        }
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return cause.getClass().getSimpleName() + ": " + message;
    }
}
