package dk.grundskema.plugins.bookpackages;

import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.bookpackages.FinishedPackages.DatedSupport;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.HomeClasses;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Adds a table of the meetings or tasks of one kind that students received.
 *
 * @param asks     receives the table
 * @param finished the finished intervention
 * @param kind     kind of the meetings and tasks
 */
record ClassSupportTable(FidelityReportBuilder asks, FinishedPackages finished, String kind) {
    /**
     * Adds the table {@code classes}, one line per class, with the columns {@code students}, {@code times} (the fewest times that a student of the
     * class received it), {@code weeks}, {@code who} and {@code languages}, see {@link FidelityReportBuilder#list} and
     * {@link FidelityReportBuilder#number}; the school's own language is {@code <plugin>.own-language}. A line is short if a student received it
     * less often than required.
     *
     * @param without   id for the line of students without a class
     * @param languages the students, with the language of each family; empty means the school's own
     * @param asked     how often each student should receive it
     */
    void addTable(Id without, HomeClasses homes, Map<StudentId, String> languages, int asked) {
        var table =
                asks.table("classes", Set.of("students", "times"), "students", "times", "weeks", "who", "languages");
        for (List<StudentId> some :
                homes.studentsByClassName(languages.keySet()).values()) {
            String home = homes.classIdOrNone(some.getFirst());
            var given = finished.datedSupport(kind, "").stream()
                    .filter(one -> one.students().stream().anyMatch(some::contains))
                    .toList();
            int least = some.stream()
                    .mapToInt(one -> finished.datesOf(one, kind).size())
                    .min()
                    .orElse(0);
            var weeks = new TreeSet<IsoWeek>();
            given.forEach(one -> weeks.add(IsoWeek.of(one.date())));
            table.addLine(
                    homes.hasClass(some.getFirst()) ? new GroupId(home) : without,
                    least >= asked,
                    List.of(),
                    asks.number(some.size()),
                    asks.number(least),
                    asks.list(weeks),
                    asks.list(DatedSupport.staff(given)),
                    asks.list(some.stream()
                            .map(one -> languages.getOrDefault(one, ""))
                            .distinct()
                            .sorted()
                            .map(this::language)
                            .toList()));
        }
        table.finish();
    }

    private Phrase language(String name) {
        return name.isBlank() ? asks.phrase("own-language") : asks.text(name);
    }
}
