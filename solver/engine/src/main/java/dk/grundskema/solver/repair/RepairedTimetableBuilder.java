package dk.grundskema.solver.repair;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.PlanEvaluation;
import dk.grundskema.solver.mapping.KnownStudents;
import dk.grundskema.solver.mapping.TimetableBuilder;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the repaired timetable. Unchanged meetings and seats are copied from the plan in use, without students who have left the problem. */
final class RepairedTimetableBuilder {
    private final RepairBaseline baseline;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Timetable before;

    RepairedTimetableBuilder(RepairBaseline baseline, Timetable before) {
        this.baseline = baseline;
        this.blueprint = baseline.blueprint();
        this.decisions = blueprint.decisions();
        this.before = before;
    }

    Timetable build(int[] values, String problemHash) {
        PlanEvaluation evaluation = PlanEvaluation.of(baseline.plan().rules(), values);
        Map<SessionId, Meeting> anew = new HashMap<>();
        new TimetableBuilder(blueprint)
                .build(values, problemHash, before.seed(), evaluation.score(), evaluation.results())
                .meetings()
                .forEach(meeting -> anew.put(meeting.sessionId(), meeting));
        var meetings = new ArrayList<Meeting>();
        for (Meeting meeting : before.meetings()) {
            meetings.add(repairedMeeting(meeting, anew.get(meeting.sessionId()), values));
        }
        meetings.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        Timetable after = new Timetable(
                before.version(),
                problemHash,
                before.zone(),
                before.seed(),
                evaluation.score(),
                evaluation.results(),
                before.groups(),
                meetings,
                before.tasks());
        return new KnownStudents(blueprint.problem()).in(after.withDeliveries(before.deliveries()));
    }

    private Meeting repairedMeeting(Meeting meeting, @Nullable Meeting anew, int[] values) {
        int session = blueprint.index().session().find(meeting.sessionId());
        if (session < 0 || anew == null) {
            return meeting;
        }
        boolean isMoved = values[decisions.slot(session)] != baseline.values()[decisions.slot(session)]
                || hasOtherGuest(session, values)
                || (blueprint.isLesson(session) && !meeting.extraRoomIds().equals(anew.extraRoomIds()));
        int before = blueprint.problem().countTeacherSeats(blueprint.sessions().get(session));
        var seats = new ArrayList<MeetingSeat>(
                meeting.seats().subList(0, Math.min(before, meeting.seats().size())));
        boolean isSame = !isMoved;
        for (int place = before; place < meeting.seats().size(); place++) {
            boolean isKnown = place < before + blueprint.seatsOf()[session].length;
            MeetingSeat seat = meeting.seats().get(place);
            MeetingSeat now = isKnown ? anew.seats().get(place) : emptySeat(seat);
            boolean isKept = isKnown && !isChangedSeat(blueprint.seatsOf()[session][place - before], values);
            seats.add(isKept ? seat : now);
            isSame &= isKept;
        }
        return isSame ? meeting : (isMoved ? anew : meeting).withSeats(seats);
    }

    private boolean hasOtherGuest(int host, int[] values) {
        for (int guest = 0; guest < blueprint.sessions().size(); guest++) {
            int before = blueprint.isGuest(guest) ? baseline.values()[decisions.slot(guest)] : Decisions.NONE;
            int now = blueprint.isGuest(guest) ? values[decisions.slot(guest)] : Decisions.NONE;
            if (before != now && (isHost(host, guest, before) || isHost(host, guest, now))) {
                return true;
            }
        }
        return false;
    }

    private boolean isHost(int host, int guest, int choice) {
        return choice != Decisions.NONE && blueprint.host(guest, choice) == host;
    }

    private static MeetingSeat emptySeat(MeetingSeat seat) {
        return new MeetingSeat(seat.role(), null, seat.required(), false);
    }

    private boolean isChangedSeat(int seat, int[] values) {
        boolean fell = baseline.vacancies().stream().anyMatch(one -> one.seat() == seat && !one.stuck());
        return fell || values[decisions.seat(seat)] != baseline.values()[decisions.seat(seat)];
    }
}
