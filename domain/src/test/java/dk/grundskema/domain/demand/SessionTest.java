package dk.grundskema.domain.demand;

import static org.assertj.core.api.Assertions.assertThat;

import dk.grundskema.domain.intervention.Decision;
import dk.grundskema.domain.intervention.InterventionId;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.place.SiteId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import java.lang.reflect.RecordComponent;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static final MeetingTime TIME = new MeetingTime(
            new TreeSet<>(List.of(IsoWeek.parse("2026-W37"))),
            DayOfWeek.MONDAY,
            LocalTime.of(8, 0),
            LocalTime.of(9, 0));

    private static Session.Builder rich() {
        return Session.builder(
                        new SessionId("one"), new InterventionId("camp"), "module", "Module", new SiteId("school"))
                .form("lecture")
                .subject("maths")
                .rooms(List.of(new RoomId("hall")))
                .attendance(3)
                .within(List.of(new SessionId("other")))
                .inside(Set.of(new LessonId("lesson")))
                .awakeWith(new GroupId("red"))
                .absenceAllowed(true)
                .onClosedDays(true)
                .required(false)
                .work(false)
                .creditPercent(50)
                .preparationMinutes(10)
                .excuse(new Decision("Karen Holm", "Agreed in May"));
    }

    /** Three sessions, because no session has times and hosts, or students and a relief. */
    @Test
    void builderOfASessionHasAllComponents() {
        List<Session> sessions = List.of(
                rich().hosts(List.of(new SessionId("host")))
                        .groups(List.of(new GroupId("red")))
                        .students(List.of(new StudentId("dea")))
                        .build(),
                rich().at(TIME).lesson(new LessonId("lesson")).build(),
                rich().at(TIME)
                        .relief(Relief.of(new StaffId("ane"), new LessonId("lesson"), IsoWeek.parse("2026-W37")))
                        .build());
        for (Session session : sessions) {
            assertThat(session.toBuilder().build()).isEqualTo(session);
        }
        Session other = Session.builder(
                        new SessionId("two"), new InterventionId("course"), "talk", "Talk", new SiteId("library"))
                .at(new MeetingTime(TIME.weeks(), DayOfWeek.FRIDAY, TIME.start(), TIME.end()))
                .build();
        for (RecordComponent component : Session.class.getRecordComponents()) {
            assertThat(sessions)
                    .as("a session sets %s", component.getName())
                    .anyMatch(session -> !value(component, session).equals(value(component, other)));
        }
    }

    private static Optional<Object> value(RecordComponent component, Session session) {
        try {
            return Optional.ofNullable(component.getAccessor().invoke(session));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
