package dk.grundskema.plugins.peerlearning;

import dk.grundskema.domain.finding.Finding;
import dk.grundskema.domain.intervention.Intervention;
import dk.grundskema.domain.people.StudentId;
import dk.grundskema.domain.problem.Problem;
import dk.grundskema.domain.timetable.Lesson;
import dk.grundskema.solver.spi.toolkit.BestChanges;
import dk.grundskema.solver.spi.toolkit.CommonTime;
import dk.grundskema.solver.spi.toolkit.Company;
import dk.grundskema.solver.spi.toolkit.FindingList;
import dk.grundskema.solver.spi.toolkit.OwnLessons;
import dk.grundskema.solver.spi.toolkit.Pins;
import dk.grundskema.solver.spi.toolkit.PlannedWeeks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Everything that is wrong with an intervention, all at once. */
final class PeerValidation {
    private final PeerLearningParameters parameters;
    private final Problem problem;
    private final FindingList found;
    private final PeerExpansion expansion;
    private final OwnLessons lessons;

    private PeerValidation(Intervention<PeerLearningParameters> intervention, Problem problem) {
        this.parameters = intervention.parameters();
        this.problem = problem;
        this.found = new FindingList(PeerLearningPlugin.ID, problem);
        this.expansion = new PeerExpansion(intervention, problem, List.of());
        this.lessons = expansion.common().free().lessons();
    }

    static List<Finding> of(Intervention<PeerLearningParameters> intervention, Problem problem) {
        var validation = new PeerValidation(intervention, problem);
        FindingList found = validation.found;
        validation.durations();
        if (found.references(intervention.parameters(), "")) {
            validation.sets(Roster.of(intervention.parameters(), problem));
        }
        if (!found.hasErrors()) {
            Pins.check(problem, PeerExpansion.of(intervention, problem, List.of()), found, "pairs");
        }
        return found.all();
    }

    /** What the guide doesn't ask for is allowed. */
    private void durations() {
        int weeks = PlannedWeeks.of(problem, parameters.firstWeek(), parameters.weeks(), List.of())
                .size();
        boolean swaps = parameters.sets().stream().anyMatch(set -> set.form() == PeerSet.Form.EQUALS);
        found.warnIf(weeks < parameters.weeks(), "few-school-weeks", "weeks", parameters.weeks(), weeks);
        found.warnIf(parameters.weeks() < 16, "few-weeks", "weeks", parameters.weeks());
        found.warnIf(parameters.lessonsPerWeek() < 2, "few-lessons", "lessonsPerWeek", parameters.lessonsPerWeek());
        found.warnIf(swaps && parameters.swapMinutes() != 15, "other-swap", "swapMinutes", parameters.swapMinutes());
        found.unless(!parameters.sets().isEmpty(), "no-sets", "sets");
    }

    private void sets(List<Roster> rosters) {
        for (int i = 0; i < rosters.size(); i++) {
            set(rosters.get(i), "sets/" + i);
        }
        for (int i = 0; i < parameters.pairs().size(); i++) {
            pair(parameters.pairs().get(i), rosters, "pairs/" + i);
        }
    }

    private void set(Roster roster, String at) {
        PeerSet set = roster.set();
        List<StudentId> all = roster.all();
        boolean isTutoring = set.form() == PeerSet.Form.TUTORING;
        int ones = roster.pairing().ones().size();
        int tutors = roster.pairing().others().size();
        found.unless(all.size() > 1, "set-too-small", at, set.id(), all.size());
        boolean comesOut = roster.pairing().comesOut() && (isTutoring == tutors > 0);
        found.unless(all.size() < 2 || comesOut, "uneven-sides", at, set.id(), ones, tutors);
        found.unless(ones + tutors == all.size(), "on-both-sides", at, set.id());
        var unknown =
                all.stream().filter(one -> !roster.levels().containsKey(one)).toList();
        boolean byLevel =
                isTutoring && set.tutorClasses().isEmpty() && set.tutors().isEmpty();
        found.unless(!byLevel || unknown.isEmpty(), "levels-missing", at, set.id(), unknown);
        boolean inOwnRooms = set.place() == PeerSet.Place.INSIDE && set.rooms().isEmpty();
        boolean hasRoom = inOwnRooms || !expansion.rooms(roster).isEmpty();
        found.unless(hasRoom, "rooms-too-small", at + "/rooms", set.id(), all.size());
        var nowhere = all.stream().filter(one -> lessons.of(one).isEmpty()).toList();
        found.unless(nowhere.isEmpty(), "no-timetable", at, set.id(), nowhere);
        if (nowhere.isEmpty() && all.size() > 1) {
            enoughTimes(roster, at);
        }
        var wishes = new Company(problem, all).contradictions();
        wishes.forEach(chain -> found.warning("wishes-against-veto", at, chain));
        var seen = new HashSet<StudentId>();
        roster.pairs().stream()
                .flatMap(pair -> pair.students().stream())
                .filter(one -> !seen.add(one))
                .forEach(one -> found.error("in-two-pairs", "pairs", one));
    }

    /** As many times as lessons; otherwise the three changes that would give most. */
    private void enoughTimes(Roster roster, String at) {
        PeerSet set = roster.set();
        int count = CommonTime.apart(expansion.times(roster));
        int asked = parameters.lessonsPerWeek();
        found.unless(count > 0, "no-common-time", at, set.id(), asked);
        found.warnIf(count > 0 && count < asked, "few-common-times", at, set.id(), asked, count);
        if (count >= asked || set.place() == PeerSet.Place.OUTSIDE) {
            return;
        }
        var changes = new BestChanges();
        boolean own = set.rooms().isEmpty();
        expansion.common().lessons(roster.all(), PeerExpansion.suits(List.of())).stream()
                .map(Lesson::subject)
                .distinct()
                .forEach(subject -> {
                    var more = new ArrayList<>(set.subjects());
                    more.add(subject);
                    changes.offer("change-subject", subject, inside(roster.all(), more, own));
                });
        changes.offer("change-room", set.id(), inside(roster.all(), set.subjects(), false));
        for (StudentId one : roster.all()) {
            var others = new ArrayList<>(roster.all());
            others.remove(one);
            changes.offer("change-without", one, inside(others, set.subjects(), own));
        }
        changes.report(found, count, at);
    }

    private int inside(List<StudentId> students, List<String> subjects, boolean own) {
        return CommonTime.apart(expansion.common().inside(students, PeerExpansion.suits(subjects), own));
    }

    private void pair(PeerPair pair, List<Roster> rosters, String at) {
        var students = pair.students();
        var of = rosters.stream().filter(one -> one.pairs().contains(pair)).toList();
        found.unless(!of.isEmpty(), "pair-in-no-set", at, students);
        boolean hasBoth = of.stream()
                .map(one -> one.pairing().others())
                .allMatch(tutors ->
                        tutors.isEmpty() || !Collections.disjoint(tutors, students) && !tutors.containsAll(students));
        found.unless(hasBoth, "pair-without-tutor", at, students);
        var vetoed = new Company(problem, students).vetoedAmong(students);
        found.unless(vetoed.isEmpty(), "pinned-veto", at, vetoed);
        var by = pair.confirmedBy();
        if (by != null
                && students.stream().noneMatch(one -> lessons.teachers(one).contains(by))) {
            found.warning("confirmed-by-stranger", at + "/confirmedBy", by);
        }
    }
}
