package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder.plan;
import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.RoomBuilder.aRoom;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.solver.spi.toolkit.CafeTimetableBuilder;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.FidelityReportBuilder;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.cafe.CafeTextsAnchor;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The ask that lessons of teachers with other duties are covered. */
class CoverSessionsAskTest {
    private static final StaffId MH = new StaffId("MH");

    private final Problem problem = school().teacher("MH")
            .teacher("LK")
            .site("farm")
            .room(aRoom("barn").site("farm").capacity(20))
            .lesson("l", time(DayOfWeek.MONDAY, "08:00", "09:00", 33), "Danish", "", "MH")
            .inRoom("barn")
            .lesson("m", time(DayOfWeek.MONDAY, "09:00", "10:00", 33), "Maths", "", "MH")
            .build();

    @Test
    void coverIsInTheRoomOfTheLesson() {
        var draft = new DemandBuilder(CafeTimetableBuilder.CAFE, problem);
        new CoverSessions(
                        draft,
                        problem,
                        LessonsByPerson.of(problem),
                        PluginTexts.ofPlugin(CafeTextsAnchor.class, Language.EN))
                .add(MH, List.of(time(DayOfWeek.MONDAY, "08:00", "10:00", 33)), List.of(new StaffId("LK")));

        assertThat(draft.build().sessions())
                .extracting(Session::site)
                .containsExactly(new SiteId("farm"), new SiteId("school"));
    }

    private Ask asked(CafeTimetableBuilder plan) {
        var asks = new FidelityReportBuilder("cafe");
        CoverSessions.askForCovers(
                asks,
                "cover",
                FidelityReportBuilder.productDefault(),
                plan.finished(problem),
                LessonsByPerson.of(problem),
                "open",
                "tutor");
        return asks.build(CafeTimetableBuilder.CAFE).asks().getFirst();
    }

    private static CafeTimetableBuilder open(String role) {
        return plan().meeting("open/1", "open", time(DayOfWeek.MONDAY, "08:30", "10:00", 33))
                .seat(role, "MH");
    }

    @Test
    void simultaneousLessonWithoutCoverIsShort() {
        Ask one = asked(
                open("tutor").meeting("cover/MH/m/2026-W33", "cover", time(DayOfWeek.MONDAY, "09:00", "10:00", 33)));

        assertThat(one.code()).isEqualTo("cafe.ask.cover");
        assertThat(one.unit()).isEqualTo("lessons");
        assertThat(one.asked()).isEqualTo(2);
        assertThat(one.places())
                .containsExactly(Shortfall.at(
                        Reason.of("cafe.why.cover"), MH, "Lesson l", DayOfWeek.MONDAY, LocalTime.of(8, 0)));
        assertThat(asked(open("tutor")
                                .meeting("cover/LK/m/2026-W33", "cover", time(DayOfWeek.MONDAY, "09:00", "10:00", 33)))
                        .shortBy())
                .as("another teacher's")
                .isEqualTo(2);
    }

    @Test
    void personInAnotherRoleOrMeetingNeedsNoCover() {
        assertThat(asked(open("guest")).status()).isEqualTo(Ask.Status.NOT_APPLICABLE);
        assertThat(asked(plan().meeting("night", "night", time(DayOfWeek.MONDAY, "08:30", "10:00", 33))
                                .seat("tutor", "MH"))
                        .status())
                .isEqualTo(Ask.Status.NOT_APPLICABLE);
    }
}
