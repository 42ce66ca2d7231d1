package dk.grundskema.plugins.smallgroups;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.time.Horizon;
import dk.grundskema.plugins.smallgroups.SmallGroupsFrame.Pool;
import dk.grundskema.solver.spi.toolkit.Company;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.Pins;
import dk.grundskema.solver.spi.toolkit.Words;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with an intervention, all of it at once. */
final class SmallGroupsValidation {
    private final SmallGroupsFrame frame;
    private final SmallGroupsParameters parameters;
    private final Problem problem;
    private final FindingList findings;

    private SmallGroupsValidation(SmallGroupsFrame frame) {
        this.frame = frame;
        this.parameters = frame.parameters;
        this.problem = frame.problem;
        this.findings = new FindingList("small-groups", problem);
    }

    static List<Finding> of(Intervention<SmallGroupsParameters> intervention, Problem problem) {
        var validation = new SmallGroupsValidation(new SmallGroupsFrame(intervention, problem, List.of()));
        validation.findings.references(validation.parameters, "");
        validation.guide();
        validation.candidates();
        validation.gatherings();
        Pins.check(problem, intervention, intervention.parameters().largest(), validation.findings, "candidates");
        if (validation.frame.weeks.isEmpty()) {
            validation.findings.error("no-weeks", "firstWeek");
        } else {
            validation.tutors();
            validation.frame.pools().forEach(validation::pool);
        }
        return validation.findings.all();
    }

    /** Numbers that the guide has otherwise: allowed, and said. */
    private void guide() {
        int minutes = parameters.sessionMinutes();
        boolean isOther = minutes < 25 || minutes > 40;
        findings.warnIf(parameters.weeks() < 12, "few-weeks", "weeks", parameters.weeks(), 12);
        findings.warnIf(
                parameters.sessionsPerWeek() < 4, "few-sessions", "sessionsPerWeek", parameters.sessionsPerWeek(), 4);
        findings.warnIf(isOther, "other-minutes", "sessionMinutes", minutes, "25–40");
        findings.warnIf(parameters.smallest() < 2, "too-small", "smallest", parameters.smallest(), "2–4");
        findings.warnIf(parameters.largest() > 4, "too-large", "largest", parameters.largest(), "2–4");
    }

    private void candidates() {
        var candidates = parameters.candidates();
        findings.unless(!candidates.isEmpty(), "no-candidates", "candidates");
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < candidates.size(); i++) {
            Candidate one = candidates.get(i);
            String place = "candidates/" + i;
            boolean isBusy = !frame.free.lessons().of(one.studentId()).isEmpty();
            boolean isThere = problem.student(one.studentId()).isPresent();
            findings.warnIf(isThere && !isBusy, "no-timetable", place + "/studentId", one.studentId());
            boolean isNew = seen.add(List.of(one.studentId(), Words.plain(one.subject())));
            findings.unless(isNew, "candidate-twice", place, one.studentId(), one.subject());
            area(one, place + "/area");
        }
        var ids = candidates.stream().map(Candidate::studentId).toList();
        new Company(problem, ids).contradictions(findings, "wishes-and-veto", "candidates");
    }

    /** An area of one candidate alone, though others have nearly the same: most likely another spelling. */
    private void area(Candidate one, String place) {
        var others = parameters.candidates().stream()
                .filter(other -> !other.equals(one) && Words.same(other.subject(), one.subject()))
                .map(Candidate::area)
                .filter(area -> !area.isBlank())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!one.area().isBlank() && !Words.isAmong(others, one.area())) {
            Words.nearest(one.area(), others).ifPresent(near -> findings.warning("area-near", place, one.area(), near));
        }
    }

    private void gatherings() {
        Horizon horizon = problem.horizon();
        for (int i = 0; i < parameters.gatherings().size(); i++) {
            LocalDate date = parameters.gatherings().get(i).date();
            boolean isOpen = horizon.contains(date) && !horizon.isClosed(date);
            findings.unless(isOpen, "gathering-closed", "gatherings/" + i + "/date", date);
        }
    }

    /** Training that isn't valid for all of the weeks. */
    private void tutors() {
        var first = frame.weeks.first().date(java.time.DayOfWeek.MONDAY);
        var last = frame.weeks.last().date(java.time.DayOfWeek.FRIDAY);
        for (int i = 0; i < parameters.tutors().size(); i++) {
            Tutor one = parameters.tutors().get(i);
            var from = one.trainedFrom();
            var until = one.trainedUntil();
            if (from != null && from.isAfter(first)) {
                findings.warning("trained-too-late", "tutors/" + i + "/trainedFrom", one.staffId(), from, first);
            }
            if (until != null && until.isBefore(last)) {
                findings.warning("training-runs-out", "tutors/" + i + "/trainedUntil", one.staffId(), until, last);
            }
        }
    }

    private void pool(Pool pool) {
        findings.unless(!frame.tutors(pool).isEmpty(), "no-tutor", "tutors", pool.subject());
        int count = pool.candidates().size();
        int smallest = parameters.smallest();
        findings.warnIf(count < smallest, "too-few", "candidates", pool.subject(), count, smallest);
        boolean hasTime = !frame.times(pool).isEmpty();
        findings.unless(hasTime, "no-time", "usable", pool.subject(), count);
        if (!hasTime) {
            frame.tellWhatWouldHelp(pool.candidates(), pool.subject(), findings);
        }
    }
}
