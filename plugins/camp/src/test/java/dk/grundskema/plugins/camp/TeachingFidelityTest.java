package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.TEAM_1;
import static dk.grundskema.plugins.camp.CampBuilder.TEAM_2;
import static dk.grundskema.plugins.camp.CampBuilder.WEEK;
import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.block;
import static dk.grundskema.plugins.camp.CampBuilder.day;
import static dk.grundskema.plugins.camp.CampBuilder.module;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.subject;
import static dk.grundskema.plugins.camp.CampReportFixture.*;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.problem.SessionLock;
import dk.grundskema.solver.testkit.RuleBench;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The asks about teaching (Danish and mathematics, learning strategies, full time, the seven traits), and those outside the timetable. */
class TeachingFidelityTest {
    /** Returns an ask of a plan in which somebody is in each seat. */
    private static Ask ask(RuleBench bench, String name) {
        return CampReportFixture.ask(bench, seated(bench.timetable()), name);
    }

    private static final String DANISH = "camp/camp-team-1/2026-W37/danish/1";

    @Test
    void eachTeamHasBothMainSubjectsEachWeek() {
        var bench = bench(smallCamp().subjects(subject("danish", 1, 1, ""), subject("mathematics", 1, 1, "")))
                .host(DANISH, MONDAY_1)
                .host("camp/camp-team-1/2026-W37/mathematics/1", MONDAY_2);

        assertThat(ask(bench, "main-subjects"))
                .extracting(Ask::status, Ask::asked)
                .containsExactly(Status.MET, 2L);
        assertThat(CampReportFixture.ask(bench, "main-subjects").places())
                .as("nobody is in a seat")
                .extracting(Shortfall::why)
                .containsOnly(because("nobody-teaches"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dansk", "dansk ", "Danish"})
    void subjectIsRecognisedByItsTitleInEitherLanguage(String title) {
        var named = new Subject("first-language", title, 1, 1, false, null, List.of());
        var bench = bench(smallCamp().subjects(named)).host("camp/camp-team-1/2026-W37/first-language/1", MONDAY_1);

        assertThat(ask(bench, "main-subjects").places())
                .containsExactly(at(because("subject-not-asked"), TEAM_1, "Mathematics", WEEK));
    }

    @Test
    void subjectWithoutModuleIsShortInThatWeek() {
        var bench = bench(smallCamp().subjects(subject("danish", 1, 1, ""), subject("mathematics", 1, 1, "")))
                .host("camp/camp-team-1/2026-W37/mathematics/1", MONDAY_2);

        assertThat(ask(bench, "main-subjects").places())
                .containsExactly(at(because("no-module-left"), TEAM_1, "danish", WEEK));
    }

    @Test
    void closedDayIsTheReasonIfItTookModules() {
        var bench = bench(smallCamp()
                        .closed("2026-09-08")
                        .subjects(subject("danish", 1, 1, ""), subject("mathematics", 1, 1, "")))
                .host(DANISH, MONDAY_1);

        assertThat(ask(bench, "main-subjects").places())
                .containsExactly(at(because("closed-days"), TEAM_1, "mathematics", WEEK));
    }

    @Test
    void lockIsTheReasonForLockedSubjects() {
        var camp = smallCamp()
                .subjects(subject("danish", 2, 2, ""), subject("mathematics", 1, 1, ""))
                .days(day("day", "1", module("module-1", "09:00", "10:30"), module("module-2", "13:00", "14:30")))
                .lock(new SessionLock(session(MONDAY_1), null, null, "danish", List.of()))
                .lock(new SessionLock(session(MONDAY_2), null, null, "danish", List.of()));

        assertThat(ask(bench(camp), "main-subjects").places())
                .containsExactly(at(because("locked-subjects"), TEAM_1, "mathematics", WEEK));
    }

    @Test
    void learningStrategiesAreNotPlannedUnlessTheyAreASubject() {
        assertThat(ask(bench(smallCamp()), "learning-strategies").status()).isEqualTo(Status.NOT_PLANNED);

        var bench = bench(smallCamp().subjects(subject("learning-strategies", 1, 1, "")));
        assertThat(ask(bench, "learning-strategies").places()).containsExactly(at(because("no-module-left"), TEAM_1));

        bench.host("camp/camp-team-1/2026-W37/learning-strategies/1", MONDAY_1);
        assertThat(ask(bench, "learning-strategies").status()).isEqualTo(Status.MET);
    }

    @ParameterizedTest
    @CsvSource({"14:15, 2, 0", "14:14, 0, 2"})
    void thirtyFiveLessonsAWeekForTwoWeeksAreFullTime(String until, long given, long shortBy) {
        var full = day("full", "1 2 3 4 5", module("module-1", "09:00", until));

        assertThat(ask(bench(smallCamp().horizonWeeks(2).weeks(2).days(full)), "lessons-a-week"))
                .extracting(Ask::asked, Ask::given, Ask::shortBy)
                .containsExactly(2L, given, shortBy);
    }

    @Test
    void quietHoursCountAsLessonsAndFreeTimeDoesNot() {
        var quiet = block("quiet", Block.Kind.QUIET_HOUR, "14:00", "14:45");
        var free = block("free", Block.Kind.FREE_TIME, "15:00", "20:00");
        var bench = bench(smallCamp().blocks(module("module-1", "09:00", "09:45"), quiet, free));

        assertThat(ask(bench, "lessons-a-week").places())
                .containsExactly(new Shortfall(List.of(TEAM_1), 2, because("fewer-lessons", 4L)));
    }

    private static final String[] SEVEN = {"a", "b", "c", "d", "e", "f", "g"};

    /** Two teams in a week of four modules; each has the traits' modules in the order given. */
    private static RuleBench traits(int modules, String... steps) {
        var traits = new Subject("character-traits", null, modules, 4, false, null, List.of(steps));
        var bench = bench(smallCamp().teams(2).subjects(traits));
        for (String team : List.of("camp-team-1", "camp-team-2")) {
            for (int i = 1; i <= modules; i++) {
                String block = "camp/" + team + "/2026-09-0" + (7 + (i - 1) / 2) + "/module-" + (1 + (i - 1) % 2);
                bench.host("camp/" + team + "/2026-W37/character-traits/" + i, block);
            }
        }
        return bench;
    }

    @Test
    void sevenTraitsInOneWeekOfOneWeekAreAllMetTogetherAndSpread() {
        var bench = traits(4, SEVEN);

        assertThat(ask(bench, "traits")).extracting(Ask::status, Ask::asked).containsExactly(Status.MET, 14L);
        assertThat(ask(bench, "traits-together").status()).isEqualTo(Status.MET);
        assertThat(ask(bench, "traits-spread").status()).isEqualTo(Status.MET);
    }

    @Test
    void missingModuleRemovesItsTraitsFromItsTeam() {
        var bench = traits(4, SEVEN).host("camp/camp-team-2/2026-W37/character-traits/4", null);

        Ask all = ask(bench, "traits");
        assertThat(all.places())
                .allSatisfy(place -> assertThat(place.where().getFirst()).isEqualTo(TEAM_2))
                .extracting(place -> place.where().getLast())
                .containsExactly("f", "g");
        assertThat(ask(bench, "traits-together").places()).containsExactly(at(because("teams-differ", 2L), WEEK));
        assertThat(ask(bench, "traits-spread").places())
                .containsExactly(at(because("traits-in-week", 5, 7), TEAM_2, WEEK));
    }

    @Test
    void fewerThanSevenTraitsAreShortByTheMissingOnes() {
        assertThat(ask(traits(4, "a", "b", "c", "d", "e"), "traits").places())
                .containsExactly(
                        new Shortfall(List.of(TEAM_1), 2, because("traits-unnamed", 5)),
                        new Shortfall(List.of(TEAM_2), 2, because("traits-unnamed", 5)));
    }

    @Test
    void traitsWithoutTheirSubjectAreNotPlanned() {
        var bench = bench(smallCamp());

        assertThat(ask(bench, "traits").status()).isEqualTo(Status.NOT_PLANNED);
        assertThat(ask(bench, "traits-together").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(ask(bench, "traits-spread").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "aftercare-buddies, 1",
        "aftercare-contact-teacher, 1",
        "aftercare-team, 4",
        "parents-workshops, 5",
        "mentor-weeks, 8"
    })
    void askForTheTimeAroundACampIsNotPlanned(String name, long asked) {
        assertThat(ask(bench(smallCamp()), name))
                .extracting(Ask::status, Ask::asked)
                .containsExactly(Status.NOT_PLANNED, asked);
    }

    @Test
    void givenTeamsAreReadUnchanged() {
        var camp = smallCamp()
                .group("red", CampBuilder.member("s1"))
                .givenTeams("red")
                .subjects();

        assertThat(ask(bench(camp), "lessons-a-week").places())
                .extracting(place -> place.where().getFirst())
                .containsExactly(new GroupId("red"));
    }
}
