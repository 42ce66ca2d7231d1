package dk.grundskema.plugins.camp;

import static dk.grundskema.plugins.camp.CampBuilder.bench;
import static dk.grundskema.plugins.camp.CampBuilder.conversations;
import static dk.grundskema.plugins.camp.CampBuilder.smallCamp;
import static dk.grundskema.plugins.camp.CampBuilder.visit;
import static dk.grundskema.plugins.camp.CampReportFixture.*;
import static dk.grundskema.plugins.camp.CampRequirements.REQUIREMENTS;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Ask.Status;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.SchoolId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.time.Availability;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.time.Period;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.testkit.RuleBench;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The asks about conversations of each student, and visits of their teachers. */
class ConversationFidelityTest {
    private static final StudentId S1 = new StudentId("s1");

    /** One student with two conversations at lunch time, Monday and Tuesday; nothing decided. */
    private static RuleBench twoConversations() {
        return bench(smallCamp().noStudents().student("s1").conversations(conversations(2, 20, "lunch")));
    }

    private static RuleBench withConversation(RuleBench bench, int number, String date) {
        var time = MeetingTime.on(LocalDate.parse(date), LocalTime.of(12, 0), LocalTime.of(12, 20));
        return bench.time("camp/conversation/s1/" + number, time);
    }

    @Test
    void absentConversationsAreReportedAsNotPlanned() {
        var bench = bench(smallCamp());

        assertThat(ask(bench, "conversations").status()).isEqualTo(Status.NOT_PLANNED);
        assertThat(ask(bench, "one-contact").status()).isEqualTo(Status.NOT_APPLICABLE);
        assertThat(ask(bench, "conversations-spread").status()).isEqualTo(Status.NOT_APPLICABLE);
    }

    @Test
    void eachStudentHasAllConversationsWithSomebody() {
        var bench = withConversation(withConversation(twoConversations(), 1, "2026-09-07"), 2, "2026-09-08")
                .seat("camp/conversation/s1#0", "ann");

        assertThat(ask(bench, "conversations"))
                .extracting(Ask::status, Ask::asked, Ask::unit)
                .containsExactly(Status.MET, 2L, "meetings");
        assertThat(ask(bench, "one-contact").status()).isEqualTo(Status.MET);
    }

    @Test
    void conversationWithoutTimeIsShort() {
        var bench = withConversation(twoConversations(), 1, "2026-09-07").seat("camp/conversation/s1#0", "ann");
        var cut = without(bench.timetable(), "camp/conversation/s1/2");

        assertThat(ask(bench, cut, "conversations").places()).containsExactly(at(because("conversation-not-held"), S1));
    }

    @Test
    void conversationWithoutAdultIsShort() {
        var bench = withConversation(withConversation(twoConversations(), 1, "2026-09-07"), 2, "2026-09-08");

        assertThat(ask(bench, "conversations").places())
                .containsExactly(new Shortfall(List.of(S1), 2, because("conversation-without-contact")));
    }

    @Test
    void secondContactPersonIsShort() {
        var bench = withConversation(withConversation(twoConversations(), 1, "2026-09-07"), 2, "2026-09-08")
                .seat("camp/conversation/s1#0", "ann");
        var other = withConversation(withConversation(twoConversations(), 1, "2026-09-07"), 2, "2026-09-08")
                .seat("camp/conversation/s1#0", "bob");
        Timetable mixed = without(bench.timetable(), "camp/conversation/s1/2");
        var meetings = new ArrayList<>(mixed.meetings());
        other.timetable().meetings().stream()
                .filter(one -> one.sessionId().value().equals("camp/conversation/s1/2"))
                .forEach(meetings::add);
        var changed = new Timetable(
                mixed.version(),
                mixed.problem(),
                mixed.zone(),
                mixed.seed(),
                mixed.score(),
                mixed.rules(),
                mixed.groups(),
                meetings,
                mixed.tasks());

        assertThat(ask(bench, changed, "one-contact").places())
                .containsExactly(at(because("several-contacts", staff("ann", "bob")), S1));
    }

    @Test
    void conversationsAreInAsManyWeeksAsThereAre() {
        var oneWeek = withConversation(withConversation(twoConversations(), 1, "2026-09-07"), 2, "2026-09-08");
        assertThat(ask(oneWeek, "conversations-spread").places())
                .as("nobody holds them")
                .containsExactly(at(because("few-weeks", 0L, 1), S1));
        assertThat(ask(oneWeek.seat("camp/conversation/s1#0", "ann"), "conversations-spread")
                        .status())
                .isEqualTo(Status.MET);

        var twoWeeks = bench(smallCamp()
                .horizonWeeks(2)
                .weeks(2)
                .noStudents()
                .student("s1")
                .conversations(conversations(2, 20, "lunch")));
        assertThat(ask(
                                withConversation(twoWeeks, 1, "2026-09-07").seat("camp/conversation/s1#0", "ann"),
                                "conversations-spread")
                        .places())
                .containsExactly(at(because("few-weeks", 1L, 2), S1));
    }

    @Test
    void absentVisitsAreReportedAsNotPlanned() {
        assertThat(ask(bench(smallCamp()), "teacher-visits").status()).isEqualTo(Status.NOT_PLANNED);
    }

    @Test
    void studentWhoIsAtAVisitHasOne() {
        var bench = withVisit();
        assertThat(ask(bench, "teacher-visits"))
                .extracting(Ask::asked, Ask::given)
                .containsExactly(2L, 0L);
        assertThat(ask(bench, "teacher-visits").places())
                .containsExactly(at(because("visit-not-held"), S1), at(because("no-visit-asked"), new StudentId("s2")));

        bench.time("camp/visit/v/1", MeetingTime.on(CampBuilder.MONDAY, LocalTime.of(9, 0), LocalTime.of(10, 30)));
        bench.seat("camp/visit/v/1#0", null);
        assertThat(ask(bench, "teacher-visits").places().getFirst())
                .isEqualTo(at(because("visit-without-visitor"), S1));

        bench.seat("camp/visit/v/1#0", "vera");
        assertThat(ask(bench, "teacher-visits").places())
                .containsExactly(at(because("no-visit-asked"), new StudentId("s2")));
    }

    /** A visit to the school of the one student and not of the other. */
    private static RuleBench withVisit() {
        var all = visit("v", "vera", "module-1", 1);
        var toSchool = new Visit(
                all.id(),
                all.title(),
                all.visitors(),
                List.of(new SchoolId("oak")),
                List.of(),
                new TreeSet<>(),
                all.blocks(),
                1,
                List.of());
        return bench(smallCamp()
                .person("vera")
                .noStudents()
                .school("oak", "2026-01-05", "2026-01-09")
                .school("elm", "2026-01-05", "2026-01-09")
                .student("s1", "oak", Availability.always())
                .student("s2", "elm", Availability.always())
                .visit(toSchool));
    }

    @Test
    void visitorIsNotNamedAsAFreeAdultOfAModule() {
        var bench = fillAllModules(
                        bench(smallCamp().person("vera").visit(visit("v", "vera", "lunch", 1))), "ann", "bob")
                .seat(MONDAY_1 + "#1", null);

        assertThat(ask(bench, "two-staff").places())
                .containsExactly(at(because("could-have", staff("bob", "cid", "dan")), session(MONDAY_1)));
    }

    /** A student with a conversation in each of two weeks, at lunch time, who is there in one of them. */
    private static RuleBench twoWeeks(String away, String until) {
        var absence = new Period(LocalDate.parse(away), LocalDate.parse(until), new TreeSet<>(), null, null);
        return bench(smallCamp()
                .noStudents()
                .student("s1", null, Availability.always().without(List.of(absence)))
                .horizonWeeks(2)
                .weeks(2)
                .conversations(conversations(2, 20, "lunch")));
    }

    private static void assertThatNothingIsMissing(RuleBench bench) {
        assertThat(bench.penalty("camp.conversations")).isZero();
        assertThat(bench.pluginViolations(bench.timetable()))
                .noneMatch(fault -> fault.rule().equals("camp.conversations"));
        assertThat(REQUIREMENTS.differences(bench))
                .noneMatch(fault -> fault.arguments().contains(S1));
        assertThat(ask(bench, "conversations"))
                .extracting(Ask::status, Ask::asked)
                .containsExactly(Status.MET, 1L);
        assertThat(ask(bench, "conversations-spread").status()).isEqualTo(Status.MET);
        assertThat(bench.timetable().meetings())
                .filteredOn(one -> one.kind().equals("conversation"))
                .hasSize(1);
    }

    @Test
    void whoIsThereInOneOfTheWeeksHasTheConversationOfThatWeekAlone() {
        assertThatNothingIsMissing(withConversation(twoWeeks("2026-09-14", "2026-09-20"), 1, "2026-09-07")
                .seat("camp/conversation/s1#0", "ann"));
        assertThatNothingIsMissing(withConversation(twoWeeks("2026-09-07", "2026-09-13"), 2, "2026-09-14")
                .seat("camp/conversation/s1#0", "ann"));
    }
}
