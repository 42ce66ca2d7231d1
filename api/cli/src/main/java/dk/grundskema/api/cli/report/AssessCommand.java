package dk.grundskema.api.cli.report;

import dk.grundskema.api.cli.command.CommandContext;
import dk.grundskema.api.cli.command.CommandInput;
import dk.grundskema.api.cli.command.CommandInput.ValidInput;
import dk.grundskema.api.cli.command.CommandTexts;
import dk.grundskema.api.cli.command.ExitStatus;
import dk.grundskema.api.documents.fidelity.BreakdownFormatter;
import dk.grundskema.api.documents.fidelity.FidelityFormatter;
import dk.grundskema.api.documents.fidelity.FidelityJsonWriter;
import dk.grundskema.domain.fidelity.PlanFidelity;
import dk.grundskema.domain.finding.Texts;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.timetable.Timetable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports how far a timetable fulfils the requests of its interventions' guidelines. */
@Command(name = "assess", sortOptions = false)
public final class AssessCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Option(names = "--explain", descriptionKey = "explain")
    private boolean explain;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** @param context context of the command */
    public AssessCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        var intake = new CommandInput(context);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        ValidInput taken = json ? intake.finishToErrors() : intake.finish();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        PlanFidelity fidelity = context.planning().assessFidelity(taken.problem(), timetable);
        if (json) {
            context.screen().out().print(new FidelityJsonWriter(textsByLanguage(taken, timetable)).text(fidelity));
            context.screen().out().flush();
        } else {
            var names = context.names(taken.problem()).withTimetable(timetable);
            var texts = taken.texts().withNames(names);
            var wording = new FidelityFormatter(texts, new BreakdownFormatter(texts.withNames(names.forTables())));
            new FidelityPrinter(context.screen(), texts, explain).print(wording.toView(fidelity));
        }
        return (fidelity.isMet() ? ExitStatus.FINE : ExitStatus.FAULTS).code();
    }

    /** Returns all texts in each language. The file may be passed on, so it contains students' ids instead of names. */
    private Map<String, Texts> textsByLanguage(ValidInput taken, Timetable timetable) {
        var languages = new LinkedHashMap<String, Texts>();
        for (String language : CommandTexts.LANGUAGES) {
            var names = context.names(Locale.of(language), taken.problem()).withTimetable(timetable);
            languages.put(
                    language,
                    context.texts(Locale.of(language))
                            .withNames(each -> each instanceof StudentId id ? id.value() : names.apply(each)));
        }
        return languages;
    }
}
