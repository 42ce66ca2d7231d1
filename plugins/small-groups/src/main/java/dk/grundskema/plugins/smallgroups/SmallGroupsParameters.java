package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Default;
import dk.grundskema.domain.finding.RecordValidator;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.place.RoomId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.RuleStrength;
import dk.grundskema.solver.spi.toolkit.UsableTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Small groups of students with a tutor. Candidates, tutors and usable time are enough; everything else has defaults, which are the guide's where it
 * names a number. Numbers outside the guide are allowed, and are reported. Source: guide to school-supporting interventions, part C.
 *
 * @param firstWeek           first week with groups; {@code null} means the horizon's first week with school
 * @param weeks               number of school weeks, 1 to 40; the guide asks for 12
 * @param sessionsPerWeek     sessions of a group each week, 1 to 10; the guide asks for 4
 * @param sessionMinutes      length of a session in minutes, 10 to 120; the guide asks for 25 to 40
 * @param smallest            fewest students in a group, 1 to 12; the guide asks for 2
 * @param largest             most students in a group, 1 to 12 and not below {@code smallest}; the guide asks for 4
 * @param mostGroups          most groups altogether, 1 to 500; {@code null} means as many as candidates and tutors allow
 * @param tutorHoursPerWeek   most hours a week of all tutors together, including preparation, 0 to 2000; {@code null} means no limit
 * @param candidates          students who would benefit, one entry for each subject
 * @param tutors              tutors who can teach the groups
 * @param usable              parts of the week in which groups and talks may be held: before, between and after lessons
 * @param rooms               rooms to choose from; empty means every classroom of the students' own school
 * @param preparationMinutes  minutes of paid preparation and evaluation for each session, 0 to 120; the default is ours
 * @param talkMinutes         length of the talks between group and teacher before, during and after, in minutes, 0 to 60; 0 means that none are
 *     planned. The default is ours
 * @param cover               staff members who may take over a lesson while its tutor is with a group; empty means nobody, so that tutors take groups
 *     only when they are free
 * @param outside             decisions that some candidates may miss ordinary lessons; these get groups of their own, so that no other student misses
 *     a lesson; empty means none
 * @param gatherings          training and supervision of the tutors. Source: guide, part C (37 hours before, feedback and further training alongside);
 *     how often is left open
 * @param tutorsPerGroup      most tutors of a group, 1 to 10; 1 means that one tutor has all its sessions and talks. With more, each session and talk
 *     has one of them, and each tutor beyond the first costs points. The default is ours
 * @param oneSessionADay      how strictly a group has at most one session a day. The default is ours
 */
public record SmallGroupsParameters(
        @Nullable IsoWeek firstWeek,
        @Default("12") int weeks,
        @Default("4") int sessionsPerWeek,
        @Default("30") int sessionMinutes,
        @Default("2") int smallest,
        @Default("4") int largest,
        @Nullable Integer mostGroups,
        @Nullable Double tutorHoursPerWeek,
        List<Candidate> candidates,
        List<Tutor> tutors,
        List<UsableTime> usable,
        List<RoomId> rooms,
        @Default("10") int preparationMinutes,
        @Default("20") int talkMinutes,
        List<StaffId> cover,
        List<ExcusedStudents> outside,
        List<Gathering> gatherings,
        @Default("1") int tutorsPerGroup,
        @Default("\"WISH\"") RuleStrength oneSessionADay) {
    /** @throws dk.grundskema.domain.finding.InvalidValueException if a number is out of range or a person is named twice */
    public SmallGroupsParameters {
        candidates = List.copyOf(candidates);
        tutors = List.copyOf(tutors);
        usable = List.copyOf(usable);
        rooms = List.copyOf(rooms);
        cover = List.copyOf(cover);
        outside = List.copyOf(outside);
        gatherings = List.copyOf(gatherings);
        new RecordValidator()
                .range("weeks", weeks, 1, 40)
                .range("sessionsPerWeek", sessionsPerWeek, 1, 10)
                .range("sessionMinutes", sessionMinutes, 10, 120)
                .range("smallest", smallest, 1, 12)
                .range("largest", largest, smallest, 12)
                .rangeIfAny("mostGroups", mostGroups, 1, 500)
                .rangeIfAny("tutorHoursPerWeek", tutorHoursPerWeek, 0, 2000)
                .range("preparationMinutes", preparationMinutes, 0, 120)
                .range("talkMinutes", talkMinutes, 0, 60)
                .range("tutorsPerGroup", tutorsPerGroup, 1, 10)
                .distinct("tutors", tutors.stream().map(Tutor::staffId).toList())
                .distinct("gatherings", gatherings.stream().map(Gathering::time).toList())
                .throwIfInvalid();
    }

    /** Returns whether the sessions of a group may have different tutors. */
    boolean allowsSeveralTutors() {
        return tutorsPerGroup > 1;
    }

    /** Returns a tutor's paid minutes for a session. */
    long paidMinutes() {
        return (long) sessionMinutes + preparationMinutes;
    }

    /** Returns the parameters with other sessions a week and other tutors. */
    private SmallGroupsParameters with(int sessions, List<Tutor> others) {
        return new SmallGroupsParameters(
                firstWeek,
                weeks,
                sessions,
                sessionMinutes,
                smallest,
                largest,
                mostGroups,
                tutorHoursPerWeek,
                candidates,
                others,
                usable,
                rooms,
                preparationMinutes,
                talkMinutes,
                cover,
                outside,
                gatherings,
                tutorsPerGroup,
                oneSessionADay);
    }

    SmallGroupsParameters withSessionsPerWeek(int sessions) {
        return with(sessions, tutors);
    }

    /** Returns the parameters with a tutor who is trained in all subjects. */
    SmallGroupsParameters withTutor(StaffId person) {
        var others = new ArrayList<>(tutors);
        others.add(new Tutor(person, List.of(), null, null, null));
        return with(sessionsPerWeek, others);
    }
}
