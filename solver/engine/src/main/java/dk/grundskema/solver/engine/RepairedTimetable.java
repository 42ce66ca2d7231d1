package dk.grundskema.solver.engine;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.explain.Evaluation;
import dk.grundskema.solver.mapping.TimetableMaker;
import dk.grundskema.solver.model.Blueprint;
import dk.grundskema.solver.model.Decisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plan in use with the repair's decisions in it: what was not decided otherwise is taken over as it is written. */
final class RepairedTimetable {
    private final Standing standing;
    private final Blueprint blueprint;
    private final Decisions decisions;
    private final Timetable before;

    RepairedTimetable(Standing standing, Timetable before) {
        this.standing = standing;
        this.blueprint = standing.blueprint();
        this.decisions = blueprint.decisions();
        this.before = before;
    }

    Timetable of(int[] values, String problemHash) {
        Evaluation evaluation = Evaluation.of(standing.plan().rules(), values);
        Map<SessionId, Meeting> anew = new HashMap<>();
        new TimetableMaker(blueprint)
                .make(values, problemHash, before.seed(), evaluation.score(), evaluation.results())
                .meetings()
                .forEach(meeting -> anew.put(meeting.sessionId(), meeting));
        var meetings = new ArrayList<Meeting>();
        for (Meeting meeting : before.meetings()) {
            Meeting after = after(meeting, anew.get(meeting.sessionId()), values);
            meetings.add(after);
        }
        meetings.sort(Comparator.comparing((Meeting one) -> one.time().firstDate())
                .thenComparing(Meeting::start)
                .thenComparing(Meeting::sessionId));
        return new Timetable(
                        before.version(),
                        problemHash,
                        before.zone(),
                        before.seed(),
                        evaluation.score(),
                        evaluation.results(),
                        before.groups(),
                        meetings,
                        before.tasks())
                .remembering(before.deliveries());
    }

    private Meeting after(Meeting meeting, @Nullable Meeting anew, int[] values) {
        int session = blueprint.index().session().find(meeting.sessionId());
        if (session < 0 || anew == null) {
            return meeting;
        }
        boolean isMoved = values[decisions.slot(session)] != standing.values()[decisions.slot(session)]
                || isOfOtherGuest(session, values)
                || (blueprint.isLesson(session) && !meeting.extraRoomIds().equals(anew.extraRoomIds()));
        int before = blueprint.problem().seatsBefore(blueprint.sessions().get(session));
        var seats = new ArrayList<MeetingSeat>(
                meeting.seats().subList(0, Math.min(before, meeting.seats().size())));
        boolean isSame = !isMoved;
        for (int place = before; place < meeting.seats().size(); place++) {
            boolean isKnown = place < before + blueprint.seatsOf()[session].length;
            MeetingSeat seat = meeting.seats().get(place);
            MeetingSeat now = isKnown ? anew.seats().get(place) : empty(seat);
            boolean isKept = isKnown && !isOther(blueprint.seatsOf()[session][place - before], values);
            seats.add(isKept ? seat : now);
            isSame &= isKept;
        }
        return isSame ? meeting : with(isMoved ? anew : meeting, seats);
    }

    private boolean isOfOtherGuest(int host, int[] values) {
        for (int guest = 0; guest < blueprint.sessions().size(); guest++) {
            int before = blueprint.isGuest(guest) ? standing.values()[decisions.slot(guest)] : Decisions.NONE;
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

    private static MeetingSeat empty(MeetingSeat seat) {
        return new MeetingSeat(seat.role(), null, seat.required(), false);
    }

    private boolean isOther(int seat, int[] values) {
        boolean fell = standing.fallen().stream().anyMatch(one -> one.seat() == seat && !one.stuck());
        return fell || values[decisions.seat(seat)] != standing.values()[decisions.seat(seat)];
    }

    private static Meeting with(Meeting one, List<MeetingSeat> seats) {
        return new Meeting(
                one.sessionId(),
                one.originId(),
                one.demandedWeeks(),
                one.interventionId(),
                one.kind(),
                one.form(),
                one.title(),
                one.subject(),
                one.weeks(),
                one.weekday(),
                one.start(),
                one.end(),
                one.roomId(),
                one.extraRoomIds(),
                one.groupIds(),
                one.studentIds(),
                one.excusedStudentIds(),
                one.within(),
                seats,
                one.workload(),
                one.locked());
    }
}
