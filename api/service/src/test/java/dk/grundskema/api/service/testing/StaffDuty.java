package dk.grundskema.api.service.testing;

import dk.grundskema.api.platform.start.Server;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * A staff member on duty.
 *
 * @param person  the staff member
 * @param meeting a meeting of the staff member
 */
public record StaffDuty(StaffId person, Meeting meeting) {
    /** Returns the person with most duties in a plan, in one of their meetings. */
    public static StaffDuty busiestIn(Server server, String place, int nth) {
        PublishedCampFixture camp = PublishedCampFixture.of(server, place);
        StaffId person = camp.busiest();
        return new StaffDuty(person, camp.meetingsOf(person).get(nth));
    }

    /** Returns a staff member in a module of a day. */
    public static StaffDuty findOn(LocalDate date, PublishedCampFixture camp) {
        return camp.timetable().meetings().stream()
                .filter(one ->
                        one.kind().equals("module") && one.time().firstDate().equals(date))
                .flatMap(one -> one.seats().stream()
                        .map(MeetingSeat::staffId)
                        .filter(Objects::nonNull)
                        .map(person -> new StaffDuty(person, one)))
                .findFirst()
                .orElseThrow();
    }

    /** The same person, and a meeting in which others are on duty alone. */
    public StaffDuty ofOthers(Server server, String place) {
        Meeting others = PublishedCampFixture.of(server, place).timetable().meetings().stream()
                .filter(one -> one.seats().stream().map(MeetingSeat::staffId).noneMatch(person::equals))
                .filter(one -> one.kind().equals("module") && !one.seats().isEmpty())
                .findFirst()
                .orElseThrow();
        return new StaffDuty(person, others);
    }

    public LocalDate date() {
        return meeting.time().firstDate();
    }

    /** Returns the fields of the completed form. */
    public Map<String, String> formFields(String outcome, String reason) {
        return Map.of(
                "session",
                meeting.sessionId().value(),
                "date",
                date().toString(),
                "outcome",
                outcome,
                "reason",
                reason);
    }
}
