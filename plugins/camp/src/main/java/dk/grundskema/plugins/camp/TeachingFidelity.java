package dk.grundskema.plugins.camp;

import dk.grundskema.domain.fidelity.Ask;
import dk.grundskema.domain.fidelity.Reason;
import dk.grundskema.domain.fidelity.Shortfall;
import dk.grundskema.domain.people.GroupId;
import dk.grundskema.domain.time.IsoWeek;
import dk.grundskema.plugins.camp.FinishedCamp.DatedMeeting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Assesses whether each team is taught the required subjects, and enough of them.
 *
 * @param camp the camp
 */
record TeachingFidelity(FinishedCamp camp) {
    private static final int LESSON = 45;
    private static final int LESSONS = 35;
    private static final int WEEKS = 2;

    List<Ask> asks() {
        return List.of(mainSubjects(), learningStrategies(), lessonsPerWeek());
    }

    /** Danish and mathematics for each team in each week. */
    private Ask mainSubjects() {
        var places = new ArrayList<Shortfall>();
        long asked = 0;
        for (KnownSubject known : List.of(KnownSubject.DANISH, KnownSubject.MATHEMATICS)) {
            for (GroupId team : camp.teams()) {
                for (IsoWeek week : weeksWithModules()) {
                    asked++;
                    if (modulesOf(team, week).stream()
                            .noneMatch(module -> module.isHeldBySomebody() && known.isTaughtIn(module, camp))) {
                        places.add(Shortfall.at(reasonMissing(known, team, week), team, titleOf(known), week));
                    }
                }
            }
        }
        return Ask.counted("camp.ask.main-subjects", CampOrigins.WHAT_WORKS_PARTLY_OURS, "times", asked, places);
    }

    /** Learning strategies for each team at least once. */
    private Ask learningStrategies() {
        String code = "camp.ask.learning-strategies";
        if (KnownSubject.STRATEGIES.findIn(camp.parameters().subjects()).isEmpty()) {
            return Ask.notPlanned(code, CampOrigins.WHAT_WORKS_PARTLY_OURS, "teams", 0);
        }
        var places = camp.teams().stream()
                .filter(team -> camp.heldModules().stream()
                        .noneMatch(module -> module.includesTeam(team)
                                && module.isHeldBySomebody()
                                && KnownSubject.STRATEGIES.isTaughtIn(module, camp)))
                .map(team -> Shortfall.at(Reason.of("camp.why.no-module-left"), team))
                .toList();
        return Ask.counted(
                code, CampOrigins.WHAT_WORKS_PARTLY_OURS, "teams", camp.teams().size(), places);
    }

    private List<IsoWeek> weeksWithModules() {
        return camp.days().stream()
                .filter(day -> day.hasBlock(block -> block.kind() == Block.Kind.MODULE))
                .map(FinishedCamp.FinishedCampDay::week)
                .distinct()
                .toList();
    }

    private List<DatedMeeting> modulesOf(GroupId team, IsoWeek week) {
        return camp.heldModules().stream()
                .filter(module -> module.includesTeam(team) && module.week().equals(week))
                .toList();
    }

    private String titleOf(KnownSubject known) {
        return known.findIn(camp.parameters().subjects())
                .map(camp.texts()::subjectTitle)
                .orElseGet(() -> known.usualTitle(camp.texts()));
    }

    private Reason reasonMissing(KnownSubject known, GroupId team, IsoWeek week) {
        Optional<Subject> subject = known.findIn(camp.parameters().subjects());
        if (subject.isEmpty()) {
            return Reason.of("camp.why.subject-not-asked");
        }
        var modules = modulesOf(team, week);
        if (modules.stream().anyMatch(module -> known.isTaughtIn(module, camp))) {
            return Reason.of("camp.why.nobody-teaches");
        }
        if (!modules.isEmpty() && modules.stream().allMatch(this::isSubjectLocked)) {
            return Reason.of("camp.why.locked-subjects");
        }
        return Reason.of(camp.isCutShort(week) ? "camp.why.closed-days" : "camp.why.no-module-left");
    }

    private boolean isSubjectLocked(DatedMeeting module) {
        return camp.problem().locks().stream()
                .anyMatch(lock -> lock.subject() != null
                        && lock.sessionId().equals(module.meeting().sessionId()));
    }

    /** Full-time weeks, counted in lessons. */
    private Ask lessonsPerWeek() {
        var places = new ArrayList<Shortfall>();
        for (GroupId team : camp.teams()) {
            var minutes = new TreeMap<IsoWeek, Long>();
            camp.heldMeetings().stream()
                    .filter(held -> held.includesTeam(team)
                            && held.isHeldBySomebody()
                            && (held.isOfKind("module") || held.isOfKind("quiet-hour")))
                    .forEach(held -> minutes.merge(held.week(), camp.durationMinutes(held), Long::sum));
            long full = minutes.values().stream()
                    .filter(sum -> sum >= (long) LESSONS * LESSON)
                    .count();
            if (full < WEEKS) {
                long best = minutes.values().stream().reduce(0L, Math::max) / LESSON;
                places.add(new Shortfall(List.of(team), WEEKS - full, Reason.of("camp.why.fewer-lessons", best)));
            }
        }
        return Ask.counted(
                "camp.ask.lessons-a-week",
                CampOrigins.GUIDE_D_PARTLY_OURS,
                "team-weeks",
                (long) WEEKS * camp.teams().size(),
                places,
                LESSONS,
                LESSON,
                WEEKS);
    }
}
