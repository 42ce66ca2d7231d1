package dk.grundskema.api.server.pages;

import dk.grundskema.api.server.publishing.PublishedCamp;
import dk.grundskema.api.server.start.Server;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;

/**
 * Somebody on duty.
 *
 * @param person  who
 * @param meeting a meeting of theirs
 */
record OnDuty(StaffId person, Meeting meeting) {
    /** Whoever has most to do in a plan, in one of their meetings. */
    static OnDuty in(Server server, String place, int nth) {
        PublishedCamp camp = PublishedCamp.of(server, place);
        StaffId person = camp.busiest();
        return new OnDuty(person, camp.ofOne(person).get(nth));
    }

    /** Somebody in a module of a day. */
    static OnDuty on(LocalDate date, PublishedCamp camp) {
        return camp.timetable().meetings().stream()
                .filter(one ->
                        one.kind().equals("module") && one.time().firstDate().equals(date))
                .flatMap(one -> one.seats().stream()
                        .map(MeetingSeat::staffId)
                        .filter(Objects::nonNull)
                        .map(person -> new OnDuty(person, one)))
                .findFirst()
                .orElseThrow();
    }

    /** The same person, and a meeting in which others are on duty alone. */
    OnDuty ofOthers(Server server, String place) {
        Meeting others = PublishedCamp.of(server, place).timetable().meetings().stream()
                .filter(one -> one.seats().stream().map(MeetingSeat::staffId).noneMatch(person::equals))
                .filter(one -> one.kind().equals("module") && !one.seats().isEmpty())
                .findFirst()
                .orElseThrow();
        return new OnDuty(person, others);
    }

    LocalDate date() {
        return meeting.time().firstDate();
    }

    /** What a form sends that is filled in. */
    Map<String, String> typed(String outcome, String reason) {
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
