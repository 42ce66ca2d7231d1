package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Origin;
import dk.grundskema.domain.fidelity.Place;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The meetings around co-teaching, and whether the timetable is the one that was given.
 *
 * @param intervention what was asked for
 * @param finished     what came of it
 */
record AroundFidelity(Intervention<CoTeachingParameters> intervention, FinishedCoTeaching finished) {
    List<Ask> asks() {
        return List.of(advisors(), supervision());
    }

    private Ask advisors() {
        String code = "co-teaching.ask.advisors-meeting";
        AdvisorsMeeting asked = intervention.parameters().advisorsMeeting();
        if (asked == null) {
            return Ask.notPlanned(code, CoTeachingSources.BROENDBYVESTER, "times", 0);
        }
        Meeting meeting = finished.meeting(intervention.id() + "/advisors-meeting");
        var places = new ArrayList<Place>();
        missing(meeting, places);
        long people = meeting == null ? 1 : meeting.seats().size();
        return Ask.counted(code, CoTeachingSources.BROENDBYVESTER, "people", people, places);
    }

    private void missing(@Nullable Meeting meeting, List<Place> places) {
        if (meeting == null) {
            places.add(Place.at(Reason.of("co-teaching.why.meeting-missing"), intervention.id()));
            return;
        }
        int empty = 0;
        for (MeetingSeat seat : meeting.seats()) {
            empty += seat.staffId() == null ? 1 : 0;
        }
        if (empty > 0) {
            places.add(
                    new Place(List.of(meeting.sessionId()), empty, Reason.of("co-teaching.why.not-all-free", empty)));
        }
    }

    private Ask supervision() {
        String code = "co-teaching.ask.supervision";
        var asked = intervention.parameters().supervision();
        if (asked.isEmpty()) {
            return Ask.notPlanned(code, Origin.ours(), "times", 0);
        }
        var places = new ArrayList<Place>();
        long people = 0;
        for (Supervision one : asked) {
            Meeting meeting = finished.meeting(intervention.id() + "/supervision/" + one.id());
            missing(meeting, places);
            people += meeting == null ? 1 : meeting.seats().size();
        }
        return Ask.counted(code, Origin.ours(), "people", people, places);
    }
}
