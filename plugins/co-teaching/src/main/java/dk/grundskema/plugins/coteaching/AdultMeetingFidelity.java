package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.AskOrigin;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Assesses the meetings around co-teaching, and whether the given timetable is unchanged.
 *
 * @param intervention the intervention
 * @param finished     the finished co-teaching
 */
record AdultMeetingFidelity(Intervention<CoTeachingParameters> intervention, FinishedCoTeaching finished) {
    List<Ask> asks() {
        return List.of(advisorsMeetingAsk(), supervisionAsk());
    }

    private Ask advisorsMeetingAsk() {
        String code = "co-teaching.ask.advisors-meeting";
        AdvisorsMeeting asked = intervention.parameters().advisorsMeeting();
        if (asked == null) {
            return Ask.notPlanned(code, CoTeachingOrigins.BROENDBYVESTER, "times", 0);
        }
        Meeting meeting = finished.meeting(intervention.id() + "/advisors-meeting");
        var places = new ArrayList<Shortfall>();
        addMissing(meeting, places);
        long people = meeting == null ? 1 : meeting.seats().size();
        return Ask.counted(code, CoTeachingOrigins.BROENDBYVESTER, "people", people, places);
    }

    private void addMissing(@Nullable Meeting meeting, List<Shortfall> places) {
        if (meeting == null) {
            places.add(Shortfall.at(Reason.of("co-teaching.why.meeting-missing"), intervention.id()));
            return;
        }
        int empty = 0;
        for (MeetingSeat seat : meeting.seats()) {
            empty += seat.staffId() == null ? 1 : 0;
        }
        if (empty > 0) {
            places.add(new Shortfall(
                    List.of(meeting.sessionId()), empty, Reason.of("co-teaching.why.not-all-free", empty)));
        }
    }

    private Ask supervisionAsk() {
        String code = "co-teaching.ask.supervision";
        var asked = intervention.parameters().supervision();
        if (asked.isEmpty()) {
            return Ask.notPlanned(code, AskOrigin.productDefault(), "times", 0);
        }
        var places = new ArrayList<Shortfall>();
        long people = 0;
        for (Supervision one : asked) {
            Meeting meeting = finished.meeting(intervention.id() + "/supervision/" + one.id());
            addMissing(meeting, places);
            people += meeting == null ? 1 : meeting.seats().size();
        }
        return Ask.counted(code, AskOrigin.productDefault(), "people", people, places);
    }
}
