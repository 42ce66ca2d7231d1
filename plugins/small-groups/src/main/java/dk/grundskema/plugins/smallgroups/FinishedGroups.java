package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Meeting;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.toolkit.Finished;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.LocalDate;
import java.util.List;

/** The groups that were formed and what is held for them, read off parameters and finished timetable. */
final class FinishedGroups {
    final SmallGroupsParameters parameters;
    final Finished finished;
    final OwnLessons lessons;

    FinishedGroups(Intervention<SmallGroupsParameters> intervention, Problem problem, Timetable timetable) {
        this.parameters = intervention.parameters();
        this.finished = new Finished(intervention, problem, timetable);
        this.lessons = new OwnLessons(problem);
    }

    /** Candidates who are in a group. */
    List<Candidate> members(Finished.Formed group) {
        return parameters.candidates().stream()
                .filter(one -> group.members().contains(one.studentId()))
                .filter(one -> Words.idPart(one.subject()).equals(group.parts().getFirst()))
                .toList();
    }

    /** Weekly sessions of a group that have a tutor; parts of one that was split by date are one. */
    long sessions(Finished.Formed group) {
        return group.meetings("small-group").stream()
                .filter(one -> !Finished.staff(one, "tutor").isEmpty())
                .map(finished::parts)
                .distinct()
                .count();
    }

    /** Talks of a group with somebody who teaches a member the subject, or of whose teachers nothing is known. */
    List<Meeting> talks(Finished.Formed group) {
        return group.meetings("talk").stream()
                .filter(talk -> members(group).stream().anyMatch(one -> knows(one, talk)))
                .toList();
    }

    private boolean knows(Candidate one, Meeting talk) {
        var own = lessons.teachers(one.studentId(), one.subject());
        return Finished.staff(talk).stream().anyMatch(who -> own.isEmpty() || own.contains(who));
    }

    /** Whether somebody's training is valid on all dates of a meeting. */
    boolean isTrained(StaffId who, Meeting meeting) {
        LocalDate last = meeting.time().date(meeting.weeks().last());
        return parameters.tutors().stream()
                .anyMatch(one -> one.staffId().equals(who)
                        && one.isTrained(meeting.subject(), meeting.time().firstDate(), last));
    }
}
