package dk.grundskema.api.cli;

import dk.grundskema.api.house.House;
import dk.grundskema.domain.finding.MissingTextException;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.solver.registry.PluginRefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;

/** The program as it is typed: its commands, and what happens when one of them can't do its work. */
final class CommandLineProgram {
    private static final List<String> TALKING_OF_STUDENTS =
            List.of("solve", "check", "replan", "assess", "ledger", "sheets", "calendars");

    private final Surroundings here;
    private final Supplier<House> builder;

    /**
     * @param here    what is around
     * @param builder builds the rest of the house, if it is needed
     */
    CommandLineProgram(Surroundings here, Supplier<House> builder) {
        this.here = here;
        this.builder = builder;
    }

    /** Runs what was typed and gives the exit code. Never throws. */
    int run(String... args) {
        Locale language = Speech.language(args, here.environment());
        var desk = new Desk(here, language, builder);
        try {
            return commandLine(desk, language).execute(args);
        } catch (Throwable failure) { // Also no memory and no stack: the user is told, whatever it is
            return failed(desk, failure, args);
        }
    }

    private CommandLine commandLine(Desk desk, Locale language) {
        var screen = here.screen();
        var line = new CommandLine(new GrundskemaCommand())
                .addSubcommand(new ImportCommand(desk))
                .addSubcommand(new SolveCommand(desk))
                .addSubcommand(new CheckCommand(desk))
                .addSubcommand(new ReplanCommand(desk))
                .addSubcommand(new AssessCommand(desk))
                .addSubcommand(new LedgerCommand(desk))
                .addSubcommand(new SheetsCommand(desk))
                .addSubcommand(new CalendarsCommand(desk))
                .addSubcommand(new TemplateCommand(desk))
                .addSubcommand(new SchemaCommand(desk))
                .addSubcommand(new ServeCommand(desk))
                .addSubcommand(new BackupCommand(desk))
                .addSubcommand(new RestoreCommand(desk))
                .addSubcommand(new DemoCommand(desk));
        var usage = Speech.bundle("usage", language);
        Stream.concat(Stream.of(line), line.getSubcommands().values().stream())
                .forEach(each -> each.addMixin("common", CommonOptions.class).setResourceBundle(usage));
        TALKING_OF_STUDENTS.forEach(command ->
                Objects.requireNonNull(line.getSubcommands().get(command)).addMixin("names", new NamesOption(desk)));
        return line.setOut(screen.out())
                .setErr(screen.err())
                .setColorScheme(Help.defaultColorScheme(screen.colour() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(Math.min(screen.columns(), 120))
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors(desk.ownTexts(), screen))
                .setExecutionExceptionHandler((failure, where, parsed) ->
                        failed(desk, failure, parsed.originalArgs().toArray(String[]::new)));
    }

    private int failed(Desk desk, Throwable failure, String[] args) {
        if (failure instanceof BadInputException refused) {
            new Paragraphs(here.screen(), desk.texts().named(refused.names())).refuse(refused.findings());
            return Outcome.BAD_INPUT.code();
        }
        Texts texts = desk.ownTexts();
        var err = here.screen().err();
        err.println(
                failure instanceof MissingTextException missing
                        ? lacking(desk, missing)
                        : texts.text(textKey(failure), detail(failure)));
        if (isVerbose(args)) {
            failure.printStackTrace(err);
        } else {
            err.println(texts.text("failure.what-to-do"));
        }
        err.flush();
        return Outcome.OWN_FAILURE.code();
    }

    /** A plugin's texts have keys that begin with its id; those of its rules do so after {@code rule.}. */
    private static String lacking(Desk desk, MissingTextException missing) {
        Texts texts = desk.ownTexts();
        String plugin = missing.key().replaceFirst("^rule\\.", "").split("\\.", 2)[0];
        return desk.house().typeNames(texts.locale()).containsKey(plugin)
                ? texts.text(
                        "failure.plugin-text",
                        plugin,
                        missing.key(),
                        "messages_" + missing.locale().getLanguage() + ".properties")
                : texts.text("failure.unexpected", detail(missing));
    }

    private boolean isVerbose(String[] args) {
        return Arrays.asList(args).contains("--verbose")
                || !here.environment().getOrDefault("GRUNDSKEMA_VERBOSE", "").isEmpty();
    }

    private static String textKey(Throwable failure) {
        return switch (failure) {
            case CannotWriteException cannot -> "failure.cannot-write";
            case PluginRefusedException refused -> "failure.plugin";
            case OutOfMemoryError memory -> "failure.memory";
            default -> "failure.unexpected";
        };
    }

    /** What is said of it even to those who don't ask for the technical side. */
    private static String detail(Throwable failure) {
        if (failure instanceof PluginRefusedException || failure instanceof CannotWriteException) {
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
