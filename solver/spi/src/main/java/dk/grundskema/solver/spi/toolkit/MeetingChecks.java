package dk.grundskema.solver.spi.toolkit;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.Fault;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import java.util.Collection;
import java.util.List;

/**
 * What a finished timetable says of the hard and medium rules among {@link MeetingRules}: read off its meetings alone, on purpose without a line in
 * common with the rules.
 */
public final class MeetingChecks {
    private final Problem problem;
    private final Finished finished;
    private final String prefix;
    private final FaultList faults;

    /**
     * @param intervention whose meetings are looked at
     * @param problem      the problem that it is of
     * @param timetable    what came of it
     */
    public MeetingChecks(Intervention<?> intervention, Problem problem, Timetable timetable) {
        this.problem = problem;
        this.finished = new Finished(intervention, problem, timetable);
        this.prefix = intervention.id() + "/";
        this.faults = new FaultList(intervention.type());
    }

    /** The hard rule that a meeting is held at a time and that its group takes part; {@code id} is what follows the intervention's id and a slash. */
    public void asPlanned(String rule, String id, MeetingTime time, GroupId group) {
        boolean held = finished.meeting(id)
                .filter(one -> one.time().equals(time) && one.groupIds().contains(group))
                .isPresent();
        faults.hard(rule, held ? 0 : 1, new SessionId(prefix + id));
    }

    /** The medium rule that groups or students have meetings of a kind on so many dates each. */
    public void enough(String rule, String kind, Collection<?> whose, long asked) {
        for (Object one : whose) {
            long held = 0;
            for (Meeting meeting : finished.meetings(kind)) {
                if (meeting.groupIds().contains(one) || meeting.studentIds().contains(one)) {
                    held += meeting.weeks().size();
                }
            }
            faults.medium(rule, asked - held, one);
        }
    }

    /** The medium rule that of those in a role of a meeting of a kind one is able. */
    public void able(String rule, String kind, Able able) {
        for (Meeting meeting : finished.meetings(kind)) {
            long roles = meeting.seats().stream()
                    .map(MeetingSeat::role)
                    .distinct()
                    .filter(role -> !Finished.staff(meeting, role).isEmpty())
                    .filter(role -> Finished.staff(meeting, role).stream()
                            .noneMatch(who -> isAble(who, role, meeting.subject(), able)))
                    .count();
            faults.medium(rule, roles, meeting.sessionId());
        }
    }

    private boolean isAble(StaffId who, String role, String subject, Able able) {
        return problem.staffMember(who)
                .filter(one -> able.is(one, role, subject))
                .isPresent();
    }

    /** All that is broken, in order. */
    public List<Fault> all() {
        return faults.all();
    }
}
