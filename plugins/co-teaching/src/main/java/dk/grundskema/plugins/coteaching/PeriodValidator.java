package dk.grundskema.plugins.coteaching;

import dk.grundskema.domain.people.Group;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.solver.spi.toolkit.FindingCollector;
import java.time.Duration;
import java.util.Objects;

/** Checks that weeks are planned, periods do not overlap, and meetings of adults fit into working hours. */
final class PeriodValidator {
    private final CoTeachingContext context;
    private final CoTeachingParameters parameters;
    private final Problem problem;
    private final FindingCollector findings;

    PeriodValidator(CoTeachingContext context, FindingCollector findings) {
        this.context = context;
        this.parameters = context.parameters();
        this.problem = context.problem();
        this.findings = findings;
    }

    void check() {
        PatternSpan whole = PatternSpan.wholeIntervention(parameters, problem);
        IsoWeek begin = problem.horizon().firstWeek();
        IsoWeek end = begin.plus(problem.horizon().weeks() - 1);
        if (whole.first().compareTo(whole.last()) > 0) {
            findings.error("weeks.outside", parameters.firstWeek() != null ? "firstWeek" : "lastWeek", begin, end);
            return;
        }
        for (int i = 0; i < parameters.classes().size(); i++) {
            ClassNeed need = parameters.classes().get(i);
            IsoWeek first = Objects.requireNonNullElse(need.firstWeek(), whole.first());
            IsoWeek last = Objects.requireNonNullElse(need.lastWeek(), whole.last());
            if (first.compareTo(whole.last()) > 0 || last.compareTo(whole.first()) < 0) {
                findings.error("classes.weeks-outside", "classes/" + i, need.groupId(), whole.first(), whole.last());
            }
        }
        for (int i = 0; i < parameters.periods().size(); i++) {
            check(parameters.periods().get(i), i, whole);
        }
        checkWorkingHours();
    }

    private void check(PriorityPeriod period, int number, PatternSpan whole) {
        String place = "periods/" + number;
        IsoWeek last = Objects.requireNonNullElse(period.lastWeek(), whole.last());
        if (period.firstWeek().compareTo(whole.last()) > 0 || last.compareTo(whole.first()) < 0) {
            findings.error("periods.outside", place, period.id(), whole.first(), whole.last());
        }
        for (PriorityPeriod other : parameters.periods().subList(0, number)) {
            IsoWeek otherLast = Objects.requireNonNullElse(other.lastWeek(), whole.last());
            if (period.firstWeek().compareTo(otherLast) <= 0
                    && other.firstWeek().compareTo(last) <= 0) {
                findings.error("periods.overlap", place, period.id(), other.id());
            }
        }
        var asked = parameters.classes().stream()
                .map(need -> need.groupId().value())
                .toList();
        for (int i = 0; i < period.onlyClasses().size(); i++) {
            findings.checkKnown(
                    asked, period.onlyClasses().get(i).value(), "periods.no-class", place + "/onlyClasses/" + i);
        }
        for (int i = 0; i < period.priorities().size(); i++) {
            String group = period.priorities().get(i).groupId().value();
            findings.checkKnown(asked, group, "periods.no-class", place + "/priorities/" + i + "/groupId");
        }
        checkYears(period, place);
    }

    private void checkYears(PriorityPeriod period, String place) {
        int i = 0;
        for (int year : period.onlyYears()) {
            boolean isThere = parameters.classes().stream()
                    .map(need -> problem.group(need.groupId()).map(Group::name).orElse(""))
                    .anyMatch(name -> ClassYear.of(name) == year);
            if (!isThere) {
                findings.error("periods.no-class-of-year", place + "/onlyYears/" + i, year);
            }
            i++;
        }
    }

    /** Checks that working hours are long enough for the meetings inside them. */
    private void checkWorkingHours() {
        SharedPreparation hours = parameters.preparation();
        for (CoTeachingType scheme : CoTeachingType.values()) {
            boolean isUsed = parameters.classes().stream().anyMatch(need -> need.scheme() == scheme);
            int minutes = hours.minutes(scheme);
            if (isUsed && minutes > 0) {
                checkFits(minutes, "preparation");
            }
        }
        AdvisorsMeeting meeting = parameters.advisorsMeeting();
        if (meeting != null) {
            checkFits(meeting.minutes(), "advisorsMeeting/minutes");
        }
        for (int i = 0; i < parameters.supervision().size(); i++) {
            checkFits(parameters.supervision().get(i).minutes(), "supervision/" + i + "/minutes");
        }
    }

    private void checkFits(int minutes, String place) {
        SharedPreparation hours = parameters.preparation();
        var weeks = context.schoolWeeks().teachingWeeks();
        if (!weeks.isEmpty()
                && new AdultMeetingTimeFinder(context).times(minutes, weeks).isEmpty()) {
            long room = Duration.between(hours.earliest(), hours.latest()).toMinutes();
            findings.error("preparation.no-time", place, minutes, hours.earliest(), hours.latest(), room);
        }
    }
}
