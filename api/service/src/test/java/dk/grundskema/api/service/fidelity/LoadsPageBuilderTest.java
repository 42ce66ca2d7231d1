package dk.grundskema.api.service.fidelity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.api.documents.timetable.PayrollHours;
import dk.grundskema.api.documents.timetable.StaffHours;
import dk.grundskema.api.documents.timetable.TimetableEntry.NamedEntity;
import dk.grundskema.api.service.fidelity.LoadsPage.LoadBar;
import dk.grundskema.api.service.fidelity.LoadsPage.LoadsOrder;
import dk.grundskema.api.service.fidelity.LoadsPage.PersonLoad;
import dk.grundskema.api.service.fidelity.StaffLoadCalculator.StaffLoads;
import dk.grundskema.api.service.fidelity.StaffLoadCalculator.StaffMemberLoad;
import dk.grundskema.api.service.plan.PlanId;
import dk.grundskema.domain.people.FairLoad;
import dk.grundskema.domain.people.FairLoad.Kind;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.WorkRules;
import dk.grundskema.domain.time.Interval;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.check.StaffRestReport;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LoadsPageBuilderTest {
    private static final IsoWeek FIRST = new IsoWeek(2026, 49);
    private static final IsoWeek SECOND = new IsoWeek(2026, 50);
    private static final IsoWeek THIRD = new IsoWeek(2026, 51);
    private static final int HOUR = 60;

    /** Returns a person with some hours of lessons and of the plan in each of three weeks. */
    private static StaffMemberLoad person(
            String name, long[] taught, long[] planned, @Nullable Long share, List<IsoWeek> away) {
        List<IsoWeek> weeks = List.of(FIRST, SECOND, THIRD);
        SortedMap<IsoWeek, Long> lessons = new TreeMap<>();
        SortedMap<IsoWeek, PayrollHours> hours = new TreeMap<>();
        for (int i = 0; i < weeks.size(); i++) {
            if (taught[i] > 0) {
                lessons.put(weeks.get(i), taught[i] * HOUR);
            }
            hours.put(weeks.get(i), new PayrollHours(planned[i] * HOUR, 0, 0, 0, 0, 0, 0));
        }
        long all = Arrays.stream(planned).sum() * HOUR;
        var fair = new EnumMap<Kind, FairLoad>(Kind.class);
        Arrays.stream(Kind.values())
                .forEach(kind -> fair.put(kind, new FairLoad(0, kind == Kind.EVENINGS ? all : 0, 0, share)));
        return new StaffMemberLoad(
                new StaffHours(new NamedEntity<>(new StaffId(name), name, name), 37, hours),
                new StaffRestReport(
                        new StaffId(name),
                        WorkRules.defaults(),
                        all == 0 ? List.of() : List.of(new Interval(0, HOUR), new Interval(2 * HOUR, 3 * HOUR)),
                        lessons,
                        null,
                        List.of(),
                        List.of()),
                fair,
                new TreeSet<>(away));
    }

    private static LoadsPage page(boolean hasLessons, StaffMemberLoad... people) {
        var loads = new StaffLoads(
                List.of(people),
                new TreeSet<>(List.of(FIRST, SECOND, THIRD)),
                ZoneId.of("Europe/Copenhagen"),
                hasLessons);
        return new LoadsPageBuilder(new PlanId("plan"), loads, "law").build(LoadsOrder.NAME, "");
    }

    private static LoadBar bar(PersonLoad person, Kind kind) {
        return person.bars().stream()
                .filter(bar -> bar.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void mostInAWeekIsOfLessonsAndPlanLikeTheHoursAWeek() {
        PersonLoad person = page(true, person("åse", new long[] {10, 12, 11}, new long[] {1, 0, 2}, null, List.of()))
                .people()
                .getFirst();
        assertThat(person.figures().mostWeek()).isEqualTo(THIRD);
        assertThat(person.figures().most()).isEqualTo(13 * HOUR);
        assertThat(person.figures().weeks()).containsExactly(11L * HOUR, 12L * HOUR, 13L * HOUR);
        assertThat(bar(person, Kind.HOURS).all()).isEqualTo(12 * HOUR);
    }

    @Test
    void aPersonWhoLeftIsCountedByTheWeeksBefore() {
        long[] none = new long[3];
        LoadsPage page = page(
                false,
                person("gry", none, new long[] {20, 20, 20}, 63L * HOUR, List.of()),
                person("ingeborg", none, new long[] {24, 0, 0}, 63L * HOUR, List.of(SECOND, THIRD)));
        PersonLoad left = page.people().getLast();
        assertThat(bar(left, Kind.HOURS).all()).isEqualTo(24 * HOUR);
        assertThat(bar(left, Kind.HOURS).share()).isEqualTo(21 * HOUR);
        assertThat(bar(left, Kind.EVENINGS).share()).isNull();
        assertThat(bar(page.people().getFirst(), Kind.EVENINGS).share()).isEqualTo(63 * HOUR);
        assertThat(left.figures().free())
                .as("rests between days of work of one week")
                .isNull();
        assertThat(page.leavesOutWeeks()).isTrue();
    }

    @Test
    void peopleWithoutLessonsAndHoursAreNotSaidToTeach() {
        long[] none = new long[3];
        LoadsPage page = page(
                true,
                person("anna", none, new long[] {1, 1, 1}, null, List.of()),
                person("kæthe", none, none, null, List.of()),
                person("søren", new long[] {13, 13, 13}, none, null, List.of()));
        assertThat(page.people()).extracting(PersonLoad::name).containsExactly("anna");
        assertThat(page.others()).isOne();
        assertThat(page.idle()).containsExactly("kæthe");
    }
}
