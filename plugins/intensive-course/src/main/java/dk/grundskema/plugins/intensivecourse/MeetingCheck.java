package dk.grundskema.plugins.intensivecourse;

import dk.grundskema.domain.demand.SessionId;
import dk.grundskema.domain.finding.RuleViolation;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.MeetingSeat;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginViolations;
import java.util.Collection;
import java.util.List;

/**
 * Checks the hard and medium rules of {@link MeetingRules} on a finished timetable. Reads the meetings only and deliberately shares no code with
 * the rules.
 */
final class MeetingCheck {
    private final Problem problem;
    private final FinishedIntervention finished;
    private final String prefix;
    private final PluginViolations faults;

    /**
     * @param intervention the intervention
     * @param problem      its problem
     * @param timetable    the finished timetable
     */
    MeetingCheck(Intervention<?> intervention, Problem problem, Timetable timetable) {
        this.problem = problem;
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.prefix = intervention.id() + "/";
        this.faults = new PluginViolations(intervention.type());
    }

    /**
     * Checks the hard rule that a meeting is held at a time and with a group; {@code id} is the part of the session id after the intervention's id
     * and a slash.
     */
    void notAsPlanned(String rule, String id, MeetingTime time, GroupId group) {
        boolean held = finished.meeting(id)
                .filter(one -> one.time().equals(time) && one.groupIds().contains(group))
                .isPresent();
        faults.hard(rule, held ? 0 : 1, new SessionId(prefix + id));
    }

    /** Checks the medium rule that each group or student has meetings of a kind on the given number of dates. */
    void tooFewDates(String rule, String kind, Collection<?> whose, long asked) {
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

    /** Checks the medium rule that each filled role of a meeting of a kind has a qualified holder. */
    void nobodyQualified(String rule, String kind, Qualification able) {
        for (Meeting meeting : finished.meetings(kind)) {
            long roles = meeting.seats().stream()
                    .map(MeetingSeat::role)
                    .distinct()
                    .filter(role -> !FinishedIntervention.staff(meeting, role).isEmpty())
                    .filter(role -> FinishedIntervention.staff(meeting, role).stream()
                            .noneMatch(who -> isQualified(who, role, meeting.subject(), able)))
                    .count();
            faults.medium(rule, roles, meeting.sessionId());
        }
    }

    private boolean isQualified(StaffId who, String role, String subject, Qualification able) {
        return problem.staffMember(who)
                .filter(one -> able.isQualified(one, role, subject))
                .isPresent();
    }

    /** Returns all violations, in order. */
    List<RuleViolation> all() {
        return faults.all();
    }
}
