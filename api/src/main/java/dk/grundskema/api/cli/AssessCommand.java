package dk.grundskema.api.cli;

import dk.grundskema.api.cli.Intake.Taken;
import dk.grundskema.api.fidelity.BreakdownWording;
import dk.grundskema.api.fidelity.FidelityJson;
import dk.grundskema.api.fidelity.FidelityWording;
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

/** Says what a finished timetable gives of all that its interventions' guidelines ask. */
@Command(name = "assess", sortOptions = false)
final class AssessCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(index = "0", paramLabel = "PROBLEM.json", descriptionKey = "problem")
    private Path problemFile = Path.of("");

    @Parameters(index = "1", paramLabel = "TIMETABLE.json", descriptionKey = "timetable")
    private Path timetableFile = Path.of("");

    @Option(names = "--explain", descriptionKey = "explain")
    private boolean explain;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** @param desk what it works with */
    AssessCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        var intake = new Intake(desk);
        intake.problem(problemFile);
        intake.timetable(timetableFile);
        Taken taken = json ? intake.doneApartFromOutput() : intake.done();
        Timetable timetable = Objects.requireNonNull(taken.timetable());
        PlanFidelity fidelity = desk.house().assess(taken.problem(), timetable);
        if (json) {
            desk.screen().out().print(new FidelityJson(languages(taken, timetable)).text(fidelity));
            desk.screen().out().flush();
        } else {
            var names = desk.names(taken.problem()).with(timetable);
            var texts = taken.texts().named(names);
            var wording = new FidelityWording(texts, new BreakdownWording(texts.named(names.inTables())));
            new FidelityPrint(desk.screen(), texts, explain).print(wording.view(fidelity));
        }
        return (fidelity.isMet() ? Outcome.FINE : Outcome.FAULTS).code();
    }

    /** All texts in each language. A file may go anywhere, so students are their ids in it. */
    private Map<String, Texts> languages(Taken taken, Timetable timetable) {
        var languages = new LinkedHashMap<String, Texts>();
        for (String language : Speech.LANGUAGES) {
            var names = desk.names(Locale.of(language), taken.problem()).with(timetable);
            languages.put(
                    language,
                    desk.texts(Locale.of(language))
                            .named(each -> each instanceof StudentId id ? id.value() : names.apply(each)));
        }
        return languages;
    }
}
