package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.demand.Workload;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StaffId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.DateSpan;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.domain.time.MeetingTime;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.domain.timetable.Timetable;
import dk.grundskema.solver.spi.RequiredMeetings;
import dk.grundskema.solver.spi.RequiredMeetings.WeekPart;
import dk.grundskema.solver.spi.toolkit.FinishedIntervention;
import dk.grundskema.solver.spi.toolkit.PluginTexts;
import dk.grundskema.solver.spi.toolkit.RequiredWeeks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Derives the meetings that small groups must have from the parameters and the formed groups. Shares no code with the expansion.
 */
final class SmallGroupsRequirements {
    private final Problem problem;
    private final SmallGroupsParameters parameters;
    private final FinishedIntervention finished;
    private final PluginTexts texts;
    private final RequiredWeeks calendar;
    private final SortedSet<IsoWeek> weeks;
    private final SortedSet<IsoWeek> school;
    private final List<RequiredMeetings> required = new ArrayList<>();

    private SmallGroupsRequirements(
            Intervention<SmallGroupsParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        this.problem = problem;
        this.parameters = intervention.parameters();
        this.finished = new FinishedIntervention(intervention, problem, timetable);
        this.texts = PluginTexts.ofPlugin(SmallGroupsPlugin.class, problem.language());
        this.calendar = new RequiredWeeks(problem);
        this.weeks = calendar.of(parameters.firstWeek(), parameters.weeks(), interruptions);
        this.school = calendar.of(null, problem.horizon().weeks(), interruptions);
    }

    static List<RequiredMeetings> of(
            Intervention<SmallGroupsParameters> intervention,
            Problem problem,
            List<DateSpan> interruptions,
            Timetable timetable) {
        var requirements = new SmallGroupsRequirements(intervention, problem, interruptions, timetable);
        if (!requirements.weeks.isEmpty()) {
            FormedGroup.of(requirements.finished).forEach(requirements::addGroup);
        }
        requirements.addGatherings();
        requirements.addCovers();
        return requirements.required;
    }

    private void addGroup(FormedGroup group) {
        String subject = parameters.candidates().stream()
                .filter(one -> group.members().contains(one.studentId()))
                .map(Candidate::subject)
                .filter(one -> group.meetings().stream()
                        .anyMatch(held -> held.subject().equals(one)))
                .findFirst()
                .orElse("");
        addWeekly(group, subject);
        if (parameters.talkMinutes() > 0) {
            addTalk(group, subject, "before", weekBefore());
            addTalk(group, subject, "during", List.copyOf(weeks).get(weeks.size() / 2));
            addTalk(group, subject, "after", weekAfter());
        }
    }

    private IsoWeek weekBefore() {
        return school.stream()
                .filter(week -> week.compareTo(weeks.first()) < 0)
                .reduce((earlier, later) -> later)
                .orElse(weeks.first());
    }

    private IsoWeek weekAfter() {
        return school.stream()
                .filter(week -> week.compareTo(weeks.last()) > 0)
                .findFirst()
                .orElse(weeks.last());
    }

    /** A group meets as often in each week as asked, less on closed days. */
    private void addWeekly(FormedGroup group, String subject) {
        List<WeekPart> times = RequiredWeeks.usableParts(parameters.usable(), parameters.sessionMinutes());
        calendar.ofWeeklyMeetings(parameters.sessionsPerWeek(), weeks, times, group.meetings("small-group"))
                .forEach(open -> add(RequiredMeetings.builder(texts.kindTitle("small-group"), "small-group")
                        .groups(Set.of(group.id()))
                        .weeks(open)
                        .minutes(parameters.sessionMinutes())
                        .times(times)
                        .seats(1, "tutor", true)
                        .workload(new Workload(true, 100, parameters.preparationMinutes()))
                        .content(group.meetings("small-group").isEmpty() ? null : titleOf(group), subject, "")));
    }

    private void add(RequiredMeetings.Builder meetings) {
        if (meetings.isPossible()) {
            required.add(meetings.build());
        }
    }

    private void addTalk(FormedGroup group, String subject, String phase, IsoWeek week) {
        List<WeekPart> times = RequiredWeeks.usableParts(parameters.usable(), parameters.talkMinutes()).stream()
                .filter(part -> calendar.isOpen(week.date(part.weekday())))
                .toList();
        String title = texts.text("title.talk-" + phase, titleOf(group));
        boolean isNamed = !group.meetings("small-group").isEmpty();
        add(RequiredMeetings.builder(texts.kindTitle("talk"), "talk")
                .groups(Set.of(group.id()))
                .week(week)
                .minutes(parameters.talkMinutes())
                .times(times)
                .seats(1, "tutor", true)
                .seats(1, "teacher", false)
                .content(isNamed ? title : null, subject, ""));
    }

    private void addGatherings() {
        for (Gathering gathering : parameters.gatherings()) {
            List<StaffId> everybody =
                    parameters.tutors().stream().map(Tutor::staffId).toList();
            Set<StaffId> people = new LinkedHashSet<>(gathering.staff().isEmpty() ? everybody : gathering.staff());
            String kind = gathering.kind().sessionKind();
            String title = gathering.title() == null ? texts.kindTitle(kind) : gathering.title();
            var meeting = RequiredMeetings.builder(title, kind)
                    .week(IsoWeek.of(gathering.date()))
                    .times(List.of(WeekPart.on(gathering.date(), gathering.start(), gathering.end())))
                    .content(title, "", "");
            StaffId leader = gathering.leader();
            if (leader != null) {
                people.remove(leader);
                meeting.seats(1, "leader", true);
            }
            add(meeting.seats(people.size(), "participant", true));
        }
    }

    /** A lesson of a tutor may be taken over by a colleague, in the lesson's own time. */
    private void addCovers() {
        Set<StaffId> tutors = new LinkedHashSet<>();
        parameters.tutors().forEach(one -> tutors.add(one.staffId()));
        for (Lesson lesson : parameters.cover().isEmpty() ? List.<Lesson>of() : problem.lessons()) {
            MeetingTime time = lesson.time();
            int teaching =
                    (int) lesson.teachers().stream().filter(tutors::contains).count();
            if (teaching > 0) {
                add(RequiredMeetings.builder(lesson.title(), "cover")
                        .weeks(calendar.openOn(time.weekday(), time.weeks()))
                        .count(teaching)
                        .required(false)
                        .times(List.of(new WeekPart(time.weekday(), time.start(), time.end())))
                        .seats(1, "cover", false)
                        .content(null, "", ""));
            }
        }
    }

    /** Returns the title of most of a group's sessions, or its id if it has none. */
    private static String titleOf(FormedGroup group) {
        Map<String, Integer> dates = new TreeMap<>();
        group.meetings("small-group")
                .forEach(one -> dates.merge(one.title(), one.weeks().size(), Integer::sum));
        return dates.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(group.id().value());
    }
}
