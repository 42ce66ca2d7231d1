package dk.grundskema.solver.spi.toolkit;

import static dk.grundskema.solver.spi.toolkit.CafePlan.plan;
import static dk.grundskema.solver.spi.toolkit.SchoolProblem.school;
import static dk.grundskema.solver.spi.toolkit.SchoolProblem.time;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.cafe.CafeTexts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether somebody takes the lessons of those who are needed elsewhere, and where. */
class CoversAskedTest {
    private static final StaffId MH = new StaffId("MH");

    private final Problem problem = school().teacher("MH")
            .teacher("LK")
            .roomAt("barn", "farm")
            .lesson("l", time(DayOfWeek.MONDAY, "08:00", "09:00", 33), "Danish", "", "MH")
            .in("barn")
            .lesson("m", time(DayOfWeek.MONDAY, "09:00", "10:00", 33), "Maths", "", "MH")
            .build();

    @Test
    void aCoverIsWhereTheLessonsRoomIs() {
        var draft = new DemandDraft(CafePlan.CAFE, problem);
        new Covers(draft, problem, new OwnLessons(problem), PluginTexts.beside(CafeTexts.class, Language.EN))
                .add(MH, List.of(time(DayOfWeek.MONDAY, "08:00", "10:00", 33)), List.of(new StaffId("LK")));

        assertThat(draft.demand().sessions())
                .extracting(Session::site)
                .containsExactly(new SiteId("farm"), new SiteId("school"));
    }

    private Ask asked(CafePlan plan) {
        var asks = new Asks("cafe");
        Covers.ask(asks, "cover", Asks.ours(), plan.finished(problem), new OwnLessons(problem), "open", "tutor");
        return asks.report(CafePlan.CAFE).asks().getFirst();
    }

    private static CafePlan open(String role) {
        return plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:30", "10:00", 33))
                .seat(role, "MH");
    }

    @Test
    void eachLessonMeanwhileIsTakenBySomebody() {
        Ask one = asked(
                open("tutor").meeting("cover/MH/m/2026-W33", "cover", time(DayOfWeek.MONDAY, "09:00", "10:00", 33)));

        assertThat(one.code()).isEqualTo("cafe.ask.cover");
        assertThat(one.unit()).isEqualTo("lessons");
        assertThat(one.asked()).isEqualTo(2);
        assertThat(one.places())
                .containsExactly(
                        Place.at(Reason.of("cafe.why.cover"), MH, "Lesson l", DayOfWeek.MONDAY, LocalTime.of(8, 0)));
        assertThat(asked(open("tutor")
                                .meeting("cover/LK/m/2026-W33", "cover", time(DayOfWeek.MONDAY, "09:00", "10:00", 33)))
                        .shortBy())
                .as("another teacher's")
                .isEqualTo(2);
    }

    @Test
    void whoHasAnotherRoleOrAnotherMeetingNeedsNoCover() {
        assertThat(asked(open("guest")).status()).isEqualTo(Ask.Status.NOT_APPLICABLE);
        assertThat(asked(plan().meeting("night", "night", time(DayOfWeek.MONDAY, "08:30", "10:00", 33))
                                .seat("tutor", "MH"))
                        .status())
                .isEqualTo(Ask.Status.NOT_APPLICABLE);
    }
}
