package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.fidelity.Phrase;
import dk.grundskema.domain.finding.Id;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.Finished.Given;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells what students were given of a kind, in meetings or on dates.
 *
 * @param asks     takes the table
 * @param finished what came of it
 * @param kind     of which meetings and tasks
 */
public record GivenTable(Asks asks, Finished finished, String kind) {
    /**
     * Class by class, as the table {@code classes} with the columns {@code students}, {@code times} (how often those who got it least did), {@code weeks},
     * {@code who} and {@code languages}, see {@link Asks#list} and {@link Asks#number}; the school's own language is {@code <plugin>.own-language}. A line is
     * short where somebody got it less often than asked for.
     *
     * @param without   whom the line of students without a class is about
     * @param languages the students, with the language of each family; empty means the school's own
     * @param asked     how often everybody is to get it
     */
    public void classByClass(Id without, HomeClasses homes, Map<StudentId, String> languages, int asked) {
        var table =
                asks.table("classes", Set.of("students", "times"), "students", "times", "weeks", "who", "languages");
        for (List<StudentId> some : homes.byName(languages.keySet()).values()) {
            String home = homes.idOfClass(some.getFirst());
            var given = finished.given(kind, "").stream()
                    .filter(one -> one.students().stream().anyMatch(some::contains))
                    .toList();
            int least = some.stream()
                    .mapToInt(one -> finished.dates(one, kind).size())
                    .min()
                    .orElse(0);
            var weeks = new TreeSet<IsoWeek>();
            given.forEach(one -> weeks.add(IsoWeek.of(one.date())));
            table.line(
                    homes.hasClass(some.getFirst()) ? new GroupId(home) : without,
                    least >= asked,
                    List.of(),
                    asks.number(some.size()),
                    asks.number(least),
                    asks.list(weeks),
                    asks.list(Given.staff(given)),
                    asks.list(some.stream()
                            .map(one -> languages.getOrDefault(one, ""))
                            .distinct()
                            .sorted()
                            .map(this::language)
                            .toList()));
        }
        table.done();
    }

    private Phrase language(String name) {
        return name.isBlank() ? asks.words("own-language") : asks.text(name);
    }
}
