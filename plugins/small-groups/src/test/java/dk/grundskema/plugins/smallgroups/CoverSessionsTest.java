package dk.grundskema.plugins.smallgroups;

import static dk.grundskema.solver.testkit.MeetingTimes.time;
import static dk.grundskema.solver.testkit.MeetingTimes.weeks;
import static dk.grundskema.solver.testkit.SchoolBuilder.school;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.grundskema.domain.demand.LessonId;
import dk.grundskema.domain.demand.Relief;
import dk.grundskema.domain.demand.Seat;
import dk.grundskema.domain.demand.Session;
import dk.grundskema.domain.finding.InvalidValueException;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.Language;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.solver.spi.toolkit.DemandBuilder;
import dk.grundskema.solver.spi.toolkit.LessonsByPerson;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.cafe.CafeTextsAnchor;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Additional sessions of an intervention: covers of lessons, and gatherings of its staff. */
class CoverSessionsTest {
    record NoParameters() {}

    private static final StaffId MH = new StaffId("MH");
    private static final StaffId LK = new StaffId("LK");
    private static final StaffId PS = new StaffId("PS");

    private final Problem problem = school().closed("2026-08-17") // Monday of week 34
            .teacher("MH")
            .teacher("LK")
            .lesson("l", time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 34, 35, 36), "Danish", "", "MH")
            .lesson("m", time(DayOfWeek.MONDAY, "09:00", "10:00", 33), "Maths", "", "MH")
            .build();
    private final PluginTexts texts = PluginTexts.ofPlugin(CafeTextsAnchor.class, Language.EN);
    private final DemandBuilder draft = new DemandBuilder(
            new Intervention<>(new InterventionId("cafe"), "cafe", "Café", new NoParameters()), problem);

    private void cover(List<StaffId> cover, MeetingTime... times) {
        new CoverSessions(draft, problem, LessonsByPerson.of(problem), texts).add(MH, List.of(times), cover);
    }

    @Test
    void eachOverlappingLessonHasACoverInItsWeeks() {
        cover(
                List.of(MH, LK),
                time(DayOfWeek.MONDAY, "08:30", "09:00", 33, 34, 35, 37),
                time(DayOfWeek.TUESDAY, "08:30", "09:00", 36));

        Session only = draft.build().sessions().getFirst();
        assertThat(draft.build().sessions()).hasSize(1);
        assertThat(only.id().value()).isEqualTo("cafe/cover/MH/l/2026-W33");
        assertThat(only.title()).isEqualTo("Cover of Lesson l");
        assertThat(only.times()).containsExactly(time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 35));
        assertThat(only.relief()).isEqualTo(new Relief(MH, new LessonId("l"), weeks(33, 35)));
        assertThat(only.required()).isFalse();
        Seat seat = draft.build().seats().getFirst();
        assertThat(seat.candidates()).as("not the teacher").containsExactly(LK);
        assertThat(seat.required()).isFalse();
    }

    @Test
    void teacherNeededAtSeveralTimesHasOneCoverForEachLesson() {
        var covers = new CoverSessions(draft, problem, LessonsByPerson.of(problem), texts);
        covers.registerNeed(List.of(MH, LK), List.of(time(DayOfWeek.MONDAY, "08:00", "08:30", 33)));
        covers.registerNeed(List.of(MH), List.of(time(DayOfWeek.MONDAY, "08:30", "09:00", 35)));
        covers.addNeeded(List.of(PS));

        Session only = draft.build().sessions().getFirst();
        assertThat(draft.build().sessions()).hasSize(1);
        assertThat(only.times()).containsExactly(time(DayOfWeek.MONDAY, "08:00", "09:00", 33, 35));
    }

    @Test
    void withoutOtherStaffNoCoverIsAdded() {
        cover(List.of(MH), time(DayOfWeek.MONDAY, "08:30", "09:00", 33));
        cover(List.of(), time(DayOfWeek.MONDAY, "08:30", "09:00", 33));

        assertThat(draft.build().sessions()).isEmpty();
    }

    private static Gathering training(List<StaffId> staff, @Nullable StaffId leader, @Nullable String title) {
        return new Gathering(
                Gathering.Kind.TRAINING,
                title,
                LocalDate.of(2026, 8, 12),
                LocalTime.of(9, 0),
                LocalTime.of(15, 0),
                staff,
                leader);
    }

    @Test
    void gatheringHasTheLeaderFirstAndThenAllOrTheNamedStaff() {
        assertThat(training(List.of(), PS, null).attendees(List.of(MH, PS, LK))).containsExactly(PS, MH, LK);
        assertThat(training(List.of(LK), null, null).attendees(List.of(MH, LK))).containsExactly(LK);
        training(List.of(), PS, null).addTo(draft, texts, List.of(MH));
        training(List.of(), null, "Day one").addTo(draft, texts, List.of(MH));

        var sessions = draft.build().sessions();
        assertThat(sessions).extracting(Session::title).containsExactly("Training", "Day one");
        assertThat(sessions.getFirst().times()).containsExactly(time(DayOfWeek.WEDNESDAY, "09:00", "15:00", 33));
        assertThat(draft.build().seats())
                .extracting(seat -> seat.role() + " " + seat.candidates() + " " + seat.required())
                .containsExactly("leader [PS] true", "participant [MH] true", "participant [MH] true");
    }

    @Test
    void aGatheringEndsAfterItStarts() {
        assertThatThrownBy(() -> new Gathering(
                        Gathering.Kind.SUPERVISION,
                        null,
                        LocalDate.of(2026, 8, 12),
                        LocalTime.of(9, 0),
                        LocalTime.of(9, 0),
                        List.of(),
                        null))
                .isInstanceOf(InvalidValueException.class);
    }
}
